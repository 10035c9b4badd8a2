import type { LastWord } from '../../domain/agenda/brief.ts';
import { counterpart } from '../../domain/streams/commitment.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayEvent } from '../words/story.ts';
import { timeCell } from './date-cells.ts';
import { type CellValue, type ColumnsOf, type ExportedTable, tableOf } from './tables.ts';

/** The columns in their order. `about` is the number of a commitment. */
const COLUMNS: ColumnsOf<LastWord> = {
  at: ({ at }, view) => timeCell(at, view),
  client: (word, view) => nameOf(word.contact ? word.contact.client : counterpart(word.commitment), view),
  direction: ({ direction }) => direction,
  via: (word) => (word.contact ? word.contact.via : word.event.via) ?? null,
  about: (word, view) => {
    if (word.contact === null) return word.commitment.number;
    const { about } = word.contact;
    return about === null ? null : view.numberOf(about);
  },
  subject: ({ contact }) => contact?.subject ?? null,
  text: (word, view) => textOf(word, view),
};

/** Words to clients and from them as a table, a row each. */
export function contactTable(words: Iterable<LastWord>, view: ViewContext): ExportedTable {
  return tableOf(COLUMNS, words, view);
}

/** The words, where they were recorded; else a sentence of what was said, as on the day when it was. */
function textOf(word: LastWord, view: ViewContext): CellValue {
  if (word.contact !== null) return word.contact.text;
  const { event } = word;
  if ((event.type === 'UpdateGiven' || event.type === 'ReplyGiven') && event.text) return event.text;
  return sayEvent(event, { ...view, now: event.at });
}
