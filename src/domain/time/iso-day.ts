import { type Day, dateOf, dayOf } from './calendar.ts';

/** Whether a text is the ISO date of a day that exists, in a year of four digits. */
export function isIsoDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isoOfDay(dayOfIso(text)) === text;
}

/** The day number of an ISO date ("2026-03-05"). */
export function dayOfIso(date: string): Day {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayOf(year, month, day);
}

/** The ISO date of a day number. */
export function isoOfDay(day: Day): string {
  const { year, month, date } = dateOf(day);
  return [String(year).padStart(4, '0'), ...[month, date].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

/** The month of a day number, as the beginning of its ISO date: "2026-03". */
export function isoMonthOf(day: Day): string {
  return isoOfDay(day).slice(0, 'yyyy-mm'.length);
}
