import type { Context } from '../../app/context.ts';
import { readEveryWord } from '../../app/every-word.ts';
import { calendarOf } from '../../app/projects.ts';
import { memoize } from '../../domain/base/memo.ts';
import { spentByMonth } from '../../domain/statistics/spent-by-month.ts';
import { type BatchFilter, readEveryCommitment } from '../../store/read-in-batches.ts';
import { readSpentOn } from '../../store/spent-on.ts';
import { commitmentTable } from '../../views/csv/commitments.ts';
import { contactTable } from '../../views/csv/contacts.ts';
import { hoursTable } from '../../views/csv/hours.ts';
import type { CsvTable, ExportedTable } from '../../views/csv/tables.ts';
import { BYTE_ORDER_MARK, writeCsv } from '../../views/csv/write-csv.ts';
import { printable } from '../../views/printable.ts';
import type { ViewContext } from '../../views/view-context.ts';
import { findFilter } from '../run/prompts/mention-client.ts';
import type { Screen } from '../run/screen.ts';
import { writeFile } from '../run/write-file.ts';
import type { ExportCall } from './export-call.ts';

/** A table: to a file, or printed. */
export async function exportTable(call: ExportCall, what: CsvTable): Promise<Screen> {
  const { session, args, options } = call;
  const { json, plain } = session.globals;
  const client = findFilter(session, options.client)?.uid ?? null;
  const since = (await options.since?.readSince(session.datesFor(client))) ?? null;
  const context = session.open('read');
  const table = () => READ[what](context, { client, since }, session.viewContext());
  const shown = {
    json: () => {
      const { columns, rows } = table();
      return Array.from(rows, (row) =>
        Object.fromEntries(columns.map((column, index) => [column, row[index]])),
      );
    },
    plain: () => Array.from(table().rows, (row) => row.map((value) => String(value ?? ''))),
  };
  const { file } = args;
  if (file !== undefined && file !== '-') {
    const counted = countRows(table());
    // Excel takes a file without the mark for one in an old encoding; in a pipe it would be in the way.
    const pieces = withFirst(BYTE_ORDER_MARK, await writeCsv(counted.table));
    await writeFile(call, file, pieces, () => false);
    session.noteRecorded();
    const rows = counted.count();
    return {
      ...shown,
      isEcho: true,
      text: () => `Written to ${printable(file)}: ${rows} ${rows === 1 ? 'row' : 'rows'}.`,
    };
  }
  if (json || plain) return { ...shown, text: () => '' };
  const pieces = await writeCsv(table());
  return { ...shown, text: () => '', raw: () => pieces };
}

const READ: Readonly<
  Record<CsvTable, (context: Context, filter: BatchFilter, view: ViewContext) => ExportedTable>
> = {
  commitments: ({ db }, filter, view) => commitmentTable(readEveryCommitment(db, filter), view),
  contacts: ({ db }, filter, view) => contactTable(readEveryWord(db, filter), view),
  hours: (context, { client, since }, view) => {
    const spent = readSpentOn(context.db, since).filter((each) => client === null || each.client === client);
    return hoursTable(
      spentByMonth(
        spent,
        memoize((uid) => calendarOf(context, uid)),
      ),
      view,
    );
  },
};

/** A table whose rows are counted as they are read. */
function countRows({ columns, rows }: ExportedTable): {
  readonly table: ExportedTable;
  readonly count: () => number;
} {
  let count = 0;
  const counted = (function* () {
    for (const row of rows) {
      count++;
      yield row;
    }
  })();
  return { table: { columns, rows: counted }, count: () => count };
}

function* withFirst(first: string, pieces: Iterable<string>): Generator<string> {
  yield first;
  yield* pieces;
}
