import { countFavours, type Favours } from '../agenda/favours.ts';
import { type Commitment, counterpart } from '../streams/commitment.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { workingDaysWithin, workingMinutesBetween } from '../time/calendar.ts';
import { earliest, type Instant } from '../time/moment.ts';
import { type CommitmentRecord, endedAt } from './commitment-record.ts';
import { type DateFigures, dateFigures } from './date-figures.ts';
import { type Lasting, type LengthFigures, lengthFigures } from './lasting.ts';
import { type LostDays, lostDays } from './lost-days.ts';
import { type Calibration, calibrationOf } from './offered-dates.ts';
import { endedIn, isDueIn, isIn, type Period } from './period.ts';
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
  return {
    mine: myDates(records, period),
    theirs: theirDates(records, period),
    replies: replyFigures(records, period),
    updates: updateFigures(records, period),
    offers: calibrationOf(
      records.flatMap(({ offers }) => offers.filter(({ date }) => isDueIn(period, date))),
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

/** A commitment with the dates that it had. */
type WithDates = Pick<CommitmentRecord, 'commitment' | 'dates'>;

/** What became of the dates that I gave others. */
export function myDates(records: readonly WithDates[], period: Period): DateFigures {
  return datesOf(records, isMine, period);
}

/** Whether I said its date to somebody else: not what I only plan to do, and not what a clock set. */
export function isMine(commitment: Commitment): boolean {
  const { owedBy, hasSaidDate } = KIND_TRAITS[commitment.kind];
  return owedBy === 'me' && hasSaidDate && commitment.isSaid && counterpart(commitment) !== null;
}

/** What became of the dates that others gave me. */
export function theirDates(records: readonly WithDates[], period: Period): DateFigures {
  return datesOf(records, ({ kind }) => KIND_TRAITS[kind].owedBy === 'them', period);
}

function datesOf(
  records: readonly WithDates[],
  isOf: (commitment: Commitment) => boolean,
  period: Period,
): DateFigures {
  const dates = records.filter(({ commitment }) => isOf(commitment)).map((each) => each.dates);
  return dateFigures(dates, period);
}

function replyFigures(records: readonly CommitmentRecord[], period: Period): PaceFigures {
  const replies = records.filter(
    (each) => each.commitment.kind === 'reply' && endedIn(period, endedAt(each)),
  );
  const lengths = replies.map(({ commitment }): Lasting => {
    const { createdAt, closedAt, state } = commitment;
    const minutes = workingMinutesBetween(period.calendar, createdAt, closedAt ?? period.now);
    return { length: minutes / 60, isOver: state === 'done' };
  });
  return {
    inTime: datesOf(records, ({ kind }) => kind === 'reply', period).kept,
    lengths: lengthFigures(lengths),
  };
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
  return records.reduce<Instant | null>(
    (first, { commitment: { createdAt } }) => (first === null ? createdAt : earliest(first, createdAt)),
    null,
  );
}
