import { forecastOf } from '../../app/workload.ts';
import { orThrow } from '../../domain/base/refusal.ts';
import { readOpenCommitments } from '../../store/queries.ts';
import { calendarJson, daysOfMonth, plainCalendar, showCalendar } from '../../views/terminal/calendar.ts';
import type { Command } from '../run/command.ts';

export const calendar: Command = {
  name: 'calendar',
  summary: 'a month: working days, days off, load and due dates',
  arguments: [['[month...]', 'the month: april, "next month", 2026-04; else this one']],
  options: [],
  examples: [
    ['calendar', 'this month'],
    ['calendar next month', 'where work fits'],
  ],
  run: async (call) => {
    const { parseMonth } = await import('../../input/months.ts');
    const { session } = call;
    const { first, last } = orThrow(parseMonth(call.words(0).join(' '), session.reading));
    const context = session.open('read');
    const open = readOpenCommitments(context.db);
    const forecast = forecastOf(context, open);
    const frame = session.frame();
    const days = daysOfMonth(first, last, open, forecast, frame);
    return {
      json: () => calendarJson(days, frame),
      plain: () => plainCalendar(days, frame),
      text: () => showCalendar(days, frame),
    };
  },
};
