import type { Moment } from '../time/moment.ts';
import { chanceOf, confidenceOf, finishOf } from './chance.ts';
import type { PlanningContext } from './context.ts';
import type { QueuedWork } from './queue.ts';

/** A date in danger: the probability that it is kept, and what would save it. */
export interface Risk {
  readonly chance: number;
  /** The earliest day that holds. */
  readonly holds: Moment;
  /**
   * If this many hours of work, its own or that before it, are dropped, the date holds; null if dropping work
   * does not help.
   */
  readonly hoursTooMuch: number | null;
}

/** The risk to a date in the queue; null for a date that holds or has passed, and for an offer. */
export function riskOf(context: PlanningContext, work: QueuedWork): Risk | null {
  if (work.commitment.due === null || work.date.at < context.now) return null;
  const chance = chanceOf(context, work);
  const confidence = confidenceOf(context, work);
  if (chance >= confidence || isOnlyItsUnknownSize(context, work)) return null;
  return new DateInDanger(context, work, chance);
}

/**
 * Computes what would save the date only on demand, and once, because few of the dates in danger are shown with
 * it.
 */
class DateInDanger implements Risk {
  private knownHolds: Moment | undefined;
  private knownHoursTooMuch: number | null | undefined;

  constructor(
    private readonly context: PlanningContext,
    private readonly work: QueuedWork,
    readonly chance: number,
  ) {}

  get holds(): Moment {
    const confidence = confidenceOf(this.context, this.work);
    this.knownHolds ??= this.context.days.dayAfter(finishOf(this.context, this.work).quantile(confidence));
    return this.knownHolds;
  }

  get hoursTooMuch(): number | null {
    const { hoursThrough } = this.work;
    if (this.knownHoursTooMuch === undefined) {
      this.knownHoursTooMuch = fewestHours(Math.floor(hoursThrough), (less) =>
        holdsWith(this.context, this.work, hoursThrough - less),
      );
    }
    return this.knownHoursTooMuch;
  }
}

/**
 * Whether the danger comes only from not knowing the size of the work itself. That does not count as a danger
 * to its date; the work before it does.
 */
function isOnlyItsUnknownSize(context: PlanningContext, work: QueuedWork): boolean {
  if (work.assumedFrom !== 'setting') return false;
  const before = work.hoursThrough - work.hours;
  return before === 0 || holdsWith(context, work, before);
}

/** Whether the date holds with only `hours` of work up to and including its own. */
function holdsWith(context: PlanningContext, work: QueuedWork, hours: number): boolean {
  const { trackRecord, days } = context;
  const chance = trackRecord.elapsed(work.place, hours).chance(days.until(work.date.at));
  return chance >= confidenceOf(context, work);
}

/**
 * The fewest hours up to `most` that suffice, to within an hour or a fiftieth of `most`; null if `most` does
 * not suffice. If some amount suffices, every larger amount must.
 */
function fewestHours(most: number, suffices: (hours: number) => boolean): number | null {
  if (most < 1 || !suffices(most)) return null;
  const tolerance = Math.max(1, most / 50);
  let [tooFew, enough] = [0, most];
  while (enough - tooFew > tolerance) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (suffices(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
