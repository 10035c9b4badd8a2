import { type Refusal, refuse } from '../domain/base/refusal.ts';
import type { Moment } from '../domain/time/moment.ts';
import { type DateContext, parseAnyDate } from './dates.ts';
import { parseSelection } from './selection.ts';
import { readTitle, type Title } from './title.ts';

/** One thing that came up in a conversation, in the words that were written down. */
export type JotEntry =
  | { readonly kind: 'told' | 'heard'; readonly text: string; readonly about: number | null }
  | { readonly kind: 'asked' | 'promised'; readonly title: Title }
  | { readonly kind: 'awaiting'; readonly title: Title; readonly who: string | null }
  | { readonly kind: 'agreed'; readonly number: number; readonly date: Moment | null }
  | { readonly kind: 'remember' | 'decided'; readonly text: string };

/** A line of a conversation: its number from 1, its words, and their meaning or the reason why they have none. */
export interface JotLine {
  readonly number: number;
  readonly words: string;
  readonly entry: JotEntry | Refusal;
}

type Reader = (rest: string, context: DateContext) => Promise<JotEntry | Refusal>;

/** How to read the rest of a line, by its first word. */
const READERS: Readonly<Record<JotEntry['kind'], Reader>> = {
  told: async (rest) => readWord('told', rest),
  heard: async (rest) => readWord('heard', rest),
  asked: (rest, context) => readWithTitle('asked', rest, context),
  promised: (rest, context) => readWithTitle('promised', rest, context),
  awaiting: readAwaiting,
  agreed: readAgreed,
  remember: async (rest) => ({ kind: 'remember', text: rest }),
  decided: async (rest) => ({ kind: 'decided', text: rest }),
};

/** The words that a line can begin with. */
export const JOT_KINDS = Object.keys(READERS) as readonly JotEntry['kind'][];

/** Reads a conversation, one entry a line. Empty lines and those that begin with # are skipped. */
export async function readJot(text: string, context: DateContext): Promise<JotLine[]> {
  const lines: JotLine[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = line.trim();
    if (words === '' || words.startsWith('#')) continue;
    lines.push({ number: index + 1, words, entry: await readLine(words, context) });
  }
  return lines;
}

async function readLine(words: string, context: DateContext): Promise<JotEntry | Refusal> {
  const [, first = '', rest = ''] = /^[-*]?\s*(\p{L}+)\s*:?\s*(.*)$/su.exec(words) ?? [];
  const kind = JOT_KINDS.find((candidate) => candidate === first.toLowerCase());
  if (!kind) {
    return refuse(
      'jot-not-understood',
      first ? `No line begins with "${first}".` : 'This says nothing.',
      `Begin with ${JOT_KINDS.slice(0, -1).join(', ')} or ${JOT_KINDS.at(-1)}.`,
    );
  }
  if (rest === '') return refuse('text-missing', `What was ${kind}?`, 'Add the words after it.');
  return READERS[kind](rest, context);
}

/** "12: the figures are in" is about 12. Without the colon, 12 may be a word; in quotes it is one. */
function readWord(kind: 'told' | 'heard', rest: string): JotEntry | Refusal {
  const [, number, about = ''] = /^(?:about )?#?(\d{1,9}):\s*(.+)$/s.exec(rest) ?? [];
  if (number !== undefined) return { kind, text: about, about: Number(number) };
  const [, first, words] = /^#?(\d{1,9})\s+(.+)$/s.exec(rest) ?? [];
  if (first !== undefined) {
    return refuse(
      'second-number',
      `Is ${first} a commitment, or the first word?`,
      `If it is about ${first}: ${kind} ${first}: ${words}. If not: ${kind} "${first} ${words}"`,
    );
  }
  const [, quoted] = /^"(\d.*)"$/s.exec(rest) ?? [];
  return { kind, text: quoted ?? rest, about: null };
}

async function readWithTitle(
  kind: 'asked' | 'promised',
  rest: string,
  context: DateContext,
): Promise<JotEntry | Refusal> {
  const title = await readTitle(rest.replace(/^for\s+(?=\S)/i, ''), context);
  return 'message' in title ? title : { kind, title };
}

/**
 * "logins from Dana by thu": the last "from" is followed by whoever promised, as a name or with an @. "The
 * figures from last week" names nobody.
 */
async function readAwaiting(rest: string, context: DateContext): Promise<JotEntry | Refusal> {
  const title = await readTitle(rest, context);
  if ('message' in title) return title;
  const [, what = '', who = ''] = /^(.+)\s+from\s+((?!\p{Ll})\S.*)$/su.exec(title.title) ?? [];
  return what === ''
    ? { kind: 'awaiting', title, who: title.client ?? null }
    : { kind: 'awaiting', title: { ...title, title: what }, who };
}

async function readAgreed(rest: string, context: DateContext): Promise<JotEntry | Refusal> {
  const [, id = '', phrase = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
  const named = parseSelection([id]);
  if ('message' in named) return named;
  const [number, ...more] = named.selection === 'last' ? [] : named.selection;
  if (number === undefined || more.length > 0) {
    return refuse('malformed-id', `"${id}" does not name one commitment.`, 'Write its number: agreed 12 thu');
  }
  if (phrase === '') return { kind: 'agreed', number, date: null };
  const date = await parseAnyDate(phrase.replace(/^on\s+/i, ''), context);
  return 'message' in date ? date : { kind: 'agreed', number, date };
}
