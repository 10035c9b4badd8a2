import { type Day, isWorkingDay } from '../../domain/time/calendar.ts';
import { startOfWeek, weekendWeekdays } from '../../domain/time/week.ts';
import { type DateContext, type Direction, today } from './date-context.ts';
import { type Period, type PeriodUnit, periodFrom, readPeriods } from './period.ts';
import { type Days, type ReadPiece, theDay } from './piece.ts';

const SHORT_UNITS: ReadonlyMap<string, PeriodUnit> = new Map(
  Object.entries<PeriodUnit>({
    w: 'week',
    ww: 'week',
    m: 'month',
    q: 'quarter',
    y: 'year',
  }),
);

/** `early june`, `late in the month`: only weeks and months are short enough for that to be a date. */
const ROUGHLY = /^(?:in )?(?:the )?(early|late)(?: (?:on|of|in))?(?: the)? (.+)$/;
const BOUNDARY = /^(?:the )?(?:very )?(end|close|start|beginning|mid|middle)(?: of)?(?: the)? (.+)$/;
const BOUNDARY_LAST = /^(?:the )?(?:(?<week>week) |(?<period>month|quarter|year) ?)end$/;

/** `end of next month`, `start of next week`, `mid march`, `month end`, `early june`. */
export const readPeriodBoundary: ReadPiece = (words, context, direction) => {
  const [, when, part = ''] = ROUGHLY.exec(words) ?? [];
  if (when) return readRoughly(when, part, context, direction);
  const { week, period = week } = BOUNDARY_LAST.exec(words)?.groups ?? {};
  const [, boundary = 'end', named = period] = BOUNDARY.exec(words) ?? [];
  if (named === undefined) return null;
  const periods = readPeriods(named, context, direction);
  if (periods.length === 0) return null;
  if (boundary === 'end' || boundary === 'close') {
    return endsAt(periods, context, direction);
  }
  if (boundary.startsWith('mid')) return daysAt(periods, middleOf);
  return daysAt(periods, (period) => (period.current && direction === 'ahead' ? null : period.first));
};

/** Early is the first third of a week or month, to its last day; late is its end. */
function readRoughly(when: string, part: string, context: DateContext, direction: Direction): Days | null {
  const periods = readPeriods(part, context, direction).filter(
    ({ unit }) => unit === 'week' || unit === 'month',
  );
  if (when === 'late') return endsAt(periods, context, direction);
  return daysAt(periods, (period) => {
    const day = lastOfFirstThird(period, context);
    return period.current && direction === 'ahead' && day < today(context) ? null : day;
  });
}

function lastOfFirstThird({ unit, first, last }: Period, { calendar }: DateContext): Day {
  if (unit === 'month') return first + 9;
  const worked = [0, 1, 2, 3, 4, 5, 6]
    .map((days) => first + days)
    .filter((day) => isWorkingDay(calendar, day));
  return worked[Math.ceil(worked.length / 3) - 1] ?? last;
}

/** `eow`, `eom`, `eoq`, `eoy`; with an n, the next period's: `eonm`, and for its start `sonw`. */
export const readBoundaryShort: ReadPiece = (words, context, direction) => {
  const match = /^(?:eo(n?)|so(n))(ww?|[mqy])$/.exec(words);
  const unit = SHORT_UNITS.get(match?.[3] ?? '');
  if (!match || !unit) return null;
  const period = periodFrom(unit, context, match[1] === 'n' || match[2] ? 1 : 0);
  return match[2] ? theDay(period.first) : endsAt([period], context, direction);
};

/** A period longer than a week means, on its own, its first day: `next month`, `june`, `march 2027`. */
export const readPeriodAlone: ReadPiece = (words, context, direction) => {
  if (/^\d|^(?:the )?q|quarter \d/.test(words)) return null;
  const periods = readPeriods(words, context, direction).filter(
    ({ unit, current }) => unit !== 'week' && !current,
  );
  return periods.length === 0
    ? null
    : { kind: 'days', days: periods.map(({ first }) => first), names: 'period' };
};

/** `this weekend`, `next weekend`: its first day, or today while it lasts. */
export const readWeekend: ReadPiece = (words, context, direction) => {
  const match = /^(?:(?:at |over )?(?:the )?|(this) |(next) |(last) )weekend( after next)?$/.exec(words);
  if (!match || (match[4] && match.slice(1, 4).some(Boolean))) return null;
  const { calendar } = context;
  const day = today(context);
  const first = startOfWeek(calendar, day) + 7 - weekendWeekdays(calendar).length;
  if (match[3] || (direction === 'back' && first > day)) return theDay(first - 7, 'period');
  if (match[2] || match[4]) return theDay(first + (match[4] ? 14 : 7), 'period');
  const current = direction === 'ahead' ? Math.max(first, day) : first;
  return { kind: 'days', days: match[1] ? [current] : [current, first + 7], names: 'period' };
};

function endsAt(periods: readonly Period[], context: DateContext, direction: Direction): Days | null {
  const days = daysAt(periods, (period) => endOf(period, context, direction));
  return days && { ...days, ends: true };
}

/**
 * A week ends on its last working weekday, the last day on which anything is delivered, or on its last day if
 * that has passed. Other periods end on their last day.
 */
function endOf({ unit, last }: Period, context: DateContext, direction: Direction): Day {
  if (unit !== 'week') return last;
  const days = [0, 1, 2, 3, 4, 5, 6].map((back) => last - back);
  const worked = days.find((day) => isWorkingDay(context.calendar, day)) ?? last;
  return direction === 'ahead' && worked < today(context) && last >= today(context) ? last : worked;
}

function middleOf({ unit, first }: Period): Day | null {
  if (unit === 'week') return first + 2;
  return unit === 'month' ? first + 14 : null;
}

function daysAt(periods: readonly Period[], dayIn: (period: Period) => Day | null): Days | null {
  const days = periods.map(dayIn).filter((day) => day !== null);
  return days.length === 0 ? null : { kind: 'days', days, names: 'day' };
}
