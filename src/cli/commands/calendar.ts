import { forecastOf } from '../../app/workload.ts';
import { orThrow } from '../../domain/base/refusal.ts';
import { readOpenCommitments } from '../../store/queries.ts';
import { daysOfMonth } from '../../views/days-of-month.ts';
import { calendarJson } from '../../views/json/calendar.ts';
import { plainCalendar } from '../../views/plain/calendar.ts';
import { showCalendar } from '../../views/terminal/calendar.ts';
import { words } from '../run/arguments/argument.ts';
import { command } from '../run/declare-command.ts';

export const calendar = command({
  name: 'calendar',
  summary: 'a month: working days, days off, load and due dates',
  arguments: {
    month: words('[month...]', 'the month: april, "next month", 2026-04; else this one', null, 'phrase'),
  },
  options: {},
  examples: [
    ['calendar', 'this month'],
    ['calendar next month', 'where work fits'],
  ],
  run: async ({ session, args }) => {
    const { parseMonth } = await import('../../input/months.ts');
    const { first, last } = orThrow(parseMonth(args.month, session.dates));
    const context = session.open('read');
    const open = readOpenCommitments(context.db);
    const forecast = forecastOf(context, open);
    const view = session.viewContext();
    const days = daysOfMonth(first, last, open, forecast, view);
    return {
      json: () => calendarJson(days, view),
      plain: () => plainCalendar(days, view),
      text: () => showCalendar(days, view),
    };
  },
});
