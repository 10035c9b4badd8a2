import { type Refusal, refuse } from '../domain/base/refusal.ts';
import type { Estimate, HoursRange } from '../domain/streams/events.ts';
import { type WorkCalendar, workingDayHours } from '../domain/time/calendar.ts';
import { notUnderstood, readLength, readTerms, type Term, type Unit } from './durations.ts';
import type { Forms } from './reader.ts';
import { plainWords } from './words.ts';

/**
 * Reads hours of work: a day is a working day of this calendar and a week five of them, because that is what
 * people mean when they say how long something takes. "2-3d" and "half a day to a day" are ranges. What was not said
 * in hours keeps its words.
 */
export function parseEffort(phrase: string, calendar: WorkCalendar): Estimate | Refusal {
  const words = plainWords(phrase);
  if (/^\d+(?:\.\d+)?$/.test(words)) {
    return notUnderstood(phrase, `${words} what? Say "${words}h" for hours or "${words}d" for working days.`);
  }
  const terms = readLength(words);
  const hours = hoursOf(terms, calendar);
  if (hours !== null) return hours > MOST_HOURS ? tooMuch(phrase) : { hours, ...wordsOf(phrase, terms) };
  const read = readRange(words, calendar);
  if (!read) {
    return notUnderstood(phrase, 'Say hours, days or weeks of work, such as "3h", "1.5d" or "2 weeks".');
  }
  const { range } = read;
  const [low, high] = range;
  if (high > MOST_HOURS) return tooMuch(phrase);
  return low < high
    ? { hours: (low + high) / 2, range, ...wordsOf(phrase, read.terms) }
    : notUnderstood(phrase, 'A range goes from the shorter to the longer, such as "2-3d".');
}

/** What can be typed for an amount of work. */
export const EFFORT_FORMS: Forms = {
  of: 'an effort',
  readers: [
    { name: 'amount', forms: ['3h', '1.5d', 'half a day', '2 weeks', '1:30'] },
    { name: 'range', forms: ['2-3d', '1h to 90m', 'half a day to a day'] },
  ],
};

/** The words of an amount of work; none if they are hours, because hours are shown anyway. */
function wordsOf(phrase: string, terms: readonly Term[] | null): { readonly text?: string } {
  const isInHours = terms?.every(({ unit }) => unit === 'hour' || unit === 'working hour');
  return isInHours ? {} : { text: phrase.trim().replace(/\s+/g, ' ') };
}

/** More than five years of work for one person, which nobody can plan as one piece. */
const MOST_HOURS = 10_000;

function tooMuch(phrase: string): Refusal {
  return refuse(
    'effort-too-large',
    `"${phrase.trim()}" is more work than one person does in five years.`,
    'Divide it into pieces, and plan the first.',
  );
}

/** "2-3d", "1h to 90m", "between 2 and 3 days": a number without a unit takes the unit of the other. */
function readRange(
  words: string,
  calendar: WorkCalendar,
): { readonly range: HoursRange; readonly terms: readonly Term[] } | null {
  const [, low, high] =
    /^between (.+?) and (.+)$/.exec(words) ??
    /^(?:from )?(.+?) ?(?:-|\bto\b|\bor\b) ?(.+)$/.exec(words) ??
    [];
  const most = readTerms(high ?? '');
  const least = readTerms(low ?? '') ?? readTerms(`${low} ${most?.length === 1 ? most[0]?.unit : ''}`);
  const [from, to] = [hoursOf(least, calendar), hoursOf(most, calendar)];
  if (!least || !most || from === null || to === null) return null;
  return { range: [from, to], terms: [...least, ...most] };
}

function hoursOf(terms: readonly Term[] | null, calendar: WorkCalendar): number | null {
  const hours = terms?.map(({ amount, unit }) => {
    const unitHours = hoursIn(unit, workingDayHours(calendar));
    return unitHours === null ? null : amount * unitHours;
  });
  return !hours || hours.includes(null) ? null : hours.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}

function hoursIn(unit: Unit, dayHours: number): number | null {
  switch (unit) {
    case 'second':
      return 1 / 3600;
    case 'minute':
    case 'working minute':
      return 1 / 60;
    case 'hour':
    case 'working hour':
      return 1;
    case 'day':
    case 'working day':
      return dayHours;
    case 'week':
    case 'working week':
      return 5 * dayHours;
    case 'fortnight':
      return 10 * dayHours;
    case 'month':
    case 'quarter':
    case 'year':
      return null;
  }
}
