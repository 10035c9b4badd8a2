import type { Forecast } from '../../domain/planning/forecast.ts';
import type { QueuedWork } from '../../domain/planning/queue.ts';
import { type Day, isWorkingDay, localDay, startOfDay } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayDay } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { sayShare } from '../words/amount.ts';
import { pad, wrap } from './width.ts';

/**
 * A bar for each commitment: `=` until it is likely done, then `-` until it is done with the confidence of an offer.
 * `|` marks its date, `!` a date in danger.
 */
export function showBars(queue: readonly QueuedWork[], forecast: Forecast, view: ViewContext): string[] {
  const { calendar, now, width, style } = view;
  const numbers = Math.max(...queue.map(({ commitment }) => String(commitment.number).length));
  const room = width - numbers - 4;
  const ends = queue.flatMap((work) => [
    work.date.at,
    forecast.finishedBy(work, forecast.confidenceOf(work)),
  ]);
  const position = positionOf(ends, room, forecast);
  const [confidence, ...others] = new Set(queue.map(forecast.confidenceOf));
  const sureEnough = others.length === 0 ? `${sayShare(confidence ?? 0)} sure` : 'sure enough';
  let start = 0;
  const bars = queue.map((work) => {
    const confidence = forecast.confidenceOf(work);
    const likely = position(forecast.finishedBy(work, 0.5));
    const sure = position(forecast.finishedBy(work, confidence));
    const date = position(work.date.at);
    const isEarly = forecast.chanceOf(work) < confidence;
    const cells = Array.from({ length: Math.max(sure, date) + 1 }, (_, column) => {
      if (column === date) return isEarly ? '!' : '|';
      if (column >= Math.min(start, likely) && column <= likely) return '=';
      return column > likely && column <= sure ? '-' : ' ';
    });
    start = likely;
    const bar = cells.join('');
    return `${pad(String(work.commitment.number), numbers)}  ${isEarly ? style.late(bar) : bar}`;
  });
  return [
    `${' '.repeat(numbers + 2)}${style.quiet(scale(position, room, localDay(calendar, now), view))}`,
    ...bars,
    ...wrap(`= until likely done  - until ${sureEnough}  | date  ! date in danger`, width - numbers - 2).map(
      (line) => style.quiet(`${' '.repeat(numbers + 2)}${line}`),
    ),
  ];
}

/** The most columns that a working day takes. */
const WIDEST_DAY = 8;

/** The column of an instant, by the working time until then; scaled so that all bars fit the room. */
function positionOf(
  ends: readonly Instant[],
  room: number,
  { daysUntil }: Forecast,
): (at: Instant) => number {
  const days = Math.max(...ends.map(daysUntil));
  const columnsPerDay = Math.min(WIDEST_DAY, (room - 1) / Math.max(days, 1));
  return (at) => Math.round(daysUntil(at) * columnsPerDay);
}

/** Columns that a date takes above the bars. */
const DATE_COLUMNS = 8;

/** How many days ahead dates are shown. */
const FURTHEST = 3660;

/** The dates above the bars; working days that are too close to the last date get none. */
function scale(
  position: (at: Instant) => number,
  room: number,
  today: Day,
  { calendar, now }: ViewContext,
): string {
  let text = '';
  let next = 0;
  for (let day = today; next + DATE_COLUMNS <= room && day < today + FURTHEST; day++) {
    const column = position(startOfDay(calendar, day));
    if (column < next || !isWorkingDay(calendar, day)) continue;
    const date = sayDay(day, calendar, now).replace(/^\w+ /, '');
    if (column + date.length > room) break;
    text = pad(text, column) + date;
    next = column + Math.max(DATE_COLUMNS, date.length + 1);
  }
  return text;
}
