import { CSV_TABLES } from '../../views/csv/tables.ts';
import { word } from '../run/arguments/argument.ts';
import { choice, date, flag } from '../run/arguments/option.ts';
import { CLIENT_FILTER } from '../run/arguments/shared-options.ts';
import type { CallOf } from '../run/declare-command.ts';

/** The arguments and options of `export`, which its parts share. */
export const ARGUMENTS = {
  file: word('[file]', 'where to write a calendar or a table; if left out, it is printed'),
};
export const OPTIONS = {
  ics: flag('--ics', 'a calendar: what is due, targets, next updates, what comes again, days away'),
  csv: choice('--csv', CSV_TABLES, 'a table: commitments, contacts, or hours by client and month', {
    placeholder: 'what',
    noun: 'table',
  }),
  client: CLIENT_FILTER,
  since: date('--since', 'in a table, only what was asked, said or spent since then', 'when'),
  private: flag('--private', 'in a calendar, nothing that names a client'),
};

/** A command line of `export`. */
export type ExportCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;
