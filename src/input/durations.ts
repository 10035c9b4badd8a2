import { type Refusal, refuse } from '../domain/base/refusal.ts';
import type { Duration } from '../domain/time/duration.ts';
import { refuseUnread } from './nearby.ts';
import type { Forms } from './reader.ts';
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

/** The spellings of each unit, from the largest down. `m` is minutes; months are `mo`. */
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

/** What only says that an amount is not exact, or that it is the most. */
const ABOUT =
  /^(?:(?:about|around|approx(?:imately)?|roughly|some|almost|nearly|just|under|up to|within|less than|at (?:the )?most|(?:no|not) more than|max(?:imum|imally)?(?: of)?) )+| (?:max(?:imum)?|at (?:the )?most|or less)$/g;

/** What only says that an amount comes on top: "2 more hours", "another week", "3 days longer". */
const EXTRA: readonly (readonly [RegExp, string])[] = [
  [/^another (?=\d|an? |half|couple|few)/, ''],
  [/^another (?=[a-z])/, '1 '],
  [/^(\d*\.?\d+|an?|couple(?: of)?|few) (?:more|extra|additional|further|full|whole|entire) /, '$1 '],
  [/ (?:more|extra|longer)$/, ''],
];

/** Parts of a whole, in singular or plural; "a third" is a number in plain words. */
const SHARES: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['3th', 1 / 3],
  ['third', 1 / 3],
  ['quarter', 1 / 4],
  ['4th', 1 / 4],
  ['fourth', 1 / 4],
  ['5th', 1 / 5],
  ['fifth', 1 / 5],
]);
const SHARE = '(?:([1-9]|an?) )?(half|3th|thirds?|quarters?|4th|fourths?|5th|fifths?)';

/** Ways to say an amount, each rewritten as a plain number before its unit. */
const AMOUNTS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/\bhalf a dozen (?=[a-z])/g, () => '6 '],
  [/\b(?:a |1 )?dozen (?=[a-z])/g, () => '12 '],
  [/\b(?:a )?couple(?: of)? (?=[a-z])/g, () => '2 '],
  [/\b(?:a )?few (?=[a-z])/g, () => '3 '],
  [
    /(\d+)(?: and |[ -])(\d+)\/(\d+)/g,
    (_, whole, part, of) => String(Number(whole) + Number(part) / Number(of)),
  ],
  [/(?<![\d/.])(\d+)\/(\d+)/g, (_, part, of) => String(Number(part) / Number(of))],
  [
    new RegExp(`\\b(\\d+) and ${SHARE}(?: of an?)?(?![a-z])`, 'g'),
    (_, whole, count, part) => String(Number(whole) + share(count, part)),
  ],
  [
    new RegExp(`\\b(\\d+|an?) (${ANY_UNIT}) and ${SHARE}$`),
    (_, whole, unit, count, part) => `${(Number(whole) || 1) + share(count, part)} ${unit}`,
  ],
  [
    new RegExp(`\\b${SHARE}(?: of)?(?: an?)? (?=(?:${ANY_UNIT})\\b)`, 'g'),
    (_, count, part) => `${share(count, part)} `,
  ],
  [new RegExp(`\\ban? (?=(?:${ANY_UNIT})(?![a-z]))`, 'g'), () => '1 '],
  [new RegExp(`^(?=(?:${ANY_UNIT}) \\d|fortnight$)`), () => '1 '],
];

/** Hours, minutes and perhaps seconds as a stopwatch shows them. */
const CLOCK_FORM = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/;

/** What can be typed for a duration. */
export const DURATION_FORMS: Forms = {
  of: 'a duration',
  readers: [
    { name: 'clock time', forms: ['90 min', '2h30', '1:30', '2:30:00', '1,500 minutes', 'half an hour'] },
    { name: 'days, weeks, months', forms: ['3 days', 'a fortnight', '2 years, 3 months', '5 days 2 months'] },
    { name: 'working time', forms: ['2 working days', '3 working hours'] },
    {
      name: 'fractions',
      forms: ['1.5 days', '1\u00bd hours', 'two and three quarter hours', 'a third of a day'],
    },
    { name: 'about, at most, more', forms: ['about 2 hours', 'under a couple of hours', '2 more hours'] },
    { name: 'ISO 8601', forms: ['PT1H30M', 'P2W'] },
  ],
};

const DAY = 86_400;

/** Longer than any engagement, but short enough for every calendar. */
const MOST_YEARS = 200;

/**
 * Reads a length of clock time ("90 min", "2h30", "1:30"), calendar time ("3 weeks", "2 months") or working time ("1
 * working day"). "1 hour fifteen" and "2h30" end in minutes; half a day is twelve hours; "a couple" is two
 * and "a few" three. A limit ("under 2 hours") is its length.
 */
export function parseDuration(phrase: string): Duration | Refusal {
  const read = (words: string) => {
    const terms = readLength(plainWords(words));
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

/** How much `3 quarters` is, or `a third`. */
function share(count: string | undefined, part: string | undefined): number {
  return (Number(count) || 1) * (SHARES.get(part?.replace(/s$/, '') ?? '') ?? 0);
}

/** The length that plain words name, with what may stand beside it: "about 2 hours", "1:30". */
export function readLength(words: string): Term[] | null {
  const bare = withoutExtra(words.replace(ABOUT, ''));
  return readClockForm(bare) ?? readTerms(bare);
}

/** Removes from plain words what only says that a length comes on top: "2 more hours". */
export function withoutExtra(words: string): string {
  return EXTRA.reduce((text, [pattern, rest]) => text.replace(pattern, rest), words);
}

/**
 * The duration that plain words name exactly, without anything beside it, the largest unit first: "12h 3 days" may be
 * three days from now at 12:00. Null if they do not.
 */
export function readDuration(words: string): Duration | null {
  const terms = readTerms(words);
  return terms && isInOrder(terms) ? durationOf(terms) : null;
}

function readClockForm(words: string): Term[] | null {
  const [, hours, minutes, seconds] = CLOCK_FORM.exec(words) ?? [];
  if (hours === undefined) return null;
  return [
    { amount: Number(hours), unit: 'hour' },
    { amount: Number(minutes), unit: 'minute' },
    { amount: Number(seconds ?? 0), unit: 'second' },
  ];
}

/** The amounts and units of a phrase in plain words, each unit once; null unless all of it was understood. */
export function readTerms(words: string): Term[] | null {
  const iso = readIsoTerms(words);
  if (iso) return iso;
  let rest = AMOUNTS.reduce((text, [pattern, amount]) => text.replace(pattern, amount), words).replace(
    /(\d)-(?=\d)/g,
    '$1 - ',
  );
  const terms: Term[] = [];
  let isAfterM = false;
  while (rest !== '') {
    const match = TERM.exec(rest);
    const next = match ? termOf(match[1], match[2]) : minutesAfter(terms, rest);
    if (!next || terms.some(({ unit }) => unit === next.unit)) return null;
    // Minutes before days would be odd: in "2m 5d" months are meant, but `m` is minutes.
    if (isAfterM && rank(next.unit) < rank('minute')) return null;
    isAfterM ||= match?.[2] === 'm';
    terms.push(next);
    rest = match ? rest.slice(match[0].length) : '';
  }
  if (terms.length === 0 || (!isInOrder(terms) && !hasNumbersOnly(words))) return null;
  return terms;
}

/** Whether the largest unit comes first. */
function isInOrder(terms: readonly Term[]): boolean {
  return terms.every(({ unit }, at) => at === 0 || rank(unit) > rank(terms[at - 1]?.unit ?? unit));
}

/** Whether each unit has its number: "8 hours a day" is a pace, and "min 2h" a limit. */
function hasNumbersOnly(words: string): boolean {
  return /^\d/.test(words) && !/\ban? /.test(words);
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
  const partOfDay = ((days ?? 0) % 1) * DAY;
  return {
    ...(months !== null && { months }),
    ...(days !== null && { days: Math.floor(days) }),
    ...((seconds !== null || partOfDay > 0) && { seconds: toMilliseconds((seconds ?? 0) + partOfDay) }),
    ...(workingDays !== null && { workingDays }),
    ...(workingMinutes !== null && { workingMinutes }),
  };
}

/** Removes binary fractions; a third of a day keeps more than its milliseconds. */
function round(amount: number): number {
  return Math.round(amount * 1e9) / 1e9;
}

function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

function isWhole(amount: number | null): boolean {
  return amount === null || Number.isInteger(amount);
}

export function notUnderstood(phrase: string, hint: string): Refusal {
  return refuse('duration-not-understood', `"${phrase.trim()}" is not a duration.`, hint);
}
