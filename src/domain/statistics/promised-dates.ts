import type { Commitment, Unborn } from '../streams/commitment.ts';
import { isBorn, unborn } from '../streams/commitment.ts';
import type { StoryEvent } from '../streams/events.ts';
import { evolveCommitment } from '../streams/evolve-commitment.ts';
import type { Instant, Moment } from '../time/moment.ts';

/**
 * What became of a date: it was kept; what it was for came late; it was moved before it came; it had passed when it was moved;
 * it has passed, and nothing came; the time after it passed too, so that it never came; it is still ahead; or what it was for was
 * dropped.
 */
export type DateEnd = 'kept' | 'late' | 'moved' | 'missed' | 'passed' | 'never' | 'ahead' | 'dropped';

/** A date that was agreed, promised or announced, and what became of it. */
export interface PromisedDate {
  readonly due: Moment;
  readonly isFirst: boolean;
  readonly end: DateEnd;
  /** When it was finished or dropped, or another date took its place; null while it stands and nothing came. */
  readonly endedAt: Instant | null;
}

/**
 * All dates that a commitment had, from its events in the order in which they were recorded. A date that was recorded wrong, or
 * that days off shifted, was never another one.
 */
export function promisedDates(events: readonly StoryEvent[], now: Instant): PromisedDate[] {
  const former: PromisedDate[] = [];
  let state: Commitment | Unborn = unborn('');
  for (const event of events) {
    const next = evolveCommitment(state, event);
    const due = isBorn(state) ? state.due : null;
    if (due !== null && isBorn(next) && settlesAnother(event)) {
      const end = due.at < event.at ? 'missed' : 'moved';
      former.push({ due, isFirst: former.length === 0, end, endedAt: event.at });
    }
    // What came by itself and was taken back never had a date.
    if (!isBorn(next)) former.length = 0;
    state = next;
  }
  if (!isBorn(state) || state.due === null) return former;
  const { due, closedAt } = state;
  return [...former, { due, isFirst: former.length === 0, end: endOf(state, due, now), endedAt: closedAt }];
}

function settlesAnother({ type }: StoryEvent): boolean {
  return type === 'DateMoved' || type === 'DateAgreed';
}

function endOf({ state, closedAt }: Commitment, due: Moment, now: Instant): DateEnd {
  if (closedAt === null) return due.at < now ? 'passed' : 'ahead';
  if (state === 'dropped') return 'dropped';
  if (state === 'missed') return 'never';
  return closedAt <= due.at ? 'kept' : 'late';
}
