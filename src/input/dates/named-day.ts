import { dateOf, shiftWorkingDays } from '../../domain/time/calendar.ts';
import { easterSunday } from '../../domain/time/easter.ts';
import { WORKING_DAY } from '../words.ts';
import { datedDay, yearlyDay } from './calendar-date.ts';
import { type DateContext, type Direction, today } from './date-context.ts';
import { holidaysNamed, namesHoliday } from './holiday.ts';
import { yearNamed } from './period.ts';
import { type Days, type ReadDay, theDay } from './piece.ts';
import { Trouble } from './trouble.ts';

/** Days relative to today, with the usual short forms and misspellings. */
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:today|2day|tod|tdy)$/, 0],
  [/^(?:tomm?orr?ow|tom(?:o|oz)?|tm(?:r|w|o|rw)|2(?:morr?ow|moro|moz|mrw|mr)|next day)$/, 1],
  [/^overmorrow$/, 2],
  [/^(?:yesterday|yday|yest)$/, -1],
];

/** Named days with the same date every year. */
const FEASTS: readonly (readonly [RegExp, month: number, date: number])[] = [
  [/^new years?(?: day)?$/, 1, 1],
  [/^valentines?(?: day)?$/, 2, 14],
  [/^halloween$/, 10, 31],
  [/^(?:christmas|xmas) eve$/, 12, 24],
  [/^(?:christmas|xmas)(?: day)?$/, 12, 25],
  [/^boxing day$/, 12, 26],
  [/^new years? eve$/, 12, 31],
];

/** Named days that are counted from Easter, the same wherever it is kept by the Gregorian calendar. */
const FROM_EASTER: readonly (readonly [RegExp, days: number])[] = [
  [/^ash wednesday$/, -46],
  [/^palm sunday$/, -7],
  [/^(?:maundy|holy) thursday$/, -3],
  [/^good friday$/, -2],
  [/^(?:easter|holy) saturday$/, -1],
  [/^easter(?: sunday)?$/, 0],
  [/^easter monday$/, 1],
  [/^ascension(?: (?:day|thursday))?$/, 39],
  [/^pentecost(?: sunday)?$|^whit ?sunday$/, 49],
  [/^(?:whit|pentecost) ?monday$/, 50],
  [/^corpus christi$/, 60],
];

/** `christmas`, `easter 2027`, `good friday next year`. */
const WITH_YEAR = /^(.+?)(?:(?: of| in)? (\d{4}|(?:this|next|last) year))?$/;

const NEXT_WORKING_DAY = new RegExp(`^(?:next|following) (?:${WORKING_DAY}|weekday)$`);

/** `today`, `tomorrow`, `next working day`, `christmas eve`, `good friday`, and the configured public holidays. */
export const readNamedDay: ReadDay = (words, context, direction) => {
  const relative = RELATIVE.find(([name]) => name.test(words));
  if (relative) return theDay(today(context) + relative[1]);
  if (NEXT_WORKING_DAY.test(words)) return theDay(shiftWorkingDays(context.calendar, today(context), 1));
  const [, name = '', year] = WITH_YEAR.exec(words) ?? [];
  return readFeast(name, year === undefined ? null : yearNamed(year, context), context, direction);
};

/** A day that comes once a year by its name, in a given year or the nearest one. */
function readFeast(
  words: string,
  year: number | null,
  context: DateContext,
  direction: Direction,
): Days | Trouble | null {
  const holidays = holidaysNamed(words, year, context, direction);
  if (holidays) return holidays;
  const [, month, date] = FEASTS.find(([name]) => name.test(words)) ?? [];
  if (month && date) {
    return year === null ? yearlyDay(month, date, context, direction) : datedDay(year, month, date);
  }
  const [, fromEaster] = FROM_EASTER.find(([name]) => name.test(words)) ?? [];
  if (fromEaster === undefined) return namesHoliday(words) ? UNKNOWN_HOLIDAY : null;
  const now = dateOf(today(context)).year;
  const years = year === null ? [now, direction === 'ahead' ? now + 1 : now - 1] : [year];
  return { kind: 'days', days: years.map((each) => easterSunday(each) + fromEaster), names: 'day' };
}

const UNKNOWN_HOLIDAY = new Trouble(
  'date-not-understood',
  'is a holiday on different days in different places, or none of the configured ones',
  'Write its date, or set the holidays of your place, such as: followup config work.holidays US',
);
