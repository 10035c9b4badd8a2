import { type CalendarEntry, joinRevisions } from '../domain/agenda/calendar/entry.ts';
import { entryOfAway } from '../domain/agenda/calendar/of-away.ts';
import { closedSince, formerEntriesOfCommitment } from '../domain/agenda/calendar/of-commitment.ts';
import { entriesOfStanding, TIMES_AHEAD } from '../domain/agenda/calendar/of-standing.ts';
import { groupBy } from '../domain/base/group-by.ts';
import { type Away, withAway } from '../domain/streams/away.ts';
import { type Commitment, counterpart, isBorn } from '../domain/streams/commitment.ts';
import type { StreamKind } from '../domain/streams/events.ts';
import type { StatesByKind } from '../domain/streams/registry.ts';
import type { Standing } from '../domain/streams/standing.ts';
import { reachedBy } from '../domain/streams/standing-outlook.ts';
import { type WorkCalendar, withoutAway } from '../domain/time/calendar.ts';
import type { Instant } from '../domain/time/moment.ts';
import { readChangedSince, readHistories, type Step } from '../store/histories.ts';
import { compareOperations, type Operation } from '../store/journal.ts';
import { readRevisionOfClocks } from '../store/revisions.ts';
import { readOccurrences, readRunningStandings, readStanding } from '../store/standings.ts';
import { readAway } from '../store/tables/away.ts';
import { revisionsOf, revisionsOfCommitments, revisionsOfStandings } from './calendar-revisions.ts';
import type { Context } from './context.ts';

/** Whether something belongs into a calendar, by whom it concerns and who promised it. */
export type IsWanted = (each: { readonly client: string | null; readonly who: string | null }) => boolean;

/** What stands in the calendar now, and the commitments that it was made of. */
interface Present {
  readonly entries: readonly CalendarEntry[];
  readonly commitments: readonly Commitment[];
}

/** What was changed lately, and the working calendars that counted since then, the present one first. */
interface Lately {
  readonly since: Instant;
  readonly changed: ReturnType<typeof readChangedSince>;
  readonly calendars: readonly DatedCalendar[];
}

/** A working calendar, and the operation that made it so; null for the one before all that was changed lately. */
interface DatedCalendar {
  readonly from: Operation | null;
  readonly calendar: WorkCalendar;
}

/**
 * What stood in the calendar before and does not any more, as cancelled, so that other programs take it out: the target and the update of
 * what is in it as long as it is; and for as long as what is closed stays, what was taken back or comes no more. It is found by replaying
 * the journal: a date is the one that stood there last.
 */
export function readFormerEntries(
  context: Context,
  present: Present,
  isWanted: IsWanted,
  withAway: boolean,
): CalendarEntry[] {
  const { db, now } = context;
  const since = closedSince(now);
  const changed = readChangedSince(db, since);
  const awayHistories = readHistories(db, 'away', changed.away);
  const lately = { since, changed, calendars: calendarsLately(context, since, awayHistories) };
  const commitmentHistories = readHistories(db, 'commitment', commitmentsToReplay(context, present, lately));
  const former = [
    ...formerOfCommitments(context, present, lately, commitmentHistories, isWanted),
    ...formerOfStandings(context, lately, commitmentHistories, isWanted),
    ...(withAway ? formerDaysAway(context, since, awayHistories) : []),
  ];
  const seen = new Set(present.entries.map(({ uid }) => uid));
  return former.filter(({ uid }) => !seen.has(uid) && seen.add(uid));
}

type Histories<K extends StreamKind> = ReadonlyMap<string, readonly Step<K>[]>;

/** The states in a history that others replaced at or after an instant, latest first. */
function replacedSince<K extends StreamKind>(history: readonly Step<K>[], since: Instant): StatesByKind[K][] {
  return history
    .filter((_, index) => (history[index + 1]?.operation.recordedAt ?? '') >= since)
    .map(({ state }) => state)
    .reverse();
}

/** The state in a history after an operation; before all since an instant, if that is null. */
function stateAt<K extends StreamKind>(
  history: readonly Step<K>[],
  moment: Operation | null,
  since: Instant,
): StatesByKind[K] | null {
  const isBy = ({ operation }: Step<K>) =>
    moment === null ? operation.recordedAt < since : compareOperations(operation, moment) <= 0;
  return history.findLast(isBy)?.state ?? null;
}

/** The operations in some histories since an instant, in order, and null for what was before them. */
function momentsOf(histories: Iterable<readonly Step<StreamKind>[]>, since: Instant): (Operation | null)[] {
  const operations = new Map<string, Operation>();
  for (const history of histories) {
    for (const { operation } of history) {
      if (operation.recordedAt >= since) operations.set(operation.id, operation);
    }
  }
  return [null, ...[...operations.values()].sort(compareOperations)];
}

function calendarsLately(
  { db, calendar }: Context,
  since: Instant,
  histories: Histories<'away'>,
): DatedCalendar[] {
  if (histories.size === 0) return [{ from: null, calendar }];
  const unchanged = readAway(db).filter(({ uid }) => !histories.has(uid));
  const bare = withoutAway(calendar);
  const dated = momentsOf(histories.values(), since).map((from): DatedCalendar => {
    const changed = [...histories.values()].flatMap((history): Away[] => {
      const period = stateAt(history, from, since);
      return period ? [period] : [];
    });
    return { from, calendar: withAway(bare, [...unchanged, ...changed]) };
  });
  return dated.reverse();
}

/** The commitments that may have had an entry which they do not have now. */
function commitmentsToReplay({ db }: Context, { commitments }: Present, lately: Lately): ReadonlySet<string> {
  const { changed, calendars } = lately;
  const haveClocksChanged = calendars.length > 1 || changed.client.size > 0;
  const own = revisionsOf(
    db,
    'commitment',
    commitments.map(({ uid }) => uid),
  );
  // What was recorded once and never changed is as it was.
  const present = commitments.filter(({ uid }) => haveClocksChanged || own(uid).count > 1);
  return new Set([...present.map(({ uid }) => uid), ...changed.commitment]);
}

function formerOfCommitments(
  { db, clockSettingsOf }: Context,
  present: Present,
  { since, changed, calendars }: Lately,
  histories: Histories<'commitment'>,
  isWanted: IsWanted,
): CalendarEntry[] {
  const there = new Set(present.entries.map(({ uid }) => uid));
  const presentOf = new Map(present.commitments.map((commitment) => [commitment.uid, commitment]));
  const wasThere = (state: StatesByKind['commitment']): state is Commitment =>
    isBorn(state) && isWanted(state) && (state.closedAt === null || state.closedAt >= since);
  const pasts = [...histories].flatMap(([uid, history]) => {
    const now = presentOf.get(uid) ?? null;
    const before = replacedSince(history, there.has(uid) ? '' : since);
    // What never changed itself may have had an update under other clocks.
    const states = [...(now ? [now] : []), ...before].filter(wasThere);
    return states.length === 0 ? [] : [{ uid, now, states }];
  });
  const revisions = revisionsOfCommitments(
    db,
    pasts.map(({ uid, states }) => ({ uid, occurrence: occurrenceIn(states) })),
  );
  const clocks = calendars.map(({ calendar }) => ({ calendar, clockSettingsOf }));
  return pasts.flatMap(({ uid, now, states }) => {
    const isAnyCadence = states.some(({ client }) => client !== null && changed.client.has(client));
    const all = formerEntriesOfCommitment(
      states,
      revisions({ uid, occurrence: occurrenceIn(states) }),
      clocks,
      isAnyCadence,
    );
    return now === null ? all : all.map((entry) => asOf(now, entry));
  });
}

function occurrenceIn(states: readonly Commitment[]): Commitment['occurrence'] {
  return states.find(({ occurrence }) => occurrence !== null)?.occurrence ?? null;
}

/** A former entry of a commitment that is still there, called what that is called now. */
function asOf(commitment: Commitment, entry: CalendarEntry): CalendarEntry {
  if (entry.about.what === 'away') return entry;
  const { title, client, number, state } = commitment;
  return {
    ...entry,
    about: { ...entry.about, title, client, number, state, counterpart: counterpart(commitment) },
  };
}

function formerOfStandings(
  context: Context,
  lately: Lately,
  commitmentHistories: Histories<'commitment'>,
  isWanted: IsWanted,
): CalendarEntry[] {
  const { db } = context;
  const { changed, calendars } = lately;
  const changedTimes = [...commitmentHistories].flatMap(([uid, history]) => {
    const states = changed.commitment.has(uid) ? history.map(({ state }) => state).filter(isBorn) : [];
    const standing = occurrenceIn(states)?.standing;
    return standing === undefined ? [] : [{ uid, standing, history }];
  });
  const timesOf = groupBy(changedTimes, ({ standing }) => standing);
  const moved = calendars.length > 1 ? readRunningStandings(db).map(({ uid }) => uid) : [];
  const uids = new Set([...changed.standing, ...timesOf.keys(), ...moved]);
  const histories = readHistories(db, 'standing', uids);
  const ofStanding = revisionsOfStandings(db, uids);
  const clocks = readRevisionOfClocks(db);
  const all = [...histories].flatMap(([uid, history]) => {
    const times = timesOf.get(uid) ?? [];
    const unchanged = readOccurrences(db, uid).filter((each) => !times.some((time) => time.uid === each.uid));
    const revision = joinRevisions(ofStanding(uid), clocks);
    return formerTimes(
      context,
      { uid, history, times, last: unchanged.at(-1) ?? null },
      lately,
      isWanted,
    ).map((entry) => ({ ...entry, revision }));
  });
  const own = revisionsOf(
    db,
    'commitment',
    all.map(({ uid }) => uid),
  );
  return all.map((entry) => ({ ...entry, revision: joinRevisions(entry.revision, own(entry.uid)) }));
}

/** A standing promise with what was changed of it lately: itself, and its times; and the last of the other times. */
interface ChangedStanding {
  readonly uid: string;
  readonly history: readonly Step<'standing'>[];
  readonly times: readonly { readonly uid: string; readonly history: readonly Step<'commitment'>[] }[];
  readonly last: Commitment | null;
}

const UNCOUNTED = { count: 0, at: null };

/**
 * The times of a standing promise that stood in the calendar lately. Those that are only further ahead again than it goes (a time was
 * opened, and that was taken back) still hold.
 */
function formerTimes(
  { db, calendar }: Context,
  { uid, history, times, last }: ChangedStanding,
  { since, calendars }: Lately,
  isWanted: IsWanted,
): CalendarEntry[] {
  const lastAt = (moment: Operation | null): Commitment | null => {
    const opened = times.flatMap((time): Commitment[] => {
      const state = stateAt(time.history, moment, since);
      return state !== null && isBorn(state) ? [state] : [];
    });
    const on = ({ occurrence }: Commitment) => occurrence?.on ?? '';
    return [...opened, ...(last ? [last] : [])].reduce<Commitment | null>(
      (latest, each) => (latest === null || on(each) > on(latest) ? each : latest),
      null,
    );
  };
  const calendarAt = (moment: Operation | null) =>
    calendars.find(({ from }) => from === null || (moment !== null && compareOperations(from, moment) <= 0))
      ?.calendar ?? calendar;
  const moved = calendars.flatMap(({ from }) => from ?? []);
  const ownMoments = momentsOf([history, ...times.map((time) => time.history)], since);
  const moments = [null, ...[...ownMoments.flatMap((each) => each ?? []), ...moved].sort(compareOperations)];
  const entries = new Map<string, CalendarEntry>();
  let before = '';
  for (const moment of moments) {
    const standing: Standing | null = stateAt(history, moment, since);
    if (standing === null || !isWanted(standing)) continue;
    const time = lastAt(moment);
    const there = calendarAt(moment);
    const reckonedFrom = JSON.stringify([
      standing,
      time && reachedBy(time),
      calendars.findIndex((each) => each.calendar === there),
    ]);
    if (reckonedFrom === before) continue;
    before = reckonedFrom;
    for (const entry of entriesOfStanding(standing, time, UNCOUNTED, there)) {
      entries.set(entry.uid, { ...entry, isCancelled: true });
    }
  }
  const now = readStanding(db, uid);
  if (now === null || !isWanted(now)) return [...entries.values()];
  const present = entriesOfStanding(
    now,
    lastAt(moments.at(-1) ?? null),
    UNCOUNTED,
    calendar,
    furthest(entries),
  );
  for (const entry of present) if (entries.has(entry.uid)) entries.set(entry.uid, entry);
  return [...entries.values()];
}

/** The most times that are looked at for those that still hold. */
const MOST_AHEAD = 60;

function furthest({ size }: ReadonlyMap<string, CalendarEntry>): number {
  return Math.min(TIMES_AHEAD + size, MOST_AHEAD);
}

/** The periods away that were cancelled or taken back lately, as they were planned. */
function formerDaysAway(
  { db, calendar }: Context,
  since: Instant,
  histories: Histories<'away'>,
): CalendarEntry[] {
  const revisionOf = revisionsOf(db, 'away', histories.keys());
  return [...histories].flatMap(([uid, history]) => {
    const period = replacedSince(history, since).find((state) => state !== null);
    return period ? [entryOfAway(period, true, revisionOf(uid), calendar)] : [];
  });
}
