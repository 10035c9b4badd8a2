import { type Day, isWorkingDay } from '../../domain/time/calendar.ts';
import { type DateContext, type Direction, mondayOf, today } from './date-context.ts';
import { type Period, type PeriodUnit, periodFrom, readPeriods } from './period.ts';
import { type Days, type ReadPiece, theDay } from './piece.ts';

const SHORT_UNITS: Readonly<Record<string, PeriodUnit>> = {
  w: 'week',
  ww: 'week',
  m: 'month',
  q: 'quarter',
  y: 'year',
};

/** `end of next month`, `start of next week`, `mid march`, `month end`. */
export const readPeriodBoundary: ReadPiece = (words, context, direction) => {
  const match =
    /^(?:the )?(?:very )?(end|close|start|beginning|mid|middle)(?: of)?(?: the)? (.+)$/.exec(words) ??
    /^(?:the )?(?<period>week|month|quarter|year) ?(?<boundary>end)$/.exec(words);
  if (!match) return null;
  const boundary = match.groups?.boundary ?? match[1] ?? '';
  const periods = readPeriods(match.groups?.period ?? match[2] ?? '', context, direction);
  if (periods.length === 0) return null;
  if (boundary === 'end' || boundary === 'close') {
    return daysAt(periods, (period) => endOf(period, context, direction));
  }
  if (boundary.startsWith('mid')) return daysAt(periods, middleOf);
  return daysAt(periods, (period) => (period.current && direction === 'ahead' ? null : period.first));
};

/** `eow`, `eom`, `eoq`, `eoy`; with an n, the next period's: `eonm`, and for its start `sonw`. */
export const readBoundaryShort: ReadPiece = (words, context, direction) => {
  const match = /^(?:eo(n?)|so(n))(ww?|[mqy])$/.exec(words);
  const unit = SHORT_UNITS[match?.[3] ?? ''];
  if (!match || !unit) return null;
  const period = periodFrom(unit, today(context), match[1] === 'n' || match[2] ? 1 : 0);
  return theDay(match[2] ? period.first : endOf(period, context, direction));
};

/** A period on its own means its first day: `next month`, `june`, `march 2027`. */
export const readPeriodAlone: ReadPiece = (words, context, direction) => {
  if (/^\d|^(?:the )?q|quarter \d/.test(words)) return null;
  const periods = readPeriods(words, context, direction).filter(({ current }) => !current);
  return periods.length === 0
    ? null
    : { kind: 'days', days: periods.map(({ first }) => first), names: 'period' };
};

/** `this weekend`, `next weekend`: its Saturday. */
export const readWeekend: ReadPiece = (words, context, direction) => {
  const match = /^(?:(?:at |over )?(?:the )?|(this) |(next) |(last) )weekend$/.exec(words);
  if (!match) return null;
  const day = today(context);
  const saturday = mondayOf(day) + 5;
  if (match[3] || (direction === 'back' && saturday > day)) return theDay(saturday - 7, 'period');
  return theDay(
    match[2] ? saturday + 7 : Math.max(saturday, direction === 'ahead' ? day : saturday),
    'period',
  );
};

/**
 * A week ends on its last working weekday, the last day on which anything is delivered, or on Sunday if that
 * has passed. Other periods end on their last day.
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
