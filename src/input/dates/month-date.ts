import { MONTH, monthNamed } from '../words.ts';
import { datedDay, yearlyDay } from './calendar-date.ts';
import type { ReadDay } from './piece.ts';

const DATE = '(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: day)?';
/** What may be the year of a date in words; `2000-2100` is a window. */
const WITH_YEAR = new RegExp(
  `(?<![\\w-])(\\d{1,2}(?:st|nd|rd|th)?(?: day)? ?(?:of )?-?(?:${MONTH})|(?:${MONTH}) ?-?(?:the )?\\d{1,2}(?:st|nd|rd|th)?)` +
    ' ((?:19|20)\\d\\d)(?!\\w|:|-\\d{4}| ?h)',
);
const FORMS = [
  new RegExp(`^${DATE} ?(?:of )?-?(?<m>${MONTH})(?:[ -](?<y>\\d{4}))?$`),
  new RegExp(`^(?<m>${MONTH}) ?-?${DATE}(?:[ -](?<y>\\d{4}))?$`),
  new RegExp(`^(?<y>\\d{4})[ -](?<m>${MONTH})[ -]${DATE}$`),
];

/**
 * `dec 27`, `27 December 2026`, `the 2nd of march`. Without a year it is the next one in the direction of
 * reading.
 */
export const readMonthDate: ReadDay = (words, context, direction) => {
  const groups = FORMS.map((form) => form.exec(words)?.groups).find(Boolean);
  const month = groups && monthNamed(groups.m ?? '');
  if (!month) return null;
  const date = Number(groups.d);
  return groups.y === undefined
    ? yearlyDay(month, date, context, direction)
    : datedDay(Number(groups.y), month, date);
};

/** Ties a year to the date before it: in "3 feb 2027 - 8:15am", 2027 is not a clock time. */
export function tieYear(words: string): string {
  return words.replace(WITH_YEAR, '$1-$2');
}
