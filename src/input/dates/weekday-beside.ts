import type { Day } from '../../domain/time/calendar.ts';
import { startOfWeek, weekdayFrom } from '../../domain/time/week.ts';
import { WEEKDAY, weekdayName, weekdayNamed } from '../words.ts';
import { today } from './date-context.ts';
import type { Finder } from './finder.ts';
import { type Days, type ReadPiece, theDay } from './piece.ts';
import { Trouble } from './trouble.ts';

const BESIDE = new RegExp(`^(?:the )?(?:1th )?(${WEEKDAY}) (after|following|before) (?!of )(.+)$`);
const WEEKS = '(?:(?<count>\\d{1,2}|an?) weeks?|(?:a )?fortnight)(?: time)?';
const IN_WEEKS = [
  new RegExp(`^(?<name>${WEEKDAY}) in ${WEEKS}$`),
  new RegExp(`^in ${WEEKS} (?:on )?(?<name>${WEEKDAY})$`),
];

/**
 * `the monday after easter`, `the friday before 3 june`: the nearest such weekday on that side. `findAnchor` reads what it
 * is next to.
 */
export function weekdaysBeside(findAnchor: Finder): ReadPiece {
  return (words, context, direction) => {
    const [, name = '', side, anchor = ''] = BESIDE.exec(words) ?? [];
    const weekday = weekdayNamed(name);
    if (weekday === null || anchor === 'next') return null;
    const found = findAnchor(anchor, context, direction);
    if (!found || !('day' in found)) return null;
    return theDay(weekdayFrom(side === 'before' ? found.day - 7 : found.day + 1, weekday));
  };
}

/**
 * `friday in two weeks`: the Friday of the week that is two weeks from now, and also the coming Friday and two weeks.
 * Where these are not the same day, both are named.
 */
export const readWeekdayInWeeks: ReadPiece = (words, context): Days | Trouble | null => {
  const match = IN_WEEKS.map((form) => form.exec(words)).find(Boolean);
  const weekday = weekdayNamed(match?.groups?.name ?? '');
  if (!match || weekday === null) return null;
  const count = match.groups?.count;
  const weeks = count === undefined ? 2 : Number(count.replace(/^an?$/, '1'));
  const now = today(context);
  const inThatWeek = weekdayFrom(startOfWeek(context.calendar, now) + 7 * weeks, weekday);
  const fromTheComing = weekdayFrom(now + 1, weekday) + 7 * weeks;
  return inThatWeek === fromTheComing ? theDay(inThatWeek) : twoWeekdays(weekday, weeks, inThatWeek, now);
};

function twoWeekdays(weekday: number, weeks: number, day: Day, now: Day): Trouble {
  const name = weekdayName(weekday);
  const lengthOf = (days: number) => `in ${days} days`;
  return new Trouble(
    'date-not-understood',
    `can be the ${name} ${lengthOf(day - now)}, or the one a week later`,
    `Say "${lengthOf(day - now)}", or "${weeks} weeks on ${name.toLowerCase()}" for the later one.`,
  );
}
