import { COUNTED_DAYS, type Favours, hoursIn } from '../../domain/agenda/favours.ts';
import { isMoney } from '../../domain/base/amount.ts';
import type { Money } from '../../domain/base/money.ts';
import { type Commitment, unansweredPrice } from '../../domain/streams/commitment.ts';
import { NO_REASON } from '../../domain/streams/events.ts';
import type { Price } from '../../domain/streams/price.ts';
import { localDay } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayDay, sayMonthName } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded, sayCount, sayHours } from './amount.ts';
import { sayAmount, sayMoney } from './money.ts';
import { ordinal } from './ordinal.ts';
import { asRunningText } from './running-text.ts';
import { sayDate } from './time.ts';

/** What extra work costs: "3h", "EUR 300", "free". Safe to print. */
export function sayPriceAmount({ isFree, amount }: Price): string {
  return isFree || amount === null ? 'free' : sayAmount(amount);
}

/** That it is not part of what was agreed, and where its price stands; null for what is. Safe to print. */
export function sayScope(commitment: Commitment, view: ViewContext): string | null {
  return commitment.scope === 'in' ? null : `out of scope: ${sayPriceState(commitment, view)}`;
}

/** Where the price of extra work stands: what it is, and whether anybody there has said yes. Safe to print. */
export function sayPriceState({ price, approval }: Commitment, view: ViewContext): string {
  if (price === null) return 'no price yet';
  if (price.isFree) {
    return `given free${price.because === null ? '' : `, because: ${printable(asRunningText(price.because))}`}`;
  }
  const amount = sayPriceAmount(price);
  if (price.refused !== null) {
    const why = price.refused === NO_REASON ? '' : `, because: ${printable(asRunningText(price.refused))}`;
    return `no price yet; ${amount} was refused${why}`;
  }
  if (approval) {
    const writing = approval.inWriting ? ', in writing' : '';
    return `${amount}, approved by ${printable(approval.by)} on ${sayDayOf(approval.at, view)}${writing}`;
  }
  const date = price.date ? ` for ${sayDate(price.date, view)}` : '';
  return `${amount}${date}, put on ${sayDayOf(price.putAt, view)}, no answer yet`;
}

function sayDayOf(at: Instant, { calendar, now }: ViewContext): string {
  return sayDay(localDay(calendar, at), calendar, now);
}

/** The work that came to a job besides what was agreed of it: "2 besides what was agreed, 5.5h: 13, 15"; null if none did. */
export function sayExtras(extras: readonly Commitment[]): string | null {
  if (extras.length === 0) return null;
  const hours = extras.reduce((sum, extra) => sum + hoursIn(extra), 0);
  const work = hours > 0 ? `, ${sayHours(hours)}` : '';
  return `${extras.length} more than was agreed${work}: ${extras.map(({ number }) => number).join(', ')}`;
}

/** What was given free lately: "given free in the last 90 days: 3 favours, 5.5h, EUR 300". */
export function sayFavoursLately({ count, hours, money }: Favours): string {
  const given = [sayCount(count, 'favour'), ...sayWork(hours, money)].join(', ');
  return `given in the last ${COUNTED_DAYS} days: ${given}`;
}

/** Which favour the next one would be: "the fourth small favour since January, 5.5h and EUR 300"; the amounts are those so far. */
export function sayNextFavour({ count, hours, money, since }: Favours, view: ViewContext): string {
  const amounts = sayWork(hours, money).join(' and ');
  const begun = since === null ? '' : ` since ${sayMonthOf(since, view)}`;
  return `the ${ordinal(count + 1)} small favour${begun}${amounts === '' ? '' : `, ${amounts} so far`}`;
}

function sayWork(hours: number, money: readonly Money[]): string[] {
  return [...(hours > 0 ? [sayHours(hours)] : []), ...money.map(sayMoney)];
}

/** The month in which something happened; within the present one, its day. */
function sayMonthOf(at: Instant, view: ViewContext): string {
  const { calendar, now } = view;
  const month = sayMonthName(localDay(calendar, at));
  return month === sayMonthName(localDay(calendar, now)) ? sayDayOf(at, view) : month;
}

/** What was put to them and waits for their yes: "EUR 300", "the resolution". */
export function sayWhatIsPut(commitment: Commitment): string {
  const price = unansweredPrice(commitment);
  return price ? sayPriceAmount(price) : 'the resolution';
}

/** The price as it can be typed again, without grouping: "3h", "EUR 1200.50", "free"; null while there is none. */
export function typedPrice({ price, scope }: Commitment): string | null {
  if (price === null || price.refused !== null || scope === 'in') return null;
  if (price.isFree || price.amount === null) return 'free';
  return isMoney(price.amount) ? typedMoney(price.amount) : `${rounded(price.amount.hours, 4)}h`;
}

/** Money as programs read it, which may type it again: "EUR 1200.50". */
export function typedMoney(money: Money): string {
  return sayMoney(money).replaceAll(',', '');
}
