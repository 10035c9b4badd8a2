import { type Commitment, isBorn, isOpen } from '../streams/commitment.ts';
import type { Reckoning } from '../streams/events.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { outcomeOf, type Replay } from './replay.ts';
import { type Share, shareOf } from './share.ts';

/** A date that was computed and then agreed as it was, and what was thought of it. */
export interface OfferedDate {
  readonly date: Moment;
  /** The probability, when it was computed, that it would be kept; and the one that was required. */
  readonly chance: number;
  readonly confidence: number;
  /** Whether it was finished by then; null as long as that is not known. */
  readonly isKept: boolean | null;
}

/**
 * The computed dates of a commitment that were agreed as they were. A date that was moved later was still to be kept. Of what was
 * dropped nobody knows.
 */
export function offeredDates({ recorded }: Replay, now: Instant): OfferedDate[] {
  const last = outcomeOf(recorded);
  if (!isBorn(last) || last.state === 'dropped') return [];
  let computed: Computed | null = null;
  const agreed: Computed[] = [];
  for (const { event } of recorded) {
    if (event.type === 'DateOffered') {
      const { date, reckoning } = event;
      computed = reckoning ? { date, reckoning } : null;
    }
    if (event.type === 'DateAgreed' && computed?.date.at === event.date.at) agreed.push(computed);
    if (event.type === 'DateMoved' && event.late?.reckoning) {
      agreed.push({ date: event.date, reckoning: event.late.reckoning });
    }
  }
  // A date that was offered twice is one date.
  const distinct = new Map(agreed.map((each) => [each.date.at, each]));
  return [...distinct.values()].map(({ date, reckoning: { chance, confidence } }) => ({
    date,
    chance,
    confidence,
    isKept: isKept(last, date, now),
  }));
}

/** A date, and what it was computed from. */
interface Computed {
  readonly date: Moment;
  readonly reckoning: Reckoning;
}

function isKept(commitment: Commitment, date: Moment, now: Instant): boolean | null {
  const { state, closedAt } = commitment;
  if (state === 'missed' || (isOpen(commitment) && date.at < now)) return false;
  return closedAt === null ? null : closedAt <= date.at;
}

/** The dates that were given chances between two bounds: what was said of them, and what came true. */
export interface ChanceBand {
  /** Chances at or above this, up to the next band. */
  readonly from: number;
  readonly to: number;
  /** The mean of the chances. */
  readonly said: number;
  readonly kept: Share;
}

/** How chances compare with what came true. */
export interface Calibration {
  readonly bands: readonly ChanceBand[];
  readonly kept: Share;
  /** The mean of the chances; null if there were none. */
  readonly said: number | null;
  /**
   * The mean squared distance between chance and outcome (G. W. Brier, "Verification of forecasts expressed in terms of
   * probability", 1950): 0 is perfect, and 0.25 is what saying 50 % each time gets.
   */
  readonly brier: number | null;
}

const BOUNDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** How the chances of dates compare with what came true of them; those of which that is not known are left out. */
export function calibrationOf(dates: readonly OfferedDate[]): Calibration {
  const known = dates.filter(({ isKept }) => isKept !== null);
  const bands = BOUNDS.slice(0, -1).flatMap((from, index): ChanceBand[] => {
    const to = BOUNDS[index + 1] ?? 1;
    const within = known.filter(({ chance }) => chance >= from && (chance < to || to === 1));
    const said = mean(within.map(({ chance }) => chance));
    return said === null ? [] : [{ from, to, said, kept: shareOf(within, ({ isKept }) => isKept === true) }];
  });
  return {
    bands,
    kept: shareOf(known, ({ isKept }) => isKept === true),
    said: mean(known.map(({ chance }) => chance)),
    brier: mean(known.map(({ chance, isKept }) => (chance - Number(isKept)) ** 2)),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
