import { nextUpdateOf, owesUpdates } from '../agenda/clocks.ts';
import { type Commitment, isBorn, type Unborn, unborn } from '../streams/commitment.ts';
import type { StoryEvent } from '../streams/events.ts';
import { evolveCommitment } from '../streams/evolve-commitment.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import { compareInstants, type Instant } from '../time/moment.ts';
import type { ClockSettingsOf } from '../time/settings.ts';

/** The time from one word about a commitment to the next, while updates about it are owed. */
export interface UpdateGap {
  readonly from: Instant;
  /** When the next word came, or updates were not owed any more; null while they still are. */
  readonly until: Instant | null;
  /** Whether a word ended it. */
  readonly isOver: boolean;
  /** Whether the word came while it was not overdue yet; null if that is still open, or none was owed any more. */
  readonly isInTime: boolean | null;
}

/**
 * The gaps between words about a commitment, from its events. The words of its delivery end the last one. When an update was
 * owed is reckoned by the settings of today, since those of that time are on no record.
 */
export function updateGaps(
  events: readonly StoryEvent[],
  now: Instant,
  {
    clockSettingsOf,
    calendar,
  }: { readonly clockSettingsOf: ClockSettingsOf; readonly calendar: WorkCalendar },
): UpdateGap[] {
  const gaps: UpdateGap[] = [];
  let state: Commitment | Unborn = unborn('');
  // A word may be recorded long after it was said.
  for (const event of [...events].sort((a, b) => compareInstants(a.at, b.at))) {
    const next = evolveCommitment(state, event);
    if (isBorn(state) && isBorn(next) && owesUpdates(state)) {
      const from = state.lastWordAt;
      const isOver = next.lastWordAt !== from;
      if (isOver || !owesUpdates(next)) gaps.push(gap(state, from, event.at, isOver));
    }
    state = next;
  }
  if (isBorn(state) && owesUpdates(state)) gaps.push(gap(state, state.lastWordAt, null, false));
  return gaps;

  function gap(before: Commitment, from: Instant, until: Instant | null, isOver: boolean): UpdateGap {
    const owedAt = nextUpdateOf(before, clockSettingsOf, calendar);
    const isLate = owedAt !== null && owedAt < (until ?? now);
    return { from, until, isOver, isInTime: isLate ? false : isOver ? true : null };
  }
}
