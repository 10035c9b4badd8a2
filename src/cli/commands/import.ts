import type { Context } from '../../app/context.ts';
import type { ImportedItems } from '../../app/import-items.ts';
import { orThrow, refuse } from '../../domain/base/refusal.ts';
import type { ImportInput } from '../../domain/decisions/import.ts';
import type { ClientMention } from '../../domain/decisions/mention-clients.ts';
import { newClientNames } from '../../domain/streams/client.ts';
import { estimateFields } from '../../domain/streams/estimate-fields.ts';
import { IMPORTED_KINDS } from '../../domain/streams/kinds.ts';
import { localDay, startOfDay } from '../../domain/time/calendar.ts';
import { earliest, type Instant } from '../../domain/time/moment.ts';
import { doubtTasks, FORMATS, type Format, recogniseFormat } from '../../input/foreign/format.ts';
import type { ForeignFile, ForeignItem } from '../../input/foreign/item.ts';
import { refuseNesting } from '../../input/foreign/refuse-nesting.ts';
import { undoneSummaryJson } from '../../views/json/undone-summary.ts';
import { plainImportedItem } from '../../views/plain/imported-item.ts';
import { showImport } from '../../views/terminal/import.ts';
import { showJournalImport } from '../../views/terminal/journal-import.ts';
import { type ImportedItem, type ImportReport, sayReject, sayUnread } from '../../views/words/import.ts';
import { sayDate } from '../../views/words/time.ts';
import { bringBack, sayUndoneWork } from '../../views/words/undone-work.ts';
import { word } from '../run/arguments/argument.ts';
import { choice, client, flag } from '../run/arguments/option.ts';
import { NEW_CLIENT } from '../run/arguments/shared-options.ts';
import { type CallOf, command } from '../run/declare-command.ts';
import { askWhether } from '../run/prompts/ask.ts';
import { mentionClearly } from '../run/prompts/mention-client.ts';
import type { ChosenEntries } from '../run/read-calendar.ts';
import { readImport, sayEncoding } from '../run/read-import.ts';
import type { Screen } from '../run/screen.ts';
import { VALUE_CHECKS } from '../run/value-checks.ts';

const ARGUMENTS = { file: word('<file>', 'the file; - reads it from standard input') };
const OPTIONS = {
  format: choice(
    '--format',
    FORMATS,
    'the format, where that is not clear: journal, taskwarrior, todo.txt, csv or ics',
  ),
  as: choice(
    '--as',
    IMPORTED_KINDS,
    'the kind for tasks without one: request (default), promise or awaiting; for all entries of a calendar',
    { placeholder: 'kind', noun: 'kind' },
  ),
  client: client('-c, --client', 'the client for tasks without one'),
  agreed: flag('--agreed', 'dates of requests are settled, not only what they would like'),
  all: flag('--all', 'completed and deleted tasks too'),
  dryRun: flag('-n, --dry-run', 'show what would be imported, and change nothing'),
  newClient: NEW_CLIENT,
};
type ImportCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;

export const importCommand = command({
  name: 'import',
  summary: 'import a journal, or the tasks of another program',
  details:
    'It reads an export of followup, of Taskwarrior (task export), a todo.txt, a CSV file whose first line names the columns, or a calendar (.ics), of whose tasks and appointments it asks whether you promised them or wait for them. Importing again brings only what is new, and one undo takes back what came from another program.',
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['import followup.json', 'adds what an export from another machine has and this one lacks'],
    ['import tasks.json --dry-run', 'a preview of what would come from: task export > tasks.json'],
    ['import todo.txt --client "Acme Corp" --as promise', 'everything that you have promised them'],
    ['import requests.csv --agreed', 'columns such as title, client, due and estimate'],
    [
      'import invitation.ics --as awaiting',
      'what they said they would; in a terminal, leave out --as to be asked',
    ],
    ['--db try.db import followup.json', 'into a separate file, to look at it'],
  ],
  run: async (call) => {
    const { file = '' } = call.args;
    const decoded = await readImport(call.session.io, file);
    const format = call.options.format ?? (await formatOf(call, decoded.text, file));
    if (format === 'journal' || format === 'taskwarrior') {
      const no = refuseNesting(decoded.text);
      if (no) throw no;
    }
    const screen = await (format === 'journal'
      ? importJournal(call, decoded.text)
      : importForeign(call, format, decoded.text));
    return { ...screen, hints: [...(screen.hints ?? []), ...sayEncoding(decoded)] };
  },
});

/** The format of a file; where it looks like nothing, a terminal is asked. Throws a Refusal. */
async function formatOf(call: ImportCall, text: string, file: string): Promise<Format> {
  const format = orThrow(recogniseFormat(text, file));
  const doubt = format === 'todo.txt' ? doubtTasks(text) : null;
  if (doubt === null || (await askWhether(call, `${doubt} Is each of them a task?`, false))) return format;
  throw refuse(
    'format-doubtful',
    doubt,
    'Nothing was imported. If each line is a task all the same, add: --format todo.txt',
  );
}

/** Performs the write, or with --dry-run rolls it back. */
async function write<T>(call: ImportCall, run: (context: Context) => T): Promise<T> {
  if (!call.options.dryRun) {
    const { backUpBefore } = await import('../../app/automatic-backup.ts');
    const context = call.session.open('write');
    backUpBefore(context.db, context.now, 'import', call.session.settings.value('backup.keep'));
    return run(context);
  }
  const { dryRun } = await import('../../app/dry-run.ts');
  const context = call.session.open('read');
  return dryRun(context.db, () => run(context));
}

async function importJournal(call: ImportCall, text: string): Promise<Screen> {
  const { importJournal: importAll, readExport } = await import('../../app/journal-file.ts');
  const { session } = call;
  const isTrial = call.options.dryRun;
  // Others may write while a long file is checked, and one that is refused is worth no backup.
  const operations = readExport(text, VALUE_CHECKS);
  const imported = await write(call, (context) => importAll(context, operations));
  const { undone = [] } = imported;
  const view = session.viewContext();
  return {
    isEcho: !isTrial,
    json: () => ({
      format: 'journal',
      dryRun: isTrial,
      ...imported,
      undone: undone.map((each) => undoneSummaryJson(each, view)),
    }),
    plain: () => [[String(imported.operations)]],
    text: () => showJournalImport(imported, isTrial, view),
    // With --plain, only how much was imported is printed.
    hints: session.globals.plain
      ? undone.map((each) => `${sayUndoneWork(each, view)} To bring it back: ${bringBack(each.undone)}`)
      : [],
  };
}

/** The names of programs and formats, as used in a sentence. */
const NAMES: Readonly<Record<Exclude<Format, 'journal'>, string>> = {
  taskwarrior: 'Taskwarrior',
  'todo.txt': 'todo.txt',
  csv: 'CSV',
  ics: 'iCalendar',
};

/** An item to import, with its line in the file. */
interface Item extends ImportInput {
  readonly line: number;
  readonly unknownKind: string | undefined;
}

async function importForeign(
  call: ImportCall,
  format: Exclude<Format, 'journal'>,
  text: string,
): Promise<Screen> {
  const { session } = call;
  const isTrial = call.options.dryRun;
  const read = await readForeign(call, format, text);
  const kind = call.options.as ?? 'request';
  const owner = await mentionClearly(call, call.options.client);
  const selected = call.options.all ? read.items : read.items.filter(({ end }) => !end);
  const items = selected.map((item) => toInput(call, item, kind, owner));
  const { importItems } = await import('../../app/import-items.ts');
  const result = await write(call, (context) => importItems(context, items));

  const ended = (how: 'done' | 'deleted') => read.items.filter(({ end }) => end?.how === how).length;
  const isLeftOut = selected.length < read.items.length;
  const shown: ImportReport = {
    from: NAMES[format],
    isTrial,
    items: shownItems(call, result),
    newClients: newClientNames(result.outcome?.changes ?? []),
    known: result.known,
    unusedColumns: unusedColumns(read, items),
    unknownKinds: {
      words: [...new Set(result.imported.flatMap(({ unknownKind }) => unknownKind ?? []))],
      as: kind,
    },
    leftOut: {
      completed: isLeftOut ? ended('done') : 0,
      deleted: isLeftOut ? ended('deleted') : 0,
      recurring: read.templates,
      ...read.leftOut,
    },
    rejects: [
      ...read.rejects,
      ...result.refused.map(({ item, refusal }) => ({ line: item.line, title: item.title, refusal })),
    ].sort((a, b) => a.line - b.line),
  };
  return {
    isEcho: !isTrial && shown.rejects.length === 0,
    json: () => ({
      format,
      dryRun: isTrial,
      imported: shown.items.map(({ number }) => number),
      skipped: shown.known,
      leftOut: shown.leftOut,
      unusedColumns: shown.unusedColumns,
      unknownKinds: shown.unknownKinds.words,
      rejects: shown.rejects.map(({ line, refusal: { code, message } }) => ({ line, code, message })),
    }),
    plain: () => shown.items.map(plainImportedItem),
    text: () => showImport(shown, session.textLayout()),
    // With --plain, only what was imported is printed.
    hints: session.globals.plain
      ? [...sayUnread(shown).map((parts) => parts.join(': ')), ...shown.rejects.map(sayReject)]
      : [],
    exitCode: shown.rejects.length > 0 && shown.items.length === 0 ? 1 : 0,
  };
}

/** The columns that were not used. A person is used only for an awaiting, or if there is no client. */
function unusedColumns({ unusedColumns: columns = [], whoColumn }: ForeignFile, items: readonly Item[]) {
  const named = items.filter(({ who }) => who);
  const isUsed = named.length === 0 || named.some(({ kind, client }) => kind === 'awaiting' || !client);
  return isUsed || whoColumn === undefined ? columns : [...columns, whoColumn];
}

async function readForeign(
  call: ImportCall,
  format: Exclude<Format, 'journal'>,
  text: string,
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
      return orThrow(await readCsv(text, dates));
    }
    case 'ics': {
      const { readCalendar } = await import('../run/read-calendar.ts');
      return readCalendar(call, text);
    }
  }
}

function toInput(
  call: ImportCall,
  item: ForeignItem,
  kind: ImportInput['kind'],
  client: ClientMention | undefined,
): Item {
  const { now } = call.session;
  const past = (at: Instant | undefined) => earliest(at ?? now, now);
  const at = past(item.enteredAt ?? firstSign(call, item));
  const isNew = call.options.newClient;
  const named = (name: string | undefined) => (name === undefined ? undefined : { name, isNew });
  return {
    line: item.line,
    unknownKind: item.unknownKind,
    source: item.source,
    kind: item.kind ?? kind,
    title: item.title,
    client: named(item.client) ?? client,
    who: named(item.who),
    due: item.due,
    unsaid: item.enteredAt === undefined ? true : undefined,
    isAgreed: call.options.agreed,
    ...estimateFields(item.estimate),
    project: item.project,
    notes: item.notes
      .filter(({ text }) => text !== '')
      .map(({ text, at: noted }) => ({ text, at: noted === undefined ? at : past(noted) })),
    hiddenUntil: item.hiddenUntil,
    end: item.end && { how: item.end.how, at: past(item.end.at) },
    at,
  };
}

/**
 * For an item without the time of its entry: the latest time by which it must have been known, which is the
 * day on which it was due or done if that has passed.
 */
function firstSign({ session }: ImportCall, { due, end }: ForeignItem): Instant | undefined {
  const { calendar, now } = session;
  const signs = [due?.at, end?.at].filter((at) => at !== undefined && at <= now);
  const [first] = signs.sort();
  return first === undefined ? undefined : startOfDay(calendar, localDay(calendar, first));
}

function shownItems(call: ImportCall, { imported, outcome }: ImportedItems<Item>): ImportedItem[] {
  const { session } = call;
  const present = { now: session.now, calendar: session.calendar };
  const numbers = new Map(outcome?.commitments.map(({ source, number }) => [source, number]));
  return imported.map(({ source, kind, client, who, title, due }) => ({
    number: numbers.get(source) ?? 0,
    kind,
    client: (client ?? who)?.name ?? null,
    title,
    date: due ? sayDate(due, present) : '',
  }));
}
