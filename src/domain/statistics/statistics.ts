import { countFavours, type Favours } from '../agenda/favours.ts';
import { type Commitment, counterpart } from '../streams/commitment.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { workingDaysWithin, workingMinutesBetween } from '../time/calendar.ts';
import type { Instant } from '../time/moment.ts';
import { type CommitmentRecord, endedAt } from './commitment-record.ts';
import { type DateFigures, dateFigures } from './date-figures.ts';
import { type Lasting, type LengthFigures, lengthFigures } from './lasting.ts';
import { type LostDays, lostDays } from './lost-days.ts';
import { type Calibration, calibrationOf } from './offered-dates.ts';
import { endedIn, isIn, type Period } from './period.ts';
import { type RecurringTopic, recurringTopics } from './recurring.ts';
import { type Share, shareOf } from './share.ts';

/** How often something that I owed came in time, and how long it took. */
export interface PaceFigures {
  readonly inTime: Share;
  readonly lengths: LengthFigures;
}

/** What a record says about one period: everything that follows from commitments alone. */
export interface Figures {
  readonly mine: DateFigures;
  readonly theirs: DateFigures;
  /** How long they waited for an answer, in working hours. */
  readonly replies: PaceFigures;
  /** How long it was from one word about their work to the next, in working days. */
  readonly updates: PaceFigures;
  readonly offers: Calibration;
  readonly estimates: EstimateFigures;
  readonly lost: readonly LostDays[];
  readonly topics: readonly RecurringTopic[];
  readonly favours: Favours;
}

/** How work that was estimated came out. */
export interface EstimateFigures {
  /** How many times its estimate it took. */
  readonly ratios: LengthFigures;
  /** What took no longer than its estimate. */
  readonly within: Share;
}

/** What the records of commitments say about a period. */
export function figuresOf(records: readonly CommitmentRecord[], period: Period): Figures {
  const datesOf = (isOf: (commitment: Commitment) => boolean) =>
    dateFigures(
      records.filter(({ commitment }) => isOf(commitment)).map(({ dates }) => dates),
      period,
    );
  return {
    mine: datesOf((commitment) => hasPromisedDate(commitment) && isOwedBy('me', commitment)),
    theirs: datesOf((commitment) => isOwedBy('them', commitment)),
    replies: replyFigures(records, datesOf, period),
    updates: updateFigures(records, period),
    offers: calibrationOf(
      records.flatMap(({ offers }) => offers.filter(({ date }) => isIn(period, date.at))),
    ),
    estimates: estimateFigures(records, period),
    lost: lostDays(records, period),
    topics: recurringTopics(records, period),
    favours: countFavours(
      records.map(({ commitment }) => commitment),
      (givenAt) => isIn(period, givenAt),
    ),
  };
}

/** Whether somebody said its date to somebody else: not a clock, and not I to myself. */
export function hasPromisedDate(commitment: Commitment): boolean {
  return KIND_TRAITS[commitment.kind].hasSaidDate && counterpart(commitment) !== null;
}

/** Whether a side has to act by its date. */
export function isOwedBy(side: 'me' | 'them', { kind }: Commitment): boolean {
  return KIND_TRAITS[kind].owedBy === side;
}

function replyFigures(
  records: readonly CommitmentRecord[],
  datesOf: (isOf: (commitment: Commitment) => boolean) => DateFigures,
  period: Period,
): PaceFigures {
  const replies = records.filter(
    (each) => each.commitment.kind === 'reply' && endedIn(period, endedAt(each)),
  );
  const lengths = replies.map(({ commitment }): Lasting => {
    const { createdAt, closedAt, state } = commitment;
    const minutes = workingMinutesBetween(period.calendar, createdAt, closedAt ?? period.now);
    return { length: minutes / 60, isOver: state === 'done' };
  });
  return { inTime: datesOf(({ kind }) => kind === 'reply').kept, lengths: lengthFigures(lengths) };
}

function updateFigures(records: readonly CommitmentRecord[], period: Period): PaceFigures {
  const { now, calendar } = period;
  const gaps = records.flatMap((each) => each.gaps.filter(({ until }) => endedIn(period, until)));
  return {
    inTime: shareOf(
      gaps.filter(({ isInTime }) => isInTime !== null),
      ({ isInTime }) => isInTime === true,
    ),
    lengths: lengthFigures(
      gaps.map(({ from, until, isOver }) => ({
        length: workingDaysWithin(calendar, from, until ?? now),
        isOver,
      })),
    ),
  };
}

function estimateFigures(records: readonly CommitmentRecord[], period: Period): EstimateFigures {
  const ratios = records.flatMap(({ commitment }): number[] => {
    const { estimate, spentHours, closedAt, state } = commitment;
    const isFinished = (state === 'done' || state === 'accepted') && closedAt !== null;
    if (!isFinished || !isIn(period, closedAt) || !estimate || spentHours <= 0) return [];
    return estimate.hours > 0 ? [spentHours / estimate.hours] : [];
  });
  return {
    ratios: lengthFigures(ratios.map((length) => ({ length, isOver: true }))),
    within: shareOf(ratios, (ratio) => ratio <= 1),
  };
}

/** When the first of these things was recorded; null if there are none. */
export function beganAt(records: readonly CommitmentRecord[]): Instant | null {
  const [first] = records.map(({ commitment }) => commitment.createdAt).sort();
  return first ?? null;
}
