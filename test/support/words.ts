import fc from 'fast-check';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { localTime } from '../../src/domain/time/calendar.ts';
import { instant } from '../../src/domain/time/moment.ts';
import { type DateContext, type Direction, parseDate } from '../../src/input/dates.ts';
import { nineToFive, workWeek } from './situation.ts';

/** The context in which words are read: at a local time, by default `2026-03-04 10:00`, a Wednesday. */
export function readingAt(
  now = '2026-03-04T10:00Z',
  zone = 'UTC',
  dateOrder: 'mdy' | 'dmy' = 'mdy',
  clock: '12h' | '24h' = '12h',
): DateContext {
  return { now: instant(Date.parse(now)), calendar: nineToFive(zone), dateOrder, clock };
}

/**
 * The meaning of a phrase in local time: `2026-03-06` for a day that ends with its working hours, `2026-03-06
 * 15:00` for a time, `2026-03-06 14:00-15:00` for a window; else the code of the refusal.
 */
export function meaning(phrase: string, reading = readingAt(), direction: Direction = 'ahead'): string {
  const moment = parseDate(phrase, reading, direction);
  if (moment instanceof Refusal) return moment.code;
  const [date, time] = local(moment.at, reading);
  if (moment.grain === 'day') return date;
  if (moment.from === undefined) return `${date} ${time}`;
  return `${local(moment.from, reading).join(' ')}-${time}`;
}

function local(at: string, { calendar }: DateContext): [date: string, time: string] {
  const { day, ms } = localTime(calendar, at);
  const [date = '', time = ''] = instant(day * 86_400_000 + ms).split('T');
  return [date, time.replace(/(?::00)?\.000Z$/, '')];
}

/** Any time and zone in which words may be read, with either order of dates, either clock, and several weeks. */
export const anyReading: fc.Arbitrary<DateContext> = fc
  .tuple(
    fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2090, 0) }),
    fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Europe/Berlin'),
    fc.constantFrom('mdy' as const, 'dmy' as const),
    fc.constantFrom('12h' as const, '24h' as const),
    fc.constantFrom([1, 2, 3, 4, 5], [0, 1, 2, 3, 4], [1, 3, 5], [0, 1, 2, 3, 4, 5, 6]),
  )
  .map(([now, zone, order, clock, weekdays]) => {
    const reading = readingAt(instant(now), zone, order, clock);
    return { ...reading, calendar: { ...reading.calendar, week: workWeek(weekdays, 540, 1020) } };
  });

const said = (words: string) => fc.constantFrom(...words.split(', '));
const glued = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((words) => words.join(' ').trim());
const count = (most: number) => fc.integer({ min: 1, max: most }).map(String);

/** Names of days, none of which is certainly past. */
export const anyDay: fc.Arbitrary<string> = fc.oneof(
  glued(said(', this, next'), said('monday, tue, wednesday, thurs, fri, saturday, sun')),
  glued(said('jan, february, mar, june, oct, december'), count(29)),
  glued(said('the 1st, 2nd, the 15th, 28th'), said('of january, of june, of next month')),
  said('today, tomorrow, day after tomorrow, the 1st, the 15th, the last friday of june, christmas'),
  said('eow, end of month, end of next week, eoq, mid june, next month, next working day, this weekend'),
  glued(said('in'), count(400), said('days, working days, weeks, months')),
  glued(count(9), said('days after, weeks from'), said('tomorrow, friday, the 15th, june 3')),
  said(
    '24.12., 31-12, 20 / 3, 20 of next month, late june, good friday, easter monday, tmw, the friday after next',
  ),
  said('friday of week 30, end of KW 2, the monday after christmas, friday fortnight, june 3 next year'),
);

/** Clock times without a day, which are always ahead. */
export const anyTime: fc.Arbitrary<string> = fc.oneof(
  glued(said('at'), count(12)),
  fc.tuple(count(12), said('am, pm, :30am, :15 pm')).map((parts) => parts.join('')),
  said('noon, midnight, 17:00, 03:30, half past three, tonight, in 2 hours, 90 min, 8 in the evening'),
  said(
    '@ 4pm, around 2pm, 5 oclock pm, 12:00 noon, three quarters past 4, half past midnight, in 2 more hours',
  ),
);

/** Windows without a day. */
export const anyWindow: fc.Arbitrary<string> = said(
  '14:00-15:00, 9-11am, from 2pm to 4pm, between 2 and 4, 22:00-02:00, noon to 1pm, 11-1pm, 8:30 until 9:15',
);

/** Many ways to say how often. */
export const anyPace: fc.Arbitrary<string> = fc.oneof(
  said('daily, 2/day, hourly, twice a week, monthly, quarterly, yearly, every 30 seconds, every half hour'),
  glued(said('every'), count(60), said('minutes, hours, days, working days, weeks, months, years')),
  glued(
    said('mondays, weekends, mwf, every other friday, weekdays, every tue and thu, fridays, every month end'),
    said(', at 9am, at 17:30, at noon, in the morning, by cob'),
  ),
  glued(
    said('first friday, last working day, 15th, 1st and 15th, last, 2nd and 4th monday, start, end'),
    said('of each month, of every other month, of every 5 months'),
    said(', at 4pm, at 9 and 17, 3 times'),
  ),
  glued(said('every, yearly on'), said('june 3, 3 june, the last friday of may, jan 15 and 20')),
  glued(said('every!'), count(60), said('minutes, days, working days, weeks, months')),
  said(
    'each 12/12, every 24.12. @ 9, monthly on mon and thu, every 5 and 20, every 2nd friday, every 3 days after completion',
  ),
);
