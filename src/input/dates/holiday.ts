import { memoizeByObject } from '../../domain/base/memo.ts';
import { type Day, dateOf, type WorkCalendar } from '../../domain/time/calendar.ts';
import { MONTH, plainWords, WEEKDAY } from '../words.ts';
import { type DateContext, type Direction, today } from './date-context.ts';
import type { Days } from './piece.ts';

/** What people call some holidays beside their full names. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['mlk', 'martin luther king jr'],
  ['martin luther king', 'martin luther king jr'],
  ['presidents', 'washingtons birthday'],
  ['fourth of july', 'independence'],
]);

/** Names of holidays whose day depends on the country; without its holidays, nobody knows which is meant. */
const DEPENDS =
  /^(?:thanksgiving(?: day)?|(?:labor|labour|memorial|independence|veterans|columbus|presidents|mlk|martin luther king|victoria|canada|australia|anzac|republic|constitution|unity|national|bastille|mothers?|fathers?) day|(?:(?:early|late|spring|summer|may|august) )?bank holiday)$/;

/** A name that is a date itself, such as "January 2nd", or that would be one without "day". */
const NO_NAME = new RegExp(`^(?:(?:${MONTH})(?: \\d.*)?|${WEEKDAY}|)$`);

/** Whether words are the name of a holiday that is known only where its country is. */
export function namesHoliday(words: string): boolean {
  return DEPENDS.test(words);
}

/**
 * The days of a public holiday of the calendar in a given year or in all of them, by its English name or that of its
 * country; null if it has none of that name. Nearest first in the direction of reading.
 */
export function holidaysNamed(
  words: string,
  year: number | null,
  context: DateContext,
  direction: Direction,
): Days | null {
  const names = holidayNames(context.calendar.daysOff);
  if (names.size === 0) return null;
  const name = nameOf(words);
  const days = names.get(name) ?? names.get(OTHER_NAMES.get(name) ?? '');
  if (!days) return null;
  const now = today(context);
  const isMeant = (day: Day) =>
    year === null ? (direction === 'ahead' ? day >= now : day <= now) : dateOf(day).year === year;
  const meant = days.filter(isMeant);
  if (meant.length === 0) return null;
  return { kind: 'days', days: direction === 'ahead' ? meant : meant.reverse(), names: 'day' };
}

/** The days of each holiday by its name, in order. */
const holidayNames = memoizeByObject((daysOff: WorkCalendar['daysOff']) => {
  const days = new Map<string, Day[]>();
  for (const [day, { kind, name, otherNames = [] }] of [...daysOff].sort(([a], [b]) => a - b)) {
    if (kind !== 'holiday') continue;
    for (const each of new Set([name ?? '', ...otherNames].flatMap(namesIn))) {
      if (!NO_NAME.test(each)) days.set(each, [...(days.get(each) ?? []), day]);
    }
  }
  return days;
});

/** The names in a name: "End of Ramadan (Eid al-Fitr)". A day off that replaces a holiday is not that day. */
function namesIn(name: string): string[] {
  return /substitute/i.test(name) ? [] : name.split(/[()]/).map(nameOf);
}

/** A name without accents, and without what differs between spellings. */
function nameOf(name: string): string {
  const plain = plainWords(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u00df', 'ss')
    .replace(/\blabour\b/, 'labor')
    .replace(/^saint /, 'st ');
  const short = plain.replace(/ day$/, '');
  return NO_NAME.test(short) ? plain : short;
}
