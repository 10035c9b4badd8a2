import { type Day, dateOf, dayOf } from '../time/calendar.ts';
import { isSameDuration } from '../time/duration.ts';
import { dayOfIso, isoOfDay } from '../time/iso-day.ts';
import type { FactDay } from './events.ts';

/**
 * The day of a fact that comes next, today included, as an ISO date; of a yearly one that of this year or of the next. 29
 * February is the 28th in other years. Null once its only day has passed.
 */
export function nextFactDay({ day, isYearly }: FactDay, today: Day): string | null {
  if (!isYearly) return dayOfIso(day) >= today ? day : null;
  const { year } = dateOf(today);
  const [first, second] = [year, year + 1].map((each) => inYear(dayOfIso(day), each));
  const next = first !== undefined && first >= today ? first : second;
  return next === undefined ? null : isoOfDay(next);
}

/** How many days a single day is still spoken of after it has passed, where nobody has seen that it came. */
export const DAYS_AFTER_FACT = 14;

/** The day of a fact that is to be seen: the one that comes next, or a single one that passed lately. */
export function factDayToSee(dated: FactDay, today: Day): string | null {
  return nextFactDay(dated, dated.isYearly ? today : today - DAYS_AFTER_FACT);
}

/** The same day of the month in another year, or the last one that the month has then. */
function inYear(day: Day, year: number): Day {
  const { month, date } = dateOf(day);
  return Math.min(dayOf(year, month, date), dayOf(year, month + 1, 0));
}

export function isSameFactDay(one: FactDay, other: FactDay | null): boolean {
  return (
    other !== null &&
    one.day === other.day &&
    (one.isYearly ?? false) === (other.isYearly ?? false) &&
    isSameDuration(one.ahead, other.ahead)
  );
}
