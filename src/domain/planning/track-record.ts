import { lazy, memoize } from '../base/memo.ts';
import { type Distribution, distribution, type Outcomes } from './distribution.ts';

/** One finished task. A record holds them in the order of finishing, the oldest first. */
export interface FinishedTask {
  /** Hours of work, as estimated before it began; above 0. */
  readonly estimateHours: number;
  /** Hours that it took; null if nobody wrote them down. */
  readonly actualHours: number | null;
  /**
   * Working days (also parts of one) from the finish of the task before to its own, without days on which nothing was
   * there to do; null for the first one, or if unknown.
   */
  readonly elapsedDays: number | null;
}

/** How days are worked. */
export interface Pace {
  /** Hours of a working day, above 0: work cannot go faster than in days that hold nothing else. */
  readonly dayHours: number;
  /** The share of them that goes to commitments, above 0: what is assumed before there is a record. */
  readonly focus: number;
}

/** What finished tasks say about the next ones. */
export interface WorkRecord {
  /** Hours of work that tasks with these estimates (hours; at least one task) take in all. */
  effort(estimates: readonly number[]): Distribution;
  /**
   * Working days until the last of `count` tasks (1 or more) is finished that have `hours` of estimated work left in
   * all, counted from the finish of the task before them. They pass for other work and for waiting, too.
   */
  elapsed(count: number, hours: number): Distribution;
}

/** Some tasks in a row as one observation. */
interface Run {
  /** Where its last task stands in the record. */
  readonly end: number;
  /** How large its tasks are; see `sizeOf`. */
  readonly size: number;
  /** What was observed, freed from how many tasks of what size they were. */
  readonly figure: number;
}

/*
 * The numbers below were chosen on the effort records of several hundred people, by how often a bound held and how much
 * too wide it was (pinball loss), and hold for each half of them.
 */

/** Actual hours by estimated hours, as people in general have them; the experience of someone who has none yet. */
const PRIOR_RATIOS = [0.4, 0.6, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];
const [LEAST_RATIO, MOST_RATIO] = [Math.min(...PRIOR_RATIOS), Math.max(...PRIOR_RATIOS)];

/** Weight of each of those beside a task of one's own that was just finished and is of the same size. */
const PRIOR_WEIGHT = 0.5;

/** Hours beyond so many times the estimate are not counted: one estimate that was of something else is not a habit. */
const WORST_RATIO = 8;

/** After so many more tasks, one weighs half as much. */
const HALF_LIFE = 30;

/** So many times larger or smaller, a task weighs half as much. */
const HALF_ALIKE = 4;

/** How many tasks back a forecast looks; those before would weigh a tenth. */
const REMEMBERED = 100;

/** Weight of a task by how many were finished after it. */
const RECENCY = Array.from({ length: REMEMBERED }, (_, age) => 0.5 ** (age / HALF_LIFE));

/** How many of the forecasts before are held against what came of them, and how many kept ones are taken for granted. */
const TRACKED = 100;

/** No outcome counts as rarer than this when forecasts are held against outcomes. */
const RAREST = 0.02;

/** The part of the record that `learn` looks at: older tasks change nothing. */
export const RECENT_TASKS = REMEMBERED + TRACKED;

/**
 * Queues are compared with runs of at most so many tasks. Sums of more tasks vary less around their mean, but the mean
 * itself drifts: measured on queues of 3 to 40 tasks, the spread of runs of three is that of them all.
 */
const LONGEST_RUN = 3;

/** With fewer runs than this, shorter ones are asked, of which a record with gaps has more. */
const FEW_RUNS = 5;

/**
 * What the record says about new work: the outcomes of runs of tasks in it, carried over to the tasks that are asked
 * about, where recent runs and those of tasks of a similar size weigh more. Prior experience is mixed in, so that an
 * empty record gives an answer and a short one no wild one.
 */
export function learn(tasks: readonly FinishedTask[], pace: Pace): WorkRecord {
  return {
    effort: effortOf(tasks.slice(-RECENT_TASKS)),
    elapsed: elapsedOf(tasks.slice(-REMEMBERED), pace),
  };
}

/**
 * Hours: the estimated ones, times the ratios of actual to estimated hours of past runs. Forecasts of the past are held
 * against what came of them, and the new one tilted so that bounds hold as often as they say.
 */
function effortOf(tasks: readonly FinishedTask[]): WorkRecord['effort'] {
  const known = tasks.flatMap((task) =>
    task.actualHours === null
      ? []
      : [{ ...task, actualHours: Math.min(task.actualHours, WORST_RATIO * task.estimateHours) }],
  );
  const runsOf = memoize((length: number) =>
    runs(known, length, 'actualHours', (hours, actual) => actual / hours),
  );
  const outcomes = (at: number, length: number, size: number, hours: number) =>
    pool(
      PRIOR_RATIOS.map((ratio) => ratio * hours),
      runsOf(length),
      { at, size, least: 0, extent: hours },
    );
  const tiltOf = memoize((length: number) => {
    const past = runsOf(length).filter(({ end }) => end >= known.length - TRACKED);
    const chances = past.map(({ end, size, figure }) =>
      distribution(outcomes(end - length + 1, length, size, 1)).chance(figure),
    );
    return tilt(chances, length);
  });
  return (estimates) => {
    const length = runLength(estimates.length, runsOf);
    const hours = estimates.reduce((sum, estimate) => sum + estimate, 0);
    const size = sizeOf(estimates.length, hours);
    return distribution(outcomes(known.length, length, size, hours), tiltOf(length));
  };
}

/**
 * Working days: first the work itself, in days that hold nothing else; then all the other things that come between. Of
 * those, a queue meets the more the more tasks and the more hours it has: they grow with the square root of either, and
 * so in proportion to both together.
 */
function elapsedOf(tasks: readonly FinishedTask[], { dayHours, focus }: Pace): WorkRecord['elapsed'] {
  const runsOf = memoize((length: number) =>
    runs(
      tasks,
      length,
      'elapsedDays',
      (hours, days) => Math.max(0, days - hours / dayHours) / Math.sqrt(length * hours),
    ),
  );
  return (count, hours) => {
    const least = hours / dayHours;
    const extent = Math.sqrt(count * hours);
    const assumed = (ratio: number) => (ratio * hours) / (dayHours * focus);
    const carried = ({ figure }: Run) => least + extent * figure;
    const found = runsOf(runLength(count, runsOf));
    const whole = lazy(() => {
      const work = { at: tasks.length, size: sizeOf(count, hours), least, extent };
      return distribution(pool(PRIOR_RATIOS.map(assumed), found, work));
    });
    const [first, last] = [found[0], found.at(-1)];
    const fastest = Math.min(assumed(LEAST_RATIO), first ? carried(first) : Number.POSITIVE_INFINITY);
    const slowest = Math.max(assumed(MOST_RATIO), last ? carried(last) : 0);
    return {
      quantile: (p) => whole().quantile(p),
      // In a long queue most dates are far too early or late enough, which is quick to see.
      chance: (days) => (days < fastest ? 0 : days >= slowest ? 1 : whole().chance(days)),
    };
  };
}

/** How long the runs are that a queue of `count` tasks is compared with. */
function runLength(count: number, runsOf: (length: number) => readonly Run[]): number {
  let length = Math.min(LONGEST_RUN, count);
  while (length > 1 && runsOf(length).length < FEW_RUNS) length--;
  return length;
}

/** How large tasks are on average: the logarithm of their hours, to the base at which they weigh half. */
function sizeOf(count: number, hours: number): number {
  return Math.log(hours / count) / Math.log(HALF_ALIKE);
}

/** All the runs of `length` tasks in a row of which everything is known, by rising figure. */
function runs(
  tasks: readonly FinishedTask[],
  length: number,
  measure: 'actualHours' | 'elapsedDays',
  figure: (hours: number, measured: number) => number,
): Run[] {
  const found: Run[] = [];
  for (let end = length - 1; end < tasks.length; end++) {
    const row = tasks.slice(end - length + 1, end + 1);
    if (row.some((task) => task[measure] === null)) continue;
    const hours = row.reduce((sum, task) => sum + task.estimateHours, 0);
    const measured = row.reduce((sum, task) => sum + (task[measure] ?? 0), 0);
    found.push({ end, size: sizeOf(length, hours), figure: figure(hours, measured) });
  }
  return found.sort((a, b) => a.figure - b.figure);
}

/** New work that past runs are carried over to. */
interface Work {
  /** How many tasks were finished when it is asked about. */
  readonly at: number;
  readonly size: number;
  /** A run's figure times `extent`, on top of `least`, is the outcome for this work. */
  readonly least: number;
  readonly extent: number;
}

/** What may come of new work: outcomes that are assumed, and those of runs. Both have to be by rising value. */
function pool(assumed: readonly number[], found: readonly Run[], work: Work): Outcomes {
  return (show) => {
    let left = assumed.length;
    const showAssumed = (limit: number) => {
      for (let value = assumed[left - 1]; value !== undefined && value > limit; value = assumed[--left - 1]) {
        show(value, PRIOR_WEIGHT);
      }
    };
    for (let index = found.length - 1; index >= 0; index--) {
      const run = found[index];
      const age = run ? work.at - 1 - run.end : REMEMBERED;
      if (!run || age < 0 || age >= REMEMBERED) continue;
      const value = work.least + work.extent * run.figure;
      const unlike = work.size - run.size;
      showAssumed(value);
      show(value, (RECENCY[age] ?? 0) / (1 + unlike * unlike));
    }
    showAssumed(Number.NEGATIVE_INFINITY);
  };
}

/**
 * The tilt with which forecasts of the past would have been kept as often as they said, given the chance that each of
 * them gave to what then came. Where they were right, `-log(1 - chance)` is exponential with mean 1, and the tilt of
 * greatest likelihood is one by that mean; `TRACKED` forecasts that were right are put before the seen ones. Runs of
 * several tasks overlap, so each counts for that much less.
 */
function tilt(chances: readonly number[], length: number): number {
  const surprises = chances.reduce((sum, chance) => sum - Math.log(Math.max(RAREST, 1 - chance)), 0);
  return (TRACKED + chances.length / length) / (TRACKED + surprises / length);
}
