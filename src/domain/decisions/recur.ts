import { defined } from '../base/defined.ts';
import { newWork } from '../planning/work-left.ts';
import { type Commitment, isOpen } from '../streams/commitment.ts';
import type { Change, CommitmentEvent, PromiseAwaited, PromiseMade } from '../streams/events.ts';
import { calendarOfStanding, nextOf, type Standing, uidOfOccurrence } from '../streams/standing.ts';
import { reachedBy } from '../streams/standing-outlook.ts';
import { localDay } from '../time/calendar.ts';
import { isoOfDay } from '../time/iso-day.ts';
import { compareInstants, earliest, type Instant, latest } from '../time/moment.ts';
import type { Occurrence, Reached } from '../time/occurrences.ts';
import { on } from './decision.ts';
import { targetOf } from './derived-dates.ts';
import type { Situation } from './situation.ts';

/** The verb of what is recorded because its time has come. Nobody gave a command for it, so undo passes over it. */
export const RECUR = 'recur';

/** What happens to a time of a standing promise by itself. */
export const OPENED_BY_ITSELF: readonly CommitmentEvent['type'][] = [
  'NumberGiven',
  'PromiseMade',
  'PromiseAwaited',
  'OccurrenceShifted',
  'OccurrenceMissed',
  'OccurrenceWithdrawn',
];

/** A time of a standing promise that is known: on record, or about to be. */
interface Known {
  readonly uid: string;
  readonly reached: Reached;
  /** The date that stands for it, which may have been moved. */
  readonly due: Instant;
  readonly closedAt: Instant | null;
  /** Whether it waits to be settled and would be missed once the one after it has passed. */
  readonly isWaiting: boolean;
}

/** A standing promise, and its times that are open, the last two, and the last that has passed; in order. */
export interface Present {
  readonly standing: Standing;
  readonly times: readonly Commitment[];
}

/**
 * What has to be opened or missed of standing promises by now. The next time of one is opened once the one before is settled or its
 * time has passed, so at most two are open: the late one, and the next. One that waits when the time of a later one has passed too
 * is missed. Numbers are given in the order in which the times came round.
 */
export function recur(all: readonly Present[], situation: Situation): readonly Change[] {
  const found = all.map((present) => comingRound(present, situation));
  const opened = found.flatMap((each) => each.opened);
  opened.sort((a, b) => compareInstants(a.event.at, b.event.at));
  return [
    ...opened.flatMap(({ uid, event }) => [
      ...(situation.numberOf(uid) === null
        ? [on({ uid }, { type: 'NumberGiven', number: situation.newNumber() })]
        : []),
      on({ uid }, event),
    ]),
    ...found.flatMap(({ ended }) => ended),
  ];
}

/** A time of a standing promise that opens now. */
interface Opening {
  readonly uid: string;
  readonly event: PromiseMade | PromiseAwaited;
}

/** What comes round of a standing promise by now, and what is missed or withdrawn with that. */
interface ComingRound {
  readonly opened: readonly Opening[];
  readonly ended: readonly Change[];
}

function comingRound({ standing, times }: Present, situation: Situation): ComingRound {
  const { now } = situation;
  const calendar = calendarOfStanding(standing, situation.calendar);
  const unfounded = unfoundedAmong({ standing, times }, situation);
  const opened: Opening[] = [];
  const known = times.filter((time) => !unfounded.includes(time)).map(asKnown);
  for (let last = known.at(-1) ?? null; ; ) {
    const isTime = last === null || hasPassed(last, now);
    const next = isTime ? nextOf(standing, last?.reached ?? null, calendar) : null;
    if (next === null) break;
    const uid = uidOfOccurrence(standing, next, calendar);
    const opensAt = latest(last === null ? standing.since : opening(last), standing.madeAt);
    opened.push({ uid, event: beginning(standing, next, last === null, opensAt, situation) });
    const due = next.due.at;
    const reached = { on: next.on, due, since: standing.since, isOpen: true, doneAt: null };
    last = { uid, reached, due, closedAt: null, isWaiting: true };
    known.push(last);
  }
  const withdrawn = unfounded
    .filter(({ uid }) => !opened.some((each) => each.uid === uid))
    .map((time) => on(time, { type: 'OccurrenceWithdrawn' as const, at: now }));
  return { opened, ended: [...withdrawn, ...missedIn(known, now)] };
}

/**
 * Times that came by themselves by a rule that was taken back since, or that another device opened without knowing of a pause or an
 * end, as far as nothing was done about them. They never came: what the rule names now opens in their place.
 */
function unfoundedAmong({ standing, times }: Present, situation: Situation): readonly Commitment[] {
  const calendar = calendarOfStanding(standing, situation.calendar);
  const isUnfounded = (time: Commitment, index: number): boolean => {
    const { occurrence, due } = time;
    if (!occurrence?.byItself || due === null) return false;
    const day = isoOfDay(localDay(calendar, occurrence.on));
    const isOver =
      (standing.stoppedAt !== null && standing.stoppedAt < occurrence.due) ||
      (standing.until !== null && standing.until < day);
    const isPaused = standing.pauses.some(
      ({ first, last, at }) => first <= day && day <= last && at < occurrence.due,
    );
    const isLast = index === times.length - 1;
    const isReplaced =
      isLast && isOpen(time) && due.at > situation.now && comesOtherwise(time, times[index - 1]);
    return (isOver || isPaused || isReplaced) && situation.isAsOpened(time.uid);
  };
  return times.filter(isUnfounded);

  /** Whether others come first by the present rule, or the cadence that named it was taken back. */
  function comesOtherwise({ occurrence }: Commitment, before: Commitment | undefined): boolean {
    if (!occurrence || !before || occurrence.since < standing.since) return false;
    const next = nextOf(standing, reachedBy(before), calendar);
    if (next === null) return occurrence.since > standing.since;
    return next.on < occurrence.on || (occurrence.since > standing.since && next.on !== occurrence.on);
  }
}

/** The times of a standing promise that were missed by now, because the time of a later one has passed too. */
function missedIn(known: readonly Known[], now: Instant): Change[] {
  return known.flatMap(({ uid, isWaiting, due }, index) => {
    if (!isWaiting) return [];
    for (let place = index + 1; place < known.length; place++) {
      const later = known[place]?.due;
      if (later !== undefined && later > due && later < now) {
        return [on({ uid }, { type: 'OccurrenceMissed', at: later })];
      }
    }
    return [];
  });
}

function asKnown(commitment: Commitment): Known {
  const { uid, due, createdAt, closedAt, reopened } = commitment;
  return {
    uid,
    reached: reachedBy(commitment),
    due: due?.at ?? createdAt,
    closedAt,
    // What was opened again on purpose waits for as long as it takes.
    isWaiting: isOpen(commitment) && reopened === 0,
  };
}

/** Whether the next one opens now: this one is settled, or its time has passed. */
function hasPassed({ due, closedAt }: Known, now: Instant): boolean {
  return closedAt !== null || due < now;
}

/** When the next one opens after this one. */
function opening({ due, closedAt }: Known): Instant {
  return closedAt === null ? due : earliest(due, closedAt);
}

function beginning(
  standing: Standing,
  { on: named, due }: Occurrence,
  isFirst: boolean,
  at: Instant,
  situation: Situation,
): PromiseMade | PromiseAwaited {
  const { uid, title, estimate, client, who, person, project, kind, since } = standing;
  const occurrence = {
    standing: uid,
    on: named,
    due: due.at,
    since,
    ...(!isFirst && { byItself: true as const }),
  };
  const common = { title, due, occurrence, project: project ?? undefined, at };
  if (kind === 'awaiting') {
    return defined({
      type: 'PromiseAwaited' as const,
      ...common,
      client: client ?? who ?? '',
      who: who ?? client ?? '',
      person: person ?? undefined,
    });
  }
  // What is long past is not planned any more.
  const work = newWork('promise', client ?? undefined, estimate?.hours);
  const target = due.at > situation.now ? targetOf(work, due, situation) : undefined;
  return defined({
    type: 'PromiseMade' as const,
    ...common,
    client: client ?? undefined,
    target,
    estimateHours: estimate?.hours,
    estimateRange: estimate?.range,
    estimateText: estimate?.text,
  });
}
