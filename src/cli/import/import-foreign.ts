import type { ImportedItems } from '../../app/import-items.ts';
import { newClientNames } from '../../domain/streams/client.ts';
import { counterpart } from '../../domain/streams/commitment.ts';
import { sayColumnMap } from '../../input/foreign/column-map.ts';
import type { ForeignFile, Unkept } from '../../input/foreign/item.ts';
import { readClients } from '../../store/queries.ts';
import { plainImportedItem } from '../../views/plain/imported-item.ts';
import { showImport, showImported, showPreview } from '../../views/terminal/import.ts';
import { sayHoursOfWork } from '../../views/words/amount.ts';
import { type ImportedItem, type ImportReport, sayReject, sayUnread } from '../../views/words/import.ts';
import { sayDate } from '../../views/words/time.ts';
import { askWhether } from '../run/prompts/ask.ts';
import { mentionClearly } from '../run/prompts/mention-client.ts';
import type { Screen } from '../run/screen.ts';
import { clearNames } from './clear-names.ts';
import type { ImportCall } from './import-call.ts';
import { type ForeignFormat, NAMES, readForeign } from './read-foreign.ts';
import type { TableMaps } from './table-maps.ts';
import { type Item, inputsOf } from './to-input.ts';
import { tryImport, writeImport } from './write-import.ts';

/**
 * Imports a file of another program. In a terminal it first shows what the rows become, and asks; elsewhere it imports at
 * once.
 */
export async function importForeign(
  call: ImportCall,
  format: ForeignFormat,
  text: string,
  maps: TableMaps,
): Promise<Screen> {
  const { importItems } = await import('../../app/import-items.ts');
  const read = await readForeign(call, format, text, maps);
  const owner = await mentionClearly(call, call.options.client);
  const selected = call.options.all ? read.items : read.items.filter(({ end }) => !end);
  const items = selected.map(inputsOf(call, owner));
  const reportOn = (isTrial: boolean, chosen: readonly Item[], result: ImportedItems<Item>) =>
    report(call, format, read, maps, isTrial, chosen, result);
  const tryThem = (chosen: readonly Item[]) => tryImport(call, (context) => importItems(context, chosen));
  const writeThem = async (chosen: readonly Item[]) => {
    const result = await writeImport(call, (context) => importItems(context, chosen));
    maps.keep(read.headings);
    return reportOn(false, chosen, result);
  };

  if (call.options.dryRun) {
    return screenOf(call, format, reportOn(true, items, await tryThem(items)));
  }
  if (!call.isInteractive) return screenOf(call, format, await writeThem(items));
  const clear = await clearNames(call, items, await tryThem(items));
  const trial = reportOn(true, clear, await tryThem(clear));
  if (trial.items.length === 0) return screenOf(call, format, await writeThem(clear));
  return {
    ...screenOf(call, format, trial, showPreview),
    afterwards: async () => {
      const count = trial.items.length;
      if (!(await askWhether(call, count === 1 ? 'Import it?' : `Import ${count} items?`))) {
        return { json: () => null, text: () => 'Nothing was imported.' };
      }
      return screenOf(call, format, await writeThem(clear), showImported);
    },
  };
}

function screenOf(
  { session }: ImportCall,
  format: ForeignFormat,
  shown: ImportReport,
  show: typeof showImport = showImport,
): Screen {
  return {
    text: () => show(shown, session.textLayout()),
    isEcho: !shown.isTrial && shown.rejects.length === 0,
    json: () => ({
      format,
      dryRun: shown.isTrial,
      imported: shown.items.map(({ number }) => number),
      skipped: shown.known,
      leftOut: shown.leftOut,
      unusedColumns: shown.unkept.map(({ name }) => name),
      unkept: shown.unkept,
      unknownKinds: shown.unknownKinds.words,
      undated: shown.undated,
      unmeasured: shown.unmeasured,
      map: shown.map?.text ?? null,
      rejects: shown.rejects.map(({ line, refusal: { code, message } }) => ({ line, code, message })),
    }),
    plain: () => shown.items.map(plainImportedItem),
    // With --plain, only what was imported is printed.
    hints: session.globals.plain
      ? [
          ...sayUnread(shown).map((parts) => parts.join(': ')),
          ...shown.rejects.map((reject) => sayReject(reject, shown.placeNoun)),
        ]
      : [],
    exitCode: shown.rejects.length > 0 && shown.items.length === 0 ? 1 : 0,
  };
}

function report(
  call: ImportCall,
  format: ForeignFormat,
  read: Awaited<ReturnType<typeof readForeign>>,
  maps: TableMaps,
  isTrial: boolean,
  items: readonly Item[],
  result: ImportedItems<Item>,
): ImportReport {
  const ended = (how: 'done' | 'deleted') => read.items.filter(({ end }) => end?.how === how).length;
  const isLeftOut = items.length < read.items.length;
  return {
    from: read.program ?? NAMES[format],
    unkeptAre: read.headings !== undefined ? 'columns' : format === 'ics' ? 'properties' : 'attributes',
    isTrial,
    items: shownItems(call, result),
    newClients: newClientNames(result.outcome?.changes ?? []),
    known: result.known,
    unkept: countUnkept(read, items),
    unknownKinds: {
      words: [...new Set(result.imported.flatMap(({ unknownKind }) => unknownKind ?? []))],
      as: call.options.as ?? 'request',
    },
    undated: result.imported.flatMap(({ undated }) => undated ?? []),
    unmeasured: result.imported.flatMap(({ unmeasured }) => unmeasured ?? []),
    linesAbove: read.linesAbove ?? 0,
    map: maps.said && { text: sayColumnMap(maps.said.map), said: maps.said.said },
    leftOut: {
      completed: isLeftOut ? ended('done') : 0,
      deleted: isLeftOut ? ended('deleted') : 0,
      recurring: read.templates,
      noTasks: read.noTasks ?? 0,
      ...read.leftOut,
    },
    placeNoun: read.placeNoun ?? 'line',
    rejects: [
      ...read.rejects,
      ...result.refused.map(({ item, refusal }) => ({ line: item.line, title: item.title, refusal })),
    ].sort((a, b) => a.line - b.line),
  };
}

/** What is not kept of these items, and of how many. A person is kept only for an awaiting, or if there is no client. */
function countUnkept(
  { unkept = [], whoColumn, headings }: ForeignFile,
  items: readonly Item[],
): ImportReport['unkept'] {
  const lines = new Set(items.map(({ line }) => line));
  const counted = unkept
    .map(({ name, lines: those }: Unkept) => ({
      name,
      count: those.filter((line) => lines.has(line)).length,
    }))
    // A column is unused also if only rows have it that are left out or rejected.
    .filter(({ count }) => count > 0 || headings !== undefined);
  const named = items.filter(({ who }) => who);
  const isUsed = named.length === 0 || named.some(({ kind, client }) => kind === 'awaiting' || !client);
  return isUsed || whoColumn === undefined ? counted : [...counted, { name: whoColumn, count: named.length }];
}

/** What was imported as it is shown; each is put into words when it is needed, because thousands may come in. */
function shownItems({ session }: ImportCall, { imported, outcome }: ImportedItems<Item>): ImportedItem[] {
  const present = { now: session.now, calendar: session.calendar };
  const recorded = new Map(outcome?.commitments.map((commitment) => [commitment.source, commitment]));
  const added = (outcome?.changes ?? []).flatMap(({ stream, event }): [string, string][] =>
    event.type === 'ClientAdded' ? [[stream.uid, event.name]] : [],
  );
  const known = readClients(session.open('read').db).map(({ uid, name }): [string, string] => [uid, name]);
  const names = new Map([...known, ...added]);
  return imported.map(({ source, kind, title, due, estimateHours, estimateRange, end }) => {
    const commitment = recorded.get(source);
    const other = commitment && counterpart(commitment);
    return {
      number: commitment?.number ?? 0,
      kind,
      client: other ? (names.get(other) ?? null) : null,
      title,
      get date() {
        return due ? sayDate(due, present) : '';
      },
      get work() {
        return estimateHours === undefined
          ? ''
          : sayHoursOfWork({ hours: estimateHours, range: estimateRange });
      },
      end: end === undefined ? '' : end.how === 'done' ? 'done' : 'dropped',
    };
  });
}
