import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { type Refusal, refuse } from '../domain/base/refusal.ts';
import { distinctStreams } from '../domain/streams/events.ts';
import type { ImportedJournal } from '../domain/streams/imported-journal.ts';
import { STREAM_KINDS, streamKindOf } from '../domain/streams/registry.ts';
import { insertDevice, insertEvent, insertOperation } from '../store/append.ts';
import { sealOperation } from '../store/checksum.ts';
import { type Db, using, writing } from '../store/db.ts';
import {
  affectedBy,
  type Operation,
  readOperations,
  readStoredChanges,
  readStreamsOf,
  readUndone,
  type StoredChange,
} from '../store/journal.ts';
import { readNextNumber, readTitle, readUidOfNumber } from '../store/queries.ts';
import { rebuildReadTables, refreshReadTables } from '../store/read-tables.ts';
import type { Context } from './context.ts';
import { mergeClients } from './merge-clients.ts';

/** Names the format of an exported journal. Raise the version when older programs would misread it. */
const FORMAT = 'followup-journal';
const VERSION = 1;

const JOURNAL = v.object({
  format: v.literal(FORMAT),
  version: v.number(),
  operations: v.array(
    v.strictObject({
      id: v.string(),
      device: v.string(),
      deviceSeq: v.pipe(v.number(), v.integer()),
      hlc: v.pipe(v.string(), v.regex(/^\d{15}-\d{6}$/, 'is not a clock')),
      recordedAt: v.pipe(v.string(), v.isoTimestamp()),
      zone: v.string(),
      verb: v.string(),
      undoes: v.nullable(v.string()),
      events: v.array(
        v.pipe(
          v.strictObject({
            stream: v.strictObject({
              kind: v.picklist(STREAM_KINDS),
              uid: v.string(),
            }),
            type: v.string(),
            version: v.pipe(v.number(), v.integer()),
            payload: v.looseObject({}),
          }),
          // An unknown type may be on any stream: a newer followup wrote it, and that is reported later.
          v.check(
            ({ stream, type }) => [stream.kind, null].includes(streamKindOf(type)),
            ({ input: { stream, type } }) =>
              `${type} is an event of a ${streamKindOf(type)}, not of a ${stream.kind}`,
          ),
        ),
      ),
    }),
  ),
});

type ExportedOperation = v.InferOutput<typeof JOURNAL>['operations'][number];

/**
 * The whole journal as JSON, one operation a line, in fold order. It does not depend on the clock, the
 * configuration or the machine, so exporting an imported journal gives the same text.
 */
export function* exportJournal(db: Db): Generator<string> {
  yield `{"format":"${FORMAT}","version":${VERSION},"operations":[`;
  let separator = '\n';
  for (const operation of using(db, () => readOperations(db))) {
    yield separator + JSON.stringify({ ...operation, events: readStoredChanges(db, operation.id) });
    separator = ',\n';
  }
  yield '\n]}\n';
}

/**
 * Adds the operations of an exported journal that are not here yet, all of them or none. Two files that
 * import each other's journals end up the same, apart from the numbers. Throws a Refusal.
 */
export function importJournal(context: Context, text: string): ImportedJournal {
  const operations = parseJournal(text);
  try {
    return writing(context.db, () => take(context, operations));
  } catch (error) {
    // A duplicate operation, an undo of nothing or an event without its fields violates a constraint of the
    // database.
    const { code, message } = error as { code?: unknown; message: string };
    if (code === 'newer-file') throw refuseNewerExport();
    throw String(code).startsWith('SQLITE_CONSTRAINT') ? refuseFile(message) : error;
  }
}

function take(context: Context, operations: readonly ExportedOperation[]): ImportedJournal {
  const { db } = context;
  const here = new Map(readOperations(db).map((operation) => [operation.id, operation]));
  const known = operations.filter(({ id }) => here.has(id));
  const fresh = operations.filter(({ id }) => !here.has(id));
  for (const operation of known) refuseOther(db, operation, here.get(operation.id));
  const numbers = freeNumbers(db, fresh);
  for (const { events, ...operation } of onOwnDevices(operations, here)) {
    insertDevice(db, operation.device);
    insertOperation(db, operation);
    events.forEach((event, idx) => {
      insertEvent(db, operation.id, idx, renumbered(event, numbers));
    });
    sealOperation(db, operation.id);
  }
  // A few new operations change a few rows; if they are most of the file, rebuilding everything is quicker.
  if (fresh.length > here.size) rebuildReadTables(db);
  else refreshTouched(db, fresh);
  return {
    operations: fresh.length,
    known: known.length,
    renumbered: [...numbers].map(([uid, number]) => ({ title: readTitle(db, uid), ...number })),
    // A journal imported into an empty file stays as it was.
    merged: fresh.length > 0 && here.size > 0 ? mergeClients(context) : [],
  };
}

/** Rewrites the rows of streams that the new operations touch, or whose operations they undo or restore. */
function refreshTouched(db: Db, fresh: readonly ExportedOperation[]): void {
  const recorded = fresh.flatMap(({ events }) => events.map(({ stream }) => stream));
  const reverted = fresh
    .filter(({ undoes }) => undoes !== null)
    .flatMap((operation) => readStreamsOf(db, affectedBy(db, operation)));
  const undone = readUndone(db);
  for (const stream of distinctStreams([...recorded, ...reverted])) refreshReadTables(db, stream, undone);
}

/**
 * The new operations as they are recorded here. If a file was copied and both copies went on, the other
 * copy's operations get a device of their own.
 */
function onOwnDevices(
  operations: readonly ExportedOperation[],
  here: ReadonlyMap<string, Operation>,
): ExportedOperation[] {
  const placeOf = ({ device, deviceSeq }: Pick<Operation, 'device' | 'deviceSeq'>) =>
    `${device} ${deviceSeq}`;
  const taken = new Map([...here.values()].map((operation) => [placeOf(operation), operation.id]));
  const goesOnAs = new Map<string, string>();
  return operations.flatMap((operation) => {
    const existing = here.get(operation.id);
    const device = existing?.device ?? goesOnAs.get(operation.device) ?? operation.device;
    const other = existing ? undefined : taken.get(placeOf({ ...operation, device }));
    const newDevice = other === undefined ? device : branchOf(device, operation.id, other);
    goesOnAs.set(operation.device, newDevice);
    return existing ? [] : [{ ...operation, device: newDevice }];
  });
}

/**
 * A device name for what was recorded in a copy of its file. `first` is the first operation there, `other`
 * the one that has its place here. The name sorts directly after the device or directly before it, so that
 * both files put two operations of the same time in the same order.
 */
function branchOf(device: string, first: string, other: string): string {
  const last = device.length - 1;
  const before = device.slice(0, last) + String.fromCharCode(device.charCodeAt(last) - 1);
  return `${first > other ? device : before}~${first}`;
}

/** An operation without what may differ between files: its device, and the numbers of commitments. */
function substanceOf({ device: _device, ...operation }: Operation, events: readonly StoredChange[]) {
  const substance = events.map((event) =>
    event.type === 'NumberGiven' ? { ...event, payload: { ...event.payload, number: null } } : event,
  );
  return { ...operation, events: substance };
}

function refuseOther(db: Db, { events, ...operation }: ExportedOperation, here: Operation | undefined): void {
  const same =
    here &&
    isDeepStrictEqual(substanceOf(operation, events), substanceOf(here, readStoredChanges(db, here.id)));
  if (same) return;
  throw refuse(
    'operation-differs',
    `"${operation.verb}" of ${operation.recordedAt} (${operation.id}) is already here, with different content.`,
    'Nothing was imported: a journal never changes, so one of the two files was tampered with.',
  );
}

/** Free numbers for the commitments whose numbers are taken here, by uid. */
function freeNumbers(db: Db, operations: readonly ExportedOperation[]) {
  const numbered = operations.flatMap(({ events }) => events.flatMap((event) => numberIn(event) ?? []));
  const isTaken = ({ uid, number }: { uid: string; number: number }) =>
    ![uid, null].includes(readUidOfNumber(db, number));
  const kept = numbered.filter((candidate) => !isTaken(candidate)).map(({ number }) => number);
  let next = kept.reduce((free, number) => Math.max(free, number + 1), readNextNumber(db));
  return new Map(numbered.filter(isTaken).map(({ uid, number }) => [uid, { from: number, to: next++ }]));
}

function numberIn({ type, stream, payload }: StoredChange): { uid: string; number: number } | null {
  const number = 'number' in payload ? payload.number : null;
  return type === 'NumberGiven' && Number.isSafeInteger(number)
    ? { uid: stream.uid, number: number as number }
    : null;
}

function renumbered(
  event: StoredChange,
  numbers: ReadonlyMap<string, { readonly to: number }>,
): StoredChange {
  const number = event.type === 'NumberGiven' ? numbers.get(event.stream.uid) : undefined;
  return number ? { ...event, payload: { ...event.payload, number: number.to } } : event;
}

function parseJournal(text: string): readonly ExportedOperation[] {
  const journal = v.safeParse(JOURNAL, parseJson(text));
  if (!journal.success) {
    const [issue] = journal.issues;
    throw refuseFile(`${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
  }
  if (journal.output.version > VERSION) {
    throw refuseNewerExport();
  }
  return journal.output.operations;
}

function refuseNewerExport(): Refusal {
  return refuse(
    'newer-file',
    'A newer followup wrote this export.',
    'Update followup on this machine; nothing was changed.',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuseFile((error as Error).message);
  }
}

function refuseFile(why: string): Refusal {
  return refuse(
    'not-an-export',
    `This is not an export of followup (${why}).`,
    'Nothing was imported. An export is made with: followup export > FILE',
  );
}
