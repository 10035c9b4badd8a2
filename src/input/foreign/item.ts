import { createHash } from 'node:crypto';
import { groupBy } from '../../domain/base/group-by.ts';
import { orThrow, Refusal, refuse } from '../../domain/base/refusal.ts';
import { acceptText, grouped, shorten } from '../../domain/base/text.ts';
import type { Estimate } from '../../domain/streams/events.ts';
import type { ImportedKind } from '../../domain/streams/kinds.ts';
import { localDay } from '../../domain/time/calendar.ts';
import type { Instant, Moment } from '../../domain/time/moment.ts';
import { type DateContext, type Direction, parseAnyDate } from '../dates.ts';
import { parseEffort } from '../effort.ts';
import { MONTH } from '../words.ts';
import { isNumericDate } from './date-order.ts';

/** One item of another program. */
export interface ForeignItem {
  /** Its line in the file, from 1. */
  readonly line: number;
  /** Its id, by which the next import recognises it. */
  readonly source: string;
  /** The id that earlier versions gave it. */
  readonly formerSource?: string | undefined;
  readonly title: string;
  readonly kind?: ImportedKind | undefined;
  /** The content of its column for the kind, if that is not a kind. */
  readonly unknownKind?: string | undefined;
  readonly client?: string | undefined;
  readonly who?: string | undefined;
  readonly project?: string | undefined;
  /** The headings or lists that it stands under, the nearest first; one that a client is called by is that client. */
  readonly sections?: readonly string[];
  readonly due?: Moment | undefined;
  /** What stands in place of its date and is none, such as "every friday". */
  readonly undated?: string | undefined;
  /** A number that stands in place of its estimate, without a unit. */
  readonly unmeasured?: string | undefined;
  readonly estimate?: Estimate | undefined;
  readonly enteredAt?: Instant | undefined;
  readonly notes: readonly { readonly at?: Instant | undefined; readonly text: string }[];
  readonly hiddenUntil?: Moment | undefined;
  readonly end?: { readonly how: 'done' | 'deleted'; readonly at?: Instant | undefined } | undefined;
}

/** What was read from a file of another program. */
export interface ForeignFile {
  readonly items: readonly ForeignItem[];
  /** What could not be read, and why. */
  readonly rejects: readonly Reject[];
  /** How many templates of recurring tasks were skipped. The tasks made from them are in the file themselves. */
  readonly templates: number;
  /** How many notes, remarks and other entries that are no tasks were skipped. */
  readonly noTasks?: number;
  /** What has content and is not kept: columns of a table, or what tasks have in their program. */
  readonly unkept?: readonly Unkept[];
  /** How many lines stood above the headings of a table. */
  readonly linesAbove?: number;
  /** The headings of a table. */
  readonly headings?: readonly string[];
  /** The program that a table comes from, if that shows. */
  readonly program?: string | undefined;
  /** What the number of an item counts: lines, unless it says otherwise. */
  readonly placeNoun?: 'entry';
  /** The column that names people, of which nothing is kept if they all stand for their clients. */
  readonly whoColumn?: string | undefined;
}

/** Something that items have and that is not kept, with the lines of the items. */
export interface Unkept {
  readonly name: string;
  readonly lines: readonly number[];
}

/** What is not kept, by its name, from each place where it stands. */
export function unkeptOf(found: readonly { readonly name: string; readonly line: number }[]): Unkept[] {
  const groups = groupBy(found, ({ name }) => name);
  return [...groups].map(([name, those]) => ({ name, lines: those.map(({ line }) => line) }));
}

/** Something that is not imported, with its line. */
export interface Reject {
  readonly line: number;
  readonly title: string;
  readonly refusal: Refusal;
}

/** Words for the kinds; what is between their letters does not matter. */
const KIND_WORDS: Readonly<Record<ImportedKind, RegExp>> = {
  request: /^(?:requests?|requested|asks?|asked|anfragen?|demandes?|solicitud(?:es)?|peticion(?:es)?)$/,
  promise: /^(?:promises?|promised|zusagen?|versprechen|promesses?|promesas?)$/,
  awaiting:
    /^(?:await(?:ing|ed|s)?|wait(?:ing)?(?:for|on)?|delegated?|delegation|warte[nt]?(?:auf)?|enattente|enespera)$/,
};

/** The kind that a word, tag or column names; undefined if none. */
export function kindNamed(word: string): ImportedKind | undefined {
  const letters = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
  return (Object.keys(KIND_WORDS) as ImportedKind[]).find((kind) => KIND_WORDS[kind].test(letters));
}

/** A short id for a text: the same for the same text and, in practice, for no other. */
export function nameOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The moment that a text means; undefined if it is empty. Throws a Refusal. */
export async function readWhen(
  text: string | undefined,
  context: DateContext,
  direction: Direction = 'ahead',
): Promise<Moment | undefined> {
  if (!text?.trim()) return undefined;
  const moment = await parseAnyDate(acceptText(text, 'phrase'), context, direction);
  if (moment instanceof Refusal) throw moment;
  return moment;
}

/** A date without a year, which recurs every year. */
const YEARLY = new RegExp(
  `(?<![a-z])(?:${MONTH}|q[1-4]|christmas|xmas|new year'?s|valentine'?s|halloween|boxing day)(?![a-z])`,
  'i',
);

/** A day and a month with dots, and no year after them. */
const DOTTED = /^\d{1,2}\.\s?\d{1,2}\.(?!\s?\d{4}|\d{2}(?:\s|$))/;

/** Whether a text may be a date without a year, whose year depends on when it was entered. */
export function isYearly(text: string): boolean {
  return YEARLY.test(text) || isNumericDate(text) || DOTTED.test(text.trim());
}

/**
 * The moment that a text meant when it was entered, or now if that is unknown. It may have passed since, so a
 * date without a year is the nearest one, before or after. Everything else lies ahead. Throws a Refusal.
 */
export async function readWritten(
  text: string | undefined,
  context: DateContext,
  enteredAt: Instant | undefined,
): Promise<Moment | undefined> {
  if (!text || !isYearly(text)) return readWhen(text, context);
  acceptText(text, 'phrase');
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

/** An estimate; undefined if it is of no work. Throws a Refusal. */
export function readEffort(text: string | undefined, { calendar }: DateContext): Estimate | undefined {
  if (!text?.trim()) return undefined;
  const estimate = orThrow(parseEffort(acceptText(text, 'phrase'), calendar));
  return estimate.hours === 0 ? undefined : estimate;
}

/** Gives each item without an id one that is made of its content. Two equal items are two. */
export class ContentIds {
  private readonly counts = new Map<string, number>();

  next(content: string): string {
    const name = nameOfText(content);
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return count === 1 ? name : `${name}:${count}`;
  }
}

/** The most items that one file may have. */
const MOST_ITEMS = 100_000;

/**
 * Reads items one by one, separating those that cannot be read. Throws a Refusal if there are too many, and errors other
 * than a Refusal.
 */
export async function readEach<T>(
  entries: readonly T[],
  placeOf: (entry: T) => { readonly line: number; readonly title: string },
  read: (entry: T) => Promise<ForeignItem | null>,
): Promise<ForeignFile> {
  if (entries.length > MOST_ITEMS) {
    throw refuse(
      'too-many-items',
      `The file has ${grouped(entries.length)} rows, and at most ${grouped(MOST_ITEMS)} are imported at a time.`,
      'Nothing was imported. Divide it into several files.',
    );
  }
  const items: ForeignItem[] = [];
  const rejects: Reject[] = [];
  let templates = 0;
  for (const entry of entries) {
    try {
      const item = await read(entry);
      if (item) items.push(acceptItem(item));
      else templates++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { line, title } = placeOf(entry);
      rejects.push({ line, title: shorten(title), refusal: error });
    }
  }
  return { items, rejects, templates };
}

/** An item whose texts may come in. Throws a Refusal. */
function acceptItem(item: ForeignItem): ForeignItem {
  const accept = (text: string | undefined) => (text === undefined ? undefined : acceptText(text, 'title'));
  return {
    ...item,
    source: acceptText(item.source, 'title'),
    title: acceptText(item.title, 'title'),
    client: accept(item.client),
    who: accept(item.who),
    project: accept(item.project),
    notes: item.notes.map((note) => ({ ...note, text: acceptText(note.text, 'words') })),
  };
}
