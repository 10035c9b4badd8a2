import { type CalendarEntry, joinRevisions } from '../domain/agenda/calendar/entry.ts';
import { entryOfAway } from '../domain/agenda/calendar/of-away.ts';
import { closedSince, entriesOfCommitment } from '../domain/agenda/calendar/of-commitment.ts';
import { entriesOfStanding } from '../domain/agenda/calendar/of-standing.ts';
import { type Away, evolveAway } from '../domain/streams/away.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import type { StreamKind } from '../domain/streams/events.ts';
import { readEffective, readUndone } from '../store/journal.ts';
import { readClosedSince, readOpenCommitments } from '../store/queries.ts';
import {
  readCancelledAway,
  readRevisionOfClocks,
  readRevisions,
  type StoredRevision,
} from '../store/revisions.ts';
import { readPresentOccurrences, readRunningStandings } from '../store/standings.ts';
import { readAway } from '../store/tables/away.ts';
import type { Context } from './context.ts';

/**
 * Everything that belongs into a calendar: dates of commitments by number, the next times of standing promises, and days away;
 * with a client (its uid) only what concerns them, or what they promised. The clock decides only which of those that are
 * cancelled are still there.
 */
export function readCalendarEntries(context: Context, client: string | null): CalendarEntry[] {
  const isWanted = (each: { readonly client: string | null; readonly who: string | null }) =>
    client === null || each.client === client || each.who === client;
  const { db, now } = context;
  const open = readOpenCommitments(db).filter(isWanted);
  const closed = readClosedSince(db, closedSince(now)).filter(isWanted);
  const commitments = [...open, ...closed].sort((a, b) => a.number - b.number);
  return [
    ...entriesOfCommitments(context, commitments),
    ...entriesOfStandings(context, isWanted),
    ...(client === null ? entriesOfDaysAway(context) : []),
  ];
}

function entriesOfCommitments(context: Context, commitments: readonly Commitment[]): CalendarEntry[] {
  const { db } = context;
  const own = revisionsOf(context, 'commitment', commitments);
  const standings = commitments.flatMap(({ occurrence }) =>
    occurrence ? [{ uid: occurrence.standing }] : [],
  );
  const ofStanding = revisionsOf(context, 'standing', standings);
  const clocks = readRevisionOfClocks(db);
  return commitments.flatMap((commitment) => {
    const { uid, occurrence } = commitment;
    const standing = occurrence && ofStanding(occurrence.standing);
    return entriesOfCommitment(commitment, { own: own(uid), standing, clocks }, context);
  });
}

function entriesOfStandings(
  context: Context,
  isWanted: (each: { readonly client: string | null; readonly who: string | null }) => boolean,
): CalendarEntry[] {
  const { db, now, calendar } = context;
  const running = readRunningStandings(db).filter(isWanted);
  const ofStanding = revisionsOf(context, 'standing', running);
  const clocks = readRevisionOfClocks(db);
  const all = running.flatMap((standing) => {
    const last = readPresentOccurrences(db, standing.uid, now).at(-1) ?? null;
    return entriesOfStanding(standing, last, joinRevisions(ofStanding(standing.uid), clocks), calendar);
  });
  const own = revisionsOf(context, 'commitment', all);
  // One that was opened and taken back was in the calendar as that.
  return all.map((entry) => ({ ...entry, revision: joinRevisions(entry.revision, own(entry.uid)) }));
}

function entriesOfDaysAway(context: Context): CalendarEntry[] {
  const { db, calendar } = context;
  const planned = readAway(db);
  const cancelled = readCancelledPeriods(context).filter(
    ({ uid }) => !planned.some((period) => period.uid === uid),
  );
  const revisionOf = revisionsOf(context, 'away', [...planned, ...cancelled]);
  return [
    ...planned.map((period) => entryOfAway(period, false, revisionOf(period.uid), calendar)),
    ...cancelled.map((period) => entryOfAway(period, true, revisionOf(period.uid), calendar)),
  ];
}

/** The periods away that were cancelled lately, as they were planned. */
function readCancelledPeriods({ db, now }: Context): Away[] {
  const undone = readUndone(db);
  const since = closedSince(now);
  return readCancelledAway(db).flatMap((uid) => {
    const events = readEffective(db, { kind: 'away', uid }, undone);
    const planned = events.find((event) => event.type === 'AwayPlanned');
    const end = events.find((event) => event.type === 'AwayCancelled');
    const away = planned ? evolveAway(null, planned, uid) : null;
    return away && end && end.at >= since ? [away] : [];
  });
}

const NEVER: StoredRevision = { count: 0, at: null };

/** How often each of some things was changed, by its uid. */
function revisionsOf(
  { db }: Context,
  kind: StreamKind,
  things: readonly { readonly uid: string }[],
): (uid: string) => StoredRevision {
  const uids = [...new Set(things.map(({ uid }) => uid))];
  const revisions = readRevisions(db, kind, uids);
  return (uid) => revisions.get(uid) ?? NEVER;
}
