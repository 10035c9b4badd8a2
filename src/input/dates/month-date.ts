import { MONTH, monthNamed } from '../words.ts';
import { datedDay, yearlyDay } from './calendar-date.ts';
import type { ReadDay } from './piece.ts';

const DATE = '(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: day)?';
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
