import { type Commitment, isBorn } from '../streams/commitment.ts';
import type { StoryEvent } from '../streams/events.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { outcomeOf, type Replay } from './replay.ts';

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

/** All dates that a commitment had, in order. A date that was recorded wrong, or that days off shifted, was never another one. */
export function promisedDates({ recorded }: Pick<Replay, 'recorded'>, now: Instant): PromisedDate[] {
  const former: PromisedDate[] = [];
  for (const { event, before, after } of recorded) {
    // What came by itself and was taken back never had a date.
    if (!isBorn(after)) former.length = 0;
    if (!isBorn(before) || before.due === null || !isBorn(after)) continue;
    if (!settlesAnother(event)) continue;
    const end = before.due.at < event.at ? 'missed' : 'moved';
    // To agree on the same date again moves nothing.
    if (end === 'moved' && after.due?.at === before.due.at) continue;
    former.push({ due: before.due, isFirst: former.length === 0, end, endedAt: event.at });
  }
  const last = outcomeOf(recorded);
  if (!isBorn(last) || last.due === null) return former;
  const { due, closedAt } = last;
  return [...former, { due, isFirst: former.length === 0, end: endOf(last, due, now), endedAt: closedAt }];
}

function settlesAnother({ type }: StoryEvent): boolean {
  return type === 'DateMoved' || type === 'DateAgreed';
}

function endOf({ state, closedAt, missedAt }: Commitment, due: Moment, now: Instant): DateEnd {
  if (closedAt === null) return due.at < now ? 'passed' : 'ahead';
  if (state === 'dropped') return 'dropped';
  if (state === 'missed') return 'never';
  // What was missed once is never kept.
  return closedAt <= due.at && missedAt === null ? 'kept' : 'late';
}
