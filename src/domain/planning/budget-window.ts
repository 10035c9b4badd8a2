import type { Amount } from '../base/amount.ts';
import { isMoney } from '../base/amount.ts';
import type { Budget } from '../streams/project.ts';
import { type Day, dateOf, dayOf, localDay, startOfDay, type WorkCalendar } from '../time/calendar.ts';
import { dayOfIso, isoMonthOf } from '../time/iso-day.ts';
import { type Instant, latest } from '../time/moment.ts';

/** A stretch of time and what may be spent in it. */
export interface BudgetWindow {
  /** The month ("2026-05") of a monthly budget; null if the budget is for all time. */
  readonly month: string | null;
  /** What was spent from here on counts; null if everything before does too. */
  readonly from: Instant | null;
  /** What was spent before here counts; null if there is no end. */
  readonly to: Instant | null;
  /** What may be spent: of a part of a month, its days’ share. */
  readonly amount: Amount;
}

/** How many months back an overrun of a monthly budget is looked for. */
const MOST_MONTHS = 12;

/**
 * The window of a budget at a moment, by the days of the client’s calendar. A budget in all covers everything that was
 * ever spent, also before it was set and after its end: the project costs what it costs.
 */
export function windowAt(budget: Budget, there: WorkCalendar, now: Instant): BudgetWindow {
  if (!budget.isMonthly) return { month: null, from: null, to: null, amount: budget.amount };
  const { year, month } = dateOf(localDay(there, now));
  return monthOf(budget, there, year, month);
}

/** The windows of the months before the present one, latest first; none if the budget is not monthly. */
export function windowsBefore(budget: Budget, there: WorkCalendar, now: Instant): BudgetWindow[] {
  if (!budget.isMonthly) return [];
  const since = dayOfIso(budget.since);
  const { year, month } = dateOf(localDay(there, now));
  const windows: BudgetWindow[] = [];
  for (let back = 1; back <= MOST_MONTHS && dayOf(year, month - back + 1, 1) > since; back++) {
    const first = dateOf(dayOf(year, month - back, 1));
    windows.push(monthOf(budget, there, first.year, first.month));
  }
  return windows;
}

function monthOf(budget: Budget, there: WorkCalendar, year: number, month: number): BudgetWindow {
  const first = dayOf(year, month, 1);
  const next = dayOf(year, month + 1, 1);
  const since = dayOfIso(budget.since);
  const last = budget.until === null ? next - 1 : dayOfIso(budget.until);
  const [begin, end] = [Math.max(first, since), Math.min(next - 1, last)];
  const from = startOfDay(there, first);
  return {
    month: isoMonthOf(first),
    from: since > first && since < next ? latest(from, startOfDay(there, since)) : from,
    to: startOfDay(there, next),
    amount: shareOfMonth(budget.amount, begin - first, Math.max(begin, end + 1) - first, next - first),
  };
}

/**
 * The share of a month’s amount that falls to its days from one to another (of `length`, counted from 0, without the
 * last). The shares of parts that make up a month add up to its amount, to the last cent: each is the difference of two
 * shares that begin with the month.
 */
export function shareOfMonth(amount: Amount, from: Day, to: Day, length: number): Amount {
  if (to - from === length) return amount;
  if (!isMoney(amount)) return { hours: (amount.hours * Math.max(0, to - from)) / length };
  const until = (day: Day) => shareOf(amount.minor, Math.max(0, day), length);
  return { minor: until(Math.max(from, to)) - until(from), currency: amount.currency };
}

/** A share of whole units, rounded once to the nearest. */
function shareOf(minor: number, part: number, whole: number): number {
  return Number((2n * BigInt(minor) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
}
