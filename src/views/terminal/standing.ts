import { counterpart, isOverdue } from '../../domain/streams/commitment.ts';
import type { StandingEvent } from '../../domain/streams/standing-events.ts';
import type { StandingOutlook } from '../../domain/streams/standing-outlook.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { dayOfIso } from '../../domain/time/iso-day.ts';
import { sayDay, sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayEstimate } from '../words/amount.ts';
import { sayFully } from '../words/full-date.ts';
import {
  sayKept,
  sayOnDaysOff,
  sayPause,
  sayRecord,
  sayShifted,
  sayStandingEvent,
} from '../words/standing.ts';
import { sayDate } from '../words/time.ts';
import { alignOrWrap, type Column, TITLE } from './columns.ts';
import { datedLines } from './dated-lines.ts';
import { labelled } from './labelled.ts';
import { showSteps } from './next-steps.ts';
import { wrap } from './width.ts';

const COLUMNS: readonly Column[] = [{ align: 'right' }, TITLE, { shrinks: true, least: 8 }, {}, {}];

/** Standing promises, a line each: the number that names it, its title, whom, how often, and its record. */
export function listStandings(outlooks: readonly StandingOutlook[], view: ViewContext): string {
  const { style, width } = view;
  const rows = outlooks.map(({ standing, record, last, open }) => {
    const isLate = open.some((each) => isOverdue(each, view.now));
    return [
      { text: last === null ? '' : String(last.number) },
      { text: printable(standing.title), ...(standing.stoppedAt !== null && { style: style.quiet }) },
      { text: sayWhom({ standing }, view) },
      {
        text: standing.stoppedAt === null ? printable(standing.cadence.text) : 'stopped',
        style: style.quiet,
      },
      {
        text: [sayKept(record), isLate ? 'late now' : null].filter(Boolean).join(', '),
        ...(isLate && { style: style.late }),
      },
    ];
  });
  return alignOrWrap(COLUMNS, rows, width, '  ').join('\n');
}

function sayWhom({ standing }: Pick<StandingOutlook, 'standing'>, view: ViewContext): string {
  const name = printable(nameOf(counterpart(standing), view) ?? 'myself');
  return standing.kind === 'awaiting' ? `from ${name}` : name;
}

/** A standing promise, fact by fact: the top of `standing ID`, and the echo of every change. */
export function describeStanding(outlook: StandingOutlook, view: ViewContext): string[] {
  const { standing, record, open, next } = outlook;
  const { style, calendar, now } = view;
  const facts: [string, string | null][] = [
    [
      'comes',
      printable(standing.cadence.text) + (standing.zone === calendar.zone ? '' : ` (${standing.zone})`),
    ],
    ['until', standing.until && sayDay(dayOfIso(standing.until), calendar, now)],
    ['days off', sayOnDaysOff(standing.onDaysOff)],
    ['effort', standing.estimate && sayEstimate(standing.estimate)],
    ['project', standing.project && printable(standing.project)],
    ['record', sayRecord(record) ?? 'none yet'],
    ...open.map((each, index): [string, string | null] => [
      index === 0 ? 'open' : '',
      `${each.number} due ${each.due ? sayDate(each.due, view) : ''}`,
    ]),
    ['then', next && sayFully(next.due, view, counterpart(standing))],
    ...standing.pauses
      .filter(({ last }) => dayOfIso(last) >= localDay(outlook.there, now))
      .map((pause): [string, string | null] => ['paused', sayPause(pause, view)]),
    ['stopped', standing.stoppedAt && sayInstant(standing.stoppedAt, calendar, now)],
  ];
  return [
    ...wrap(
      `${printable(standing.title)}  ${standing.kind === 'awaiting' ? '' : 'for '}${sayWhom(outlook, view)}`,
      view.width,
      '  ',
    ).map((line) => style.heading(line)),
    ...facts.flatMap(([label, text]) => (text ? labelled(label, text, view) : [])),
    ...showDaysOffAhead(outlook, view),
  ];
}

/** The next times that come on another day, because theirs is off. */
export function showDaysOffAhead({ shifted, there }: StandingOutlook, view: ViewContext): string[] {
  return shifted.flatMap((each) => labelled('note', sayShifted(each, there, view), view));
}

/** A standing promise with its story. */
export function showStanding(
  outlook: StandingOutlook,
  events: readonly StandingEvent[],
  view: ViewContext,
): string {
  const story = datedLines(
    events.map((event) => ({ at: event.at, text: sayStandingEvent(event, view) })),
    view,
  );
  const number = outlook.last?.number;
  const steps =
    number === undefined || outlook.standing.stoppedAt !== null
      ? []
      : [
          {
            when: 'when it does not come for a while',
            command: `followup standing ${number} --pause DAY..DAY --because WHY`,
          },
          { when: 'when it is over', command: `followup standing ${number} --stop` },
        ];
  return [
    ...describeStanding(outlook, view),
    '',
    ...story,
    ...(steps.length > 0 ? ['', ...showSteps(steps, view)] : []),
  ].join('\n');
}
