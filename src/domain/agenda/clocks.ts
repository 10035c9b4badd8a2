import { type Commitment, counterpart, isOpen } from '../streams/commitment.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { nextAfter } from '../time/cadence.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import type { Instant } from '../time/moment.ts';
import type { ClockSettingsOf } from '../time/settings.ts';
import type { Ledger } from './ledger.ts';
import type { AboutCommitment } from './reason.ts';

/** When a clock of a commitment runs out, and for a window when it begins. */
interface Clock {
  readonly due: Instant;
  readonly from?: Instant | undefined;
}

/** The finder of a reason that goes by a clock: it looks at every commitment that is open and not snoozed. */
export function byClock(
  clockOf: (commitment: Commitment, ledger: Ledger) => Clock | null,
): (ledger: Ledger) => AboutCommitment[] {
  return (ledger) => {
    const found: AboutCommitment[] = [];
    for (const commitment of ledger.commitments) {
      if (!isOpen(commitment) || isSnoozed(commitment, ledger.now)) continue;
      const clock = clockOf(commitment, ledger);
      if (!clock) continue;
      const { due, from } = clock;
      found.push({ commitment, counterpart: counterpart(commitment), due, from, since: due });
    }
    return found;
  };
}

/** The clock of the date that both sides agreed on. */
export function dueClock({ due }: Commitment): Clock | null {
  return due && { due: due.at, from: due.from };
}

/**
 * When the next update is owed, or null when none is: only an agreed request or promise has one, and not while its due
 * date comes first. A word given after a missed due date starts the clock again.
 */
export function nextUpdateOf(
  commitment: Commitment,
  clockSettingsOf: ClockSettingsOf,
  calendar: WorkCalendar,
): Instant | null {
  const { kind, state, client, lastWordAt, nextPromised, due } = commitment;
  if (state !== 'agreed' || !KIND_TRAITS[kind].owesUpdates || lastWordAt === null) return null;
  // Nobody is waiting to hear about a promise that I made to myself.
  if (kind === 'promise' && client === null) return null;
  const next =
    nextPromised?.at ??
    nextAfter(commitment.cadence ?? clockSettingsOf(client).updateEvery, lastWordAt, calendar);
  const dueComesFirst = due !== null && due.at <= next && lastWordAt < due.at;
  return dueComesFirst ? null : next;
}

/** Whether a snooze hides the lines of a commitment. A due date that passes during the snooze ends it. */
export function isSnoozed(commitment: Commitment, now: Instant): boolean {
  const { snooze, due } = commitment;
  if (!snooze || snooze.until.at <= now) return false;
  const dueHasPassed = due !== null && due.at < now && due.at >= snooze.at;
  return !dueHasPassed;
}
