import type { Stream, StreamKind } from '../../domain/streams/events.ts';
import type { Spending } from '../../domain/streams/spent.ts';
import type { Db } from '../db.ts';
import { money, nullable, real, text } from './column.ts';
import { table } from './table.ts';

interface SpendingRow extends Spending {
  readonly streamKind: StreamKind;
  readonly stream: string;
}

/**
 * What was spent on every commitment, project and client, and when, which says what it comes to in a month. It is folded
 * with the states, so that `done --took`, which replaces a total, adds the difference at its time.
 */
export const SPENDINGS = table<SpendingRow>(
  'spending',
  { streamKind: text(), stream: text(), at: text(), hours: real(), money: nullable(money()) },
  // It covers the sums of what was spent.
  { indexes: { spending_stream: '(stream, at, hours, money_minor, money_currency)' } },
);

/** Inserts what was spent on a stream that has nothing in the table yet; also if it was merged into another since. */
export function insertSpendings(db: Db, { kind, uid }: Stream, spendings: readonly Spending[]): void {
  for (const spending of spendings) SPENDINGS.insert(db, { streamKind: kind, stream: uid, ...spending });
}

export function removeSpendings(db: Db, { uid }: Stream): void {
  SPENDINGS.remove(db, 'stream', uid);
}

/** Everything that was spent by the uid of its stream, in the order in which it was recorded. */
export function readAllSpendings(db: Db): ReadonlyMap<string, readonly Spending[]> {
  const byStream = new Map<string, Spending[]>();
  for (const { stream, at, hours, money: spent } of SPENDINGS.select(db, 'ORDER BY rowid')) {
    const spendings = byStream.get(stream) ?? [];
    spendings.push({ at, hours, money: spent });
    byStream.set(stream, spendings);
  }
  return byStream;
}
