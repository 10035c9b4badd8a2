import { WEEKDAY } from '../words.ts';
import type { Finder } from './finder.ts';
import { Trouble } from './trouble.ts';

/** Phrases that people type and that can mean two things: how they look, what they can mean, and what to say instead. */
const TWO_MEANINGS: readonly (readonly [form: RegExp, why: string, hint: (number: string) => string])[] = [
  [
    /^(?:on )?(\d{1,2})$/,
    'can be an hour, or a day of the month',
    (number) => `Say "${number} oclock", or "the ${number}th".`,
  ],
  [
    new RegExp(`^(?:${WEEKDAY}) (\\d{1,2})$`),
    'can name an hour, or the day of the month',
    (number) => `Say "at ${number}" for the hour, or "the ${number}th" for the day.`,
  ],
  [
    new RegExp(`^(\\d{1,2}) (?:${WEEKDAY})$`),
    'can name an hour, or the day of the month',
    (number) => `Say "at ${number}" for the hour, or "the ${number}th" for the day.`,
  ],
  [
    /^(\d ?h ?\d\d|\d{4} ?h(?:ours|rs)?)$/,
    'can be a clock time, or a length of time',
    (length) => `Say "at ${length}", or "in ${length}".`,
  ],
  [
    /^(a quarter)$/,
    'can be a quarter of an hour, or of a year',
    () => 'Say "in a quarter of an hour", or "in 3 months".',
  ],
];

/** Refuses what has two meanings with both of them. Nothing else reads these words. */
export const findTwoMeanings: Finder = (words) => {
  for (const [form, why, hint] of TWO_MEANINGS) {
    const part = form.exec(words)?.[1];
    if (part !== undefined) return new Trouble('date-not-understood', why, hint(part));
  }
  return null;
};
