import { type WeekOfWork, weekendWeekdays, workingWeekdays } from '../../domain/time/week.ts';
import { MONTH, monthNamed, WEEKDAY, WORKING_DAY, weekdayNamed } from '../words.ts';
import type { CadenceContext, Days, Piece } from './piece.ts';
import { everyWeekday } from './rule.ts';

const LEAD = /^(?:(?:on|in|at|by|the|of) )+/;
const NTH = '\\d{1,2}(?:st|nd|rd|th)(?: to last| last)?|second(?: to)? last|next to last|penultimate|last';
const NOUN = `(?<weekday>${WEEKDAY})s?|(?<working>${WORKING_DAY}|weekdays?)|(?<weekend>weekend days?)|(?<day>days?)`;
const COUNTED = new RegExp(
  `(?:^| )(?:and )?(?:the )?(?<nth>${NTH})(?: (?:${NOUN}))?(?= (?:and |the |last|\\d)|$)`,
  'g',
);
const EDGES: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    start: 1,
    beginning: 1,
    mid: 15,
    middle: 15,
    end: -1,
    close: -1,
  }),
);
const DAY_NUMBERS = /^days? (\d{1,2}(?: (?:and )?\d{1,2})*)$/;
/** Numbers that may be days of the month; "at 8" is a clock time. */
const BARE_NUMBERS = /^(?:(?:on|the) )*(\d{1,2}(?:(?: \d{1,2})* and \d{1,2})?)$/;
const RANGE = new RegExp(`^(?:from )?(${WEEKDAY})s? (?:to|through|thru|-) (${WEEKDAY})s?$`);
/** The abbreviations of timetables: `mwf`, `tth`. */
const LETTERS = /^(m)?(tu?)?(w)?(th|(?<=w)t)?(f)?$/;
const WORKDAYS = /^(?:week|work)days?$/;
const MONTHS = new RegExp(`^(?:(?:in|of|on) )?(every |each )?((?:${MONTH})(?:(?: and)? (?:${MONTH}))*)$`);

/** `mondays`, `tth`, `mon to fri`, `the first friday`, `last working day`, `15th`, `day 5`, `end`. */
export function readDays(words: string, { calendar }: CadenceContext): Days | null {
  const plain = words.replace(LEAD, '');
  return (
    readEdge(plain) ??
    readNumbers(plain, words) ??
    readCounted(plain, calendar) ??
    readWeekdays(plain, calendar)
  );
}

/** `in november`, `of every june`, `march and september`. */
export function readMonths(words: string): Piece | null {
  const [, every, names] = MONTHS.exec(words) ?? [];
  const months = names?.split(/ (?:and )?/).map((name) => monthNamed(name) ?? 0);
  return months ? { kind: 'months', months: inOrder(months), ...(every && { every: true as const }) } : null;
}

function readEdge(words: string): Days | null {
  const day = EDGES.get(words.replace(/^very /, ''));
  return day === undefined ? null : { kind: 'days', monthDays: [day], edge: true };
}

function readNumbers(words: string, typed: string): Days | null {
  const bare = BARE_NUMBERS.exec(typed)?.[1];
  const numbers = DAY_NUMBERS.exec(words)?.[1] ?? bare;
  const days = numbers?.split(/ (?:and )?/).map(Number);
  if (!days?.every((day) => day >= 1 && day <= 31)) return null;
  return { kind: 'days', monthDays: inOrder(days), ...(bare !== undefined && { bare: true as const }) };
}

/**
 * "1st and 3rd monday": the final noun belongs to all the numbers before it, so none of them is a day of the
 * month.
 */
function readCounted(words: string, calendar: WeekOfWork): Days | null {
  const items = [...words.matchAll(COUNTED)];
  if (items.length === 0 || items.map(([whole]) => whole).join('') !== words) return null;
  const named = items.map((_, index) => ({
    nth: nthOf(items[index]?.groups?.nth ?? ''),
    noun: items.slice(index).find(nounOf),
  }));
  const nths = named.map(({ nth }) => nth);
  const nouns = new Set(named.map(({ noun }) => noun && nounOf(noun)));
  const [noun] = nouns;
  const most = { weekday: 53, working: 20, weekend: 8, day: 31 }[noun ?? 'day'];
  if (nouns.size > 1 || nths.some((nth) => nth === 0 || Math.abs(nth) > most)) return null;
  switch (noun) {
    case 'weekday': {
      const weekdays = named.map(({ nth, noun }) => ({
        nth,
        weekday: weekdayNamed(noun?.groups?.weekday ?? '') ?? 0,
      }));
      // In plain words, "second" is "2th" and "2nd" stays.
      return { kind: 'days', weekdays, ...(/^2th /.test(words) && { second: true as const }) };
    }
    case 'working':
      return { kind: 'days', weekdays: everyWeekday(workingWeekdays(calendar)), positions: inOrder(nths) };
    case 'weekend':
      return { kind: 'days', weekdays: everyWeekday(weekendWeekdays(calendar)), positions: inOrder(nths) };
    default:
      return { kind: 'days', monthDays: inOrder(nths) };
  }
}

/** The kind of day that is counted. */
function nounOf({ groups }: RegExpMatchArray): 'weekday' | 'working' | 'weekend' | 'day' | undefined {
  return (['weekday', 'working', 'weekend', 'day'] as const).find((noun) => groups?.[noun]);
}

function nthOf(words: string): number {
  if (words === 'last') return -1;
  const number = Number.parseInt(words, 10) || 2;
  return /last$|^pen/.test(words) ? -number : number;
}

function readWeekdays(words: string, calendar: WeekOfWork): Days | null {
  const names = words
    .replace(/\b(?:working|business|work) day/g, 'workday')
    .split(/[ /](?:and )?(?:on )?(?:the )?/);
  const range = RANGE.exec(words);
  const days: readonly (readonly number[] | null)[] = range
    ? daysFrom(range[1] ?? '', range[2] ?? '')
    : names.map((name) => weekdaysNamed(name, calendar));
  if (days.includes(null)) return null;
  const weekdays = [...new Set(days.flatMap((some) => some ?? []))].sort(
    (a, b) => ((a + 6) % 7) - ((b + 6) % 7),
  );
  const plural =
    range !== null || names.some((name) => weekdayNamed(name) === null && !/day$|weekend$/.test(name));
  return {
    kind: 'days',
    weekdays: everyWeekday(weekdays),
    ...(names.every((name) => WORKDAYS.test(name)) && { working: true as const }),
    ...(plural && { plural: true as const }),
  };
}

/** The weekdays that a word names, in singular or plural. */
function weekdaysNamed(name: string, calendar: WeekOfWork): readonly number[] | null {
  if (WORKDAYS.test(name)) return workingWeekdays(calendar);
  if (/^weekends?$/.test(name)) return weekendWeekdays(calendar);
  const weekday = weekdayNamed(name) ?? weekdayNamed(name.replace(/s$/, ''));
  return weekday === null ? daysOfLetters(name) : [weekday];
}

function daysOfLetters(name: string): readonly number[] | null {
  const days = (LETTERS.exec(name) ?? []).slice(1).flatMap((letter, index) => (letter ? [index + 1] : []));
  return days.length > 1 ? days : null;
}

function daysFrom(first: string, last: string): readonly number[][] {
  const from = weekdayNamed(first) ?? 0;
  const length = ((weekdayNamed(last) ?? 0) - from + 7) % 7;
  return [Array.from({ length: length + 1 }, (_, index) => (from + index) % 7)];
}

/** Sorted without duplicates: counted from the start first, then those counted from the end. */
function inOrder(numbers: readonly number[]): readonly number[] {
  const rank = (number: number) => (number < 0 ? 100 + number : number);
  return [...new Set(numbers)].sort((a, b) => rank(a) - rank(b));
}
