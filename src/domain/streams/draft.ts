import type { Amount } from '../base/amount.ts';
import type { Instant, Moment } from '../time/moment.ts';

/** The kinds of messages that can be drafted. */
export const DRAFT_KINDS = [
  'confirm',
  'offer',
  'update',
  'late',
  'chase',
  'delivered',
  'thanks',
  'scope',
  'price',
  'resolution',
  'aftercare',
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What a draft says about one commitment, which is recorded once it was sent. */
export interface DraftedPart {
  readonly kind: DraftKind;
  /** The uid of the commitment; null if this part is only about the client. */
  readonly commitment: string | null;
  /** The date that it confirms or offers; null if it has none. */
  readonly date: Moment | null;
  /** The price that it puts to them, if it does. */
  readonly price?: Amount | undefined;
}

/** A message made from the record, ready to be sent by the person's own mail program. It is no word until it was sent. */
export interface Draft {
  readonly id: string;
  /** The uid of the client it is to. */
  readonly client: string;
  /** What it is about, worst first; one part at least. */
  readonly parts: readonly DraftedPart[];
  /** Whether it was asked for as all that the client should hear, whatever that was. */
  readonly isForAll: boolean;
  /** When it says that they hear next; null if it does not. */
  readonly next: Moment | null;
  /** How that time is worded in the text; null if it does not say it. */
  readonly nextWords: string | null;
  readonly subject: string;
  readonly text: string;
  /** How the dates of its parts are worded in the text, so that it can be seen whether they still stand in what was sent. */
  readonly dateWords: readonly string[];
  /** The same for their prices. */
  readonly priceWords?: readonly string[];
  readonly madeAt: Instant;
}

/** What stands in a draft where the record has nothing to say. */
export const GAP = '[...]';

/** The lines of a text that still have a gap. */
export function linesWithGaps(text: string): string[] {
  return text.split('\n').filter((line) => line.includes(GAP));
}

/** The words that do not stand in a text, however mail programs changed its lines and spaces. */
export function missingFrom(text: string, words: readonly string[]): string[] {
  const plain = asCompared(text);
  return words.filter((each) => !plain.includes(asCompared(each)));
}

/** Whether words stand in a text, however mail programs changed its lines and spaces. */
export function stands(words: string, text: string): boolean {
  return missingFrom(text, [words]).length === 0;
}

/** Whether the dates of a draft, and its prices, still stand in the text that was sent. */
export function keepsDates(
  { dateWords, priceWords = [] }: Pick<Draft, 'dateWords' | 'priceWords'>,
  sent: string,
): boolean {
  return missingFrom(sent, [...dateWords, ...priceWords]).length === 0;
}

/**
 * Whether a text may still name some days of the month, where nobody knows how they were worded: the number of each stands in it,
 * other than in a time.
 */
export function mayNameDays(days: readonly number[], sent: string): boolean {
  return days.every((day) => new RegExp(`(?<![\\d:.,])0?${day}(?!\\d|[:.,]\\d)`).test(sent));
}

/** When the text that was sent says that they hear next; null if that was taken out of it. */
export function nextIn({ next, nextWords }: Pick<Draft, 'next' | 'nextWords'>, sent: string): Moment | null {
  return nextWords && stands(nextWords, sent) ? next : null;
}

/**
 * Mail programs break lines anew, change the kinds of spaces, and in quoted-printable text (RFC 2045) end a line that goes on with
 * an equals sign.
 */
function asCompared(text: string): string {
  return text
    .replace(/=(?:20)*[ \t]*\r?\n/gi, (end) => (/20/.test(end) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** The kinds of the parts of a message, each once, in their order. */
export function kindsIn(parts: readonly Pick<DraftedPart, 'kind'>[]): DraftKind[] {
  return [...new Set(parts.map(({ kind }) => kind))];
}
