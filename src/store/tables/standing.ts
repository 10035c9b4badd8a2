import type { Pause, Standing } from '../../domain/streams/standing.ts';
import type { Db } from '../db.ts';
import { cadence, list, nullable, optionalText, text, type Value } from './column.ts';
import { estimate } from './estimate.ts';
import { rowPerStream, type StreamTables } from './stream-tables.ts';
import { table } from './table.ts';

const STANDINGS = table<Standing>(
  'standing',
  {
    uid: text('PRIMARY KEY'),
    kind: text(),
    title: text(),
    client: optionalText(),
    who: optionalText(),
    person: optionalText(),
    cadence: cadence(),
    zone: text(),
    since: text(),
    madeAt: text(),
    onDaysOff: text(),
    until: optionalText(),
    estimate: nullable(estimate()),
    project: optionalText(),
    pauses: list<Pause>(),
    stoppedAt: optionalText(),
  },
  { indexes: { standing_running: '(made_at) WHERE stopped_at IS NULL' } },
);

export const standingTables: StreamTables<'standing'> = rowPerStream(STANDINGS);

/** Reads standing promises; `rest` follows `FROM standing`, with a `?` for each value. */
export function selectStandings(db: Db, rest: string, ...values: readonly Value[]): Standing[] {
  return STANDINGS.select(db, rest, ...values);
}
