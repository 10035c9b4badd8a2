import { type Refusal, refuse } from '../domain/base/refusal.ts';
import type { Duration } from '../domain/time/duration.ts';
import { refuseUnread } from './nearby.ts';
import { plainWords } from './words.ts';

export type Unit =
  | 'year'
  | 'quarter'
  | 'month'
  | 'fortnight'
  | 'week'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'working week'
  | 'working day'
  | 'working hour'
  | 'working minute';

export interface Term {
  readonly amount: number;
  readonly unit: Unit;
}

/**
 * The spellings of each unit, from the largest down, which is also the order in which they may appear. `m` is
 * minutes; months are `mo`.
 */
const UNITS: readonly (readonly [Unit, string])[] = [
  ['year', 'years?|yrs?|y'],
  ['quarter', 'quarters?|qtrs?|q'],
  ['month', 'months?|mths?|mos?'],
  ['fortnight', 'fortnights?'],
  ['working week', '(?:working|business|work) ?(?:weeks?|wks?)|workweeks?'],
  ['week', 'weeks?|wks?|w'],
  ['working day', '(?:working|business|work) ?days?|weekdays?|bds?|wds?|b'],
  ['day', 'days?|d'],
  ['working hour', '(?:working|business|work) ?(?:hours?|hrs?)'],
  ['hour', 'hours?|hrs?|h'],
  ['working minute', '(?:working|business) ?(?:minutes?|mins?)'],
  ['minute', 'minutes?|mins?|m'],
  ['second', 'seconds?|secs?|s'],
];

const UNIT_FORMS = UNITS.map(([unit, forms]) => [unit, new RegExp(`^(?:${forms})$`)] as const);
const ANY_UNIT = UNITS.map(([, forms]) => forms).join('|');
const TERM = new RegExp(`^(\\d*\\.?\\d+) ?(${ANY_UNIT})(?![a-z])(?: ?and(?= ?\\d))? ?`);

const ISO_UNITS: readonly Unit[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
const [ISO_DATE, ISO_TIME] = ['ymwd', 'hms'].map((letters) =>
  [...letters].map((letter) => `(?:(\\d+(?:\\.\\d+)?)${letter})?`).join(''),
);
const ISO = new RegExp(`^p(?=.)${ISO_DATE}(?:t(?=.)${ISO_TIME})?$`);

/** Ways to say an amount, each rewritten as a plain number before its unit. */
const AMOUNTS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/\b(?:a )?couple(?: of)? (?=[a-z])/g, () => '2 '],
  [/\b(?:a )?few (?=[a-z])/g, () => '3 '],
  [/(\d+) (\d+)\/(\d+)/g, (_, whole, part, of) => String(Number(whole) + Number(part) / Number(of))],
  [/(?<![\d/.])(\d+)\/(\d+)/g, (_, part, of) => String(Number(part) / Number(of))],
  [/\b(\d+) and (?:a )?(half|quarter)\b/g, (_, whole, part) => String(Number(whole) + share(part))],
  [
    new RegExp(`\\b(\\d+|an?) (${ANY_UNIT}) and (?:a )?(half|quarter)$`),
    (_, whole, unit, part) => `${(Number(whole) || 1) + share(part)} ${unit}`,
  ],
  [/\b3 quarters of an? (?=[a-z])/g, () => '0.75 '],
  [
    new RegExp(`\\b(?:a )?(half|quarter)(?: of)?(?: an?)? (?=(?:${ANY_UNIT})\\b)`, 'g'),
    (_, part) => `${share(part)} `,
  ],
  [new RegExp(`\\ban? (?=(?:${ANY_UNIT})(?![a-z]))`, 'g'), () => '1 '],
  [new RegExp(`^(?=(?:${ANY_UNIT}) \\d|fortnight$)`), () => '1 '],
];

const DAY = 86_400;

/** Longer than any engagement, but short enough for every calendar. */
const MOST_YEARS = 200;

/**
 * Reads a length of clock time ("90 min", "2h30"), calendar time ("3 weeks", "2 months") or working time ("1
 * working day"). "1 hour fifteen" and "2h30" end in minutes; half a day is twelve hours; "a couple" is two
 * and "a few" three.
 */
export function parseDuration(phrase: string): Duration | Refusal {
  const read = (words: string) => {
    const terms = readTerms(plainWords(words));
    return terms && durationOf(terms);
  };
  return (
    read(phrase) ??
    refuseUnread('duration-not-understood', phrase, (words) => read(words) !== null, {
      message: `"${phrase.trim()}" is not a duration.`,
      hint: 'Say for example "90 min", "3 weeks" or "2 working days".',
    })
  );
}

/**
 * Seconds in a duration on an average calendar, in which a month has 30.4375 days. Null if it contains
 * working time, whose length depends on the calendar.
 */
export function durationSeconds(duration: Duration): number | null {
  if (duration.workingDays !== undefined || duration.workingMinutes !== undefined) return null;
  return (duration.months ?? 0) * 30.4375 * DAY + (duration.days ?? 0) * DAY + (duration.seconds ?? 0);
}

function share(part: string | undefined): number {
  return part === 'half' ? 0.5 : 0.25;
}

/** The amounts and units of a phrase in plain words, largest first; null unless all of it was understood. */
export function readTerms(words: string): Term[] | null {
  const iso = readIsoTerms(words);
  if (iso) return iso;
  let rest = AMOUNTS.reduce((text, [pattern, amount]) => text.replace(pattern, amount), words).replace(
    /(\d)-(?=\d)/g,
    '$1 - ',
  );
  const terms: Term[] = [];
  while (rest !== '') {
    const match = TERM.exec(rest);
    const next = match ? termOf(match[1], match[2]) : minutesAfter(terms, rest);
    const last = terms.at(-1);
    if (!next || (last && rank(next.unit) <= rank(last.unit))) return null;
    terms.push(next);
    rest = match ? rest.slice(match[0].length) : '';
  }
  return terms.length > 0 ? terms : null;
}

function termOf(amount: string | undefined, form: string | undefined): Term | null {
  const unit = UNIT_FORMS.find(([, forms]) => forms.test(form ?? ''))?.[0];
  return unit ? { amount: Number(amount), unit } : null;
}

function rank(unit: Unit): number {
  return UNITS.findIndex(([name]) => name === unit);
}

/** The final number of "2h30" and "1 hour fifteen". */
function minutesAfter(terms: readonly Term[], rest: string): Term | null {
  const minutes = /^[0-5]\d$/.test(rest) ? Number(rest) : null;
  return minutes !== null && terms.at(-1)?.unit === 'hour' ? { amount: minutes, unit: 'minute' } : null;
}

/** ISO 8601: `P1Y2M3W4DT5H6M7S`. */
function readIsoTerms(words: string): Term[] | null {
  const match = ISO.exec(words);
  if (!match) return null;
  return ISO_UNITS.flatMap((unit, index) => {
    const amount = match[index + 1];
    return amount === undefined ? [] : [{ amount: Number(amount), unit }];
  });
}

/** Null if a part has no exact length, as a fraction of a month or of a working day. */
function durationOf(terms: readonly Term[]): Duration | null {
  const total = (kinds: Partial<Record<Unit, number>>) => {
    const parts = terms.filter(({ unit }) => kinds[unit] !== undefined);
    return parts.length === 0
      ? null
      : round(parts.reduce((sum, { amount, unit }) => sum + amount * (kinds[unit] ?? 0), 0));
  };
  const months = total({ year: 12, quarter: 3, month: 1 });
  const days = total({ fortnight: 14, week: 7, day: 1 });
  const seconds = total({ hour: 3600, minute: 60, second: 1 });
  const workingDays = total({ 'working week': 5, 'working day': 1 });
  const workingMinutes = total({ 'working hour': 60, 'working minute': 1 });
  if (!isWhole(months) || !isWhole(workingDays)) return null;
  const years = (months ?? 0) / 12 + ((days ?? 0) + (workingDays ?? 0)) / 365 + (seconds ?? 0) / 31_536_000;
  if (years + (workingMinutes ?? 0) / 105_120 > MOST_YEARS) return null;
  const partOfDay = round(((days ?? 0) % 1) * DAY);
  return {
    ...(months !== null && { months }),
    ...(days !== null && { days: Math.floor(days) }),
    ...((seconds !== null || partOfDay > 0) && { seconds: (seconds ?? 0) + partOfDay }),
    ...(workingDays !== null && { workingDays }),
    ...(workingMinutes !== null && { workingMinutes }),
  };
}

/** Rounds to milliseconds, which also removes binary fractions. */
function round(amount: number): number {
  return Math.round(amount * 1000) / 1000;
}

function isWhole(amount: number | null): boolean {
  return amount === null || Number.isInteger(amount);
}

export function notUnderstood(phrase: string, hint: string): Refusal {
  return refuse('duration-not-understood', `"${phrase.trim()}" is not a duration.`, hint);
}
