import type { Away } from '../../domain/streams/away.ts';
import type { Db } from '../db.ts';
import { optionalText, text, textIfAny } from './column.ts';
import { rowPerStream, type StreamTables } from './stream-tables.ts';
import { table } from './table.ts';

const AWAY = table<Away>('away', {
  uid: text('PRIMARY KEY'),
  first: text(),
  last: text(),
  beginsAt: textIfAny(),
  endsAt: textIfAny(),
  note: optionalText(),
});

export const awayTables: StreamTables<'away'> = rowPerStream(AWAY);

/** All periods away, earliest first. */
export function readAway(db: Db): Away[] {
  return AWAY.select(db, 'ORDER BY first, begins_at, uid');
}
