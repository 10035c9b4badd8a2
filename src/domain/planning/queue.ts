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

/** Work with a date, before it has a place in the queue. */
export interface DatedWork extends WorkLeft {
  readonly commitment: Planned;
  /** The agreed date, or the offered one that has not been answered yet. */
  readonly date: Moment;
  readonly isLate: boolean;
}

/** A place in the queue, from 1, and the hours of all work up to and including what stands there. */
interface Place {
  readonly place: number;
  readonly hoursThrough: number;
}

/** Where work stands in the queue. */
export interface Position extends Place {
  /** The same without late work, which small work does not wait for. */
  readonly inTime: Place;
}

/** A commitment in the queue, which is in order of the dates. */
export interface QueuedWork extends DatedWork, Position {}

/** Work of no more hours than this is done in between: it holds up no date, and does not wait for late work. */
const SMALL_HOURS = 2;

/** Whether work is so small that it is done in between. */
export function isSmall({ hours }: Pick<WorkLeft, 'hours'>): boolean {
  return hours <= SMALL_HOURS;
}

/** Whether small work is done before late work, although its date comes later. */
export function passesLate(work: Pick<DatedWork, 'hours' | 'isLate'>): boolean {
  return isSmall(work) && !work.isLate;
}

/** What has to be done before work is done, itself included. */
export function neededFor(work: Position & Pick<DatedWork, 'hours' | 'isLate'>): Place {
  return passesLate(work) ? work.inTime : work;
}

/**
 * The queue: agreed work, and offers that can still be accepted. An offer holds its place until it is
 * answered. This is the one order of work: by date, and for the same date by number.
 */
export function queueOf(
  open: readonly Planned[],
  now: Instant,
  workLeft: (work: Workable) => WorkLeft,
): QueuedWork[] {
  const dated: DatedWork[] = [];
  for (const commitment of open) {
    const date = dateGiven(commitment, now);
    if (date === null) continue;
    const left = workLeft(commitment);
    if (left.hours > 0) dated.push(datedWork(commitment, date, left, now));
  }
  return lineUp(dated.sort(inOrder));
}

/** What is left of a commitment, as work with a date. */
export function datedWork(commitment: Planned, date: Moment, left: WorkLeft, now: Instant): DatedWork {
  return { ...left, commitment, date, isLate: date.at < now };
}

/** The date that a commitment is in the queue with; null if it is not in the queue. */
export function dateGiven({ state, due, offer }: Planned, now: Instant): Moment | null {
  if (state === 'agreed') return due;
  return state === 'offered' && offer !== null && offer.date.at > now ? offer.date : null;
}

function inOrder(a: DatedWork, b: DatedWork): number {
  return compareInstants(a.date.at, b.date.at) || a.commitment.number - b.commitment.number;
}

/** Gives work that is in order its places, behind what already has one. */
function lineUp(works: readonly DatedWork[], ahead: readonly QueuedWork[] = []): QueuedWork[] {
  const queue = [...ahead];
  for (const work of works) queue.push({ ...work, ...positionBehind(queue.at(-1), work) });
  return queue;
}

const NOTHING: Place = { place: 0, hoursThrough: 0 };

/** Where work stands right behind other work, if there is any. */
export function positionBehind(
  ahead: Position | undefined,
  work: Pick<DatedWork, 'hours' | 'isLate'>,
): Position {
  const inTime = ahead?.inTime ?? NOTHING;
  return {
    ...further(ahead ?? NOTHING, work.hours),
    inTime: work.isLate ? inTime : further(inTime, work.hours),
  };
}

/** Queued work with `hours` of other work before it. */
export function delayedBy(work: QueuedWork, hours: number): QueuedWork {
  return hours === 0 ? work : { ...work, ...further(work, hours), inTime: further(work.inTime, hours) };
}

function further({ place, hoursThrough }: Place, hours: number): Place {
  return { place: place + 1, hoursThrough: hoursThrough + hours };
}

/** The queue without one commitment. */
export function queueWithout(queue: readonly QueuedWork[], { uid }: Planned): readonly QueuedWork[] {
  const index = queue.findIndex(({ commitment }) => commitment.uid === uid);
  return index < 0 ? queue : lineUp(queue.slice(index + 1), queue.slice(0, index));
}

/** How much of the queue comes before a commitment with this date; the commitment itself is not in the queue. */
export function placeFor(queue: readonly QueuedWork[], at: Instant, { number }: Planned): number {
  return firstIndex(queue.length, (index) => {
    const { date, commitment } = queue[index] as QueuedWork;
    return date.at > at || (date.at === at && commitment.number > number);
  });
}

/** More work, as it would stand in the queue by its date. */
export function queuedAmong(others: readonly QueuedWork[], work: DatedWork): QueuedWork {
  const place = placeFor(others, work.date.at, work.commitment);
  return { ...work, ...positionBehind(others[place - 1], work) };
}
