import {
  isMondayToFriday,
  type WeekOfWork,
  weekendWeekdays,
  workingWeekdays,
} from '../../domain/time/week.ts';
import { monthName, weekdayName } from '../words.ts';
import type { Frequency, NamedWeekday, Rule } from './rule.ts';

const NOUNS: Record<Frequency, readonly [single: string, unit: string]> = {
  SECONDLY: ['every second', 'second'],
  MINUTELY: ['every minute', 'minute'],
  HOURLY: ['hourly', 'hour'],
  DAILY: ['daily', 'day'],
  WEEKLY: ['weekly', 'week'],
  MONTHLY: ['monthly', 'month'],
  YEARLY: ['yearly', 'year'],
};

/**
 * The standard wording of a rule, which reads back as the same rule with the same calendar: "every 2 months on
 * the 1st friday at 15:00".
 */
export function sayRule(rule: Rule, calendar: WeekOfWork): string {
  const { clock, count } = rule;
  const times = clock?.hours.map((hour) => `${twoDigits(hour)}:${twoDigits(clock.minute)}`);
  return [sayPace(rule, calendar), times && ` at ${list(times)}`, count && `, ${count} times in all`]
    .filter(Boolean)
    .join('');
}

function sayPace(rule: Rule, calendar: WeekOfWork): string {
  const { frequency, interval = 1, weekdays, times, workingDays, months } = rule;
  const [single, unit] = NOUNS[frequency];
  if (times) return `${times}/${unit}`;
  if (workingDays) return interval === 1 ? 'every 1 working day' : `every ${interval} working days`;
  if (frequency === 'WEEKLY' && weekdays) return sayWeekdays(weekdays, interval, calendar);
  const days = sayDaysOfMonth(rule, calendar);
  if (frequency === 'MONTHLY' && interval === 3 && !days) return 'quarterly';
  return [
    interval === 1 ? single : `every ${interval} ${unit}s`,
    days && ` on ${days}`,
    months && ` ${days ? 'of' : 'in'} ${list(months.map(monthName))}`,
  ]
    .filter(Boolean)
    .join('');
}

function sayDaysOfMonth({ weekdays = [], positions, monthDays }: Rule, calendar: WeekOfWork): string | null {
  if (positions) {
    const day = sameDays(weekdays, weekendWeekdays(calendar)) ? 'weekend day' : 'working day';
    return list(positions.map((nth) => `the ${sayNth(nth)} ${day}`));
  }
  if (weekdays.length > 0) {
    return list(
      weekdays.map(({ nth, weekday }) =>
        nth === undefined
          ? weekdayName(weekday).toLowerCase()
          : `the ${sayNth(nth)} ${weekdayName(weekday).toLowerCase()}`,
      ),
    );
  }
  return monthDays ? list(monthDays.map((day) => `the ${sayNth(day)}${day < 0 ? ' day' : ''}`)) : null;
}

function sayWeekdays(weekdays: readonly NamedWeekday[], interval: number, calendar: WeekOfWork): string {
  // "Every 3 weekdays" would be read as every third working day.
  const isWorkingWeek = isMondayToFriday(calendar) && sameDays(weekdays, workingWeekdays(calendar));
  if (interval === 1 && isWorkingWeek) return 'weekdays';
  if (interval === 1 && sameDays(weekdays, weekendWeekdays(calendar))) return 'weekends';
  const names = list(weekdays.map(({ weekday }) => `${weekdayName(weekday).toLowerCase()}s`));
  return interval === 1 ? names : `every ${interval} ${names}`;
}

function sameDays(named: readonly NamedWeekday[], weekdays: readonly number[]): boolean {
  return named.length === weekdays.length && named.every(({ weekday }) => weekdays.includes(weekday));
}

/** "1st", "22nd", "last", "2nd to last". */
function sayNth(nth: number): string {
  if (nth < 0) return nth === -1 ? 'last' : `${sayNth(-nth)} to last`;
  const ending = nth % 100 > 10 && nth % 100 < 14 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[nth % 10] ?? 'th');
  return `${nth}${ending}`;
}

function list(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ');
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
