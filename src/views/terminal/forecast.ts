import type { Forecast } from '../../domain/planning/forecast.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayRoundHours, sayShare } from '../words/amount.ts';
import { sayRecord, sayTarget } from '../words/forecast.ts';
import { sayDate } from '../words/time.ts';
import { type Column, TITLE } from './columns.ts';
import { showBars } from './forecast-bars.ts';
import { showRest } from './screenful.ts';
import { renderTable } from './table.ts';
import { wrap } from './width.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'No', align: 'right' },
  { heading: 'Client', shrinks: true, least: 8, leaves: 3 },
  TITLE,
  { heading: 'Left', align: 'right', leaves: 2 },
  { heading: 'Target', shrinks: true, least: 11, keepsWords: true, leaves: 1 },
  { heading: 'Date', shrinks: true, least: 11, keepsWords: true },
  { heading: 'Chance', align: 'right' },
];

/** Lines of the screen that are neither rows of the table nor bars. */
const AROUND_QUEUE = 10;

/** How many commitments fill the screen; each takes a row and a bar. */
export function queueScreenful({ height }: ViewContext): number {
  return Math.floor((height - AROUND_QUEUE) / 2);
}

/** The first `most` commitments of the queue as a table, and as bars over the working days ahead. */
export async function showForecast(forecast: Forecast, view: ViewContext, most: number): Promise<string> {
  const { queue } = forecast;
  const shown = queue.slice(0, most);
  const rest = queue.length - shown.length;
  if (queue.length === 0) return 'No work has a date yet. To find one: followup offer ID';
  const { style, width } = view;
  const rows = shown.map((work) => {
    const { commitment, date } = work;
    const chance = forecast.chanceOf(work);
    return [
      { text: String(commitment.number) },
      { text: printable(nameOf(commitment.client, view) ?? '') },
      { text: printable(commitment.title) },
      { text: `${work.assumedFrom ? '~' : ''}${sayRoundHours(work.hours)}` },
      { text: sayTarget(work, view) },
      { text: `${sayDate(date, view)}${commitment.due ? '' : '?'}` },
      { text: sayShare(chance), style: chance < forecast.confidenceOf(work) ? style.late : style.fine },
    ];
  });
  const hours = sayRoundHours(queue.at(-1)?.hoursThrough ?? 0);
  return [
    await renderTable(COLUMNS, rows, width, style.quiet),
    ...showRest(rest, view),
    '',
    ...showBars(shown, forecast, view),
    '',
    ...wrap(
      [
        `${hours} of work are left. ${sayRecord(forecast.learntFrom)}`,
        ...(queue.some(({ commitment }) => commitment.due === null)
          ? ['? is an offer without an answer.']
          : []),
        ...(queue.some(({ assumedFrom }) => assumedFrom) ? ['~ stands in for an estimate.'] : []),
      ].join(' '),
      width,
    ).map((line) => style.quiet(line)),
  ].join('\n');
}
