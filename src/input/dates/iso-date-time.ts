import { atLocalTime, DAY_MS } from '../../domain/calendar.ts';
import { instant } from '../../domain/moment.ts';
import { dayOfDate } from './calendar-date.ts';
import { type Finder, noSuchDate, noSuchTime, withoutLead } from './reading.ts';

const FORM =
  /^(\d{4})-?(\d\d)-?(\d\d)[t ](\d\d):?(\d\d)(?::?(\d\d)(?:\.(\d{1,3})\d*)?)?(?: ?(z|utc)| ?([+-])(\d\d):?(\d\d)?)?$/;
const MINUTE = 60_000;

/** `2026-03-05T15:00`, with seconds, with `Z` or an offset from UTC; without one it is local. */
export const findIsoDateTime: Finder = (words, reading) => {
  const match = FORM.exec(withoutLead(words));
  if (!match) return null;
  const part = (index: number) => Number(match[index] ?? 0);
  const day = dayOfDate(part(1), part(2), part(3));
  if (day === null) return noSuchDate();
  const thousandths = Number((match[7] ?? '').padEnd(3, '0'));
  const time = (part(4) * 60 + part(5)) * MINUTE + part(6) * 1000 + thousandths;
  if (part(5) > 59 || part(6) > 59 || time > DAY_MS) return noSuchTime();
  if (!match[8] && !match[9]) return { at: atLocalTime(reading.calendar, day, time) };
  const offset = (match[9] === '-' ? -1 : 1) * (part(10) * 60 + part(11)) * MINUTE;
  return { at: instant(day * DAY_MS + time - offset) };
};
