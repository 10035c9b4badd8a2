import { readDuration } from '../durations.ts';
import type { Pace, Piece } from './piece.ts';
import { everyNth, type Frequency } from './rule.ts';

type Unit = Omit<Pace, 'kind'>;

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:seconds?|secs?|s)$/, { frequency: 'SECONDLY' }],
  [/^(?:minutes?|mins?)$/, { frequency: 'MINUTELY' }],
  [/^(?:hours?|hrs?|h)$/, { frequency: 'HOURLY' }],
  [/^(?:days?|d)$/, { frequency: 'DAILY' }],
  [
    /^(?:(?:working|business|work) ?days?|(?:work|week)days?|bds?|wds?)$/,
    { frequency: 'DAILY', workingDays: true },
  ],
  [/^(?:(?:working|business|work) )?(?:weeks?|wks?|w)$/, { frequency: 'WEEKLY' }],
  [/^fortnights?$/, { frequency: 'WEEKLY', interval: 2 }],
  [/^(?:months?|mo)$/, { frequency: 'MONTHLY' }],
  [/^(?:quarters?|qtrs?)$/, { frequency: 'MONTHLY', interval: 3, quarter: true }],
  [/^(?:years?|yrs?|y)$/, { frequency: 'YEARLY' }],
];

/** Single words. `biweekly` and `bimonthly` mean every second one, as calendars use them; twice is `semi`. */
const NAMED: readonly (readonly [RegExp, Unit])[] = [
  [/^hourly$/, { frequency: 'HOURLY' }],
  [/^daily$/, { frequency: 'DAILY' }],
  [/^weekly$/, { frequency: 'WEEKLY' }],
  [/^semi ?weekly$/, { frequency: 'WEEKLY', times: 2 }],
  [/^(?:bi ?weekly|fortnightly|fortnight)$/, { frequency: 'WEEKLY', interval: 2 }],
  [/^monthly$/, { frequency: 'MONTHLY' }],
  [/^semi ?monthly$/, { frequency: 'MONTHLY', times: 2 }],
  [/^bi ?monthly$/, { frequency: 'MONTHLY', interval: 2 }],
  [/^quarterly$/, { frequency: 'MONTHLY', interval: 3, quarter: true }],
  [/^(?:semi ?annual(?:ly)?|half ?yearly)$/, { frequency: 'MONTHLY', interval: 6 }],
  [/^(?:yearly|annual(?:ly)?)$/, { frequency: 'YEARLY' }],
  [/^(?:bi ?yearly|bi ?annual|biennial)(?:ly)?$/, { frequency: 'YEARLY', interval: 2 }],
];

/** N times a year, hour or minute becomes an interval: the unit to use, and how many of it make up the period. */
const PARTS_OF: Partial<Record<Frequency, readonly [Frequency, number]>> = {
  YEARLY: ['MONTHLY', 12],
  HOURLY: ['MINUTELY', 60],
  MINUTELY: ['SECONDLY', 60],
};

/** How many updates can be spread over the working time of a period. */
const MOST_TIMES: Partial<Record<Frequency, number>> = { DAILY: 24, WEEKLY: 5, MONTHLY: 10 };

const EVERY = '(?:every|each|ev)';
const OTHER = '(?:other|alternate)';
const BARE_EVERY = new RegExp(`^(?:on )?(?:${EVERY}(?: single| (${OTHER}|\\d+))?|(alternate))$`);
const INTERVAL = new RegExp(
  `^(?:(?<of>of|in) )?(?:(?:once )?(?:${EVERY}(?: single)?|per)|once in)` +
    `(?: (?<count>${OTHER}|second|couple(?: of)?|\\d+(?:st|nd|rd|th)?))? ?(?<unit>[a-z ]+)$`,
);
const ONE = /^(?:(?<of>(?:of|in) (?:an?|the)|of)|once an?) (?<unit>[a-z ]+)$/;
const TIMES = /^(?:(\d+) ?(?:x|times?)?|(once|twice|thrice))(?:\/| ?(?:an?|per|each|every|in an?) )(.+)$/;
const TIMES_NAMED = /^(?:(\d+) ?(?:x|times)|(twice|thrice)) (.+ly)$/;

/** `every`, `each`, `every other`, `every 2`, before days that are named. */
export function readEvery(words: string): Piece | null {
  const match = BARE_EVERY.exec(words);
  if (!match) return null;
  const interval = /[a-z]/.test(match[1] ?? match[2] ?? '') ? 2 : Number(match[1] ?? 1);
  return everyNth({ kind: 'every' as const }, interval);
}

/** `weekly`, `every 3 working days`, `every other month`, `of each month`, `twice a day`, `2/day`, `every hour and a half`. */
export function readPace(words: string): Pace | null {
  const plain = words.replace(/^on an? (.+) basis$/, '$1').replace(/^(?:on )?alternate /, 'every other ');
  const unit =
    lookUp(NAMED, plain.replace(/^once /, '')) ??
    readTimes(plain) ??
    readInterval(plain) ??
    readLength(plain);
  return unit && { kind: 'pace', ...unit };
}

function readInterval(words: string): Unit | null {
  const { of, count, unit = '' } = (INTERVAL.exec(words) ?? ONE.exec(words))?.groups ?? {};
  const match = lookUp(UNITS, unit);
  // "Every working day" names weekdays; only "every 2 working days" counts them.
  if (!match || (count === undefined && match.workingDays)) return null;
  const interval = /^(?:other|alternate|second|couple)/.test(count ?? '')
    ? 2
    : Number.parseInt(count ?? '1', 10);
  return everyNth({ ...match, ...(of !== undefined && { of: true as const }) }, interval);
}

/**
 * "2/day", "once a month". Times within a day, week or month are spread over it; times within a year or an
 * hour become an interval.
 */
function readTimes(words: string): Unit | null {
  const match = TIMES.exec(words) ?? TIMES_NAMED.exec(words);
  if (!match) return null;
  const times = Number(match[1] ?? { once: 1, twice: 2, thrice: 3 }[match[2] ?? '']);
  const unit = lookUp(UNITS, match[3] ?? '') ?? lookUp(NAMED, match[3] ?? '');
  if (!unit || times < 1) return null;
  if (times === 1) return unit;
  const { frequency, interval = 1 } = unit;
  if (interval > 1 || unit.times) return null;
  const [smaller, size] = PARTS_OF[frequency] ?? [];
  if (smaller && size) return size % times === 0 ? everyNth({ frequency: smaller }, size / times) : null;
  return times <= (MOST_TIMES[frequency] ?? 0) ? { frequency, times } : null;
}

/** Any other length of time: "every 2h30", "every half hour", "every year and a half". */
function readLength(words: string): Unit | null {
  const length = /^(?:every|each|ev) (.+)$/.exec(words)?.[1];
  if (length === undefined || /\bfew\b/.test(length)) return null;
  const duration = readDuration(length.replace(/^(?=[a-z]+ and )/, '1 '));
  if (!duration || Object.keys(duration).length !== 1) return null;
  if (duration.months) return everyNth({ frequency: 'MONTHLY' as const }, duration.months);
  const { seconds = 0 } = duration;
  if (!Number.isInteger(seconds)) return null;
  if (seconds % 3600 === 0) return everyNth({ frequency: 'HOURLY' as const }, seconds / 3600);
  return seconds % 60 === 0
    ? everyNth({ frequency: 'MINUTELY' as const }, seconds / 60)
    : everyNth({ frequency: 'SECONDLY' as const }, seconds);
}

function lookUp(table: readonly (readonly [RegExp, Unit])[], words: string): Unit | null {
  return table.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
