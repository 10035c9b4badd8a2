import { directionOf } from '../agenda/brief.ts';
import { type Commitment, isOpen } from '../streams/commitment.ts';
import { partsOf } from '../streams/complaint.ts';
import type { Cause } from '../streams/complaint-events.ts';
import type { StoryEvent } from '../streams/events.ts';
import { periodsHeld } from '../streams/held.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import type { Instant } from '../time/moment.ts';
import type { ClockSettingsOf } from '../time/settings.ts';
import type { Span } from './longest-silence.ts';
import { type OfferedDate, offeredDates } from './offered-dates.ts';
import { type PromisedDate, promisedDates } from './promised-dates.ts';
import { type UpdateGap, updateGaps } from './update-gaps.ts';

/** What the figures need to know of a commitment. */
export interface CommitmentRecord {
  readonly commitment: Commitment;
  readonly dates: readonly PromisedDate[];
  readonly offers: readonly OfferedDate[];
  readonly gaps: readonly UpdateGap[];
  /** When it was open. */
  readonly open: readonly Span[];
  /** When the other side heard something about it from me, as far as its own events say so. */
  readonly words: readonly Instant[];
  /** Whose fault it was, for a complaint; null if nobody has said. */
  readonly cause: Cause | null;
  /** What would remove the need for it. */
  readonly removals: readonly string[];
}

/** What the figures need to know of a commitment, from its events in the order in which they were recorded. */
export function recordOf(
  commitment: Commitment,
  events: readonly StoryEvent[],
  {
    now,
    ...clocks
  }: {
    readonly now: Instant;
    readonly clockSettingsOf: ClockSettingsOf;
    readonly calendar: WorkCalendar;
  },
): CommitmentRecord {
  const { complaint } = commitment;
  return {
    commitment,
    dates: promisedDates(events, now),
    offers: offeredDates(events, now),
    gaps: updateGaps(events, now, clocks),
    open: periodsHeld(events, now),
    words: events.flatMap((event) => (directionOf(event, commitment) === 'out' ? [event.at] : [])),
    cause: (complaint && partsOf(complaint, 'cause').at(-1)?.cause) ?? null,
    removals: events.flatMap((event) => (event.type === 'RemovalNamed' ? [event.text] : [])),
  };
}

/** When it was closed; null while it is open. */
export function endedAt({ commitment }: CommitmentRecord): Instant | null {
  return isOpen(commitment) ? null : commitment.closedAt;
}
