import { forecastOf } from '../app/workload.ts';
import { orThrow } from '../domain/refusal.ts';
import { calendarJson, showCalendar } from '../views/calendar.ts';
import type { Command } from './command.ts';

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
    const { parseMonth } = await import('../input/months.ts');
    const { session } = call;
    const { first, last } = orThrow(parseMonth(call.words(0).join(' '), session.reading));
    const forecast = forecastOf(session.open('read'));
    const frame = session.frame();
    return {
      json: () => calendarJson(first, last, forecast, frame),
      text: () => showCalendar(first, last, forecast, frame),
    };
  },
};
