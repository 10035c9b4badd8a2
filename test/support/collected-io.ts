import { PassThrough } from 'node:stream';
import { zoneOffset } from '../../src/domain/time/calendar.ts';
import type { Environment, Io, Output } from '../../src/system/io.ts';

/** What a run inside this process reads and prints. */
export interface CollectedIo {
  readonly io: Io;
  readonly printed: { stdout: string; stderr: string };
}

/** What a run inside this process finds. */
interface Given {
  readonly stdin?: string;
  readonly columns?: number | undefined;
  /** The clocks of the machine, for a run without FOLLOWUP_NOW. */
  readonly machine?: Pick<Io, 'clock' | 'wakefulness'>;
}

function failRead(): never {
  throw new Error('A clock of the machine was read.');
}

/** With FOLLOWUP_NOW, the clocks of the machine have nothing to say. */
const UNASKED: NonNullable<Given['machine']> = {
  clock: failRead,
  wakefulness: { readClock: failRead, readLastWake: failRead },
};

/** The surroundings of a run inside this process, without a terminal: what it prints is collected. */
export function collectIo(
  env: Environment,
  { stdin = '', columns, machine = UNASKED }: Given = {},
): CollectedIo {
  const printed = { stdout: '', stderr: '' };
  const outputTo = (name: keyof typeof printed): Output => ({
    isTerminal: false,
    columns,
    rows: undefined,
    stream: new PassThrough(),
    write: async (text) => {
      printed[name] += text;
    },
  });
  const io: Io = {
    env,
    program: 'followup',
    stdin: {
      isTerminal: false,
      read: async () => stdin,
      readBytes: async () => Buffer.from(stdin),
      stream: new PassThrough(),
    },
    stdout: outputTo('stdout'),
    stderr: outputTo('stderr'),
    openKeyboard: () => null,
    ...machine,
    offsetsOf: zoneOffset,
  };
  return { io, printed };
}
