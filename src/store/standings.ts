import type { Commitment } from '../domain/streams/commitment.ts';
import type { Standing, StandingRecord } from '../domain/streams/standing.ts';
import type { Instant } from '../domain/time/moment.ts';
import { type Db, using } from './db.ts';
import { statement } from './statement.ts';
import { selectCommitments } from './tables/commitment.ts';
import { selectStandings } from './tables/standing.ts';

/** Whether anything was ever promised again and again. */
export function hasStandings(db: Db): boolean {
  return using(db, () => statement(db, 'SELECT 1 FROM standing LIMIT 1').get() !== undefined);
}

/** Oldest first; those of one moment by the number of their first time. */
const IN_ORDER =
  'ORDER BY made_at, (SELECT min(number) FROM commitment WHERE occurrence_standing = standing.uid)';

/** The standing promises that come again, and those that were stopped and still have a time that is open, oldest first. */
export function readPresentStandings(db: Db): Standing[] {
  const hasOpen = `EXISTS (SELECT 1 FROM commitment WHERE occurrence_standing = standing.uid AND closed_at IS NULL)`;
  return selectStandings(db, `WHERE stopped_at IS NULL OR ${hasOpen} ${IN_ORDER}`);
}

/** The standing promises that were not stopped, oldest first. */
export function readRunningStandings(db: Db): Standing[] {
  return selectStandings(db, `WHERE stopped_at IS NULL ${IN_ORDER}`);
}

/** All standing promises, oldest first. */
export function readStandings(db: Db): Standing[] {
  return selectStandings(db, IN_ORDER);
}

/** A standing promise by its uid; null if it does not exist any more. */
export function readStanding(db: Db, uid: string): Standing | null {
  return selectStandings(db, 'WHERE uid = ?', uid)[0] ?? null;
}

/** The standing promises that concern a client, or that the client made. */
export function readStandingsOf(db: Db, client: string): Standing[] {
  return selectStandings(db, `WHERE client = ? OR who = ? ${IN_ORDER}`, client, client);
}

/**
 * The times of a standing promise that decide about what is opened or missed: those that are open or were missed and not answered
 * for, the last two, and the last of those whose time has passed; in order.
 */
export function readPresentOccurrences(db: Db, standing: string, now: Instant): Commitment[] {
  const last = (most: number, more = '') =>
    `SELECT uid FROM (SELECT uid FROM commitment WHERE occurrence_standing = ? ${more} ORDER BY occurrence_on DESC LIMIT ${most})`;
  return selectCommitments(
    db,
    `WHERE uid IN (SELECT uid FROM commitment WHERE occurrence_standing = ?
         AND (closed_at IS NULL OR (state = 'missed' AND miss_explained IS NULL))
       UNION ${last(2)} UNION ${last(1, 'AND due < ?')}) ORDER BY occurrence_on`,
    standing,
    standing,
    standing,
    now,
  );
}

/** All times of a standing promise that were opened, in order. */
export function readOccurrences(db: Db, standing: string): Commitment[] {
  return selectCommitments(db, 'WHERE occurrence_standing = ? ORDER BY occurrence_on', standing);
}

/** The times that were missed, and of which nobody has said why, in order, by standing promise. */
export function readMissed(db: Db, standing?: string): Commitment[] {
  const isUnexplained = "state = 'missed' AND miss_explained IS NULL AND occurrence_standing";
  return standing === undefined
    ? selectCommitments(db, `WHERE ${isUnexplained} IS NOT NULL ORDER BY occurrence_standing, occurrence_on`)
    : selectCommitments(db, `WHERE ${isUnexplained} = ? ORDER BY occurrence_on`, standing);
}

/**
 * How often a standing promise was kept, late or missed. What was dropped in time, and what is still open, does not count; what was
 * missed once is never kept.
 */
export function readRecordOf(db: Db, standing: string): StandingRecord {
  const row = statement(
    db,
    `SELECT coalesce(sum(state = 'done' AND missed_at IS NULL AND closed_at <= due), 0) AS kept,
            coalesce(sum(state = 'done' AND (missed_at IS NOT NULL OR closed_at > due)), 0) AS late,
            coalesce(sum(state <> 'done' AND missed_at IS NOT NULL), 0) AS missed
     FROM commitment WHERE occurrence_standing = ?`,
  ).get(standing);
  return row as StandingRecord;
}
