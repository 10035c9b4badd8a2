import { MONTH, monthNamed } from '../words.ts';
import { datedDay, yearlyDay } from './calendar-date.ts';
import { yearNamed } from './period.ts';
import type { ReadDay } from './piece.ts';

const DATE = '(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: day)?';
/** What may be the year of a date in words; `2000-2100` is a window. */
const WITH_YEAR = new RegExp(
  `(?<![\\w-])(\\d{1,2}(?:st|nd|rd|th)?(?: day)? ?(?:of )?-?(?:${MONTH})|(?:${MONTH}) ?-?(?:the )?\\d{1,2}(?:st|nd|rd|th)?)` +
    ' ((?:19|20)\\d\\d)(?!\\w|:|-\\d{4}| ?h)',
);
/** A year after a day and month: `3 may 2027`, `may 3 of 2027`, `3 may next year`. */
const YEAR = '(?:[ -]|(?: of| in) )(?<y>\\d{4}|(?:this|next|last) year)';
const FORMS = [
  new RegExp(`^${DATE} ?(?:of )?-?(?<m>${MONTH})(?:${YEAR})?$`),
  new RegExp(`^(?<m>${MONTH}) ?-?${DATE}(?:${YEAR})?$`),
  // Two digits are a year only between signs: in `20 mar 26` they may be an hour.
  new RegExp(`^(?<d>\\d{1,2}) (?<m>${MONTH})-(?<y>\\d{2})$`),
  new RegExp(`^(?<d>\\d{1,2})([/.])(?<m>${MONTH})\\2(?<y>\\d{4}|\\d{2})$`),
  new RegExp(`^(?<y>\\d{4})[ -](?<m>${MONTH})[ -]${DATE}$`),
];

/**
 * `dec 27`, `27 December 2026`, `the 2nd of march`, `20-Mar-26`, `3 may next year`. Without a year it is the next one in the direction of
 * reading.
 */
export const readMonthDate: ReadDay = (words, context, direction) => {
  const groups = FORMS.map((form) => form.exec(words)?.groups).find(Boolean);
  const month = groups && monthNamed(groups.m ?? '');
  if (!month) return null;
  const date = Number(groups.d);
  return groups.y === undefined
    ? yearlyDay(month, date, context, direction)
    : datedDay(groups.y.length === 2 ? 2000 + Number(groups.y) : yearNamed(groups.y, context), month, date);
};

/** Ties a year to the date before it: in "3 feb 2027 - 8:15am", 2027 is not a clock time. */
export function tieYear(words: string): string {
  return words.replace(WITH_YEAR, '$1-$2');
}
