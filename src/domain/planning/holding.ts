import { latest, type Moment } from '../time/moment.ts';
import { dayThatHolds, isSure } from './chance.ts';
import type { PlanningContext } from './context.ts';
import { behind } from './place.ts';
import { datedWork, type Planned, placeFor, positionBehind, queuedAmong, queueWithout } from './queue.ts';

/**
 * The earliest date from a given one on that is as likely to be kept as it has to be, in the order of work that results:
 * what is due by then comes first. Every other date stays as it is. Without work to plan it is the given one.
 */
export function earliestThatHolds(context: PlanningContext, commitment: Planned, from: Moment): Moment {
  const { now, queue } = context;
  const left = context.workLeft(commitment);
  if (left.hours === 0) return from;
  const others = queueWithout(queue, commitment);
  const given = datedWork(commitment, from, left, now);
  if (!given.isLate && isSure(context, queuedAmong(others, given))) return from;
  // A date that has passed is no place to stand at: what comes first is what is due by now.
  const work = { ...given, isLate: false };
  for (let place = placeFor(others, latest(from.at, now), commitment); ; ) {
    const ahead = others[place - 1];
    const day = dayThatHolds(context, { ...work, ...positionBehind(ahead, work) });
    const date = behind(context, ahead, day, commitment);
    const due = placeFor(others, date.at, commitment);
    if (due <= place) return date;
    place = due;
  }
}
