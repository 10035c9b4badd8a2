import type { Described } from './declaration.ts';

/** Options that mean the same in every command that has them. */
export const VIA: Described = [
  '--via <channel>',
  'how it was said: email, phone, meeting, chat, letter or other',
];
export const AT: Described = ['--at <when>', 'when it was said or done, if not just now: "yesterday 4pm"'];
export const BECAUSE: Described = ['-r, --because <why>', 'the reason'];
export const BY: Described = ['-b, --by <date>', 'the date it has to be there'];
export const IN_WRITING: Described = ['-w, --in-writing', 'the date stands in a message already'];
export const ESTIMATE: Described = ['-e, --estimate <duration>', 'the work it needs: 3h, 1.5d, 2-3d'];
export const EXPLAIN: Described = ['--explain', 'show how the date was found'];
export const NEW_CLIENT: Described = ['--new-client', 'a name like a known one is someone else'];
export const CLIENT_FILTER: Described = ['-c, --client <client>', 'only what concerns one client'];

/** Options of the program itself; they may stand anywhere on the command line. */
export const GLOBAL_OPTIONS: readonly Described[] = [
  ['--json', 'print JSON'],
  ['--plain', 'print fields separated by tabs'],
  ['--no-color', 'print without colours'],
  ['--no-input', 'never ask anything'],
  ['-y, --yes', 'answer yes where a question would be asked'],
  ['-q, --quiet', 'print nothing but what was asked for'],
  ['--db <file>', 'use another database file'],
];

/** The arguments that name commitments. */
export const ID: Described = [
  '[id]',
  'number of the commitment: 12, 3,5,7-9, or . for the one last changed; left out, a list to choose from',
];
export const IDS: Described = [
  '[id...]',
  'numbers of commitments: 12, 3 5, 7-9, or . for the one last changed; left out, a list to choose from',
];
