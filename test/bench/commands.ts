import type { Subjects } from './data/history.ts';

/** A measured command, and the commands around it that are not measured. */
export interface BenchCommand {
  readonly words: readonly string[];
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

const UNDO = ['undo'] as const;

/** The commands measured on every file. One that writes is undone, so that the file stays as it was. */
export const COMMANDS: Readonly<Record<string, (subjects: Subjects) => BenchCommand>> = {
  today: () => ({ words: ['today'] }),
  overdue: () => ({ words: ['overdue'] }),
  remind: () => ({ words: ['remind'] }),
  add: ({ client }) => ({ words: add(client), after: UNDO }),
  update: ({ agreed }) => ({ words: ['update', String(agreed), 'half way'], after: UNDO }),
  show: ({ agreed }) => ({ words: ['show', String(agreed)] }),
  client: () => ({ words: ['client'] }),
  'client NAME': ({ client }) => ({ words: ['client', client] }),
  list: () => ({ words: ['list'] }),
  search: () => ({ words: ['search', 'invoice', 'trustees'] }),
  forecast: () => ({ words: ['forecast'] }),
  offer: ({ asked }) => ({ words: ['offer', String(asked)], after: UNDO }),
  undo: ({ client }) => ({ words: UNDO, before: add(client) }),
};

/** Commands that need no file, measured once. */
export const WITHOUT_DATA: Readonly<Record<string, readonly string[]>> = {
  version: ['--version'],
  help: ['help'],
  when: ['when', 'friday 5pm'],
};

function add(client: string): readonly string[] {
  return ['add', 'Overview of the costs', '--for', client, '--estimate', '2h'];
}
