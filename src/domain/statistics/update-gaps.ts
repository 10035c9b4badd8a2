import { nextUpdateOf, owesUpdates } from '../agenda/clocks.ts';
import { type Commitment, isBorn } from '../streams/commitment.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import type { Instant } from '../time/moment.ts';
import type { ClockSettingsOf } from '../time/settings.ts';
import { outcomeOf, type Replay } from './replay.ts';

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
 * The gaps between words about a commitment. The words of its delivery end the last one. When an update was owed is reckoned by
 * the settings of today, since those of that time are on no record.
 */
export function updateGaps(
  { happened }: Replay,
  now: Instant,
  {
    clockSettingsOf,
    calendar,
  }: { readonly clockSettingsOf: ClockSettingsOf; readonly calendar: WorkCalendar },
): UpdateGap[] {
  const gaps: UpdateGap[] = [];
  for (const { event, before, after } of happened) {
    if (!isBorn(before) || !isBorn(after) || !owesUpdates(before)) continue;
    const from = before.lastWordAt;
    const isOver = after.lastWordAt !== from;
    if (isOver || !owesUpdates(after)) gaps.push(gap(before, from, event.at, isOver));
  }
  const last = outcomeOf(happened);
  if (isBorn(last) && owesUpdates(last)) gaps.push(gap(last, last.lastWordAt, null, false));
  return gaps;

  function gap(before: Commitment, from: Instant, until: Instant | null, isOver: boolean): UpdateGap {
    const owedAt = nextUpdateOf(before, clockSettingsOf, calendar);
    const isLate = owedAt !== null && owedAt < (until ?? now);
    return { from, until, isOver, isInTime: isLate ? false : isOver ? true : null };
  }
}
