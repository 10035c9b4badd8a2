import type { Context } from '../../app/context.ts';
import { forecastOf } from '../../app/workload.ts';
import { orThrow } from '../../domain/base/refusal.ts';
import { type AwayInput, decideAway } from '../../domain/decisions/away.ts';
import { endangered } from '../../domain/planning/date-impact.ts';
import { daysAway, evolveAway, isoOfDay } from '../../domain/streams/away.ts';
import type { Change } from '../../domain/streams/events.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { awayJson, listAway, plainAway, sayAwayChanges, sayDatesWithin } from '../../views/terminal/away.ts';
import { sayEndangered } from '../../views/terminal/date-impact.ts';
import type { Call } from '../run/call.ts';
import type { Command } from '../run/command.ts';
import type { Screen } from '../run/screen.ts';
import { starting } from '../run/write-verb.ts';

const plan = starting<AwayInput>({
  name: 'away',
  summary: 'days on which you do not work',
  details:
    'Nothing is planned for days away: working days, updates, buffers and offers pass over them. Without dates it lists them.',
  arguments: [['[dates...]', 'the first and the last day: DATE..DATE, or a day, a week, a month']],
  options: [
    ['-n, --note <text>', 'what to remember about them'],
    ['--cancel <date>', 'the days away around a date are working days after all'],
  ],
  examples: [
    ['away 21 dec..2 jan --note skiing', 'both days among them'],
    ['away', 'the days away that are planned'],
    ['away --cancel "24 jul"', 'the days away around that day are working days after all'],
  ],
  decide: decideAway,
  parse: async (call) => ({ input: { at: call.session.now, days: await readAway(call) } }),
  show: ({ changes }, { session }): Screen => {
    const frame = session.frame();
    // Those that were known before the change, because what was cancelled is not known any more.
    const { away } = session;
    const context = session.open('read');
    const before = forecastOf(context);
    return {
      isEcho: true,
      json: () => changes.map((change) => awayJson(change, away)),
      text: () =>
        [
          ...sayAwayChanges(changes, away, frame),
          ...sayDatesWithin(changes, before.queue, frame),
          ...sayEndangered(endangered(before, forecastOf(withDaysAway(context, changes))), frame),
        ].join('\n'),
    };
  },
});

export const away: Command = {
  ...plan,
  run: (call) => {
    if (call.words(0).length > 0 || call.option('cancel') !== undefined) return plan.run(call);
    const { session } = call;
    // A file that cannot be used is refused, and not shown as one without days away.
    session.open('read');
    const today = isoOfDay(localDay(session.calendar, session.now));
    const planned = session.away.filter(({ last }) => last >= today);
    return {
      json: () => planned,
      plain: () => planned.map(plainAway),
      text: () =>
        planned.length === 0
          ? 'No days away are planned. To plan some: followup away DATE..DATE'
          : listAway(planned, session.frame()),
    };
  },
};

/** The circumstances with the days away that were just planned, which the run did not know when it began. */
function withDaysAway(context: Context, changes: readonly Change[]): Context {
  const planned = changes.flatMap(({ stream, event }) =>
    event.type === 'AwayPlanned' ? (evolveAway(null, event, stream.uid) ?? []) : [],
  );
  const daysOff = new Map([...daysAway(planned), ...context.calendar.daysOff]);
  return { ...context, calendar: { ...context.calendar, daysOff } };
}

async function readAway(call: Call): Promise<AwayInput['days']> {
  const { reading } = call.session;
  const { parseDaySpan } = await import('../../input/day-span.ts');
  const cancel = call.option('cancel');
  const { first, last } = orThrow(await parseDaySpan(cancel ?? call.words(0).join(' '), reading));
  return cancel === undefined
    ? { first: isoOfDay(first), last: isoOfDay(last), note: call.option('note') }
    : { cancel: isoOfDay(first) };
}
