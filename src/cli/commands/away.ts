import type { Context } from '../../app/context.ts';
import type { Outcome } from '../../app/execute.ts';
import { readOutlooks } from '../../app/standings.ts';
import { forecastOf } from '../../app/workload.ts';
import { orThrow } from '../../domain/base/refusal.ts';
import { decideAway } from '../../domain/decisions/away.ts';
import { endangered } from '../../domain/planning/date-impact.ts';
import { evolveAway, withAway } from '../../domain/streams/away.ts';
import { type Change, isOn } from '../../domain/streams/events.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import { awayJson } from '../../views/json/away.ts';
import { plainAway } from '../../views/plain/away.ts';
import { listAway, showComingWithin, showDatesWithin } from '../../views/terminal/away.ts';
import { showEndangered } from '../../views/terminal/date-impact.ts';
import { sayAwayChanges, sayMinutes } from '../../views/words/away.ts';
import { optionalWords } from '../run/arguments/argument.ts';
import { text } from '../run/arguments/option.ts';
import { command } from '../run/declare-command.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';
import { recordStart } from '../run/write-verb.ts';

export const away = command({
  name: 'away',
  summary: 'days on which you do not work',
  details:
    'Nothing is planned for days away: working days, updates, buffers and offers skip them. Without dates it lists them.',
  arguments: {
    dates: optionalWords(
      '[dates...]',
      'the first and the last day: DATE..DATE, or a day, a week, a month; with times if not whole days',
      null,
      'phrase',
    ),
  },
  options: {
    note: text('-n, --note', 'what to remember about them', 'text'),
    cancel: text('--cancel', 'the days away around a date are working days after all', 'date', 'phrase'),
  },
  examples: [
    ['away 21 dec..2 jan --note skiing', 'both days included'],
    ['away fri 2pm', 'for the rest of that day; until then you work'],
    ['away', 'the days away that are planned'],
    ['away --cancel "24 jul"', 'the days away around that day are working days after all'],
  ],
  run: async (call) => {
    const { dates } = call.args;
    const { cancel, note } = call.options;
    const phrase = cancel ?? dates;
    if (phrase === undefined) return listPlanned(call.session);
    const span = await readDays(call.session, phrase);
    const days = cancel === undefined ? { ...span, note } : { cancel: span.first, time: span.beginsAt };
    const input = { at: call.session.now, days };
    return showChange(await recordStart(call, decideAway, { input }), call.session);
  },
});

/** Reads consecutive days. Throws a Refusal. */
async function readDays({ dates }: Session, phrase: string) {
  const { parseDaySpan } = await import('../../input/day-span.ts');
  const { first, last, beginsAt, endsAt } = orThrow(await parseDaySpan(phrase, dates));
  return {
    first: isoOfDay(first),
    last: isoOfDay(last),
    beginsAt: beginsAt === undefined ? undefined : sayMinutes(beginsAt),
    endsAt: endsAt === undefined ? undefined : sayMinutes(endsAt),
  };
}

function listPlanned(session: Session): Screen {
  // A file that cannot be used has to be refused, rather than shown as one without days away.
  session.open('read');
  const today = isoOfDay(localDay(session.calendar, session.now));
  const planned = session.away.filter(({ last }) => last >= today);
  return {
    json: () => planned,
    plain: () => planned.map(plainAway),
    text: () =>
      planned.length === 0
        ? 'No days away are planned. To plan some: followup away DATE..DATE'
        : listAway(planned, session.viewContext()),
  };
}

function showChange({ changes }: Outcome, session: Session): Screen {
  const view = session.viewContext();
  // As they were before the change, because a cancelled period would be missing afterwards.
  const { away } = session;
  const context = session.open('read');
  const before = forecastOf(context);
  const after = withDaysAway(context, changes);
  const standings = readOutlooks(after);
  return {
    isEcho: true,
    json: () => changes.flatMap((change) => (isOn('away', change) ? [awayJson(change, away)] : [])),
    text: () =>
      [
        ...sayAwayChanges(changes, away, view),
        ...showComingWithin(changes, standings, view),
        ...showDatesWithin(changes, before.queue, view),
        ...showEndangered(endangered(before, forecastOf(after)), view),
      ].join('\n'),
  };
}

/** The context with the days away that were just planned, which were unknown when the run began. */
function withDaysAway(context: Context, changes: readonly Change[]): Context {
  const planned = changes.flatMap(({ stream, event }) =>
    event.type === 'AwayPlanned' ? (evolveAway(null, event, stream.uid) ?? []) : [],
  );
  return { ...context, calendar: withAway(context.calendar, planned) };
}
