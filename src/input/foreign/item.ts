import { createHash } from 'node:crypto';
import { Refusal } from '../../domain/base/refusal.ts';
import type { Estimate } from '../../domain/streams/events.ts';
import type { ImportedKind } from '../../domain/streams/kinds.ts';
import { localDay, startOfDay } from '../../domain/time/calendar.ts';
import type { Instant, Moment } from '../../domain/time/moment.ts';
import { type DateContext, type Direction, parseAnyDate } from '../dates.ts';
import { MONTH } from '../words.ts';
import { isNumericDate } from './date-order.ts';

/** One thing that another program keeps, as it says it itself. */
export interface ForeignItem {
  /** The line of the file where it stands, from 1. */
  readonly line: number;
  /** Its name there, by which it is known again at the next import. */
  readonly source: string;
  readonly title: string;
  readonly kind?: ImportedKind | undefined;
  /** What stands where its kind should, and is the word for none. */
  readonly unknownKind?: string | undefined;
  readonly client?: string | undefined;
  readonly who?: string | undefined;
  readonly project?: string | undefined;
  readonly due?: Moment | undefined;
  readonly estimate?: Estimate | undefined;
  readonly enteredAt?: Instant | undefined;
  readonly notes: readonly { readonly at?: Instant | undefined; readonly text: string }[];
  readonly hiddenUntil?: Moment | undefined;
  readonly end?: { readonly how: 'done' | 'deleted'; readonly at?: Instant | undefined } | undefined;
}

/** What was found in a file of another program. */
export interface ForeignFile {
  readonly items: readonly ForeignItem[];
  /** What could not be read, and why. */
  readonly rejects: readonly Reject[];
  /** Templates from which the other program makes tasks: those are in the file themselves. */
  readonly templates: number;
  /** The columns of a table in which something stands that is not read. */
  readonly unusedColumns?: readonly string[];
  /** The column of a table that names people: nothing comes of it where all of them stand for their clients. */
  readonly whoColumn?: string | undefined;
}

/** Something that is not imported, by its line. */
export interface Reject {
  readonly line: number;
  readonly title: string;
  readonly refusal: Refusal;
}

/** Words for the kinds, without what stands between their letters. */
const KIND_WORDS: Readonly<Record<ImportedKind, RegExp>> = {
  request: /^(?:requests?|requested|asks?|asked)$/,
  promise: /^(?:promises?|promised)$/,
  awaiting: /^(?:await(?:ing|ed|s)?|wait(?:ing)?(?:for|on)?|delegated?|delegation)$/,
};

/** The kind that a word, a tag or a column names; undefined for every other word. */
export function kindNamed(word: string): ImportedKind | undefined {
  const letters = word.toLowerCase().replace(/[^\p{L}]/gu, '');
  return (Object.keys(KIND_WORDS) as ImportedKind[]).find((kind) => KIND_WORDS[kind].test(letters));
}

/** A text as a short name that is as good as its own: it is the same for the same text, and for no other. */
export function nameOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The moment that a text means; undefined where there is none. Throws a Refusal. */
export async function readWhen(
  text: string | undefined,
  context: DateContext,
  direction: Direction = 'ahead',
): Promise<Moment | undefined> {
  if (!text?.trim()) return undefined;
  const moment = await parseAnyDate(text, context, direction);
  if (moment instanceof Refusal) throw moment;
  return moment;
}

/** What comes once a year, if no year is said. */
const YEARLY = new RegExp(
  `(?<![a-z])(?:${MONTH}|q[1-4]|christmas|xmas|new year'?s|valentine'?s|halloween|boxing day)(?![a-z])`,
  'i',
);

/**
 * The moment that a text meant when it was entered, or now where that is not known. What was written down may have passed
 * since: without a year a date is the nearest then, before or after. All else lies ahead. Throws a Refusal.
 */
export async function readWritten(
  text: string | undefined,
  context: DateContext,
  enteredAt: Instant | undefined,
): Promise<Moment | undefined> {
  if (!text || !(YEARLY.test(text) || isNumericDate(text))) return readWhen(text, context);
  const then = { ...context, now: enteredAt ?? context.now };
  const ahead = await parseAnyDate(text, then, 'ahead');
  const back = await parseAnyDate(text, then, 'back');
  if (ahead instanceof Refusal && back instanceof Refusal) throw ahead;
  if (ahead instanceof Refusal) return back as Moment;
  if (back instanceof Refusal) return ahead;
  const dayOf = (at: Instant) => localDay(context.calendar, at);
  const daysTo = ({ at }: Moment) => Math.abs(dayOf(at) - dayOf(then.now));
  return daysTo(back) < daysTo(ahead) ? back : ahead;
}

/** When something was entered: a day counts from its beginning, so that what was due on it comes later. Throws a Refusal. */
export async function readEntry(
  text: string | undefined,
  context: DateContext,
): Promise<Instant | undefined> {
  const { calendar } = context;
  const moment = await readWhen(text, context, 'back');
  return moment?.grain === 'day' ? startOfDay(calendar, localDay(calendar, moment.at)) : moment?.at;
}

/** Takes items apart one by one: those that can be read, and those that cannot. Defects are passed on. */
export async function readEach<T>(
  entries: readonly T[],
  placeOf: (entry: T) => { readonly line: number; readonly title: string },
  read: (entry: T) => Promise<ForeignItem | null>,
): Promise<ForeignFile> {
  const items: ForeignItem[] = [];
  const rejects: Reject[] = [];
  let templates = 0;
  for (const entry of entries) {
    try {
      const item = await read(entry);
      if (item) items.push(item);
      else templates++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      rejects.push({ ...placeOf(entry), refusal: error });
    }
  }
  return { items, rejects, templates };
}
