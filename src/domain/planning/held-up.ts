import { type Commitment, isOpen } from '../streams/commitment.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { shiftDate } from '../time/shift-date.ts';
import type { Forecast } from './forecast.ts';
import { type Lateness, latenessOf } from './lateness.ts';

/** Something of mine that waits for something of theirs which is late, or came late, and what that means for its date. */
export interface HeldUp {
  readonly commitment: Commitment;
  readonly awaiting: Commitment;
  /** What was lost since the date of mine was settled. */
  readonly lateness: Lateness;
  /**
   * The date if they deliver now: the agreed one where it can still be kept, else the earliest that can, else the one to
   * offer where none is agreed; null if there is no work to plan and the date has passed.
   */
  readonly ifNow: Moment | null;
  /**
   * The date that it moves to for this: one that can be kept, and by the days lost at least. Null where no date is agreed,
   * or there is no work to plan and that date has passed too.
   */
  readonly movesTo: Moment | null;
}

/** What the dates are reckoned by. */
interface Reckoned {
  readonly calendar: WorkCalendar;
  readonly forecast: Forecast;
}

/** When both sides last settled its date; as long as they have not, when it began. */
export function settledAt({ agreement, createdAt }: Pick<Commitment, 'agreement' | 'createdAt'>): Instant {
  return agreement?.at ?? createdAt;
}

/** Whether something of mine can wait for something of theirs. */
export function canWait({ kind }: Pick<Commitment, 'kind'>): boolean {
  const { owedBy, isWork } = KIND_TRAITS[kind];
  return owedBy === 'me' && isWork !== 'never';
}

/**
 * How something of theirs holds up something of mine at a moment; null if it does not. What was lost before the date of mine
 * was settled does not count, because both sides knew it then; so no day moves a date twice.
 */
export function heldUpBy(
  commitment: Commitment,
  awaiting: Commitment,
  at: Instant,
  reckoned: Reckoned,
): HeldUp | null {
  if (awaiting.kind !== 'awaiting' || awaiting.blocks !== commitment.uid) return null;
  if (!canWait(commitment) || !isOpen(commitment)) return null;
  const lateness = latenessOf(awaiting, at, reckoned.calendar, settledAt(commitment));
  if (!lateness) return null;
  // The forecast is made only where something is late.
  const { forecast, calendar } = reckoned;
  const { due } = commitment;
  if (due === null) {
    return { commitment, awaiting, lateness, ifNow: forecast.propose(commitment).date, movesTo: null };
  }
  const keep = (date: Moment) => {
    const held = forecast.holdsFrom(commitment, date);
    return held.at > at ? held : null;
  };
  return {
    commitment,
    awaiting,
    lateness,
    ifNow: keep(due),
    movesTo: keep(lateness.workingDays === 0 ? due : shiftDate(due, lateness.workingDays, calendar)),
  };
}

/** Whether the agreed date can still be kept if they deliver now. */
export function holds({ commitment: { due }, ifNow }: HeldUp): boolean {
  return due !== null && due.at === ifNow?.at;
}
