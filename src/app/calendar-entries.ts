import { type CalendarEntry, joinRevisions } from '../domain/agenda/calendar/entry.ts';
import { entryOfAway } from '../domain/agenda/calendar/of-away.ts';
import { closedSince, entriesOfCommitment } from '../domain/agenda/calendar/of-commitment.ts';
import { entriesOfStanding } from '../domain/agenda/calendar/of-standing.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import { readClosedSince, readOpenCommitments } from '../store/queries.ts';
import { readRevisionOfClocks } from '../store/revisions.ts';
import { readPresentOccurrences, readRunningStandings } from '../store/standings.ts';
import { readAway } from '../store/tables/away.ts';
import { revisionsOf, revisionsOfCommitments, revisionsOfStandings } from './calendar-revisions.ts';
import type { Context } from './context.ts';
import { type IsWanted, readFormerEntries } from './former-entries.ts';

/**
 * Everything that belongs into a calendar: dates of commitments by number, the next times of standing promises, and days away;
 * with a client (its uid) only what concerns them, or what they promised. At the end is what stood there before and does not any more.
 * The clock decides only which of those that are cancelled are still there.
 */
export function readCalendarEntries(context: Context, client: string | null): CalendarEntry[] {
  const isWanted: IsWanted = (each) => client === null || each.client === client || each.who === client;
  const { db, now } = context;
  const open = readOpenCommitments(db).filter(isWanted);
  const closed = readClosedSince(db, closedSince(now)).filter(isWanted);
  const commitments = [...open, ...closed].sort((a, b) => a.number - b.number);
  const entries = [
    ...entriesOfCommitments(context, commitments),
    ...entriesOfStandings(context, isWanted),
    ...(client === null ? entriesOfDaysAway(context) : []),
  ];
  return [...entries, ...readFormerEntries(context, { entries, commitments }, isWanted, client === null)];
}

function entriesOfCommitments(context: Context, commitments: readonly Commitment[]): CalendarEntry[] {
  const revisions = revisionsOfCommitments(context.db, commitments);
  return commitments.flatMap((commitment) => entriesOfCommitment(commitment, revisions(commitment), context));
}

function entriesOfStandings(context: Context, isWanted: IsWanted): CalendarEntry[] {
  const { db, now, calendar } = context;
  const running = readRunningStandings(db).filter(isWanted);
  const ofStanding = revisionsOfStandings(
    db,
    running.map(({ uid }) => uid),
  );
  const clocks = readRevisionOfClocks(db);
  const all = running.flatMap((standing) => {
    const last = readPresentOccurrences(db, standing.uid, now).at(-1) ?? null;
    return entriesOfStanding(standing, last, joinRevisions(ofStanding(standing.uid), clocks), calendar);
  });
  const own = revisionsOf(
    db,
    'commitment',
    all.map(({ uid }) => uid),
  );
  // One that was opened and taken back was in the calendar as that.
  return all.map((entry) => ({ ...entry, revision: joinRevisions(entry.revision, own(entry.uid)) }));
}

function entriesOfDaysAway({ db, calendar }: Context): CalendarEntry[] {
  const planned = readAway(db);
  const revisionOf = revisionsOf(
    db,
    'away',
    planned.map(({ uid }) => uid),
  );
  return planned.map((period) => entryOfAway(period, false, revisionOf(period.uid), calendar));
}
