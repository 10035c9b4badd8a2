import type { AttentionLine } from '../../domain/agenda/attention.ts';
import { dateOfLine } from '../../domain/agenda/date-of-line.ts';
import { putToThem } from '../../domain/agenda/reasons/awaiting-approval.ts';
import { unansweredPrice } from '../../domain/streams/commitment.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayInstant, sayMoment } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { sayShare } from './amount.ts';
import { sayPriceAmount, sayWhatIsPut } from './price.ts';
import { sayUsed } from './project.ts';
import { sayDayAhead } from './reason.ts';
import { sayMissedTimes } from './standing.ts';
import { isToday, sayDistance, sayRelativeDate } from './time.ts';

/**
 * Why a line is said in a reminder, with the date and time in full, because a message may be read at any time:
 * "due Thu 5 Mar 2026 15:00, 2 h late".
 */
export function sayWhyInFull(line: AttentionLine, view: ViewContext): string {
  const { calendar } = view;
  const since = (at: Instant | null | undefined) => `since ${sayInstant(at ?? line.since, calendar)}`;
  switch (line.reason) {
    case 'delivery':
    case 'promise':
    case 'waiting':
      return `due ${sayWhen(line, view)}`;
    case 'complaint':
      return `complaint: speak to them ${sayWhen(line, view)}`;
    case 'reply':
      return `answer due ${sayWhen(line, view)}`;
    case 'update':
      return `update due ${sayWhen(line, view)}`;
    case 'no-date':
      return `no date ${since(line.commitment.undatedSince)}`;
    case 'offer-unanswered':
      return `no answer ${since(line.commitment.offer?.madeAt)}`;
    case 'not-in-writing':
      return `not in writing ${since(line.commitment.agreement?.at)}`;
    case 'at-risk':
      return `${sayShare(line.risk.chance)} likely by ${sayMoment(dateOfLine(line, calendar), calendar)}`;
    case 'unpriced-scope': {
      const price = unansweredPrice(line.commitment);
      return price
        ? `no answer to ${sayPriceAmount(price)} ${since(price.putAt)}`
        : `no price ${since(line.since)}`;
    }
    case 'awaiting-approval':
      return `no answer to ${sayWhatIsPut(line.commitment)} ${since(putToThem(line.commitment))}`;
    case 'missed':
      return sayMissedTimes(line, view);
    case 'over-budget':
      return `budget: ${sayUsed(line)}`;
    case 'aftercare':
      return `does it work? delivered ${sayInstant(line.commitment.closedAt ?? line.since, calendar)}`;
    case 'review-window':
      return line.severity === 'overdue'
        ? `no objection by ${sayMoment(line.review.until, calendar)}`
        : `they may object until ${sayWhen(line, view)}`;
    case 'remembered':
      return sayDayAhead(line, view, true);
    case 'quiet-client':
      return `nothing from you ${since(line.since)}`;
    case 'review':
      return 'not answered today';
  }
}

/** The date in full, and how far away it is. */
function sayWhen(line: AttentionLine, view: ViewContext): string {
  const { now, calendar } = view;
  const date = dateOfLine(line, calendar);
  const distance = () => {
    if (line.severity === 'overdue') return `${sayDistance(line.due, now, calendar)} late`;
    return date.grain === 'day' && isToday(date, view) ? 'today' : sayRelativeDate(date, view);
  };
  return `${sayMoment(date, calendar)}, ${distance()}`;
}
