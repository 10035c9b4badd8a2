import { lazy } from '../base/memo.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Reckoning } from '../streams/events.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { compareInstants, type Instant, type Moment } from '../time/moment.ts';
import type { Distribution } from './distribution.ts';
import type { WorkRecord } from './track-record.ts';
import type { FinishedWork } from './work-history.ts';

/** Hours of work that are left, and whose efforts stood in for an estimate where there is none. */
export interface WorkLeft {
  readonly hours: number;
  readonly assumedFrom?: NonNullable<Reckoning['assumedFrom']>;
}

/** What has to be known of work to say how much of it is left. */
export type Workable = Pick<Commitment, 'kind' | 'client' | 'estimate' | 'spentHours'>;

/** Work that nobody has begun. */
export function newWork(
  kind: Workable['kind'],
  client: string | null = null,
  estimateHours: number | null = null,
): Workable {
  const estimate = estimateHours === null ? null : { hours: estimateHours };
  return { kind, client, estimate, spentHours: 0 };
}

/** A commitment in the queue, with the work before it. */
export interface QueuedWork extends WorkLeft {
  readonly commitment: Commitment;
  /** The date that was given: agreed, or offered and not answered yet. */
  readonly date: Moment;
  /** Its place in the queue, from 1. */
  readonly place: number;
  /** Hours of all work up to and including its own. */
  readonly hoursThrough: number;
  /** Working days until it is finished. */
  readonly finish: () => Distribution;
}

/** What remains of a task that was started is at least this share of its estimate. */
const LEAST_LEFT = 0.1;

/**
 * What is left of a commitment: its estimate less what was spent, and of work that was started at least a tenth. A request
 * that nobody has estimated takes as long as such requests took: the median for its client, else of all, else `usualHours`.
 * A promise without an estimate is taken for a small thing that needs no planning.
 */
export function workLeftOf(work: Workable, finished: readonly FinishedWork[], usualHours: number): WorkLeft {
  const { kind, estimate, spentHours, client } = work;
  const { isWork } = KIND_TRAITS[kind];
  const left = (whole: number) => Math.max(whole - spentHours, LEAST_LEFT * whole);
  if (isWork === 'never') return { hours: 0 };
  if (estimate !== null) return { hours: left(estimate.hours) };
  if (isWork === 'if-estimated') return { hours: 0 };
  const spent = finished.filter((past) => past.spentHours > 0);
  const forClient = median(spent.filter((past) => client !== null && past.client === client));
  if (forClient !== null) return { hours: left(forClient), assumedFrom: 'client' };
  const forAll = median(spent);
  return forAll === null
    ? { hours: left(usualHours), assumedFrom: 'setting' }
    : { hours: left(forAll), assumedFrom: 'all' };
}

/** Agreed work and offers that can still be taken, in the order of their dates: an offer holds its place until it is answered. */
export function queueOf(
  open: readonly Commitment[],
  now: Instant,
  workLeft: (work: Workable) => WorkLeft,
  record: () => WorkRecord,
): QueuedWork[] {
  const dated = open.flatMap((commitment) => {
    const { state, due, offer } = commitment;
    const date =
      state === 'agreed' ? due : state === 'offered' && offer && offer.date.at > now ? offer.date : null;
    const work = date ? workLeft(commitment) : { hours: 0 };
    return date && work.hours > 0 ? [{ commitment, date, ...work }] : [];
  });
  dated.sort((a, b) => compareInstants(a.date.at, b.date.at) || a.commitment.number - b.commitment.number);
  return inQueue(dated, record);
}

/** The queue as it is without one commitment. */
export function queueWithout(
  queue: readonly QueuedWork[],
  { uid }: Commitment,
  record: () => WorkRecord,
): readonly QueuedWork[] {
  const others = queue.filter(({ commitment }) => commitment.uid !== uid);
  return others.length === queue.length ? queue : inQueue(others, record);
}

function inQueue(
  dated: readonly Omit<QueuedWork, 'place' | 'hoursThrough' | 'finish'>[],
  record: () => WorkRecord,
): QueuedWork[] {
  let hoursThrough = 0;
  return dated.map((work, index) => {
    hoursThrough += work.hours;
    const [place, through] = [index + 1, hoursThrough];
    return { ...work, place, hoursThrough, finish: lazy(() => record().elapsed(place, through)) };
  });
}

function median(works: readonly FinishedWork[]): number | null {
  const sorted = works.map(({ spentHours }) => spentHours).sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
