import { isMondayToFriday, type WeekOfWork, workingWeekdays } from '../../domain/time/week.ts';
import type { Pieces } from '../cut-pieces.ts';
import { timeMeant } from '../dates/clock-time.ts';
import { Trouble } from '../dates/trouble.ts';
import { weekdayName } from '../words.ts';
import type { CadenceContext, Days, Pace, Piece } from './piece.ts';
import { everyNth, type Rule } from './rule.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** The combined meaning of the pieces of a phrase; null if they do not fit together. */
export function combinePieces(pieces: Pieces<Piece>, { calendar }: CadenceContext): Rule | Trouble | null {
  const { every, pace, days, months, clock, part, close } = pieces;
  // "Every other 1st friday of each month" would count neither months nor fridays.
  if (every && pace && (!pace.of || every.interval > 1)) return null;
  if (!every && !pace && !days?.plural && !part?.plural && !months?.every) return null;
  const named = months
    ? inMonths(pieces)
    : pace
      ? atPace(pace, days, every !== undefined, calendar)
      : onEvery(pieces);
  if (named instanceof Trouble) return named;
  if (!named || (days && !isInPeriod(days, named))) return null;
  const rule = days?.working ? onWorkingDays(named, calendar) : named;
  if (clock || part) return close ? null : atTimes(rule, pieces);
  return close && !canHaveTimes(rule) ? null : rule;
}

/**
 * All working days of every week. Monday to Friday are written as such, which other programs understand too;
 * any other week is left to the calendar.
 */
function onWorkingDays(rule: Rule, calendar: WeekOfWork): Rule {
  if (isMondayToFriday(calendar) || rule.frequency !== 'WEEKLY' || (rule.interval ?? 1) > 1) return rule;
  return { frequency: 'DAILY', workingDays: true };
}

/** "every aug 30", "yearly on the 4th thursday of november", "every january". */
function inMonths({ every, pace, days, months }: Pieces<Piece>): Rule | null {
  const saysEvery = [pace, every, months?.every].filter(Boolean).length === 1;
  if (!saysEvery || (pace && pace.frequency !== 'YEARLY') || (every && every.interval > 1)) return null;
  // "Every monday in july" does not mean once a year.
  if (days && (days.edge || isOfWeek(days))) return null;
  return {
    frequency: 'YEARLY',
    interval: pace?.interval ?? 1,
    ...(months && { months: months.months }),
    ...(days && onlyDays(days)),
  };
}

/** A unit of time with named days: "every 2 weeks on monday", "the first friday of each month". */
function atPace(
  { kind: _, of, quarter, times, ...rule }: Pace,
  days: Days | undefined,
  every: boolean,
  calendar: WeekOfWork,
): Rule | null {
  if (!days) return of ? null : { ...rule, ...(times && { times }) };
  const ofWeek = isOfWeek(days);
  const named = (days.weekdays ?? days.monthDays ?? []).length;
  if (rule.workingDays || days.bare || (ofWeek && (every || of)) || (times && times !== named)) return null;
  switch (rule.frequency) {
    case 'DAILY':
      return ofWeek && named > 1 && !rule.interval && !times
        ? { frequency: 'WEEKLY', ...onlyDays(days) }
        : null;
    case 'WEEKLY':
      return ofWeek ? { ...rule, ...onlyDays(days) } : of ? weekEdge(rule, days, calendar) : null;
    case 'MONTHLY':
      if (quarter) return rule.interval === 3 ? edgesOf(3, days) : null;
      return ofWeek && days.working ? null : { ...rule, ...onlyDays(days) };
    case 'YEARLY': {
      const inYear = days.monthDays ? edgesOf(12, days) : ofWeek ? null : onlyDays(days);
      return inYear && { ...rule, ...inYear };
    }
    default:
      return null;
  }
}

/** Weekdays of any week, as opposed to those counted within a month or a year. */
function isOfWeek({ weekdays, positions }: Days): boolean {
  return weekdays !== undefined && !positions && weekdays.every(({ nth }) => nth === undefined);
}

/** Whether the period has the weekdays: no month has a sixth friday, but a year does. */
function isInPeriod({ weekdays }: Days, { frequency, months }: Rule): boolean {
  const isYear = frequency === 'YEARLY' && !months;
  return isYear || !weekdays?.some(({ nth = 1 }) => Math.abs(nth) > 5);
}

/**
 * "End of each week" is its last working weekday, as for dates. "Every week end" may also mean the
 * weekend.
 */
function weekEdge(rule: Rule, { edge, monthDays }: Days, calendar: WeekOfWork): Rule | null {
  const weekdays = workingWeekdays(calendar);
  const weekday = { 1: weekdays[0], [-1]: weekdays.at(-1) }[monthDays?.[0] ?? 0];
  return edge && weekday !== undefined ? { ...rule, weekdays: [{ weekday }] } : null;
}

/**
 * The first or last days of quarters and years, as days of their first and last months: iCalendar has no
 * quarters, and "every third month" does not say which ones.
 */
function edgesOf(size: 3 | 12, days: Days): Rule | null {
  const nths = days.positions ?? days.monthDays ?? days.weekdays?.map(({ nth = 0 }) => nth) ?? [];
  const isFirst = nths.every((nth) => nth > 0);
  const isLast = nths.every((nth) => nth < 0);
  const most = days.monthDays ? 1 : 4;
  if (!(isFirst || isLast) || nths.some((nth) => Math.abs(nth) > most)) return null;
  const months = Array.from({ length: 12 / size }, (_, index) => (isFirst ? 1 : size) + index * size);
  return { frequency: 'YEARLY', months, ...onlyDays(days) };
}

/** "fridays", "every 2 fridays", "every 3rd friday", "every 15th", "every 5, 20", "every morning". */
function onEvery({ every, days, part, close }: Pieces<Piece>): Rule | Trouble | null {
  const interval = every?.interval ?? 1;
  if (!days) return part || close ? everyNth({ frequency: 'DAILY' as const }, interval) : null;
  // One number would say how many, and of what is missing.
  if (days.edge || (days.bare && days.monthDays?.length === 1)) return null;
  if (isOfWeek(days)) return { frequency: 'WEEKLY', interval, ...onlyDays(days) };
  if (days.second && days.weekdays?.length === 1) return everySecond(days.weekdays[0]?.weekday ?? 0);
  return interval > 1 ? null : { frequency: 'MONTHLY', ...onlyDays(days) };
}

function everySecond(weekday: number): Trouble {
  const name = weekdayName(weekday).toLowerCase();
  return new Trouble(
    'cadence-ambiguous',
    'can mean every other week, or the second one of each month',
    `Say "every other ${name}", or "the 2nd ${name} of each month".`,
  );
}

/** Hours and shorter units cannot have clock times, and "N times a day" leaves the times open. */
function canHaveTimes({ frequency, times }: Rule): boolean {
  return !times && !/^(?:HOUR|MINUTE|SECOND)LY$/.test(frequency);
}

function atTimes({ times: spread, ...rule }: Rule, { clock, part }: Pieces<Piece>): Rule | null {
  if (!canHaveTimes(rule) || (spread && spread !== clock?.times.length)) return null;
  const isDaily = rule.frequency === 'DAILY' && !rule.workingDays;
  const times = clock
    ? clock.times.map((time) => (time.midnight && !isDaily ? null : timeMeant(time, part?.part)))
    : [part?.part.by ?? null];
  if (times.includes(null)) return null;
  const hours = times.map((time) => Math.floor((time ?? 0) / HOUR));
  const [minute = 0, ...others] = times.map((time) => ((time ?? 0) % HOUR) / MINUTE);
  // A rule has one minute for all its hours, and no seconds.
  if (!Number.isInteger(minute) || others.some((other) => other !== minute)) return null;
  if (hours.includes(24) && !isDaily) return null;
  const sorted = [...new Set(hours.map((hour) => hour % 24))].sort((a, b) => a - b);
  return { ...rule, clock: { hours: sorted, minute } };
}

function onlyDays(days: Pick<Rule, 'weekdays' | 'positions' | 'monthDays'>): Partial<Rule> {
  const { weekdays, positions, monthDays } = days;
  return { ...(weekdays && { weekdays }), ...(positions && { positions }), ...(monthDays && { monthDays }) };
}
