import { unansweredSince } from '../../domain/agenda/aftercare.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import { standingWindow, windowEndedAt } from '../../domain/streams/delivery.ts';
import { localDay } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayDay, sayInstant, sayMoment } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';

/** Until when they may object to what was delivered, or what became of that; null if they were not told of such a day. */
export function sayReview(commitment: Commitment, view: ViewContext): string | null {
  const { calendar, now } = view;
  const { delivery, state } = commitment;
  const review = delivery?.review;
  if (!review || state !== 'done') return null;
  const until = sayMoment(review.until, calendar, now);
  const endedAt = windowEndedAt(commitment);
  if (endedAt !== null)
    return `until ${until}; ended by a word of theirs ${sayInstant(endedAt, calendar, now)}`;
  return review.until.at <= now
    ? `ended ${until}; they have not objected`
    : `until ${until}; it counts as accepted unless they object`;
}

/** How far it was asked whether what was delivered is right; null if nobody has to say so, or a window decides it. */
export function sayUnanswered(commitment: Commitment, view: ViewContext): string | null {
  const { calendar, now } = view;
  const asked = unansweredSince(commitment, view);
  if (asked === null || standingWindow(commitment) !== null) return null;
  const { askedAt, heardAt, isLast } = asked;
  const day = (at: Instant) => sayDay(localDay(calendar, at), calendar, now);
  const answer = heardAt
    ? `they spoke about it on ${day(heardAt)}`
    : isLast
      ? 'never answered'
      : 'no answer yet';
  if (askedAt !== null) return `whether it works on ${day(askedAt)}: ${answer}`;
  return isLast && heardAt === null ? 'never whether it works, and never answered' : null;
}
