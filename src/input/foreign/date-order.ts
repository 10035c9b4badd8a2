import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import { MOST_IN_PHRASE } from '../../domain/base/text.ts';
import type { DateContext } from '../dates.ts';

type Order = DateContext['dateOrder'];

/**
 * A date in two or three numbers of which the first two may be swapped, alone, after one word, or before a
 * clock time.
 */
const NUMERIC =
  /^(?:\p{L}+[.,]* )?(\d{1,2})(?:\/(\d{1,2})(?:\/(?:\d{4}|\d{2}))?|-(\d{1,2})-\d{4})(?:$|,? (?:at )?\d)/iu;

/** Whether a text is a date whose day and month are numbers: "2/27", "13/02/2026". */
export function isNumericDate(text: string): boolean {
  return NUMERIC.test(text.trim());
}

/** The order of day and month in a file: what its dates show together, else the user's. */
export function orderIn(dates: readonly string[], { dateOrder }: DateContext): Order {
  const [order = dateOrder, ...others] = new Set(dates.flatMap((date) => onlyOrder(date) ?? []));
  return others.length > 0 ? dateOrder : order;
}

/** Why a date cannot be read in the order determined for its file; null if it can. */
export function refuseOrder(date: string, order: Order): Refusal | null {
  const only = onlyOrder(date);
  if (only === null || only === order) return null;
  return refuse(
    'date-order',
    `"${date}" can only be read ${WORDS[only]}, but other rows only ${WORDS[order]}, which is what dates.order says.`,
    'Write it as year-month-day.',
  );
}

const WORDS: Readonly<Record<Order, string>> = { mdy: 'month first', dmy: 'day first' };

/** The only order in which a date makes sense, because the other would give no month. */
function onlyOrder(date: string): Order | null {
  if (date.length > MOST_IN_PHRASE) return null;
  const match = NUMERIC.exec(date.trim());
  if (!match) return null;
  const isMonth = (number: string | undefined) => Number(number) <= 12;
  const [first, second] = [isMonth(match[1]), isMonth(match[2] ?? match[3])];
  if (first === second) return null;
  return first ? 'mdy' : 'dmy';
}
