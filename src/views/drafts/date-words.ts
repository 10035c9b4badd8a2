import { type Day, dateOf, inZone, localTime, type WorkCalendar } from '../../domain/time/calendar.ts';
import { dayMeant } from '../../domain/time/day-meant.ts';
import type { Instant, Moment } from '../../domain/time/moment.ts';
import { sayZone } from '../../domain/time/wording.ts';
import type { Language } from './language.ts';

/** How dates are written to a client. */
export interface DateStyle {
  readonly language: Language;
  readonly clock: '12h' | '24h';
  readonly now: Instant;
  /** My calendar. */
  readonly calendar: WorkCalendar;
  /** IANA name of the zone in which the client lives; null if it is unknown. */
  readonly theirZone: string | null;
}

/** Writes dates in words, for people in another place. */
export interface DateWords {
  /** A day: "Thursday, 5 March"; with the year if it is another one. */
  readonly day: (at: Instant) => string;
  /** The same with the year, whichever it is. */
  readonly dayInFull: (at: Instant) => string;
  /** A date as its reader understands it: "Thursday, 5 March, 10:00 pm". */
  readonly date: (date: Moment) => string;
  /** The time of a date by these clocks, with the day where it is another than the date names. */
  readonly timeHere: (date: Moment) => string;
  /** The same with the time in both places, if their clocks differ: "... in London (5:00 pm in New York)". */
  readonly dateInBothZones: (date: Moment) => string;
}

/** Loads what it takes to write dates in a language. */
export async function loadDateWords(style: DateStyle): Promise<DateWords> {
  const { format } = await import('date-fns/format');
  const { language, clock, now, calendar, theirZone } = style;
  const locale = await language.locale();
  const there = theirZone === null ? calendar : inZone(calendar, theirZone);
  const year = dateOf(localTime(calendar, now).day).year;

  return {
    day: (at) => sayDay(localTime(calendar, at).day),
    dayInFull: (at) => sayDay(localTime(calendar, at).day, language.dayWithYear),
    date: (date) => main(date),
    timeHere: (date) => timesIn(date, there),
    dateInBothZones: (date) => {
      if (!differ(date.at)) return main(date);
      const here = language.timeIn(timesIn(date, calendar), sayZone(calendar.zone));
      const theirs = language.timeIn(timesIn(date, there), sayZone(there.zone));
      return date.grain === 'day' ? `${main(date)} (${theirs}; ${here})` : `${named(date)} (${here})`;
    },
  };

  function differ(at: Instant): boolean {
    const [mine, theirs] = [localTime(calendar, at), localTime(there, at)];
    return mine.day !== theirs.day || mine.ms !== theirs.ms;
  }

  /** The day that a date names: as it was said if it was a day, else the one on their clocks. */
  function mainDay(date: Moment): Day {
    return date.grain === 'day' ? dayMeant(date, calendar) : localTime(there, date.at).day;
  }

  function main(date: Moment): string {
    const day = sayDay(mainDay(date));
    return date.grain === 'day' ? day : language.dayAndTime(day, timesIn(date, there));
  }

  /** A time with the place that it is meant for. */
  function named(date: Moment): string {
    return language.dayAndTime(
      sayDay(mainDay(date)),
      language.timeIn(timesIn(date, there), sayZone(there.zone)),
    );
  }

  /** The time or the window of a date by the clocks of a place; with the day where it is another than the date names. */
  function timesIn(date: Moment, place: WorkCalendar): string {
    const timeOf = (at: Instant) => {
      const { day, ms } = localTime(place, at);
      return day === mainDay(date) ? sayTime(ms) : language.dayAndTime(sayDay(day), sayTime(ms));
    };
    return date.from === undefined ? timeOf(date.at) : language.window(timeOf(date.from), timeOf(date.at));
  }

  function sayDay(
    day: Day,
    pattern = dateOf(day).year === year ? language.day : language.dayWithYear,
  ): string {
    const { year: its, month, date } = dateOf(day);
    return format(new Date(its, month - 1, date, 12), pattern, { locale });
  }

  function sayTime(ms: number): string {
    const minutes = Math.floor(ms / 60_000);
    if (minutes === 12 * 60 && clock === '12h' && language.noon) return language.noon;
    const time = new Date(2000, 0, 3, Math.floor(minutes / 60), minutes % 60);
    return format(time, language.time[clock], { locale });
  }
}
