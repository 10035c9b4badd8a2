import { forecastOf } from '../../app/workload.ts';
import { lazy } from '../../domain/base/memo.ts';
import { orThrow } from '../../domain/base/refusal.ts';
import { readOpenCommitments } from '../../store/queries.ts';
import { calendarJson } from '../../views/json/calendar.ts';
import { weekJson } from '../../views/json/week.ts';
import { plainCalendar } from '../../views/plain/calendar.ts';
import { plainWeek } from '../../views/plain/week.ts';
import { plannedDays } from '../../views/planned-days.ts';
import { plannedWeeks } from '../../views/planned-weeks.ts';
import { showCalendar } from '../../views/terminal/calendar.ts';
import { showWeeks } from '../../views/terminal/weeks.ts';
import { words } from '../run/arguments/argument.ts';
import { readCount } from '../run/arguments/count.ts';
import { withOrWithout } from '../run/arguments/option.ts';
import { command } from '../run/declare-command.ts';
import { refuseUsage } from '../run/refuse-usage.ts';

const USUAL_WEEKS = 8;
/** Two years: nobody plans further. */
const MOST_WEEKS = 104;

export const calendar = command({
  name: 'calendar',
  summary: 'a month with its load and due dates, and the load of the weeks ahead',
  arguments: {
    month: words('[month...]', 'the month: april, "next month", 2026-04; else this one', null, 'phrase'),
  },
  options: {
    weeks: withOrWithout(
      '--weeks',
      { placeholder: 'count', read: readWeeks },
      `only how much of the next weeks is taken, this one from now on (default: ${USUAL_WEEKS} of them)`,
    ),
  },
  examples: [
    ['calendar', 'this month, and the next weeks'],
    ['calendar next month', 'where work fits'],
    ['calendar --weeks 12', 'the load of twelve weeks against what is free'],
  ],
  run: async ({ session, args, options }) => {
    if (options.weeks !== undefined && args.month !== '') {
      throw refuseUsage(
        'Name a month, or ask for weeks with --weeks, not both.',
        'The weeks begin with this one.',
      );
    }
    const { parseMonth } = await import('../../input/months.ts');
    const { first, last } = orThrow(parseMonth(args.month, session.dates));
    const context = session.open('read');
    const open = readOpenCommitments(context.db);
    const forecast = forecastOf(context, open);
    const view = session.viewContext();
    const count = typeof options.weeks === 'number' ? options.weeks : USUAL_WEEKS;
    const weeks = lazy(() => plannedWeeks(count, open, forecast, view));
    if (options.weeks !== undefined) {
      return {
        json: () => weeks().map((week) => weekJson(week, view)),
        plain: () => weeks().map(plainWeek),
        text: () => showWeeks(weeks(), view),
      };
    }
    const days = plannedDays(first, last, open, forecast, view);
    return {
      json: () => calendarJson(days, view),
      plain: () => plainCalendar(days, view),
      text: async () => {
        const month = showCalendar(days, view);
        return args.month === '' ? `${month}\n\n${await showWeeks(weeks(), view)}` : month;
      },
    };
  },
});

function readWeeks(word: string): number {
  const weeks = readCount(word);
  if (weeks <= MOST_WEEKS) return weeks;
  throw refuseUsage(
    `${weeks} weeks are more than anybody plans.`,
    `Ask for ${MOST_WEEKS} or fewer.`,
    'too-many-weeks',
  );
}
