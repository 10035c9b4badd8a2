import { IMPORTED_KINDS } from '../../domain/streams/kinds.ts';
import { FORMATS } from '../../input/foreign/format.ts';
import { word } from '../run/arguments/argument.ts';
import { choice, client, each, flag } from '../run/arguments/option.ts';
import { NEW_CLIENT } from '../run/arguments/shared-options.ts';
import type { CallOf } from '../run/declare-command.ts';

export const ARGUMENTS = { file: word('<file>', 'the file; - reads it from standard input') };

export const OPTIONS = {
  format: choice(
    '--format',
    FORMATS,
    'the format, where that is not clear: journal, taskwarrior, todo.txt, csv, json, markdown or ics',
  ),
  map: each(
    '--map',
    { placeholder: 'pairs', holds: 'words', read: (words) => words },
    'which heading of a table holds what: title=Betreff,due=F\u00e4llig, or a file with such lines; none forgets it',
  ),
  as: choice(
    '--as',
    IMPORTED_KINDS,
    'the kind for tasks without one: request (default), promise or awaiting; for all entries of a calendar',
    { placeholder: 'kind', noun: 'kind' },
  ),
  client: client('-c, --client', 'the client for tasks without one'),
  agreed: flag('--agreed', 'dates of requests are settled, not only what they would like'),
  all: flag('--all', 'completed and deleted tasks too'),
  dryRun: flag('-n, --dry-run', 'show what would be imported, and change nothing'),
  newClient: NEW_CLIENT,
};

/** A command line of `import`. */
export type ImportCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;
