import type { Displacement } from '../../domain/planning/chance.ts';
import type { Explanation } from '../../domain/planning/explanation.ts';
import type { Forecast } from '../../domain/planning/forecast.ts';
import type { QueuedWork } from '../../domain/planning/queue.ts';
import { currentTarget } from '../../domain/streams/commitment.ts';
import { type Day, isWorkingDay, localDay, startOfDay } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayDay } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded, sayRoundHours, sayShare } from '../words/amount.ts';
import { sayDate, toLocalIso } from '../words/time.ts';
import type { Column } from './columns.ts';
import { dateImpactJson, sayProposal } from './date-impact.ts';
import { labelled } from './labelled.ts';
import { renderTable } from './table.ts';
import { pad, truncate, wrap } from './width.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'No', align: 'right' },
  { heading: 'Client', shrinks: true, least: 8 },
  { heading: 'Title', shrinks: true, least: 10 },
  { heading: 'Left', align: 'right' },
  { heading: 'Target' },
  { heading: 'Date' },
  { heading: 'Chance', align: 'right' },
];

/** Lines of a screen beside the rows of the table and the bars below it. */
const AROUND_QUEUE = 10;

/** How much of the queue fills the screen: each commitment is a row and a bar. */
export function queueScreenful({ height }: ViewContext): number {
  return Math.floor((height - AROUND_QUEUE) / 2);
}

/** The beginning of the queue as a table, and as bars over the working days ahead. */
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
    ...(rest > 0 ? [style.quiet(`and ${rest} more: --limit all`)] : []),
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

/**
 * For each commitment the days until it is likely done (`=`), and on to the day by which it is as sure as an offer has
 * to be (`-`); `|` is its date, and `!` one that comes too early.
 */
function showBars(queue: readonly QueuedWork[], forecast: Forecast, view: ViewContext): string[] {
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
  let begins = 0;
  const bars = queue.map((work) => {
    const confidence = forecast.confidenceOf(work);
    const likely = position(forecast.finishedBy(work, 0.5));
    const sure = position(forecast.finishedBy(work, confidence));
    const date = position(work.date.at);
    const isEarly = forecast.chanceOf(work) < confidence;
    const cells = Array.from({ length: Math.max(sure, date) + 1 }, (_, column) => {
      if (column === date) return isEarly ? '!' : '|';
      if (column >= Math.min(begins, likely) && column <= likely) return '=';
      return column > likely && column <= sure ? '-' : ' ';
    });
    begins = likely;
    const bar = cells.join('');
    return `${pad(String(work.commitment.number), numbers)}  ${isEarly ? style.late(bar) : bar}`;
  });
  return [
    `${' '.repeat(numbers + 2)}${style.quiet(scale(position, room, localDay(calendar, now), view))}`,
    ...bars,
    style.quiet(
      `${' '.repeat(numbers + 2)}= until likely done  - until ${sureEnough}  | date  ! date in danger`,
    ),
  ];
}

/** The widest that a working day is drawn, in columns. */
const WIDEST_DAY = 8;

/** The column of an instant: working time from now on, as wide as there is room. */
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

/** The dates above the bars: of each working day, or of every so many where they stand close. */
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
    text = pad(text, column) + sayDay(day, calendar, now).replace(/^\w+ /, '');
    next = column + DATE_COLUMNS;
  }
  return text;
}

/** So many days ahead the scale looks for dates to show. */
const FURTHEST = 3660;

function sayTarget({ commitment, date }: QueuedWork, view: ViewContext): string {
  return sayDate(currentTarget(commitment) ?? date, view);
}

function sayRecord(learntFrom: number): string {
  return learntFrom === 0
    ? 'There is no record of finished work yet: the chances are those of estimates in general.'
    : `The chances are learnt from your last ${learntFrom === 1 ? 'finished task' : `${learntFrom} finished tasks`}.`;
}

const TRIED: readonly Column[] = [
  { heading: 'No', align: 'right' },
  { heading: 'Title', shrinks: true, least: 10 },
  { heading: 'Date' },
  { heading: 'Chance', align: 'right' },
  { heading: 'With it', align: 'right' },
  { heading: '' },
];

/** The date that a commitment could have, and how it is found. */
export async function showExplanation(explanation: Explanation, view: ViewContext): Promise<string> {
  const { commitment, proposal } = explanation;
  const { style, width } = view;
  return [
    style.heading(truncate(`${commitment.number}  ${printable(commitment.title)}`, width)),
    ...sayProposal(proposal, view),
    '',
    await showArithmetic(explanation, view),
  ].join('\n');
}

/** All that went into a date that was found. */
async function showArithmetic(explanation: Explanation, view: ViewContext): Promise<string> {
  const { proposal, tried, place, days, effort, hoursPerDay, learntFrom } = explanation;
  const { style, width } = view;
  const { confidence, hours } = proposal.reckoning;
  const rows = tried.map((each, index) => triedRow(each, index === 0 && place > 1, confidence, view));
  const by = (values: readonly { probability: number; text: string }[]) =>
    values.map(({ probability, text }) => `${text} at ${sayShare(probability)}`).join(', ');
  return [
    ...[
      ['record', sayRecord(learntFrom)],
      [
        'effort',
        `${sayRoundHours(hours)} of work come to ${by(effort.map((each) => ({ ...each, text: sayRoundHours(each.hours) })))}.`,
      ],
      [
        'time',
        `As number ${place} in the queue it is done after ${by(days.map((each) => ({ ...each, text: sayDays(each.count) })))}.`,
      ],
      ['day', `${sayRoundHours(hoursPerDay)} of a working day go to commitments (work.focus).`],
    ].flatMap(([label = '', text = '']) => labelled(label, text, view)),
    ...(rows.length === 0
      ? ['', 'Nothing else has a date, so it comes first.']
      : [
          '',
          ...wrap(
            'Tried from the end of the queue, as long as no date that was given becomes too uncertain:',
            width,
          ),
          await renderTable(TRIED, rows, width, style.quiet),
        ]),
  ].join('\n');
}

function sayDays(count: number): string {
  return `${rounded(count, 1)} working days`;
}

function triedRow(
  { work, before, after }: Displacement,
  isAhead: boolean,
  confidence: number,
  view: ViewContext,
) {
  const { style } = view;
  const verdict = isAhead
    ? { text: 'comes first', style: style.late }
    : after >= confidence
      ? { text: 'can wait', style: style.fine }
      : { text: 'is lost anyway', style: style.quiet };
  return [
    { text: String(work.commitment.number) },
    { text: printable(work.commitment.title) },
    { text: sayDate(work.date, view) },
    { text: sayShare(before) },
    { text: sayShare(after) },
    verdict,
  ];
}

/** A piece of queued work as programs see it. */
export function forecastJson(work: QueuedWork, forecast: Forecast, view: ViewContext): object {
  const { commitment, date, hours, hoursThrough, assumedFrom = null } = work;
  const iso = (at: Instant) => toLocalIso(at, view.calendar);
  const target = currentTarget(commitment);
  return {
    id: commitment.number,
    title: commitment.title,
    client: nameOf(commitment.client, view),
    state: commitment.state,
    hoursLeft: rounded(hours, 3),
    hoursThrough: rounded(hoursThrough, 3),
    assumedFrom,
    target: target && iso(target.at),
    date: iso(date.at),
    likely: iso(forecast.finishedBy(work, 0.5)),
    sure: iso(forecast.finishedBy(work, forecast.confidenceOf(work))),
    chance: rounded(forecast.chanceOf(work), 3),
  };
}

/** A piece of queued work for programs that read lines. */
export function plainForecast(work: QueuedWork, forecast: Forecast, view: ViewContext): string[] {
  const target = currentTarget(work.commitment);
  return [
    String(work.commitment.number),
    nameOf(work.commitment.client, view) ?? '',
    work.commitment.title,
    String(rounded(work.hours, 3)),
    target ? toLocalIso(target.at, view.calendar) : '',
    toLocalIso(work.date.at, view.calendar),
    String(rounded(forecast.chanceOf(work), 3)),
  ];
}

/** An explanation for programs that read lines: the date, its target, how sure it is, and the place in the queue. */
export function plainExplanation({ commitment, proposal, place }: Explanation, view: ViewContext): string[] {
  const { date, target, reckoning } = proposal;
  return [
    String(commitment.number),
    toLocalIso(date.at, view.calendar),
    toLocalIso(target.at, view.calendar),
    String(rounded(reckoning.chance, 3)),
    String(place),
  ];
}

/** An explanation as programs see it. */
export function explanationJson(explanation: Explanation, view: ViewContext): object {
  const { commitment, proposal, tried, place, days, effort, hoursPerDay } = explanation;
  return {
    id: commitment.number,
    ...dateImpactJson({ kind: 'found', proposal }, view),
    place,
    days,
    effort,
    hoursPerDay,
    tried: tried.map(({ work, before, after }) => ({ id: work.commitment.number, before, after })),
  };
}
