import { type Amount, isMoney } from '../base/amount.ts';
import { addMoney, type Money, moneyIn, timesHours, withMoney } from '../base/money.ts';
import type { AnsweredMark, BudgetMark } from '../streams/events.ts';
import { isAnswered, type Project } from '../streams/project.ts';
import type { Spending } from '../streams/spent.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import { compareInstants, type Instant } from '../time/moment.ts';
import { type BudgetWindow, windowAt, windowsBefore } from './budget-window.ts';
import type { Forecast } from './forecast.ts';
import type { Planned } from './queue.ts';

/** Work and money that was spent, as sums: the hours, and an amount for each currency. */
export interface SpentSum {
  readonly hours: number;
  readonly money: readonly Money[];
}

/** What was spent on a client, with all that belongs to it, and its open projects. */
export interface ClientSpending {
  /** In the last month, and ever. */
  readonly lately: SpentSum;
  readonly inAll: SpentSum;
  readonly projects: readonly ProjectCost[];
}

/** A project, and how to find out what was spent on it. Everything is read only if it is asked for. */
export interface ProjectAccount {
  readonly project: Project;
  /** The calendar in the zone of its client, by whose days the months of its budget begin. */
  readonly there: WorkCalendar;
  /** What was spent on it and on its commitments, in a stretch of time; null means without a beginning or an end. */
  readonly spentIn: (from: Instant | null, to: Instant | null) => SpentSum;
  /** The same one by one. */
  readonly spendingsIn: (from: Instant | null, to: Instant | null) => readonly Spending[];
  /** Its open work. */
  readonly open: readonly Planned[];
}

/** The open work of a project. */
interface WorkAhead {
  readonly tasks: number;
  /** How many tasks have no estimate, so that their size is assumed. */
  readonly unestimated: number;
  /** How many open commitments are not counted because they are not due in the month of the budget. */
  readonly later: number;
  /** The hours left in it: more and fewer are as likely; and no more with a probability of four fifths. */
  readonly likelyHours: number;
  readonly mostHours: number;
}

/** An overrun of a monthly budget in a month that is over. */
export interface PastOverrun {
  readonly month: string;
  readonly window: BudgetWindow;
  readonly counted: Amount;
  readonly over: Amount;
}

/** What a project has cost, and what it will come to, in the unit of its budget. */
export interface ProjectCost {
  readonly account: ProjectAccount;
  readonly project: Project;
  /** The time and the amount of its budget; null if it has none. */
  readonly window: BudgetWindow | null;
  /** What was spent in that time and counts: work at the rate, where the budget is money. */
  readonly counted: Amount;
  /** What was spent and does not count: money beside a budget of hours, another currency, hours without a rate. */
  readonly apart: SpentSum;
  readonly ahead: WorkAhead;
  /** What it will come to; null if hours are left that have no rate. `most` is not exceeded four times out of five. */
  readonly total: { readonly likely: Amount; readonly most: Amount } | null;
  /** The probability of staying inside the budget; null if there is none, or nothing left to reckon. */
  readonly chance: number | null;
  /** How much of the budget is spent, as a share; null without a budget, or if it is nothing. */
  readonly share: number | null;
  /** By how much the budget is passed; null if it is not. */
  readonly over: Amount | null;
  /** The marks that are reached, whether they were answered or not. */
  readonly marks: readonly BudgetMark[];
  /** Overruns in months that are over and that nobody has answered, latest first. */
  readonly earlier: readonly PastOverrun[];
}

/** What is spent of a budget when it is nearly used: four fifths. */
const NEAR = { part: 4, whole: 5 };

/** How sure the upper bound of a forecast is. */
const SURE = 0.8;

/** Hours are sums of fractions, so that two sums of the same may differ by less than this. */
const SAME_HOURS = 1e-6;

/** What a project has cost and will come to: the one place that every screen takes it from. */
export function costOf(
  account: ProjectAccount,
  { effortLeft }: Pick<Forecast, 'effortLeft'>,
  now: Instant,
): ProjectCost {
  const { project, there } = account;
  const { budget, rate } = project;
  const window = budget && windowAt(budget, there, now);
  const unit: Amount = window?.amount ?? (rate ? { ...rate, minor: 0 } : { hours: 0 });
  const spent = account.spentIn(window?.from ?? null, window?.to ?? null);
  const { counted, apart } = countIn(spent, unit, rate);
  const { works, later } = workWithin(account.open, window);
  const { hours, tasks, unestimated } = effortLeft(works);
  const ahead: WorkAhead = {
    tasks,
    unestimated,
    later,
    likelyHours: tasks === 0 ? 0 : hours.quantile(0.5),
    mostHours: tasks === 0 ? 0 : hours.quantile(SURE),
  };
  const costs = (ofHours: number) => plus(counted, ofHours, rate);
  const likely = costs(ahead.likelyHours);
  const most = costs(ahead.mostHours);
  const total = likely && most && { likely, most };
  const over = window && overrunOf(counted, window.amount);
  const chanceLeft = () => {
    if (!window || !total || tasks === 0) return null;
    return over ? 0 : hours.chance(hoursFor(sizeOf(window.amount) - sizeOf(counted), unit, rate));
  };
  return {
    account,
    project,
    window,
    counted,
    apart,
    ahead,
    total,
    chance: chanceLeft(),
    share: window && sizeOf(window.amount) > 0 ? sizeOf(counted) / sizeOf(window.amount) : null,
    over,
    marks: window ? marksOf(counted, window.amount, tasks > 0 ? (total?.most ?? null) : null) : [],
    get earlier() {
      return earlierOverruns(account, now);
    },
  };
}

/** The marks that are reached and that nobody has answered yet, worst first. */
export function unansweredMarks({ project, window, marks, earlier }: ProjectCost): AnsweredMark[] {
  const { budget } = project;
  if (!budget || !window) return [];
  // Where nothing goes on any more, only what was spent too much matters.
  const told = project.closedAt === null ? marks : marks.filter((mark) => mark === 'past');
  const now = told.map((mark) => ({ mark, ...(window.month !== null && { month: window.month }) }));
  const before = earlier.map(({ month }): AnsweredMark => ({ mark: 'past', month }));
  return [...now.filter((answer) => !isAnswered(budget, answer)), ...before];
}

/** When a mark was reached: the last time that more was spent than it allows. Null if it is only forecast. */
export function reachedAt({ account }: ProjectCost, mark: BudgetMark, window: BudgetWindow): Instant | null {
  if (mark === 'likely') return null;
  const spendings = [...account.spendingsIn(window.from, window.to)].sort((a, b) =>
    compareInstants(a.at, b.at),
  );
  const isReached = (counted: Amount) =>
    marksOf(counted, window.amount, null).some((each) => each === mark || each === 'past');
  let sum: SpentSum = { hours: 0, money: [] };
  let since: Instant | null = null;
  for (const { at, hours, money } of spendings) {
    sum = { hours: sum.hours + hours, money: money ? withMoney(sum.money, money) : sum.money };
    if (!isReached(countIn(sum, window.amount, account.project.rate).counted)) since = null;
    else since ??= at;
  }
  return since;
}

function earlierOverruns(account: ProjectAccount, now: Instant): PastOverrun[] {
  const { project, there } = account;
  const { budget } = project;
  if (!budget) return [];
  return windowsBefore(budget, there, now).flatMap((window): PastOverrun[] => {
    const { month } = window;
    if (month === null || isAnswered(budget, { mark: 'past', month })) return [];
    const { counted } = countIn(account.spentIn(window.from, window.to), window.amount, project.rate);
    const over = overrunOf(counted, window.amount);
    return over ? [{ month, window, counted, over }] : [];
  });
}

/**
 * The marks of a budget. All of it spent is not past it. Whoever is past it is no longer near, nor likely to be past.
 * `most` is what it will come to, null if that is not known.
 */
function marksOf(counted: Amount, budget: Amount, most: Amount | null): BudgetMark[] {
  if (overrunOf(counted, budget)) return ['past'];
  const slack = isMoney(budget) ? 0 : SAME_HOURS;
  const isNear = sizeOf(budget) > 0 && NEAR.whole * sizeOf(counted) >= NEAR.part * sizeOf(budget) - slack;
  const isLikely = most !== null && overrunOf(most, budget) !== null;
  return [...(isLikely ? (['likely'] as const) : []), ...(isNear ? (['near'] as const) : [])];
}

/** By how much an amount is larger than another of the same unit; null if it is not. */
function overrunOf(amount: Amount, limit: Amount): Amount | null {
  if (isMoney(amount)) {
    const minor = amount.minor - sizeOf(limit);
    return minor > 0 ? { minor, currency: amount.currency } : null;
  }
  const hours = amount.hours - sizeOf(limit);
  return hours > SAME_HOURS ? { hours } : null;
}

/** What of a sum counts against an amount, in its unit, and what does not. */
export function countIn(
  { hours, money }: SpentSum,
  unit: Amount,
  rate: Money | null,
): { readonly counted: Amount; readonly apart: SpentSum } {
  if (!isMoney(unit)) return { counted: { hours }, apart: { hours: 0, money: money.filter(isSomething) } };
  const { currency } = unit;
  const hasRate = rate?.currency === currency;
  const paid = moneyIn(money, currency);
  return {
    counted: hasRate ? addMoney(paid, timesHours(rate, hours)) : paid,
    apart: {
      hours: hasRate ? 0 : hours,
      money: money.filter((each) => each.currency !== currency && isSomething(each)),
    },
  };
}

function isSomething({ minor }: Money): boolean {
  return minor !== 0;
}

/** An amount and the cost of hours; null if these have no rate in its currency. */
function plus(amount: Amount, hours: number, rate: Money | null): Amount | null {
  if (!isMoney(amount)) return { hours: amount.hours + hours };
  if (hours === 0) return amount;
  return rate?.currency === amount.currency ? addMoney(amount, timesHours(rate, hours)) : null;
}

/** The hours that an amount pays for. */
function hoursFor(size: number, unit: Amount, rate: Money | null): number {
  return isMoney(unit) ? (rate ? size / rate.minor : 0) : size;
}

/** Hours, or minor units. */
function sizeOf(amount: Amount): number {
  return isMoney(amount) ? amount.minor : amount.hours;
}

/** Of a monthly budget, the open work that is due in its month or was before; of any other, all of it. */
function workWithin(open: readonly Planned[], window: BudgetWindow | null) {
  const end = window?.to ?? null;
  if (end === null) return { works: open, later: 0 };
  const works = open.filter(({ due, offer }) => {
    const date = due ?? offer?.date;
    return date !== undefined && date.at < end;
  });
  return { works, later: open.length - works.length };
}
