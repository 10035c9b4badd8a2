import { orThrow } from '../../domain/base/refusal.ts';
import type { Format } from '../../input/foreign/format.ts';
import type { ForeignFile } from '../../input/foreign/item.ts';
import type { ChosenEntries } from '../run/read-calendar.ts';
import type { ImportCall } from './import-call.ts';
import type { TableMaps } from './table-maps.ts';

/** A format of other programs. */
export type ForeignFormat = Exclude<Format, 'journal'>;

/** The names of programs and formats, as used in a sentence. */
export const NAMES: Readonly<Record<ForeignFormat, string>> = {
  taskwarrior: 'Taskwarrior',
  'todo.txt': 'todo.txt',
  csv: 'CSV',
  json: 'JSON',
  markdown: 'Markdown',
  ics: 'iCalendar',
};

/** Reads a file of another program. Throws a Refusal. */
export async function readForeign(
  call: ImportCall,
  format: ForeignFormat,
  text: string,
  maps: TableMaps,
): Promise<ForeignFile & Partial<Pick<ChosenEntries, 'leftOut'>>> {
  const { dates } = call.session;
  switch (format) {
    case 'taskwarrior': {
      const { readTaskwarrior } = await import('../../input/foreign/taskwarrior.ts');
      return orThrow(await readTaskwarrior(text, dates));
    }
    case 'todo.txt': {
      const { readTodoTxt } = await import('../../input/foreign/todo-txt.ts');
      return readTodoTxt(text, dates);
    }
    case 'csv': {
      const { readCsv } = await import('../../input/foreign/csv.ts');
      return orThrow(await readCsv(text, dates, maps));
    }
    case 'json': {
      const { readJson } = await import('../../input/foreign/json.ts');
      return orThrow(await readJson(text, dates, maps));
    }
    case 'markdown': {
      const { readMarkdown } = await import('../../input/foreign/markdown.ts');
      return readMarkdown(text, dates);
    }
    case 'ics': {
      const { readCalendar } = await import('../run/read-calendar.ts');
      return readCalendar(call, text);
    }
  }
}
