import type { GivenAnswer } from '../../domain/streams/review.ts';
import type { Db } from '../db.ts';
import { integer, optionalText, text, type Value } from './column.ts';
import { rowPerStream, type StreamTables } from './stream-tables.ts';
import { table } from './table.ts';

const ANSWERS = table<GivenAnswer>(
  'answer',
  {
    uid: text('PRIMARY KEY'),
    number: integer(),
    client: optionalText(),
    answer: text(),
    note: optionalText(),
    promise: optionalText(),
    at: text(),
  },
  { indexes: { answer_at: '(at)', answer_client: '(client, at)' } },
);

export const reviewTables: StreamTables<'review'> = rowPerStream(ANSWERS);

/** Reads answers to the four questions; `rest` follows `FROM answer`, with a `?` for each value. */
export function selectAnswers(db: Db, rest: string, ...values: readonly Value[]): GivenAnswer[] {
  return ANSWERS.select(db, rest, ...values);
}
