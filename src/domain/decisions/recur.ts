import { defined } from '../base/defined.ts';
import { newWork } from '../planning/work-left.ts';
import { type Commitment, isOpen } from '../streams/commitment.ts';
import type { Change, CommitmentEvent } from '../streams/events.ts';
import { calendarOfStanding, nextOf, type Standing, uidOfOccurrence } from '../streams/standing.ts';
import { reachedBy } from '../streams/standing-outlook.ts';
import { earliest, type Instant, latest } from '../time/moment.ts';
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

/**
 * What has to be opened or missed of a standing promise by now. `present` are its times that are open, the last one, and the
 * last that has passed. The next one is opened once the one before is settled or its time has passed, so at most two are open: the
 * late one, and the next. One that waits when the time of a later one has passed too is missed.
 */
export function recur(
  standing: Standing,
  present: readonly Commitment[],
  situation: Situation,
): readonly Change[] {
  const { now } = situation;
  const calendar = calendarOfStanding(standing, situation.calendar);
  const changes: Change[] = [];
  const known = present.map(asKnown);
  for (let last = known.at(-1) ?? null; ; ) {
    const opensAt = last === null ? standing.since : opening(last);
    const isTime = last === null || hasPassed(last, now);
    const next = isTime ? nextOf(standing, last, calendar) : null;
    if (next === null) break;
    const uid = uidOfOccurrence(standing, next, calendar);
    const number = situation.numberOf(uid);
    changes.push(
      ...(number === null ? [on({ uid }, { type: 'NumberGiven', number: situation.newNumber() })] : []),
      on({ uid }, opened(standing, next, last === null, latest(opensAt, standing.madeAt), situation)),
    );
    last = { uid, on: next.on, due: next.due.at, closedAt: null, isWaiting: true };
    known.push(last);
  }
  return [...changes, ...missedIn(known, now)];
}

/** The times of a standing promise that were missed by now, because the time of a later one has passed too. */
function missedIn(known: readonly Known[], now: Instant): Change[] {
  return known.flatMap(({ uid, isWaiting, due }, index) => {
    const after = known.slice(index + 1).map((later) => later.due);
    const passed = after.filter((at) => at > due && at < now);
    return isWaiting && passed.length > 0
      ? [on({ uid }, { type: 'OccurrenceMissed', at: passed.reduce(earliest) })]
      : [];
  });
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

function opened(
  standing: Standing,
  { on: named, due }: Occurrence,
  isFirst: boolean,
  at: Instant,
  situation: Situation,
): CommitmentEvent {
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
