import type { Commitment } from '../domain/streams/commitment.ts';
import type { ReportMade } from '../domain/streams/events.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { readEffective, readUndone } from './journal.ts';
import { statement } from './statement.ts';

/**
 * The commitments for a client that a report may be about, by number: all of them, or those that were open at some time since an
 * instant, wait for somebody, or had something said about them since.
 */
export function readToReport(
  db: Db,
  client: string,
  since: Instant | null,
): Pick<Commitment, 'uid' | 'number'>[] {
  const isNew = `closed_at IS NULL OR closed_at >= @since OR ball IS NOT NULL OR EXISTS (
    SELECT 1 FROM event WHERE stream_kind = 'commitment' AND stream = commitment.uid AND payload ->> 'at' >= @since)`;
  const sql = `SELECT uid, number FROM commitment WHERE client = @client AND (@since IS NULL OR ${isNew}) ORDER BY number`;
  return statement(db, sql).all({ client, since }) as Pick<Commitment, 'uid' | 'number'>[];
}

/** The reports that were made for some clients, without those that were undone, in the order in which that was recorded. */
export function readReportsMade(db: Db, clients: readonly string[]): ReportMade[] {
  const undone = readUndone(db);
  return clients.flatMap((uid) =>
    readEffective(db, { kind: 'client', uid }, undone).flatMap((event) =>
      event.type === 'ReportMade' ? [event] : [],
    ),
  );
}
