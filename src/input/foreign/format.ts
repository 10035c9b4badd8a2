import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import { grouped } from '../../domain/base/text.ts';
import { isHeader } from './csv.ts';
import { recogniseCalendar } from './ics-format.ts';

/** What can be imported: our own journal, and the files of other programs. */
export type Format = 'journal' | 'taskwarrior' | 'todo.txt' | 'csv' | 'ics';
export const FORMATS: readonly Format[] = ['journal', 'taskwarrior', 'todo.txt', 'csv', 'ics'];

const TASKWARRIOR = /^\[\s*(?:\]|\{)|^\{.{0,2000}?"(?:description|uuid)"\s*:/s;
const JOURNAL = /^\{\s*(?:"|\})/;

/** A line that only todo.txt has: completed, or with a priority, a date, a context, a project or a key. */
const TODO = /^(?:x \d{4}-|\([A-Z]\) |\d{4}-\d\d-\d\d )|(?:^|\s)(?:[@+]\p{L}|(?:due|t|est):\d)/mu;

/** How many lines may all be tasks without any sign that they are. */
const FEW_LINES = 20;

/**
 * What makes it doubtful that the lines of a text are tasks, as a sentence: they are many, and hardly any has what
 * todo.txt has. Null if nothing does.
 */
export function doubtTasks(text: string): string | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const marked = lines.filter((line) => TODO.test(line)).length;
  if (lines.length <= FEW_LINES || marked * 20 >= lines.length) return null;
  const which = marked === 0 ? 'None' : `Only ${grouped(marked)}`;
  return `${which} of the ${grouped(lines.length)} lines ${marked > 1 ? 'have' : 'has'} a date, a project or a context.`;
}

/** The format of a file, by its content or, if that does not say, by its extension. */
export function recogniseFormat(text: string, file: string): Format | Refusal {
  const content = text.trim();
  const name = file.toLowerCase();
  if (content === '') return refuse('nothing-in-it', 'The file is empty.', 'Nothing was imported.');
  const calendar = recogniseCalendar(content, name);
  if (calendar) return calendar;
  if (/^\{\s*"format"\s*:\s*"followup-journal"/.test(content)) return 'journal';
  if (TASKWARRIOR.test(content)) return 'taskwarrior';
  if (JOURNAL.test(content)) return 'journal';
  if (isHeader(content.split(/\r\n|\r|\n/, 1)[0] ?? '')) return 'csv';
  if (/\.(?:csv|tsv)$/.test(name)) return 'csv';
  if (/\.(?:txt|todo)$/.test(name) || TODO.test(content)) return 'todo.txt';
  return refuse(
    'format-unknown',
    'It is not clear what format this is.',
    `Nothing was imported. Add --format and one of: ${FORMATS.join(', ')}.`,
  );
}
