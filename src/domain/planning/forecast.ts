import { lazy } from '../base/memo.ts';
import { type Commitment, currentTarget } from '../streams/commitment.ts';
import type { Reckoning } from '../streams/events.ts';
import {
  type Day,
  endOfWork,
  isWorkingDay,
  localDay,
  shiftWorkingDays,
  startOfDay,
  type WorkCalendar,
  workingDayHours,
  workingMinutesBetween,
} from '../time/calendar.ts';
import { addDuration } from '../time/duration.ts';
import {
  compareInstants,
  earliest,
  epoch,
  type Instant,
  instant,
  latest,
  type Moment,
} from '../time/moment.ts';
import type { PlanningSettings, PlanningSettingsOf } from '../time/settings.ts';
import { type Timeline, timelineFrom } from '../time/timeline.ts';
import type { Distribution } from './distribution.ts';
import { type QueuedWork, queueOf, queueWithout, type Workable, type WorkLeft, workLeftOf } from './queue.ts';
import { learn } from './track-record.ts';
import { busyDays, type FinishedWork } from './work-history.ts';

/** Everything that a forecast is made from. */
export interface Workload {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly planningSettingsOf: PlanningSettingsOf;
  /** Share of a working day that goes to commitments. */
  readonly focus: number;
  readonly open: readonly Commitment[];
  /** What was finished lately, the oldest first. */
  readonly finished: readonly FinishedWork[];
}

/** A date that can be kept, and how it was found. */
export interface Proposal {
  readonly date: Moment;
  /** When the work is likely to be done: half of the time it is done earlier. */
  readonly target: Moment;
  readonly reckoning: Reckoning;
}

/** What a date that somebody named would do. */
export interface Feasibility {
  /** How likely the date can be kept. */
  readonly chance: number;
  /** The commitments whose dates would slip: from the date, or the day that holds without it, to the day that holds with it. */
  readonly slips: readonly {
    readonly commitment: Commitment;
    readonly date: Moment;
    readonly holds: Moment;
  }[];
  /** Whether it can be kept and endangers no other. */
  readonly fits: boolean;
}

/** What it does to a date in the queue when more work comes before it. */
export interface Displacement {
  readonly work: QueuedWork;
  readonly before: number;
  readonly after: number;
}

/** A proposal with all that went into it. */
export interface Explanation {
  readonly commitment: Commitment;
  readonly proposal: Proposal;
  /** The dates in the queue, in their order, as far as they were tried: from the end, up to the first that forbids it. */
  readonly tried: readonly Displacement[];
  /** Its place in the queue, from 1. */
  readonly place: number;
  /** Working days until it is done, by how sure one wants to be. */
  readonly days: readonly { readonly probability: number; readonly count: number }[];
  /** What such an estimate comes to in hours, by how sure one wants to be. */
  readonly effort: readonly { readonly probability: number; readonly hours: number }[];
  readonly hoursPerDay: number;
  readonly learntFrom: number;
}

/** A date in danger: how likely it still is, and what would make it hold. */
export interface Risk {
  readonly chance: number;
  /** The earliest day that holds. */
  readonly holds: Moment;
  /** So many hours less work, of its own or before it, and the date that was given holds; null where no less work helps. */
  readonly hoursTooMuch: number | null;
}

/** A piece of agreed work, as it should be done. */
export interface WorkItem {
  readonly commitment: Commitment;
  /** What is worked towards; where there is no target ahead, the date itself. */
  readonly target: Moment;
  readonly left: WorkLeft;
  /** Hours of work that are free until the target when this and all before it is done; negative when they do not suffice. */
  readonly hoursFree: number;
}

/** The workload, and what the record says about it. Reading it changes nothing: the same input gives the same dates. */
export interface Forecast {
  /** Work with a date, in the order of the dates. */
  readonly queue: readonly QueuedWork[];
  /** How sure the date of work in the queue has to be. */
  readonly confidenceOf: (work: QueuedWork) => number;
  readonly focus: number;
  /** How many finished tasks the record holds. */
  readonly learntFrom: number;
  readonly workLeft: (work: Workable) => WorkLeft;
  readonly propose: (commitment: Commitment) => Proposal;
  readonly explain: (commitment: Commitment) => Explanation;
  readonly judge: (commitment: Commitment, date: Moment) => Feasibility;
  /** The earlier date to work towards; null where there is no work to reckon with. */
  readonly targetFor: (work: Workable, date: Moment) => Moment | null;
  /** Null for a date that holds or has passed, and for an offer. */
  readonly riskOf: (work: QueuedWork) => Risk | null;
  /** Hours of work on each day up to one, when what is in the queue is done one after the other. */
  readonly loadByDay: (last: Day) => ReadonlyMap<Day, number>;
  /** Agreed work in the order in which to do it: by target. The hours of offers that hold their place are not free. */
  readonly workInOrder: () => WorkItem[];
  readonly chanceOf: (work: QueuedWork) => number;
  /** Working days (with their fractions) until an instant. */
  readonly daysUntil: (at: Instant) => number;
  /** When it will be finished with a probability. */
  readonly finishedBy: (work: QueuedWork, probability: number) => Instant;
}

/** A date with no better chance than this is lost. */
const LOST = 0.5;

const QUARTER_HOUR_MS = 15 * 60_000;

/** Looks at the workload of a moment. */
export function forecast({ now, calendar, planningSettingsOf, focus, open, finished }: Workload): Forecast {
  const dayHours = workingDayHours(calendar);
  const record = lazy(() => learn(busyDays(finished, open, calendar), { dayHours, focus }));
  const timeline = timelineFrom(calendar, now);
  const workLeft = (work: Workable) => workLeftOf(work, finished, planningSettingsOf(work.client).usualHours);
  const queue = lazy(() => queueOf(open, now, workLeft, record));
  const days = daysOf(timeline, 60 * dayHours);

  const without = (commitment: Commitment) => queueWithout(queue(), commitment, record);
  const confidenceOf = ({ commitment }: QueuedWork) => planningSettingsOf(commitment.client).confidence;
  const chanceOf = ({ date, finish }: QueuedWork) => finish().chance(days.until(date.at));
  const wholeDay = (at: Instant): Moment => {
    const end = latest(at, endOfWork(calendar, localDay(calendar, at)));
    return { at: end, zone: calendar.zone, grain: 'day' };
  };
  const dayAt = (count: number) => wholeDay(days.after(count));

  function propose(commitment: Commitment): Proposal {
    const rules = planningSettingsOf(commitment.client);
    const work = workLeft(commitment);
    const others = without(commitment);
    const first = earliestPlan(others, work.hours, rules);
    // Nobody is served by a date that is earlier than the one they asked for, until another one was agreed.
    const wished = commitment.due === null ? commitment.wantedBy : null;
    const isWish = wished !== null && wished.at > first.date.at && judge(commitment, wished).fits;
    const { ahead, finish, likely, date } = isWish
      ? { ...planAt(others, placeBy(others, wished), work.hours, rules), date: wished }
      : first;
    return {
      date,
      target: targetAt(days.after(likely), date),
      reckoning: {
        ahead: ahead.map((item) => item.commitment.uid),
        hoursAhead: hoursOf(ahead),
        ...work,
        ...(isWish && { isWish }),
        ...(rules.buffer !== 'learned' && { buffer: rules.buffer }),
        confidence: rules.confidence,
        chance: finish.chance(days.until(date.at)),
        learntFrom: finished.length,
      },
    };
  }

  /** What comes of so many hours of work behind the first others in the queue. */
  function planAt(others: readonly QueuedWork[], place: number, hours: number, rules: PlanningSettings) {
    const ahead = others.slice(0, place);
    const finish = record().elapsed(place + 1, hoursOf(ahead) + hours);
    const likely = finish.quantile(0.5);
    const date = dayAt(buffered(likely, finish, rules));
    // Work is done in the order of its dates, so a date that is earlier than one before it would be done before it.
    const before = ahead.at(-1)?.date.at ?? now;
    return { ahead, finish, likely, date: before <= date.at ? date : wholeDay(before) };
  }

  /**
   * The earliest place in the queue at which no date that was given falls below the confidence. Work that comes later in
   * the queue is delayed less by it, so the places are tried from the end. The queue is in the order of dates, so
   * whatever is due by the date that comes out comes first.
   */
  function earliestPlan(others: readonly QueuedWork[], hours: number, rules: PlanningSettings) {
    let place = others.length;
    while (place > 0 && !falls(others[place - 1], hours)) place--;
    for (;;) {
      const plan = planAt(others, place, hours, rules);
      const due = placeBy(others, plan.date);
      if (due <= place) return plan;
      place = due;
    }
  }

  /**
   * Whether so many hours of work before a date in the queue make it fall below the confidence, or further below. One that
   * is more likely to be missed than kept has to be negotiated anew anyway, and holds up nothing.
   */
  function falls(other: QueuedWork | undefined, hours: number): boolean {
    if (other === undefined) return false;
    const before = chanceOf(other);
    return before > LOST && chanceBehind(other, hours) < Math.min(confidenceOf(other), before);
  }

  function explain(commitment: Commitment): Explanation {
    const rules = planningSettingsOf(commitment.client);
    const proposal = propose(commitment);
    const { hours } = proposal.reckoning;
    const others = without(commitment);
    const { finish, ahead } = earliestPlan(others, hours, rules);
    const place = ahead.length;
    const from = Math.max(0, place - 1);
    const tried = others.slice(from).map((work) => ({
      work,
      before: chanceOf(work),
      after: chanceBehind(work, hours),
    }));
    const effort = record().effort([hours]);
    const probabilities = [...new Set([0.5, rules.confidence, 0.9])].sort((a, b) => a - b);
    return {
      commitment,
      proposal,
      tried,
      place: place + 1,
      days: probabilities.map((probability) => ({ probability, count: finish.quantile(probability) })),
      effort: probabilities.map((probability) => ({ probability, hours: effort.quantile(probability) })),
      hoursPerDay: dayHours * focus,
      learntFrom: finished.length,
    };
  }

  /** Working days until work in the queue is finished when one more task of so many hours comes before it. */
  function finishBehind({ place, hoursThrough }: QueuedWork, hours: number): Distribution {
    return record().elapsed(place + 1, hoursThrough + hours);
  }

  function chanceBehind(work: QueuedWork, hours: number): number {
    return finishBehind(work, hours).chance(days.until(work.date.at));
  }

  function judge(commitment: Commitment, date: Moment): Feasibility {
    const work = workLeft(commitment);
    if (work.hours === 0) return { chance: 1, slips: [], fits: true };
    const others = without(commitment);
    const rules = planningSettingsOf(commitment.client);
    const place = placeBy(others, date);
    const chance = planAt(others, place, work.hours, rules).finish.chance(days.until(date.at));
    const slips = others
      .slice(place)
      .filter((other) => falls(other, work.hours))
      .map((other) => {
        const confidence = confidenceOf(other);
        // One that is in danger already slips from the day that would have held.
        const isSure = chanceOf(other) >= confidence;
        const date = isSure ? other.date : dayAt(other.finish().quantile(confidence));
        const holds = dayAt(finishBehind(other, work.hours).quantile(confidence));
        return { commitment: other.commitment, date, holds };
      })
      .filter(({ date, holds }) => localDay(calendar, date.at) < localDay(calendar, holds.at));
    return { chance, slips, fits: chance >= rules.confidence && slips.length === 0 };
  }

  function targetFor(work: Workable, date: Moment): Moment | null {
    const { hours } = workLeft(work);
    if (hours === 0) return null;
    const finish = record().elapsed(1, hours);
    const likely = finish.quantile(0.5);
    const room = days.until(date.at);
    // Where there is no room for the buffer, work begins at once.
    const towards = Math.max(
      room - (buffered(likely, finish, planningSettingsOf(work.client)) - likely),
      Math.min(room, likely),
    );
    return targetAt(days.after(towards), date);
  }

  function buffered(likely: number, finish: Distribution, { buffer, confidence }: PlanningSettings): number {
    if (buffer === 'learned') return Math.max(likely, finish.quantile(confidence));
    if ('share' in buffer) return likely * (1 + buffer.share);
    return days.until(addDuration(calendar, days.after(likely), buffer.duration));
  }

  /** A target on an earlier day than its date is that day; on the same day it is a time, to the quarter of an hour. */
  function targetAt(at: Instant, date: Moment): Moment {
    if (at >= date.at) return { at: date.at, zone: calendar.zone, grain: date.grain };
    const day = localDay(calendar, at);
    if (day < localDay(calendar, date.at)) {
      return { at: endOfWork(calendar, day), zone: calendar.zone, grain: 'day' };
    }
    const quarter = instant(Math.ceil(epoch(at) / QUARTER_HOUR_MS) * QUARTER_HOUR_MS);
    return { at: earliest(quarter, date.at), zone: calendar.zone, grain: 'time' };
  }

  function riskOf(work: QueuedWork): Risk | null {
    const { commitment, date, place, hours, hoursThrough, finish, assumedFrom } = work;
    if (commitment.due === null || date.at < now) return null;
    const chance = chanceOf(work);
    const confidence = confidenceOf(work);
    if (chance >= confidence) return null;
    const room = days.until(date.at);
    // How large something is of which nothing is known endangers no date; the work before it does.
    const before = hoursThrough - hours;
    const isUnknown = assumedFrom === 'setting';
    if (isUnknown && (before === 0 || record().elapsed(place, before).chance(room) >= confidence))
      return null;
    // Of many dates in danger only a few are shown with what would save them.
    const holds = lazy(() => dayAt(finish().quantile(confidence)));
    const hoursTooMuch = lazy(() => {
      const holdsWith = (less: number) =>
        record()
          .elapsed(place, hoursThrough - less)
          .chance(room) >= confidence;
      return leastThat(holdsWith, Math.floor(hoursThrough));
    });
    return {
      chance,
      get holds() {
        return holds();
      },
      get hoursTooMuch() {
        return hoursTooMuch();
      },
    };
  }

  function loadByDay(last: Day): ReadonlyMap<Day, number> {
    const load = new Map<Day, number>();
    const today = localDay(calendar, now);
    let left = queue().at(-1)?.hoursThrough ?? 0;
    for (let day = today; left > 0 && day <= last; day++) {
      const begins = day === today ? now : startOfDay(calendar, day);
      const room = workingMinutesBetween(calendar, begins, startOfDay(calendar, day + 1)) / 60;
      const hours = Math.min(left, room * focus);
      if (hours > 0) load.set(day, hours);
      left -= hours;
    }
    return load;
  }

  function workInOrder(): WorkItem[] {
    const items = queue().map(({ commitment, date, hours, assumedFrom }) => ({
      commitment,
      target: standing(currentTarget(commitment), date),
      left: { hours, ...(assumedFrom && { assumedFrom }) },
    }));
    items.sort((a, b) => compareInstants(a.target.at, b.target.at));
    let hoursThrough = 0;
    return items
      .map((item) => {
        hoursThrough += item.left.hours;
        const hours = (timeline.minutesUntil(item.target.at) / 60) * focus;
        return { ...item, hoursFree: hours - hoursThrough };
      })
      .filter(({ commitment }) => commitment.state === 'agreed');
  }

  /** A target as it can still be worked towards: one that was missed is the date itself, one on a day off is before it. */
  function standing(target: Moment | null, date: Moment): Moment {
    if (target === null || target.at <= now) return date;
    const day = localDay(calendar, target.at);
    return isWorkingDay(calendar, day)
      ? target
      : wholeDay(endOfWork(calendar, shiftWorkingDays(calendar, day, -1)));
  }

  return {
    loadByDay,
    workInOrder,
    get queue() {
      return queue();
    },
    confidenceOf,
    focus,
    learntFrom: finished.length,
    workLeft,
    propose,
    explain,
    judge,
    targetFor,
    riskOf,
    chanceOf,
    daysUntil: days.until,
    finishedBy: (work, probability) => days.after(work.finish().quantile(probability)),
  };
}

/** The place in the queue of work with a date. */
function placeBy(others: readonly QueuedWork[], date: Moment): number {
  return others.filter((other) => other.date.at <= date.at).length;
}

function hoursOf(ahead: readonly QueuedWork[]): number {
  return ahead.at(-1)?.hoursThrough ?? 0;
}

/** Working days (of the length that the calendar has on average) and instants. */
function daysOf({ minutesUntil, after }: Timeline, minutesPerDay: number) {
  return {
    until: (at: Instant) => minutesUntil(at) / minutesPerDay,
    after: (count: number) => after(count * minutesPerDay),
  };
}

/**
 * The least number of hours, up to `most`, that is enough, to the hour or to a fiftieth of `most`; null when none is.
 * Enough stays enough.
 */
function leastThat(isEnough: (hours: number) => boolean, most: number): number | null {
  if (most < 1 || !isEnough(most)) return null;
  const exact = Math.max(1, most / 50);
  let [tooFew, enough] = [0, most];
  while (enough - tooFew > exact) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
