import type { Amount } from '../../domain/base/amount.ts';
import type { AsOf } from '../../domain/report/client-report.ts';
import { localDay, startOfDay, type WorkCalendar } from '../../domain/time/calendar.ts';
import { dayMeant, endsOnAnotherDay } from '../../domain/time/day-meant.ts';
import { dayOfIso, isoOfDay } from '../../domain/time/iso-day.ts';
import type { Instant, Moment } from '../../domain/time/moment.ts';
import { amountWords } from '../drafts/amount-words.ts';
import type { DateWords } from '../drafts/date-words.ts';
import type { Language } from '../drafts/language.ts';
import { fill, ours, type Piece, plainWords } from './pieces.ts';

/** How a report is written: the language, the days and clocks of whoever reads it, and who writes. */
export interface ReportWriting {
  readonly language: Language;
  readonly dates: DateWords;
  readonly calendar: WorkCalendar;
  /** My name; empty if it is not set. */
  readonly me: string;
  /** Whether it is for a manager, and not for the client. */
  readonly isInternal: boolean;
}

/** A date as its reader understands it. */
export function dateOf(date: Moment, { dates, calendar, language }: ReportWriting): Piece {
  const iso = date.grain === 'day' ? isoOfDay(dayMeant(date, calendar)) : date.at;
  const until = endsOnAnotherDay(date, calendar) ? dates.timeHere(date) : null;
  const text =
    until === null
      ? dates.date(date)
      : plainWords([fill(language.report.until, { date: ours(dates.date(date)), time: ours(until) })]);
  return { piece: 'time', text, iso };
}

/** A date that does not hold any more. */
export function oldDate(date: Moment, writing: ReportWriting): Piece {
  const { text } = dateOf(date, writing);
  return { piece: 'old', text, iso: isoOfDay(dayMeant(date, writing.calendar)) };
}

/** The day on which something was said or done. */
export function dayOf(at: Instant, { dates, calendar }: ReportWriting): Piece {
  return { piece: 'time', text: dates.day(at), iso: isoOfDay(localDay(calendar, at)) };
}

/** Work or money. */
export function amountOf(amount: Amount, { language }: ReportWriting): Piece {
  return { piece: 'ours', text: amountWords(amount, language) };
}

/** The day that a report shows, with its year: a day that is over is the same wherever it is read, today is the reader's. */
export function dayShown({ day, at, isPast }: AsOf, { dates, calendar }: ReportWriting): Piece {
  const shown = isPast ? dayOfIso(day) : localDay(calendar, at);
  return { piece: 'time', text: dates.dayInFull(startOfDay(calendar, shown)), iso: isoOfDay(shown) };
}
