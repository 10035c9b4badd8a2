import { Refusal, refuse } from '../domain/base/refusal.ts';
import { endOfWork, inZone, localDay } from '../domain/time/calendar.ts';
import { type Instant, latest, type Moment } from '../domain/time/moment.ts';
import { type DateContext, type Direction, today } from './dates/date-context.ts';
import { DAY_READERS, READERS_AS_TYPED } from './dates/day-readers.ts';
import type { Finder, Finding } from './dates/finder.ts';
import { findIsoDateTime } from './dates/iso-date-time.ts';
import { timeOffsets } from './dates/offset.ts';
import { COUNTED_DAY_READERS, findAnchor, findBefore, findByPieces, findDashed } from './dates/pieces.ts';
import { noSuchWindow, preferReading, Trouble } from './dates/trouble.ts';
import { findTwoMeanings } from './dates/two-meanings.ts';
import { checkOffset, cutZones } from './dates/zone.ts';
import { refuseUnread } from './nearby.ts';
import type { Forms, Reader } from './reader.ts';
import { isVague } from './vague.ts';
import { plainWords } from './words.ts';

export type { ClockStyle, DateContext, Direction } from './dates/date-context.ts';

/**
 * Readers of whole phrases, in stages: what means one thing as a whole ("12h", "1 day after june 3 10am") is not cut into
 * pieces, and only what nothing else reads has two meanings. No words are read by two readers of a stage, so their order
 * decides nothing.
 */
export const FINDERS: readonly (readonly Reader<Finder>[])[] = [
  [
    {
      name: 'before a day',
      forms: ['before friday', 'before next week', 'before friday 5pm'],
      read: findBefore,
    },
    {
      name: 'ISO 8601 with a time',
      forms: ['2026-03-20T15:00', '2026-03-20 15:00', '2026-03-20T15:00+01:00'],
      read: findIsoDateTime,
    },
    {
      name: 'time from now',
      forms: ['in 2 hours', '90 min', 'in half an hour', '5 hours after noon', 'now'],
      read: timeOffsets(findAnchor),
    },
  ],
  [
    {
      name: 'several of these',
      forms: ['friday 5pm', 'tomorrow morning', '8 in the evening on friday of next week', 'wed, 4 mar'],
      read: findByPieces,
    },
    { name: 'dash before a time', forms: ['3 feb 2027 - 8:15am'], read: findDashed },
  ],
  [{ name: 'two meanings', forms: [], read: findTwoMeanings }],
];

type Stages = readonly (readonly Finder[])[];

const STAGES: Stages = FINDERS.map((stage) => stage.map(({ read }) => read));

/** For a phrase with a place in it; two hours are equally long everywhere, so offsets are left out. */
const STAGES_ELSEWHERE: Stages = [
  [findBefore, findIsoDateTime],
  [findByPieces, findDashed],
];

/** What can be typed for a date. */
export const DATE_FORMS: Forms = {
  of: 'a date',
  readers: [
    ...DAY_READERS,
    ...COUNTED_DAY_READERS,
    ...READERS_AS_TYPED,
    ...FINDERS.flat(),
    { name: 'elsewhere', forms: ['friday 5pm London', '9am New York time', '17:00 UTC+2'] },
  ].filter(({ forms }) => forms.length > 0),
};

/** Years have four digits, so that instants compare as strings. */
const LAST_INSTANT = '9999-12-31T23:59:59.999Z';

/**
 * The moment that a phrase means, or a refusal that says why it means none. A day without a clock time ends
 * with the working hours. Relative dates and those without a year lie in the given direction. A phrase is
 * understood as a whole or refused. If it names a place or zone, its day and time are local there.
 */
export function parseDate(
  phrase: string,
  context: DateContext,
  direction: Direction = 'ahead',
): Moment | Refusal {
  return readDate(phrase, context, direction) ?? notUnderstood(phrase, context, direction);
}

/**
 * Like `parseDate`, but also accepts what only chrono understands, if that is the whole phrase. What was said
 * on Monday cannot be due "yesterday" as seen from there; such words are seen from the day on which they are typed.
 */
export async function parseAnyDate(
  phrase: string,
  context: DateContext,
  direction: Direction = 'ahead',
): Promise<Moment | Refusal> {
  const { now, typedAt = now, calendar } = context;
  const said = await readAnyDate(phrase, context, direction);
  const isPast = !(said instanceof Refusal) && localDay(calendar, said.at) < today(context);
  if (direction === 'back' || typedAt === now || !isPast) return said;
  const typed = await readAnyDate(phrase, { ...context, now: typedAt }, direction);
  return !(typed instanceof Refusal) && typed.at > now ? typed : said;
}

/** Our own parsers go first, because they know when a phrase is ambiguous. */
async function readAnyDate(
  phrase: string,
  context: DateContext,
  direction: Direction,
): Promise<Moment | Refusal> {
  const result = readDate(phrase, context, direction);
  if (result) return result;
  const { findByChrono } = await import('./dates/chrono.ts');
  const finding = await findByChrono(wordsOf(phrase), context, direction);
  const moment = finding && momentOf(finding, context, direction);
  return moment && !(moment instanceof Trouble)
    ? { ...moment, text: phrase.trim() }
    : notUnderstood(phrase, context, direction);
}

/** Reads a phrase with our own parsers; null if they do not know the words. */
function readDate(phrase: string, context: DateContext, direction: Direction): Moment | Refusal | null {
  if (phrase.trim() === '') return refuse('date-missing', 'There is no date.', `Say ${EXAMPLES}.`);
  if (isVague(phrase)) return vague(phrase);
  const words = wordsOf(phrase);
  const moment = findMoment(words, context, direction) ?? findElsewhere(words, context, direction);
  if (moment instanceof Trouble) return refuse(moment.code, `"${phrase.trim()}" ${moment.why}.`, moment.hint);
  return moment && { ...moment, text: phrase.trim() };
}

/** Short forms of today and tomorrow that are also names: "written by Tom". */
const NAMES = /\b(?:tom|tod)\b/i;

/**
 * The meaning of a phrase that may be something else than a date: null if it names a place or a person, is vague or
 * does not exist.
 */
export function parseDateStrictly(
  phrase: string,
  context: DateContext,
  direction: Direction = 'ahead',
): Moment | null {
  const isOther = NAMES.test(phrase) || isVague(phrase);
  const moment = isOther ? null : findMoment(wordsOf(phrase), context, direction);
  return !moment || moment instanceof Trouble ? null : { ...moment, text: phrase.trim() };
}

/** Longer ways to say `by`, before or after a date. */
const NOT_AFTER =
  /\b(?:(?:no|not) later than|not after|(?:on|at|by) or before|before or (?:on|at)|up (?:to|until)|(?:at|by) the (?:very )?latest|as late as)\b/g;

const EXAMPLES = '"friday 5pm", "in 3 working days" or "2026-03-05"';

/** A phrase in plain words. What only marks a due date becomes `by`, or is dropped. */
function wordsOf(phrase: string): string {
  return plainWords(phrase)
    .replace(NOT_AFTER, 'by')
    .replace(/ (?:by|latest|sharp|exactly|precisely|on the dot)$/, '');
}

function findMoment(
  words: string,
  context: DateContext,
  direction: Direction,
  stages: Stages = STAGES,
): Moment | Trouble | null {
  for (const finders of stages) {
    const finding = preferReading(finders.map((find) => find(words, context, direction)));
    if (finding) return finding instanceof Trouble ? finding : momentOf(finding, context, direction);
  }
  return null;
}

/**
 * Reads a phrase that names a zone: takes the name out and reads the rest as local there. Something has to be
 * left on both sides of a name in the middle: "5pm London on friday".
 */
function findElsewhere(words: string, context: DateContext, direction: Direction): Moment | Trouble | null {
  for (const { rest, zone } of cutZones(words)) {
    const there =
      zone instanceof Trouble ? context : { ...context, calendar: inZone(context.calendar, zone.zone) };
    const read = (part: string) => findMoment(part, there, direction, STAGES_ELSEWHERE);
    const moment = rest.every(read) ? read(rest.join(' ')) : null;
    if (moment instanceof Trouble) return moment;
    if (moment) return zone instanceof Trouble ? zone : (checkOffset(zone, moment.at) ?? moment);
  }
  return null;
}

function momentOf(finding: Finding, context: DateContext, direction: Direction): Moment | Trouble | null {
  const isTime = 'at' in finding;
  const { at, from } = isTime ? finding : { at: closeOf(finding.day, context, direction) };
  if (at > LAST_INSTANT || !/^\d/.test(at)) return null;
  // When the clocks go forward, a start that does not exist is later than it says.
  if (from !== undefined && from >= at) return noSuchWindow();
  const { zone } = context.calendar;
  return { at, ...(from && { from }), zone, grain: isTime ? 'time' : 'day' };
}

/** When looking back, today is not over yet: nothing was said later than now. */
function closeOf(day: number, context: DateContext, direction: Direction): Instant {
  const close = endOfWork(context.calendar, day);
  return direction === 'back' && day === today(context) && latest(close, context.now) === close
    ? context.now
    : close;
}

function vague(phrase: string): Refusal {
  return refuse(
    'date-vague',
    `"${phrase.trim()}" is not a date. A date that nobody said is a date that nobody can keep.`,
    'Say a day, such as "friday" or "in 3 working days". Only a request can do without one, until you offer one.',
  );
}

function notUnderstood(phrase: string, context: DateContext, direction: Direction): Refusal {
  return refuseUnread(
    'date-not-understood',
    phrase,
    (words) => parseDateStrictly(words, context, direction) !== null,
    {
      message: `"${phrase.trim()}" is not a date that followup understands.`,
      hint: `Say ${EXAMPLES}.`,
    },
  );
}
