import { defined } from '../base/defined.ts';
import { newWork } from '../planning/work-left.ts';
import { type Commitment, isOpen } from '../streams/commitment.ts';
import type { Change, PromiseAwaited, PromiseMade } from '../streams/events.ts';
import { calendarOfStanding, nextOf, type Standing, uidOfOccurrence } from '../streams/standing.ts';
import { reachedBy } from '../streams/standing-outlook.ts';
import { compareInstants, earliest, type Instant, latest } from '../time/moment.ts';
import type { Occurrence, Reached } from '../time/occurrences.ts';
import { on } from './decision.ts';
import { targetOf } from './derived-dates.ts';
import type { Situation } from './situation.ts';

/** The verb of what is recorded because its time has come. Nobody gave a command for it, so undo passes over it. */
export const RECUR = 'recur';

/** A time of a standing promise that is known: on record, or about to be. */
interface Known extends Reached {
  readonly uid: string;
  /** Whether it waits to be settled and would be missed once the one after it has passed. */
  readonly isWaiting: boolean;
}

/** A standing promise, and its times that are open, the last one, and the last that has passed; in order. */
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
    ...found.flatMap(({ missed }) => missed),
  ];
}

/** What comes round of a standing promise by now, and what is missed with that. */
interface ComingRound {
  readonly opened: readonly { readonly uid: string; readonly event: PromiseMade | PromiseAwaited }[];
  readonly missed: readonly Change[];
}

function comingRound({ standing, times }: Present, situation: Situation): ComingRound {
  const { now } = situation;
  const calendar = calendarOfStanding(standing, situation.calendar);
  const opened: { readonly uid: string; readonly event: PromiseMade | PromiseAwaited }[] = [];
  const known = times.map(asKnown);
  for (let last = known.at(-1) ?? null; ; ) {
    const isTime = last === null || hasPassed(last, now);
    const next = isTime ? nextOf(standing, last, calendar) : null;
    if (next === null) return { opened, missed: missedIn(known, now) };
    const uid = uidOfOccurrence(standing, next, calendar);
    const opensAt = latest(last === null ? standing.since : opening(last), standing.madeAt);
    opened.push({ uid, event: beginning(standing, next, last === null, opensAt, situation) });
    last = { uid, on: next.on, due: next.due.at, closedAt: null, isWaiting: true };
    known.push(last);
  }
}

/** The times of a standing promise that were missed by now, because the time of a later one has passed too. */
function missedIn(known: readonly Known[], now: Instant): Change[] {
  const missed: Change[] = [];
  // From the last to the first, with the earliest time after each that has passed.
  let passed: Instant | null = null;
  for (const { uid, isWaiting, due } of known.toReversed()) {
    if (isWaiting && passed !== null && passed > due) {
      missed.push(on({ uid }, { type: 'OccurrenceMissed', at: passed }));
    }
    if (due < now) passed = passed === null ? due : earliest(passed, due);
  }
  return missed.toReversed();
}

function asKnown(commitment: Commitment): Known {
  const { uid, reopened } = commitment;
  return {
    uid,
    ...reachedBy(commitment),
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
  const { uid, title, estimate, client, who, person, project, kind } = standing;
  const occurrence = { standing: uid, on: named, ...(!isFirst && { byItself: true as const }) };
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
