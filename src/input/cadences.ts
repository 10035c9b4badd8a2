import type { Cadence } from '../domain/cadence.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { plainWords, weekdayName, weekdayNamed } from './words.ts';

type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY';

interface Rule {
  readonly frequency: Frequency;
  readonly interval?: number;
  /** Weekdays, Monday first. */
  readonly weekdays?: readonly number[];
  readonly times?: number;
  readonly workingDays?: boolean;
}

type ReadRule = (words: string) => Rule | null;

const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const WEEKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 0];

const UNITS: readonly (readonly [RegExp, Rule])[] = [
  [/^(?:minutes?|mins?)$/, { frequency: 'MINUTELY' }],
  [/^(?:hours?|hrs?|h)$/, { frequency: 'HOURLY' }],
  [/^(?:days?|d)$/, { frequency: 'DAILY' }],
  [
    /^(?:(?:working|business|work) ?days?|(?:work|week)days?|bds?|wds?)$/,
    { frequency: 'DAILY', workingDays: true },
  ],
  [/^(?:weeks?|wks?|w)$/, { frequency: 'WEEKLY' }],
  [/^fortnights?$/, { frequency: 'WEEKLY', interval: 2 }],
  [/^(?:months?|mo)$/, { frequency: 'MONTHLY' }],
  [/^quarters?$/, { frequency: 'MONTHLY', interval: 3 }],
  [/^(?:years?|yrs?|y)$/, { frequency: 'YEARLY' }],
];

/**
 * Single words. `biweekly` and `bimonthly` are every second one, which is what calendars mean by them; twice
 * is `semi`.
 */
const NAMED: readonly (readonly [RegExp, Rule])[] = [
  [/^hourly$/, { frequency: 'HOURLY' }],
  [/^daily$/, { frequency: 'DAILY' }],
  [/^weekly$/, { frequency: 'WEEKLY' }],
  [/^(?:bi ?weekly|fortnightly|fortnight)$/, { frequency: 'WEEKLY', interval: 2 }],
  [/^monthly$/, { frequency: 'MONTHLY' }],
  [/^bi ?monthly$/, { frequency: 'MONTHLY', interval: 2 }],
  [/^quarterly$/, { frequency: 'MONTHLY', interval: 3 }],
  [/^semi ?annual(?:ly)?$/, { frequency: 'MONTHLY', interval: 6 }],
  [/^(?:yearly|annual(?:ly)?)$/, { frequency: 'YEARLY' }],
  [/^(?:bi ?yearly|biannual|biennial)(?:ly)?$/, { frequency: 'YEARLY', interval: 2 }],
];

const EVERY_WORKING_DAY = /^(?:weekday|(?:working|business|work) ?day)$/;

/** In order: the first that understands the words decides. */
const RULES: readonly ReadRule[] = [readNamed, readTimes, readInterval, readWeekdays];

/** The longest interval: nobody waits longer than that for an update. */
const MOST = 1000;

/**
 * How often updates are owed. Times of day and positions in a month are not cadences of words to a client:
 * they are refused.
 */
export function parseCadence(phrase: string): Cadence | Refusal {
  const words = plainWords(phrase).replace(/ ?\/ ?/g, '/');
  for (const read of RULES) {
    const rule = read(words);
    if (rule) return { rrule: writeRule(rule), text: describeRule(rule) };
  }
  return refuse(
    'cadence-not-understood',
    `"${phrase.trim()}" does not say how often.`,
    'Say for example "daily", "2/day", "every 3 working days" or "fridays".',
  );
}

function readNamed(words: string): Rule | null {
  return lookUp(NAMED, words.replace(/^once /, ''));
}

/**
 * "2/day", "once a month". Within a day the times are spread over it; within a year they become an interval
 * of whole months.
 */
function readTimes(words: string): Rule | null {
  const match =
    /^(?:(\d+) ?(?:x|times)?|(once|twice|thrice))(?:\/| ?(?:an?|per|each|every|in a) )([a-z ]+)$/.exec(words);
  const daily = /^(?:(\d+) ?(?:x|times)|(once|twice|thrice)) daily$/.exec(words);
  const found = match ?? daily;
  if (!found) return null;
  const times = Number(found[1] ?? { once: 1, twice: 2, thrice: 3 }[found[2] ?? '']);
  const unit = lookUp(UNITS, match?.[3] ?? 'day');
  if (!unit || times < 1) return null;
  if (times === 1) return unit;
  if (unit.frequency === 'DAILY' && times <= 24) return { frequency: 'DAILY', times };
  return unit.frequency === 'YEARLY' && 12 % times === 0
    ? intervalOf({ frequency: 'MONTHLY' }, 12 / times)
    : null;
}

/** "every 3 working days", "every other week", "each day", "every weekday". */
function readInterval(words: string): Rule | null {
  const match = /^(?:every|each|ev)(?: (other|second|\d+(?:st|nd|rd|th)?))? ([a-z ]+)$/.exec(words);
  if (!match) return null;
  const [, count, unit = ''] = match;
  if (count === undefined && EVERY_WORKING_DAY.test(unit)) return weekly(WEEKDAYS);
  const rule = lookUp(UNITS, unit);
  const interval =
    count === undefined ? 1 : count === 'other' || count === 'second' ? 2 : Number.parseInt(count, 10);
  return rule && intervalOf(rule, interval);
}

const DAYS_AFTER_EVERY = /^(?:every|each|ev)(?: (?<count>other|\d+))? (?<names>[a-z ]+)$/;
const DAYS_OF_WEEK = /^(?:(?:every|each|once a) week|weekly)(?: on)? (?<names>[a-z ]+)$/;

/**
 * "every monday and thursday", "weekly on tuesday", "every 2 fridays"; on their own the weekdays are plural:
 * "fridays".
 */
function readWeekdays(words: string): Rule | null {
  const match = DAYS_OF_WEEK.exec(words) ?? DAYS_AFTER_EVERY.exec(words);
  const names = (match?.groups?.names ?? words.replace(/^on /, ''))
    .replace(/\b(?:and|on)\b/g, ' ')
    .trim()
    .split(/ +/);
  if (!match && names.some((name) => weekdayNamed(name) !== null)) return null;
  const days = names.map(weekdaysNamed);
  if (days.includes(null)) return null;
  const count = match?.groups?.count === 'other' ? 2 : Number(match?.groups?.count ?? 1);
  return intervalOf(weekly(days.flatMap((some) => some ?? [])), count);
}

/** The weekdays that one word names, in singular or plural. */
function weekdaysNamed(name: string): readonly number[] | null {
  if (/^(?:week|work)days?$/.test(name)) return WEEKDAYS;
  if (/^weekends?$/.test(name)) return WEEKEND;
  const weekday = weekdayNamed(name) ?? weekdayNamed(name.replace(/s$/, ''));
  return weekday === null ? null : [weekday];
}

function weekly(days: readonly number[]): Rule {
  return { frequency: 'WEEKLY', weekdays: [...new Set(days)].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7)) };
}

function intervalOf(rule: Rule, count: number): Rule | null {
  const interval = (rule.interval ?? 1) * count;
  return interval < 1 || interval > MOST ? null : { ...rule, interval };
}

function lookUp(table: readonly (readonly [RegExp, Rule])[], words: string): Rule | null {
  return table.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

function writeRule({ frequency, interval = 1, weekdays, times, workingDays }: Rule): string {
  return [
    `FREQ=${frequency}`,
    interval > 1 && `INTERVAL=${interval}`,
    weekdays && `BYDAY=${weekdays.map((day) => CODES[day]).join(',')}`,
    times && `X-TIMES=${times}`,
    workingDays && 'X-UNIT=BUSINESSDAY',
  ]
    .filter(Boolean)
    .join(';');
}

const NOUNS: Record<Frequency, readonly [single: string, plural: string]> = {
  MINUTELY: ['every minute', 'minutes'],
  HOURLY: ['hourly', 'hours'],
  DAILY: ['daily', 'days'],
  WEEKLY: ['weekly', 'weeks'],
  MONTHLY: ['monthly', 'months'],
  YEARLY: ['yearly', 'years'],
};

/** The canonical wording of a rule, which reads back as the same rule. */
function describeRule({ frequency, interval = 1, weekdays, times, workingDays }: Rule): string {
  if (times) return `${times}/day`;
  if (weekdays) return describeWeekdays(weekdays, interval);
  const [single, plural] = NOUNS[frequency];
  if (workingDays) return interval === 1 ? 'every 1 working day' : `every ${interval} working days`;
  if (frequency === 'MONTHLY' && interval === 3) return 'quarterly';
  return interval === 1 ? single : `every ${interval} ${plural}`;
}

function describeWeekdays(weekdays: readonly number[], interval: number): string {
  const isWeek = weekdays.join() === WEEKDAYS.join();
  const isWeekend = weekdays.join() === WEEKEND.join();
  // "Every 3 weekdays" would be every third working day.
  const whole = interval > 1 ? null : isWeek ? 'weekdays' : isWeekend ? 'weekends' : null;
  const names = weekdays.map((day) => `${weekdayName(day).toLowerCase()}s`);
  const list = whole ?? [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
  return interval === 1 ? list : `every ${interval} ${list}`;
}
