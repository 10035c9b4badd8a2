import { type Commitment, counterpart, hasUpdateClock, isTalk } from '../streams/commitment.ts';
import { nextAfter } from '../time/cadence.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import { addDuration } from '../time/duration.ts';
import type { Instant } from '../time/moment.ts';
import type { ClockSettingsOf } from '../time/settings.ts';
import type { Ledger } from './ledger.ts';
import type { CommitmentConcern } from './reason.ts';
import { isSnoozed } from './snoozed.ts';

/** When a clock runs out and, for a window, when the window begins. */
interface Clock {
  readonly due: Instant;
  readonly from?: Instant | undefined;
  /** Whether I have said what there is to say, and now wait for their answer. */
  readonly isWithThem?: boolean | undefined;
}

/**
 * Makes the `find` of a reason that is driven by a clock. It covers open commitments, or those that `among` gives, as far as they
 * are not snoozed.
 */
export function byClock(
  clockOf: (commitment: Commitment, ledger: Ledger) => Clock | null,
  among: (ledger: Ledger) => readonly Commitment[] = ({ open }) => open,
): (ledger: Ledger) => CommitmentConcern[] {
  return (ledger) => {
    const concerns: CommitmentConcern[] = [];
    for (const commitment of among(ledger)) {
      const clock = clockOf(commitment, ledger);
      if (!clock || isSnoozed(commitment, ledger.now) || isSaidOfComplaint(commitment, ledger)) continue;
      const { due, from, isWithThem } = clock;
      concerns.push({ commitment, counterpart: counterpart(commitment), due, from, since: due, isWithThem });
    }
    return concerns;
  };
}

/** Whether it is a complaint about which the next word is mine. */
export function needsWord({ kind, state }: Pick<Commitment, 'kind' | 'state'>): boolean {
  return kind === 'complaint' && state !== 'offered';
}

/** Whether it is the promise to speak again about a complaint, whose own line says when that is. */
function isSaidOfComplaint(commitment: Commitment, { open }: Ledger): boolean {
  const { belongsTo } = commitment;
  if (belongsTo?.as !== 'talk') return false;
  return open.some((each) => each.uid === belongsTo.complaint && needsWord(each));
}

/** Until a due date. While a new date is offered, it is for them to answer. */
export function dueClock({ due, offer }: Commitment): Clock | null {
  return due && { due: due.at, from: due.from, isWithThem: offer !== null };
}

/** Until something of theirs is due. Once they were asked for it, they have as long as after an offer. */
export function chaseClock(
  { client, lastWordAt }: Commitment,
  { due, from }: Clock,
  { now, calendar, clockSettingsOf }: Ledger,
): Clock {
  const askedAt = lastWordAt !== null && lastWordAt >= due ? lastWordAt : null;
  const isWithThem =
    askedAt !== null && now < addDuration(calendar, askedAt, clockSettingsOf(client).chaseAfter);
  return { due, from, isWithThem };
}

/**
 * Whether somebody waits to hear about it at all. Nobody does about a promise to myself, and a promise to speak is itself about
 * the next word.
 */
export function owesUpdates(commitment: Commitment): commitment is Commitment & { lastWordAt: Instant } {
  const { kind, state, client, lastWordAt } = commitment;
  if (state !== 'agreed' || !hasUpdateClock(commitment) || lastWordAt === null) return false;
  return (kind !== 'promise' || client !== null) && !isTalk(commitment);
}

/**
 * When the next update is owed, or null if none is. Only an agreed request or promise owes updates, and not
 * if its due date comes first. A word given after a missed due date starts the clock again.
 */
export function nextUpdateOf(
  commitment: Commitment,
  clockSettingsOf: ClockSettingsOf,
  calendar: WorkCalendar,
): Instant | null {
  if (!owesUpdates(commitment)) return null;
  const { client, lastWordAt, nextPromised, due } = commitment;
  const next =
    nextPromised?.at ??
    nextAfter(commitment.cadence ?? clockSettingsOf(client).updateEvery, lastWordAt, calendar);
  const dueComesFirst = due !== null && due.at <= next && lastWordAt < due.at;
  return dueComesFirst ? null : next;
}
