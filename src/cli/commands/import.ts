import { orThrow, Refusal, refuse } from '../../domain/base/refusal.ts';
import { doubtTasks, type Format, recogniseFormat } from '../../input/foreign/format.ts';
import { refuseNesting } from '../../input/foreign/refuse-nesting.ts';
import { undoneSummaryJson } from '../../views/json/undone-summary.ts';
import { showJournalImport } from '../../views/terminal/journal-import.ts';
import { bringBack, sayUndoneWork } from '../../views/words/undone-work.ts';
import { ARGUMENTS, type ImportCall, OPTIONS } from '../import/import-call.ts';
import { importForeign } from '../import/import-foreign.ts';
import { TableMaps } from '../import/table-maps.ts';
import { tryImport, writeImport } from '../import/write-import.ts';
import { command } from '../run/declare-command.ts';
import { askWhether } from '../run/prompts/ask.ts';
import { readImport, sayEncoding } from '../run/read-import.ts';
import type { Screen } from '../run/screen.ts';
import { VALUE_CHECKS } from '../run/value-checks.ts';

export const importCommand = command({
  name: 'import',
  summary: 'import a journal, or the tasks of another program',
  details:
    'It reads an export of followup, of Taskwarrior (task export), a todo.txt, a Markdown task list, a calendar (.ics), and tables: CSV, or a list in JSON. Tables are known by their headings, in English, German, French and Spanish, among them those of Todoist, TickTick, Trello, Asana, ClickUp, Notion, Jira, Outlook and Salesforce; for others, --map says which heading holds what, and that is remembered. Of the tasks and appointments of a calendar it asks whether you promised them or wait for them. In a terminal it first shows what comes in. Importing again brings only what is new, and one undo takes back what came from another program.',
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['import followup.json', 'adds what an export from another machine has and this one lacks'],
    ['import tasks.json --dry-run', 'a preview of what would come from: task export > tasks.json'],
    ['import todo.txt --client "Acme Corp" --as promise', 'everything that you have promised them'],
    ['import requests.csv --agreed', 'columns such as title, client, due and estimate'],
    ['import plan.csv --map title=Vorhaben,due=Ende', 'a table with headings of its own'],
    [
      'import invitation.ics --as awaiting',
      'what they said they would; in a terminal, leave out --as to be asked',
    ],
    ['--db try.db import followup.json', 'into a separate file, to look at it'],
  ],
  run: async (call) => {
    const { file = '' } = call.args;
    const decoded = await readImport(call.session.io, file);
    const no = /^\s*[[{]/.test(decoded.text) ? refuseNesting(decoded.text) : null;
    if (no) throw no;
    const maps = new TableMaps(call);
    const format = call.options.format ?? (await formatOf(call, decoded.text, file, maps));
    if (maps.given && format !== 'csv' && format !== 'json') throw refuseMap(format);
    const screen = await (format === 'journal'
      ? importJournal(call, decoded.text)
      : importForeign(call, format, decoded.text, maps));
    return { ...screen, hints: [...(screen.hints ?? []), ...sayEncoding(decoded)] };
  },
});

/** The format of a file; where it looks like nothing, a terminal is asked. Throws a Refusal. */
async function formatOf(call: ImportCall, text: string, file: string, maps: TableMaps): Promise<Format> {
  const format = orThrow(recogniseFormat(text, file, maps));
  const doubt = format === 'todo.txt' ? doubtTasks(text) : null;
  if (doubt === null || (await askWhether(call, `${doubt} Is each of them a task?`, false))) return format;
  throw refuse(
    'format-doubtful',
    doubt,
    'Nothing was imported. If each line is a task all the same, add: --format todo.txt',
  );
}

function refuseMap(format: Format): Refusal {
  return new Refusal(
    'map-without-table',
    `--map is about the headings of a table, and this is ${format === 'journal' ? 'a journal' : format}.`,
    'Leave it out. If it is a table all the same, add: --format csv',
    'usage',
  );
}

async function importJournal(call: ImportCall, text: string): Promise<Screen> {
  const { importJournal: importAll, readExport } = await import('../../app/journal-file.ts');
  const { session } = call;
  const isTrial = call.options.dryRun;
  // Others may write while a long file is checked, and one that is refused is worth no backup.
  const operations = readExport(text, VALUE_CHECKS);
  const imported = await (isTrial ? tryImport : writeImport)(call, (context) =>
    importAll(context, operations),
  );
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
