import { shiftWorkingDays } from '../../domain/time/calendar.ts';
import { WORKING_DAY } from '../words.ts';
import { yearlyDay } from './calendar-date.ts';
import { today } from './date-context.ts';
import { type ReadDay, theDay } from './piece.ts';

/** Days relative to today, with the usual misspellings of "tomorrow". */
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:today|2day)$/, 0],
  [/^(?:tomm?orr?ow|tmrw|tmr|2morrow|next day)$/, 1],
  [/^overmorrow$/, 2],
  [/^(?:yesterday|yday)$/, -1],
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

const NEXT_WORKING_DAY = new RegExp(`^next (?:${WORKING_DAY}|weekday)$`);

/** `today`, `tomorrow`, `next working day`, `christmas eve`. */
export const readNamedDay: ReadDay = (words, context, direction) => {
  const relative = RELATIVE.find(([name]) => name.test(words));
  if (relative) return theDay(today(context) + relative[1]);
  if (NEXT_WORKING_DAY.test(words)) return theDay(shiftWorkingDays(context.calendar, today(context), 1));
  const feast = FEASTS.find(([name]) => name.test(words));
  return feast ? yearlyDay(feast[1], feast[2], context, direction) : null;
};
