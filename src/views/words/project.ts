import type { LineOf } from '../../domain/agenda/attention.ts';
import { type Amount, isMoney } from '../../domain/base/amount.ts';
import { minorDigits } from '../../domain/base/money.ts';
import type { PastOverrun, ProjectCost, SpentSum } from '../../domain/planning/project-cost.ts';
import { dayOf } from '../../domain/time/calendar.ts';
import { dayOfIso } from '../../domain/time/iso-day.ts';
import { sayDay, sayMonth } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { sayCount, sayHours, sayRoundHours, sayShare } from './amount.ts';
import { sayAmount, sayMoney } from './money.ts';

/** Work and money that was spent: "12h and EUR 120", "nothing". */
export function saySum({ hours, money }: SpentSum): string {
  const parts = [
    ...(hours === 0 ? [] : [sayHours(hours)]),
    ...money.filter(({ minor }) => minor !== 0).map(sayMoney),
  ];
  return parts.length === 0 ? 'nothing' : parts.join(' and ');
}

/** What may be spent: "40h", "EUR 3,000 a month", "EUR 1,500 in March 2026 (EUR 3,000 a month)"; null without a budget. */
export function sayBudget({ project: { budget }, window }: ProjectCost, view: ViewContext): string | null {
  if (!budget || !window) return null;
  const whole = sayAmount(budget.amount);
  const until =
    budget.until === null ? '' : `, until ${sayDay(dayOfIso(budget.until), view.calendar, view.now)}`;
  if (window.month === null) return `${whole}${until}`;
  const isPart = sayPlain(window.amount) !== sayPlain(budget.amount);
  const part = isPart
    ? `${sayPlain(window.amount)} in ${monthCalled(window.month)} (${whole} a month)`
    : `${whole} a month`;
  return `${part}${until}`;
}

/** An amount without the words that were typed. */
export function sayPlain(amount: Amount): string {
  return isMoney(amount) ? sayMoney(amount) : sayHours(amount.hours);
}

/** A month ("2026-05") as people call it: "May 2026". */
export function monthCalled(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return sayMonth(dayOf(year, number, 1));
}

/** What is spent of the budget: "28h of 40h (70%)", "15h of 14h, 1h over"; without a budget, what is spent. */
export function saySpentOf({ counted, window, share, over }: ProjectCost): string {
  if (!window) return sayPlain(counted);
  const of = `${sayPlain(counted)} of ${sayPlain(window.amount)}`;
  if (over) return `${of}, ${sayPlain(over)} over`;
  return share === null ? of : `${of} (${Math.floor(100 * share + 1e-9)}%)`;
}

/** What it will come to, as a range: "36h to 44h"; null if it cannot be reckoned, or nothing is left. */
export function sayTotal({ total, ahead }: ProjectCost): string | null {
  if (total === null || ahead.tasks === 0) return null;
  return sayRange(sayRound(total.likely), sayRound(total.most));
}

/** What is left in open work: "8h to 16h in 3 tasks". */
export function sayAhead({ ahead: { tasks, likelyHours, mostHours } }: ProjectCost): string {
  if (tasks === 0) return 'nothing is left to do';
  return `${sayRange(sayRoundHours(likelyHours), sayRoundHours(mostHours))} in ${sayCount(tasks, 'task')}`;
}

/** What is not known or not counted, a clause each. */
export function sayMissing({
  ahead,
  project: { rate },
  total,
  counted,
  apart,
  window,
}: ProjectCost): string[] {
  const { unestimated, later } = ahead;
  return [
    ...(unestimated > 0 ? [`${unestimated} without an estimate, taken as usual`] : []),
    ...(later > 0 ? [`${later} more not due this month`] : []),
    ...(total === null
      ? [rate === null ? 'without a rate, hours cost nothing here' : 'the rate is in another currency']
      : []),
    ...(apart.hours > 0 && isMoney(counted)
      ? [
          `${sayHours(apart.hours)} not counted: ${rate === null ? 'there is no rate' : 'the rate is in another currency'}`,
        ]
      : []),
    ...(apart.money.length > 0
      ? [
          `${saySum({ hours: 0, money: apart.money })} not counted: the ${window ? 'budget' : 'sum'} is in ${isMoney(counted) ? counted.currency : 'hours'}`,
        ]
      : []),
  ];
}

/** How likely the budget is to hold: "71% likely to stay inside"; null where there is nothing to reckon. */
export function sayChance({ chance, over }: ProjectCost): string | null {
  return chance === null || over ? null : `${sayShare(chance)} likely to stay inside`;
}

/** A project\u2019s budget in one short line, for what belongs to it: "28h of 40h (70%), comes to 36h to 44h". */
export function sayProjectBriefly(cost: ProjectCost): string {
  const total = sayTotal(cost);
  return [saySpentOf(cost), ...(total ? [`comes to ${total}`] : [])].join(', ');
}

/** An overrun of a month that is over: "EUR 300 over in April 2026". */
export function sayPastOverrun({ over, month }: PastOverrun): string {
  return `${sayPlain(over)} over in ${monthCalled(month)}`;
}

/** A forecast of an amount, rounded because it is no more exact. */
function sayRound(amount: Amount): string {
  if (!isMoney(amount)) return sayRoundHours(amount.hours);
  const unit = 10 ** minorDigits(amount.currency);
  return sayMoney({ ...amount, minor: Math.round(amount.minor / unit) * unit });
}

function sayRange(from: string, to: string): string {
  return from === to ? from : `${from} to ${to}`;
}

/** What a line about a budget says: "12h of 10h, 2h over", "comes to 11h to 13h, budget 10h", "8h of 10h (80%)". */
export function sayUsed({ cost, mark, earlier }: LineOf<'over-budget'>): string {
  if (earlier) return sayPastOverrun(earlier);
  const of = cost.window?.month ? ` in ${monthCalled(cost.window.month)}` : '';
  if (mark !== 'likely') return `${saySpentOf(cost)}${of}`;
  const budget = cost.window ? `, budget ${sayPlain(cost.window.amount)}` : '';
  return `comes to ${sayTotal(cost) ?? 'more'}${budget}${of}`;
}
