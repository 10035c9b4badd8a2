import { extname } from 'node:path';
import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import { grouped } from '../../domain/base/text.ts';
import { findHeader, NO_MAPS, type SaidMaps } from './find-header.ts';
import { recogniseCalendar } from './ics-format.ts';
import { recogniseJson } from './json.ts';
import { hasTaskList } from './markdown.ts';

/** What can be imported: our own journal, and the files of other programs. */
export type Format = 'journal' | 'taskwarrior' | 'todo.txt' | 'csv' | 'json' | 'markdown' | 'ics';
export const FORMATS: readonly Format[] = [
  'journal',
  'taskwarrior',
  'todo.txt',
  'csv',
  'json',
  'markdown',
  'ics',
];

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

/** Whether all lines have as many semicolons, tabs or bars as the first, as those of a table have. */
function isTableLike(content: string): boolean {
  const lines = content.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  return [';', '\t', '|'].some((sign) => {
    const [first = 1, ...others] = lines.map((line) => line.split(sign).length);
    return first > 1 && others.length > 0 && others.every((count) => count === first);
  });
}

/** The format of a file, by its content or, if that does not say, by its extension. */
export function recogniseFormat(text: string, file: string, maps: SaidMaps = NO_MAPS): Format | Refusal {
  const content = text.trim();
  const extension = extname(file).toLowerCase();
  if (content === '') return refuse('nothing-in-it', 'The file is empty.', 'Nothing was imported.');
  const calendar = recogniseCalendar(content, file.toLowerCase());
  if (calendar !== null) return calendar;
  const json = recogniseJson(content, maps);
  if (json !== null) return json;
  const isMarkdown = /^\.(?:md|markdown|mdown)$/.test(extension);
  if (!isMarkdown && (maps.given || findHeader(text, maps))) return 'csv';
  if (hasTaskList(content)) return 'markdown';
  if (isMarkdown) {
    return refuse(
      'no-task-list',
      'There is no task list in the file.',
      'Nothing was imported. A task is a line such as: - [ ] send the notes',
    );
  }
  if (/^\.(?:csv|tsv)$/.test(extension)) return 'csv';
  if (isTableLike(content) && !TODO.test(content)) return 'csv';
  if (/^\.(?:txt|todo)$/.test(extension) || TODO.test(content)) return 'todo.txt';
  return refuse(
    'format-unknown',
    'It is not clear what format this is.',
    `Nothing was imported. Add --format and one of: ${FORMATS.join(', ')}. A table whose headings are not known needs --map title=HEADING.`,
  );
}
