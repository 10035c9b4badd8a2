import { groupBy } from '../base/group-by.ts';
import type { Money } from '../base/money.ts';
import type { SpentSum } from '../planning/project-cost.ts';
import { keyOf } from '../streams/names.ts';
import { localDay, type WorkCalendar } from '../time/calendar.ts';
import { isoMonthOf } from '../time/iso-day.ts';
import type { Instant } from '../time/moment.ts';
import { type SpentOn, sumSpent } from './spent-on.ts';

/** What was spent in a month on one project of a client, or on what belongs to no project. Clients are referred to by uid. */
export interface MonthSpent extends SpentSum {
  readonly client: string | null;
  /** As "2026-03", by the calendar where the client is. */
  readonly month: string;
  readonly project: string | null;
  /** The price of its own that was approved for the work, if it has one. */
  readonly price?: Money | undefined;
}

/**
 * What was spent, by client, month and project, each spending once, in the order in which they first come. The spellings of a
 * project are one. What was spent and taken back in the same month is nothing. Work with an approved price of its own is apart.
 */
export function spentByMonth(
  all: readonly SpentOn[],
  calendarOf: (client: string | null) => WorkCalendar,
): MonthSpent[] {
  const groups = groupBy(all, ({ client, at, project, price }) =>
    JSON.stringify([client, monthIn(calendarOf(client), at), project && keyOf(project), price]),
  );
  return [...groups.values()].flatMap((group): MonthSpent[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { client, at, project, price } = first;
    const sum = sumSpent(group);
    return sum ? [{ client, month: monthIn(calendarOf(client), at), project, ...sum, price }] : [];
  });
}

function monthIn(calendar: WorkCalendar, at: Instant): string {
  return isoMonthOf(localDay(calendar, at));
}
