import { firstIndex } from '../base/first-index.ts';
import type { Commitment } from '../streams/commitment.ts';
import { compareInstants, type Instant, type Moment } from '../time/moment.ts';
import type { Workable, WorkLeft } from './work-left.ts';

/** The fields of commitments that the queue is made from and shown with. */
export const PLANNED_FIELDS = [
  'uid',
  'number',
  'kind',
  'title',
  'client',
  'state',
  'createdAt',
  'due',
  'offer',
  'target',
  'estimate',
  'spentHours',
] as const satisfies readonly (keyof Commitment)[];

/** A commitment as the queue knows it. Much may be open, so nothing else is read of it. */
export type Planned = Pick<Commitment, (typeof PLANNED_FIELDS)[number]>;

/** A commitment in the queue, which is in order of the dates. */
export interface QueuedWork extends WorkLeft {
  readonly commitment: Planned;
  /** The agreed date, or the offered one that has not been answered yet. */
  readonly date: Moment;
  /** Its place in the queue, from 1. */
  readonly place: number;
  /** Hours of all work up to and including this. */
  readonly hoursThrough: number;
}

/**
 * The queue: agreed work, and offers that can still be accepted. An offer holds its place until it is
 * answered.
 */
export function queueOf(
  open: readonly Planned[],
  now: Instant,
  workLeft: (work: Workable) => WorkLeft,
): QueuedWork[] {
  const dated: { commitment: Planned; date: Moment; left: WorkLeft }[] = [];
  for (const commitment of open) {
    const date = dateGiven(commitment, now);
    if (date === null) continue;
    const left = workLeft(commitment);
    if (left.hours > 0) dated.push({ commitment, date, left });
  }
  dated.sort((a, b) => compareInstants(a.date.at, b.date.at) || a.commitment.number - b.commitment.number);
  let hoursThrough = 0;
  return dated.map(({ commitment, date, left: { hours, assumedFrom } }, index) => {
    hoursThrough += hours;
    const work = { commitment, date, hours, place: index + 1, hoursThrough };
    return assumedFrom === undefined ? work : { ...work, assumedFrom };
  });
}

function dateGiven({ state, due, offer }: Planned, now: Instant): Moment | null {
  if (state === 'agreed') return due;
  return state === 'offered' && offer !== null && offer.date.at > now ? offer.date : null;
}

/** The queue without one commitment. */
export function queueWithout(queue: readonly QueuedWork[], { uid }: Planned): readonly QueuedWork[] {
  const index = queue.findIndex(({ commitment }) => commitment.uid === uid);
  if (index < 0) return queue;
  let hoursThrough = hoursAhead(queue, index);
  const behind = queue.slice(index + 1).map((work) => {
    hoursThrough += work.hours;
    return { ...work, place: work.place - 1, hoursThrough };
  });
  return [...queue.slice(0, index), ...behind];
}

/** The number of dates in the queue at or before an instant. */
export function datesUntil(queue: readonly QueuedWork[], at: Instant): number {
  return firstIndex(queue.length, (index) => (queue[index]?.date.at ?? at) > at);
}

/** The hours of the first `count` items in the queue. */
export function hoursAhead(queue: readonly QueuedWork[], count: number): number {
  return queue[count - 1]?.hoursThrough ?? 0;
}
