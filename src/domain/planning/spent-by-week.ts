import { type Amount, isMoney } from '../base/amount.ts';
import { withMoney } from '../base/money.ts';
import { type Day, localDay, type WorkCalendar } from '../time/calendar.ts';
import { startOfWeek } from '../time/week.ts';
import { countIn, type ProjectCost, type SpentSum } from './project-cost.ts';

/** What was spent in a week. */
export interface WeekSpent {
  /** Its first day. */
  readonly day: Day;
  /** In the unit of the budget. */
  readonly counted: Amount;
}

const DAYS_IN_WEEK = 7;
/** More weeks than anybody looks at: ten years. */
const MOST_WEEKS = 520;

/** What was spent on a project by week, from the first to the last in which anything was; those between are there too. */
export function spentByWeek({ account, counted, project }: ProjectCost, calendar: WorkCalendar): WeekSpent[] {
  const sums = new Map<Day, SpentSum>();
  for (const { at, hours, money } of account.spendingsIn(null, null)) {
    const week = startOfWeek(calendar, localDay(calendar, at));
    const sum = sums.get(week) ?? { hours: 0, money: [] };
    sums.set(week, { hours: sum.hours + hours, money: money ? withMoney(sum.money, money) : sum.money });
  }
  if (sums.size === 0) return [];
  const unit: Amount = isMoney(counted) ? { ...counted, minor: 0 } : { hours: 0 };
  const last = Math.max(...sums.keys());
  const first = Math.max(Math.min(...sums.keys()), last - (MOST_WEEKS - 1) * DAYS_IN_WEEK);
  return Array.from({ length: (last - first) / DAYS_IN_WEEK + 1 }, (_, index) => {
    const day = first + index * DAYS_IN_WEEK;
    return { day, counted: countIn(sums.get(day) ?? { hours: 0, money: [] }, unit, project.rate).counted };
  });
}
