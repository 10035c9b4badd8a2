import type { Pieces } from '../cut-pieces.ts';
import { timeMeant } from '../dates/clock-time.ts';
import type { Days, Pace, Piece } from './piece.ts';
import { everyNth, type Rule } from './rule.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What the pieces of a phrase mean together; null where they do not fit. */
export function combinePieces(pieces: Pieces<Piece>): Rule | null {
  const { every, pace, days, clock, part, close } = pieces;
  if (every && pace && !pace.of) return null;
  if (!every && !pace && !days?.plural && !part?.plural) return null;
  const rule = pieces.months
    ? inMonths(pieces)
    : pace
      ? atPace(pace, days, every !== undefined)
      : onEvery(pieces);
  if (!rule || !(clock || part || close)) return rule;
  if (rule.times || /^(?:HOUR|MINUTE|SECOND)LY$/.test(rule.frequency) || (close && (clock || part)))
    return null;
  return close ? rule : atTimes(rule, pieces);
}

/** "every aug 30", "yearly on the 4th thursday of november", "every january". */
function inMonths({ every, pace, days, months }: Pieces<Piece>): Rule | null {
  if ((pace && pace.frequency !== 'YEARLY') || (every && (pace || every.interval > 1)) || !(pace || every)) {
    return null;
  }
  const { weekdays, positions } = days ?? {};
  // "Every monday in july" is not once a year.
  if (days?.edge || weekdays?.some(({ nth }) => nth === undefined && !positions)) return null;
  return {
    frequency: 'YEARLY',
    interval: pace?.interval ?? 1,
    ...(months && { months: months.months }),
    ...(days && onlyDays(days)),
  };
}

/** A unit of time, with days in it: "every 2 weeks on monday", "the first friday of each month". */
function atPace(pace: Pace, days: Days | undefined, every: boolean): Rule | null {
  const { kind: _, of, quarter, ...rule } = pace;
  if (!days) return of ? null : rule;
  const { weekdays } = days;
  const named = weekdays?.every(({ nth }) => nth === undefined) && !days.positions;
  if (rule.times || rule.workingDays || days.bare || (named && (every || of))) return null;
  switch (rule.frequency) {
    case 'DAILY':
      return named && (rule.interval ?? 1) === 1 ? { frequency: 'WEEKLY', ...onlyDays(days) } : null;
    case 'WEEKLY':
      return named ? { ...rule, ...onlyDays(days) } : weekEdge(rule, days);
    case 'MONTHLY':
      if (quarter) return named ? null : edgesOf(rule, days, 3);
      return named && weekdays?.length !== 1 ? null : { ...rule, ...onlyDays(days) };
    case 'YEARLY':
      return named ? null : edgesOf(rule, days, 12);
    default:
      return null;
  }
}

/** A week ends with its last working weekday, as it does for dates. */
function weekEdge(rule: Rule, { edge, monthDays }: Days): Rule | null {
  const weekday = { 1: 1, [-1]: 5 }[monthDays?.[0] ?? 0];
  return edge && weekday !== undefined ? { ...rule, weekdays: [{ weekday }] } : null;
}

/**
 * The first or last days of quarters and years, which lie in their first and last months: iCalendar knows no quarter,
 * and every third month is not one.
 */
function edgesOf({ interval = 1 }: Rule, days: Days, size: 3 | 12): Rule | null {
  const nths = days.positions ?? days.monthDays ?? days.weekdays?.map(({ nth }) => nth ?? 0) ?? [];
  const fromStart = nths.every((nth) => nth > 0);
  const isInOneMonth = days.monthDays
    ? nths.every((nth) => Math.abs(nth) === 1)
    : nths.every((nth) => Math.abs(nth) <= 4);
  if ((!fromStart && nths.some((nth) => nth > 0)) || !isInOneMonth || (size === 3 && interval > 3))
    return null;
  const first = fromStart ? 1 : size;
  return {
    frequency: 'YEARLY',
    interval: size === 12 ? interval : 1,
    months: Array.from({ length: 12 / size }, (_, index) => first + index * size),
    ...onlyDays(days),
  };
}

/** "fridays", "every 2 fridays", "every 3rd friday", "every 15th", "every morning". */
function onEvery({ every, days, part, close }: Pieces<Piece>): Rule | null {
  const interval = every?.interval ?? 1;
  if (!days) return part || close ? everyNth({ frequency: 'DAILY' as const }, interval) : null;
  if (days.bare || days.edge) return null;
  const isWeekly = days.weekdays?.every(({ nth }) => nth === undefined) && !days.positions;
  if (isWeekly) return { frequency: 'WEEKLY', interval, ...onlyDays(days) };
  // "Every second friday" is mostly every other one, and to some the second of a month.
  const hasTwoMeanings = days.weekdays?.length === 1 && days.weekdays[0]?.nth === 2;
  return interval > 1 || hasTwoMeanings ? null : { frequency: 'MONTHLY', ...onlyDays(days) };
}

function atTimes(rule: Rule, { clock, part }: Pieces<Piece>): Rule | null {
  const isDaily = rule.frequency === 'DAILY' && !rule.workingDays;
  const times = clock
    ? clock.times.map((time) => (time.midnight && !isDaily ? null : timeMeant(time, part?.part)))
    : [part?.part.by ?? null];
  if (times.includes(null)) return null;
  const hours = times.map((time) => Math.floor((time ?? 0) / HOUR));
  const [minute = 0, ...others] = times.map((time) => ((time ?? 0) % HOUR) / MINUTE);
  // The rule has one minute for all its hours, and no seconds.
  if (!Number.isInteger(minute) || others.some((other) => other !== minute)) return null;
  if (hours.includes(24) && !isDaily) return null;
  const sorted = [...new Set(hours.map((hour) => hour % 24))].sort((a, b) => a - b);
  return { ...rule, clock: { hours: sorted, minute } };
}

function onlyDays({
  weekdays,
  positions,
  monthDays,
}: Pick<Rule, 'weekdays' | 'positions' | 'monthDays'>): Partial<Rule> {
  return { ...(weekdays && { weekdays }), ...(positions && { positions }), ...(monthDays && { monthDays }) };
}
