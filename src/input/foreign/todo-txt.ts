import { refuse } from '../../domain/base/refusal.ts';
import type { DateContext } from '../dates.ts';
import { CellDates } from './cell-dates.ts';
import { ContentIds, type ForeignFile, type ForeignItem, kindNamed, readEach, readEffort } from './item.ts';

/** A completion mark, a priority, one or two dates, and the words. */
const LINE = /^(x\s+)?(?:\([A-Z]\)\s+)?(?:(\d{4}-\d\d-\d\d)\s+)?(?:(\d{4}-\d\d-\d\d)\s+)?(.*)$/s;

/** Priorities say nothing about the task, and programs move them when it is completed. */
const PRIORITY = /(^|\s)pri:[A-Z](?=\s|$)/g;

interface Entry {
  readonly line: number;
  readonly text: string;
  readonly source: string;
}

/** Reads a file in the todo.txt format, one task a line. */
export function readTodoTxt(text: string, context: DateContext): Promise<ForeignFile> {
  const dates = new CellDates(context, 'that time');
  return readEach(
    entriesOf(text),
    ({ line, text: words }) => ({ line, title: words }),
    (entry) => readTask(entry, dates),
  );
}

function entriesOf(text: string): Entry[] {
  const ids = new ContentIds();
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const words = line.trim();
    if (words === '') return [];
    const { entered = '', rest } = takeApart(words);
    const id = ids.next(`${entered} ${rest.replace(PRIORITY, '').trim()}`);
    return [{ line: index + 1, text: words, source: `todo.txt:${id}` }];
  });
}

function takeApart(line: string) {
  const [, mark, first, second, rest = ''] = LINE.exec(line) ?? [];
  return mark === undefined
    ? { isDone: false, entered: first, rest: second === undefined ? rest : `${second} ${rest}` }
    : { isDone: true, ended: first, entered: second, rest };
}

/** Reads a task. Throws a Refusal. */
async function readTask({ line, text, source }: Entry, dates: CellDates): Promise<ForeignItem> {
  const { isDone, ended, entered, rest } = takeApart(text);
  const words = new Words(rest.replace(PRIORITY, ''));
  const kind = words.take(/^kind:(.+)$/i, kindNamed) ?? words.take(/^[@+#](.+)$/, kindNamed);
  const client = words.take(/^@([\p{L}\p{N}][^@]*)$/u, nameIn);
  const project = words.take(/^\+(\p{L}[^+]*)$/u, (name) => name);
  const effort = words.take(/^est:(.+)$/i, (value) => value);
  const due = words.take(/^due:(.+)$/i, (value) => value);
  const hidden = words.take(/^t:(\d.*)$/i, (value) => value);
  const title = words.left();
  if (title === '') throw refuse('text-missing', 'It has no words left for a title.');
  const enteredAt = await dates.entry(entered);
  return {
    line,
    source,
    title,
    kind,
    client,
    project,
    due: await dates.written(due, enteredAt),
    estimate: readEffort(effort, dates.context),
    enteredAt,
    notes: [],
    hiddenUntil: await dates.written(hidden, enteredAt),
    end: isDone ? { how: 'done', at: (await dates.when(ended, 'back'))?.at } : undefined,
  };
}

/** "acme-corp" stands for Acme Corp. */
function nameIn(word: string): string {
  return word.replaceAll('-', ' ').replace(/[,.;:!?]+$/u, '');
}

/** The words of a line, from which those with a meaning are removed. */
class Words {
  private words: readonly string[];

  constructor(text: string) {
    this.words = text.trim().split(/\s+/);
  }

  /** Removes the first word of a given form that `read` understands, and returns its meaning. */
  take<T>(form: RegExp, read: (part: string) => T | undefined): T | undefined {
    for (const [index, word] of this.words.entries()) {
      const part = form.exec(word)?.[1];
      const value = part === undefined ? undefined : read(part);
      if (value === undefined) continue;
      this.words = this.words.toSpliced(index, 1);
      return value;
    }
    return undefined;
  }

  left(): string {
    return this.words.join(' ');
  }
}
