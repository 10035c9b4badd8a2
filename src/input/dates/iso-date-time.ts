import { atLocalTime, DAY_MS } from '../../domain/time/calendar.ts';
import { instant } from '../../domain/time/moment.ts';
import { dayOfDate } from './calendar-date.ts';
import { type Finder, withoutLead } from './finder.ts';
import { noSuchDate, noSuchTime, Trouble } from './trouble.ts';
import { readWindow } from './window.ts';

const FORM =
  /^(\d{4})-?(\d\d)-?(\d\d)[t ](\d\d):?(\d\d)(?::?(\d\d)(?:\.(\d{1,3})\d*)?)?(?: ?(z|utc)| ?([+-])(\d\d):?(\d\d)?)?$/;
const MINUTE = 60_000;
const LARGEST_OFFSET = 14;
/** `2026-03-05 09:00-10:00` may be a window of the day, or a time with an offset from UTC. */
const WINDOW = / (\d\d:\d\d-\d\d:\d\d)$/;
const TWO_MEANINGS = new Trouble(
  'date-not-understood',
  'can be a window, or a time with its offset from UTC',
  'Write the window as "09:00 to 10:00", or the offset after a T: "2026-03-05T09:00-10:00".',
);

/** `2026-03-05T15:00`, with or without seconds, `Z` or an offset from UTC; local without an offset. */
export const findIsoDateTime: Finder = (words, context) => {
  const match = FORM.exec(withoutLead(words));
  if (!match) return null;
  const part = (index: number) => Number(match[index] ?? 0);
  const day = dayOfDate(part(1), part(2), part(3));
  if (day === null) return noSuchDate();
  const thousandths = Number((match[7] ?? '').padEnd(3, '0'));
  const time = (part(4) * 60 + part(5)) * MINUTE + part(6) * 1000 + thousandths;
  if (part(5) > 59 || part(6) > 59 || time > DAY_MS) return noSuchTime();
  if (!match[8] && !match[9]) return { at: atLocalTime(context.calendar, day, time) };
  if (part(10) > LARGEST_OFFSET) return null;
  const window = WINDOW.exec(words)?.[1];
  if (window && !(readWindow(window, context) instanceof Trouble)) return TWO_MEANINGS;
  const offset = (match[9] === '-' ? -1 : 1) * (part(10) * 60 + part(11)) * MINUTE;
  return { at: instant(day * DAY_MS + time - offset) };
};
