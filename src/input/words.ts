/**
 * The vocabulary shared by dates, durations and cadences, and the only place where typed words are brought
 * into plain form: lower case, single spaces, numbers in digits. Parsers read nothing but that form.
 */

/** Longer than any date. Limits the work that a phrase can cause. */
const LONGEST = 120;

const ONES = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...[...ONES, ...TEENS].map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
  ['fourty', 40],
]);

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...TEENS.slice(4).map((word, index) => [`${word}th`, 14 + index] as const),
  ...TENS.map((word, index) => [`${word.slice(0, -1)}ieth`, 20 + 10 * index] as const),
]);

/** What multiplies the number before it. */
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
]);

/** Numbers written as words. */
export const NUMBER_WORDS: readonly string[] = [...CARDINALS.keys(), ...ORDINALS.keys(), ...MULTIPLES.keys()];

const WEEKDAY_NAMES = [
  ['sunday', 'sun'],
  ['monday', 'mon'],
  ['tuesday', 'tues', 'tue'],
  ['wednesday', 'weds', 'wed'],
  ['thursday', 'thurs', 'thur', 'thu'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
];

const MONTH_NAMES = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/**
 * Regular expression source for a weekday, long or short, without a capturing group; `MONTH` is the same for
 * months.
 */
export const WEEKDAY = WEEKDAY_NAMES.flat().join('|');
export const MONTH = MONTH_NAMES.flat().join('|');

/** A dash between two weekdays or months means a range. */
const RANGE = new RegExp(`\\b(${WEEKDAY}|${MONTH}) ?- ?(?=(?:${WEEKDAY}|${MONTH})\\b)`, 'g');

/** The apostrophe in `3 feb '27`. */
const SHORT_YEAR = new RegExp(`(?<=\\b(?:${MONTH})[.,]?(?: \\d{1,2}(?:st|nd|rd|th)?,?)?) '(?=\\d\\d(?!\\w))`);

/** A dot may end an abbreviation without a space: `sept.5`, `2hrs.30min`. */
const ABBREVIATED = new RegExp(`(\\b(?:${WEEKDAY}|${MONTH})|\\d ?[a-z]+)\\.(?=\\d)`, 'g');

/** What separates: a sign after a word or before a space, and a comma before a year (`march 5,2027`). */
const SEPARATORS = /(?<=[a-z])[,;]|(?<=\S\s*)[,;](?!\d)|(?<=\d),(?=\d{4}(?!\d))/g;

/** A comma or an apostrophe between thousands: `1,500`. A decimal has other than three digits after it. */
const THOUSANDS = /(?<![\w.,'])[1-9]\d{0,2}(?:(,|')\d{3})(?:\1\d{3})*(?![\d,'])/g;

/** `20. march`, `3 / 20`, `20. 3. 2026`, `2026 - 03 - 20`: the parts of one date, which people set apart. */
const APART: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b(\\d{1,2})\\. (?=(?:${MONTH})\\b)`, 'g'), '$1 '],
  [/(?<=\d) ?\/ ?(?=\d)/g, '/'],
  [/\b(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b/g, '$1.$2.$3'],
  [/\b(\d{1,2}|\d{4}) - (\d{1,2}) - (\d{1,2}|\d{4})\b/g, '$1-$2-$3'],
];

/**
 * The last dot of `24.12.` belongs to the date, unless a word before it makes it a clock time at the end of a
 * sentence (`at 8.30.`).
 */
const DAY_AND_MONTH = /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\.(?=\s|$)/g;
const CLOCK_AT_END = /\b(?:at|by|before|until|till) (?:[01]?\d|2[0-3])\.[0-5]\d\.$/;

/** A working day, by any of its names. */
export const WORKING_DAY = '(?:working|business|work) ?days?|workdays?';

/** The weekday (Sunday = 0) of a singular name; null if it is none. */
export function weekdayNamed(word: string): number | null {
  return indexOfName(WEEKDAY_NAMES, word);
}

/** The month (January = 1) of a name; null if it is none. */
export function monthNamed(word: string): number | null {
  const index = indexOfName(MONTH_NAMES, word);
  return index === null ? null : index + 1;
}

/** The full name of a weekday (Sunday = 0), as written in a sentence. */
export function weekdayName(weekday: number): string {
  const name = WEEKDAY_NAMES[weekday]?.[0] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The full name of a month (January = 1), as typed. */
export function monthName(month: number): string {
  return MONTH_NAMES[month - 1]?.[0] ?? '';
}

/**
 * A phrase in plain form; empty if there is nothing in it, or more than a date could need. Commas and dots
 * that only separate are dropped (`Fri, Sept. 5`), those that belong to a number stay (`0,5 hours` is 0.5).
 * Any other sign that touches a number stays too, so that no reader takes `1'30h` for 130 hours. Characters
 * in patterns are escaped, because the launcher reads the program as ASCII.
 */
export function plainWords(phrase: string): string {
  if (phrase.length > LONGEST) return '';
  const plain = phrase
    .replace(/[\u00bc-\u00be]/g, (sign) => ({ '½': ' 1/2', '¼': ' 1/4', '¾': ' 3/4' })[sign] ?? sign)
    .replace(/[\u00b2\u00b3\u00b9\u2070-\u2089]/g, '^$&')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(SHORT_YEAR, ' 20')
    .replace(/^'(.*)'$|(?<!\d)'(?!\d)/g, '$1')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?@ ?/g, ' at ')
    .replace(/~ ?(?=\d)/g, 'about ')
    .replace(THOUSANDS, (number) => number.replace(/\D/g, ''))
    .replace(
      /\b((?:this|next|last|following|coming|previous|every|each|over the) )week-end(?=s?\b)/g,
      '$1weekend',
    )
    .replace(/(?<![a-z]),(?=\d{1,2}(?!\d))/g, '.')
    .replace(/(?<![a-z])([ap])\.? ?m\b\.?/g, '$1m')
    .replace(/(\d)\.(?=[a-z])/g, '$1')
    .replace(/([a-z])\.(?=\s|$)/g, '$1 ')
    .replace(ABBREVIATED, '$1 ')
    .replace(RANGE, '$1 to ')
    .replace(/([a-z\d])-(?=[a-z])/g, '$1 ')
    .replace(/&/g, ' and ')
    .replace(SEPARATORS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return digitNumbers(withoutEnd(joinDates(plain)).split(' ')).join(' ');
}

function joinDates(text: string): string {
  return APART.reduce((joined, [form, together]) => joined.replace(form, together), text).replace(
    DAY_AND_MONTH,
    '$1.$2.',
  );
}

/** Without the signs that end a sentence. */
function withoutEnd(text: string): string {
  const ending = /[\s.!?]+$/.exec(text)?.[0] ?? '';
  const isDate = ending.startsWith('.') && /(?:^| )\d{1,2}\.\d{1,2}\.[\s.!?]*$/.test(text);
  const bare = text.slice(0, text.length - ending.length);
  return isDate && !CLOCK_AT_END.test(`${bare}.`) ? `${bare}.` : bare;
}

/** `in twenty-five days` -> `in 25 days`, `the thirty first` -> `the 31st`, `two hundred` -> `200`. */
function digitNumbers(words: readonly string[]): string[] {
  return multiplied(digitSmallNumbers(words));
}

/** `2 hundred and 20` -> `220`; "a hundred" is one. */
function multiplied(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const size = MULTIPLES.get(words[at + 1] ?? '');
    const count = /^\d{1,3}$/.test(word) ? Number(word) : /^an?$/.test(word) ? 1 : null;
    if (size === undefined || count === null) {
      result.push(word);
      continue;
    }
    const skip = words[at + 2] === 'and' ? 3 : 2;
    const rest = words[at + skip] ?? '';
    const isRest =
      /^\d{1,3}$/.test(rest) && Number(rest) < size && !MULTIPLES.has(words[at + skip + 1] ?? '');
    result.push(String(count * size + (isRest ? Number(rest) : 0)));
    at += isRest ? skip : 1;
  }
  return result;
}

function digitSmallNumbers(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const tens = CARDINALS.get(word);
    const skip = words[at + 1] === 'and' ? 2 : 1;
    const ones = words[at + skip] ?? '';
    const small = CARDINALS.get(ones) ?? ORDINALS.get(ones);
    if (tens !== undefined && tens >= 20 && small !== undefined && small >= 1 && small <= 9) {
      result.push(`${tens + small}${ORDINALS.has(ones) ? 'th' : ''}`);
      at += skip;
    } else if (tens !== undefined) {
      result.push(String(tens));
    } else if (ORDINALS.has(word) && !isUnitOfTime(words, at)) {
      result.push(`${ORDINALS.get(word)}th`);
    } else {
      result.push(word);
    }
  }
  return result;
}

const COUNTED_BY_SECOND = new RegExp(`^(?:${WEEKDAY}|day|working|business|workday|weekday|of)$`);

/** "second" counts things (`the second friday`) or measures time (`one second`). */
function isUnitOfTime(words: readonly string[], at: number): boolean {
  if (words[at] !== 'second') return false;
  const before = words[at - 1] ?? '';
  const after = words[at + 1] ?? '';
  if (after === 'and') return /^(?:\d.*|an?|per)$/.test(before) || CARDINALS.has(before);
  return before !== 'the' && !COUNTED_BY_SECOND.test(after);
}

function indexOfName(names: readonly (readonly string[])[], word: string): number | null {
  const index = names.findIndex((forms) => forms.includes(word));
  return index < 0 ? null : index;
}
