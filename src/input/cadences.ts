import { Refusal, refuse } from '../domain/base/refusal.ts';
import type { Cadence } from '../domain/time/cadence.ts';
import { combinePieces } from './cadences/combine-pieces.ts';
import { readDays, readMonths } from './cadences/days.ts';
import { readEvery, readPace } from './cadences/pace.ts';
import type { CadenceContext, Piece, ReadPiece } from './cadences/piece.ts';
import { type Rule, writeRule } from './cadences/rule.ts';
import { sayRule } from './cadences/say-rule.ts';
import { readClock, readPart } from './cadences/times.ts';
import { readByPieces } from './cut-pieces.ts';
import { isCloseOfWork } from './dates/close-of-work.ts';
import { monthAndDate } from './dates/numeric-date.ts';
import { Trouble } from './dates/trouble.ts';
import { refuseUnread } from './nearby.ts';
import type { Forms, Reader } from './reader.ts';
import { monthName, plainWords } from './words.ts';

export type { CadenceContext } from './cadences/piece.ts';

/** Pieces of a cadence. No words are read by two of them. */
export const CADENCE_READERS: readonly Reader<ReadPiece>[] = [
  {
    name: 'how often',
    forms: ['daily', 'every 3 working days', 'every other week', 'twice a week', '2/day', 'quarterly'],
    read: readPace,
  },
  {
    name: 'every',
    forms: ['every friday', 'each monday and thursday', 'every other tuesday'],
    read: readEvery,
  },
  {
    name: 'days',
    forms: [
      'fridays',
      'weekdays',
      'mwf',
      'first friday of each month',
      'every 15th',
      'every 5, 20',
      'every 3rd friday',
    ],
    read: readDays,
  },
  {
    name: 'months',
    forms: ['every june 30', 'each 6/30', 'yearly on the last friday of may'],
    read: readMonths,
  },
  { name: 'part of a day', forms: ['every morning', 'evenings'], read: readPart },
  { name: 'clock times', forms: ['daily @ 9', 'weekdays at 9, 12 and 17'], read: readClock },
  {
    name: 'end of work',
    forms: ['every friday by cob'],
    read: (words) => (isCloseOfWork(words) ? { kind: 'close' } : null),
  },
];

/** What can be typed for a cadence. */
export const CADENCE_FORMS: Forms = {
  of: 'a cadence',
  readers: [
    ...CADENCE_READERS,
    { name: 'from the last time', forms: ['every! 2 weeks', 'every 2 weeks after completion'] },
    { name: 'so many times', forms: ['every monday 5 times'] },
  ],
};

/** The longest phrases have this many: "every year on the last friday of june at 8 in the evening". */
const MOST_PIECES = 5;

const COUNT =
  /^(.+?) (?:(?:for )?(\d+) ?(?:times|x|occurrences)|(twice|thrice))(?: (?:in (?:all|total)|altogether))?$/;

/** Boundaries written as one word, spelt out: "every month end". */
const BOUNDARIES: readonly (readonly [RegExp, string])[] = [
  [/\b(month|quarter|year) ?end\b/, 'end of the $1'],
  [/\beom\b/, 'end of the month'],
  [/\beoq\b/, 'end of the quarter'],
  [/\beoy\b/, 'end of the year'],
];

/**
 * Reads how often updates are owed: intervals, days of the week, month or year, and times of day. Working
 * days and weekends are those of the calendar. A phrase is understood as a whole or refused.
 */
export function parseCadence(phrase: string, context: CadenceContext): Cadence | Refusal {
  const fromDone = FROM_DONE.map((form) => form.exec(phrase)?.[1]).find(Boolean);
  return fromDone === undefined ? parsePlain(phrase, context) : parseFromDone(phrase, fromDone, context);
}

/** "every! 2 weeks", "every 2 weeks after completion": from the last time that it was done. */
const FROM_DONE: readonly RegExp[] = [
  /^\s*(?:every|each|ev)\s?!\s*(.+)$/is,
  /^\s*(?:(?:every|each|ev)\s)?\s*(.+?)\s+(?:after|from|since)\s+(?:completion|completing it|(?:it\s+(?:was|is)\s+)?done|(?:the\s+)?last\s+(?:time|completion))\s*$/is,
];

function parseFromDone(phrase: string, rest: string, context: CadenceContext): Cadence | Refusal {
  const spelled = parsePlain(`every ${rest}`, context);
  const plain = spelled instanceof Refusal ? parsePlain(rest, context) : spelled;
  if (plain instanceof Refusal) return notUnderstood(phrase, context);
  return { rrule: `${plain.rrule};X-FROM=DONE`, text: `every! ${plainForm(rest)}` };
}

function parsePlain(phrase: string, context: CadenceContext): Cadence | Refusal {
  const rule = readPhrase(phrase, context);
  if (rule instanceof Trouble) return refuse(rule.code, `"${phrase.trim()}" ${rule.why}.`, rule.hint);
  return rule
    ? { rrule: writeRule(rule), text: sayRule(rule, context.calendar) }
    : notUnderstood(phrase, context);
}

function readPhrase(phrase: string, context: CadenceContext): Rule | Trouble | null {
  return readRule(spellOutDates(plainForm(phrase), context), context);
}

/** A comma between numbers, other than one before a count: ", 5 times". */
const LISTED = /(?<![:.\d])(\d{1,2}),\s+(?=\d{1,2}(?!\d|\s*(?:times|x|occurrences)\b))/gi;

/** Plain words, in which a list of numbers keeps what separates them: "every 5, 20". */
function plainForm(phrase: string): string {
  return plainWords(phrase.replace(LISTED, '$1 and ')).replace(/ ?\/ ?/g, '/');
}

/** A date in numbers that is not a part of something ("1/2 hour"). */
const NUMERIC_DATE =
  /(?<![\d/.])(?:(\d{1,2})\/(\d{1,2})|(\d{1,2})\.(\d{1,2})\.)(?=$| (?:at|by|in|from|until|\d))/g;

/** "each 6/30" -> "each june 30". Numbers that are no date stay as they are. */
function spellOutDates(words: string, { dateOrder }: CadenceContext): string {
  return words.replace(NUMERIC_DATE, (typed, first, second, date, month) => {
    const read = date
      ? monthAndDate(Number(date), Number(month), 'dmy')
      : monthAndDate(Number(first), Number(second), dateOrder);
    return read instanceof Trouble ? typed : `${monthName(read[0])} ${read[1]}`;
  });
}

/** "Every" with nothing after it. */
const UNFINISHED = /\b(?:every|each|ev)$/;

/** Also reads a count at the end of a phrase, unless the whole phrase makes sense: "twice a day" is not "a day, twice". */
function readRule(words: string, context: CadenceContext): Rule | Trouble | null {
  if (UNFINISHED.test(words)) return null;
  const spelt = BOUNDARIES.reduce((text, [form, long]) => text.replace(form, long), words);
  const read = (phrase: string) =>
    readByPieces<Piece, Rule>(
      phrase,
      MOST_PIECES,
      (piece) => readPiece(piece, context),
      (pieces) => combinePieces(pieces, context),
    );
  const whole = read(spelt);
  if (whole && !(whole instanceof Trouble)) return whole;
  const [, before, times, word] = COUNT.exec(spelt) ?? [];
  const count = times ? Number(times) : { twice: 2, thrice: 3 }[word ?? ''];
  const counted = before && count ? read(before) : null;
  return counted && !(counted instanceof Trouble) && count && !counted.times
    ? { ...counted, count }
    : (counted ?? whole);
}

function readPiece(words: string, context: CadenceContext): Piece | Trouble | null {
  for (const { read } of CADENCE_READERS) {
    const piece = read(words, context);
    if (piece) return piece;
  }
  return null;
}

function notUnderstood(phrase: string, context: CadenceContext): Refusal {
  const reads = (words: string) => {
    const rule = readPhrase(words, context);
    return rule !== null && !(rule instanceof Trouble);
  };
  return refuseUnread('cadence-not-understood', phrase, reads, {
    message: `"${phrase.trim()}" does not say how often.`,
    hint: 'Say for example "daily", "2/day", "every 3 working days" or "fridays".',
  });
}
