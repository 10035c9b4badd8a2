import type { Contact } from '../../domain/streams/contact.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { timeCell } from './date-cells.ts';
import type { CellValue, ExportedTable } from './tables.ts';

type ColumnOf = (contact: Contact, view: ViewContext) => CellValue;

/** The columns in their order. `about` is the number of a commitment. */
const COLUMNS: Readonly<Record<string, ColumnOf>> = {
  at: ({ at }, view) => timeCell(at, view),
  client: ({ client }, view) => nameOf(client, view),
  direction: ({ direction }) => direction,
  via: ({ via }) => via,
  about: ({ about }, view) => (about === null ? null : view.numberOf(about)),
  subject: ({ subject }) => subject,
  text: ({ text }) => text,
};

/** Contacts as a table, a row each. */
export function contactTable(contacts: Iterable<Contact>, view: ViewContext): ExportedTable {
  return { columns: Object.keys(COLUMNS), rows: rowsOf(contacts, view) };
}

function* rowsOf(contacts: Iterable<Contact>, view: ViewContext): Generator<CellValue[]> {
  for (const contact of contacts) yield Object.values(COLUMNS).map((cellOf) => cellOf(contact, view));
}
