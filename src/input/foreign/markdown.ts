import { refuse } from '../../domain/base/refusal.ts';
import type { DateContext } from '../dates.ts';
import { CellDates } from './cell-dates.ts';
import { ContentIds, type ForeignFile, type ForeignItem, kindNamed, readEach, unkeptOf } from './item.ts';

/** A line of a task list: a bullet or a number, and a box that is ticked or not. */
const TASK = /^[\s>]*(?:[-*+]|\d+[.)])\s+\[([ xX\-/>])\]\s+(\S.*)$/;

const HEADING = /^\s{0,3}(#{1,6})\s+(.*\S)\s*$/;

/** A fence around code, in which nothing is a task. */
const FENCE = /^\s*(?:```|~~~)/;

const DAY = '\\s*(\\d{4}-\\d\\d-\\d\\d)';

/** The signs of a widespread plug-in for tasks, each before its day. */
const DUE = new RegExp(`(?:\u{1f4c5}|\u{1f4c6}|\u{1f5d3})\ufe0f?${DAY}`, 'u');
const DONE_ON = new RegExp(`\u2705${DAY}`, 'u');
const CREATED = new RegExp(`\u2795${DAY}`, 'u');
const HIDDEN = new RegExp(`\u{1f6eb}${DAY}`, 'u');
const CANCELLED = new RegExp(`\u274c${DAY}`, 'u');

/** What is taken out of the words and not kept. */
const UNKEPT: readonly (readonly [name: string, form: RegExp])[] = [
  ['scheduled', new RegExp(`[\u23f3\u231b]\ufe0f?${DAY}`, 'u')],
  ['recurrence', /\u{1f501}\s*[\p{L}\p{N} ,]+/u],
  ['priority', /[\u{1f53a}\u{1f53c}\u{1f53d}\u23eb\u23ec]\ufe0f?/u],
];

interface Entry {
  readonly line: number;
  readonly box: string;
  readonly text: string;
  /** The headings above, the nearest first. */
  readonly sections: readonly string[];
}

/** Whether a text has a line of a task list. */
export function hasTaskList(text: string): boolean {
  return text.split(/\r\n|\r|\n/).some((line) => TASK.test(line));
}

/** Reads the task lists of a Markdown text. Every box is a task of its own, also one below another; all else is text. */
export async function readMarkdown(text: string, context: DateContext): Promise<ForeignFile> {
  const dates = new CellDates(context);
  const ids = new ContentIds();
  const unkept: { readonly name: string; readonly line: number }[] = [];
  const file = await readEach(
    entriesIn(text),
    ({ line, text: title }) => ({ line, title }),
    (entry) => readTask(entry, dates, ids, unkept),
  );
  return { ...file, unkept: unkeptOf(unkept) };
}

function entriesIn(text: string): Entry[] {
  const entries: Entry[] = [];
  let above: readonly { readonly level: number; readonly name: string }[] = [];
  let isCode = false;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (FENCE.test(line)) isCode = !isCode;
    if (isCode) continue;
    const [, marks = '', name = ''] = HEADING.exec(line) ?? [];
    if (name !== '')
      above = [{ level: marks.length, name }, ...above.filter(({ level }) => level < marks.length)];
    const [, box, words = ''] = TASK.exec(line) ?? [];
    if (box !== undefined)
      entries.push({ line: index + 1, box, text: words, sections: above.map((heading) => heading.name) });
  }
  return entries;
}

/** Reads a task. Throws a Refusal. */
async function readTask(
  { line, box, text, sections }: Entry,
  dates: CellDates,
  ids: ContentIds,
  unkept: { readonly name: string; readonly line: number }[],
): Promise<ForeignItem> {
  let words = text;
  const take = (form: RegExp): string | undefined => {
    const match = form.exec(words);
    if (match) words = words.replace(form, ' ');
    return match ? (match[1] ?? match[0]) : undefined;
  };
  const doneOn = take(DONE_ON);
  const cancelledOn = take(CANCELLED);
  // What a tick adds makes no other task of it.
  const source = `markdown:${ids.next(words.replace(/\s+/g, ' ').trim())}`;
  const [due, created, hidden] = [take(DUE), take(CREATED), take(HIDDEN)];
  for (const [name, form] of UNKEPT) {
    if (take(form) !== undefined) unkept.push({ name, line });
  }
  const kind = kindIn(words);
  const title = (kind?.rest ?? words).replace(/\s+/g, ' ').trim();
  if (title === '') throw refuse('text-missing', 'It has no words left for a title.');
  const enteredAt = await dates.entry(created);
  const how = box === '-' || cancelledOn ? 'deleted' : /x/i.test(box) || doneOn ? 'done' : null;
  return {
    line,
    source,
    title,
    sections,
    kind: kind?.kind,
    due: await dates.written(due, enteredAt),
    enteredAt,
    hiddenUntil: await dates.written(hidden, enteredAt),
    notes: [],
    end: how === null ? undefined : { how, at: (await dates.when(doneOn ?? cancelledOn, 'back'))?.at },
  };
}

/** The kind that a tag names, and the words without it. */
function kindIn(words: string): { readonly kind: ForeignItem['kind']; readonly rest: string } | undefined {
  for (const [tag, name = ''] of words.matchAll(/(?<!\S)[#@]([\p{L}_-]+)(?!\S)/gu)) {
    const kind = kindNamed(name);
    if (kind) return { kind, rest: words.replace(tag, ' ') };
  }
  return undefined;
}
