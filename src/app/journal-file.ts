import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { type Refusal, refuse } from '../domain/base/refusal.ts';
import { on } from '../domain/decisions/decision.ts';
import { MOST_NUMBER } from '../domain/streams/commitment.ts';
import { distinctStreams } from '../domain/streams/events.ts';
import type { ImportedJournal, UndoneSummary } from '../domain/streams/imported-journal.ts';
import type { ValueChecks } from '../domain/streams/value-checks.ts';
import { insertDevice, insertEvent, insertOperation, recordOperation } from '../store/append.ts';
import { sealOperation } from '../store/checksum.ts';
import { type Db, using, writing } from '../store/db.ts';
import {
  compareOperations,
  type Operation,
  placeOf,
  readAffected,
  readOperations,
  readStoredChanges,
  readStreamsOf,
  readUndone,
  type StoredChange,
} from '../store/journal.ts';
import { readNextNumber, readNumberOf, readTitle, readUidOfNumber } from '../store/queries.ts';
import { rebuildReadTables, refreshReadTables } from '../store/read-tables.ts';
import {
  type CheckOperation,
  type Fault,
  faultInUndo,
  operationCheck,
  type WholeOperation,
} from './check-operation.ts';
import type { Context } from './context.ts';
import { forgetRemindersOf, forgetReopened } from './forget-reminders.ts';
import { describeOperations } from './history.ts';
import { mergeClients } from './merge-clients.ts';
import { findUndoneWork, type UndoneWork } from './undone-work.ts';

/** Names the format of an exported journal. Raise the version when older programs would misread it. */
const FORMAT = 'followup-journal';
const VERSION = 1;

const JOURNAL = v.object({
  format: v.literal(FORMAT, 'is not the format of followup'),
  version: v.number('is not a number'),
  operations: v.array(v.unknown(), 'is not a list'),
});

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

/** The operations of an exported journal, with every value in them checked. Throws a Refusal. */
export function readExport(text: string, values: ValueChecks): readonly WholeOperation[] {
  const operations = parseJournal(text);
  refuseFaults(operations, operationCheck(values));
  return operations;
}

/**
 * Adds the operations of an exported journal that are not here yet, all of them or none. Two files that
 * import each other's journals end up the same, apart from the numbers. Throws a Refusal.
 */
export function importJournal(context: Context, inFile: readonly WholeOperation[]): ImportedJournal {
  // An operation is recorded after what it undoes.
  const operations = inFile.toSorted(compareOperations);
  try {
    return writing(context.db, () => {
      const here = new Map(readOperations(context.db).map((operation) => [operation.id, operation]));
      refuseFaultyUndo(inFile, here);
      return take(context, operations, here);
    });
  } catch (error) {
    const isContradiction = String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT');
    throw isContradiction
      ? refuseFile('its operations contradict each other, or those that are here')
      : error;
  }
}

/** Refuses what no followup can have written, or a newer one, with its place in the file. */
function refuseFaults(
  operations: readonly unknown[],
  check: CheckOperation,
): asserts operations is readonly WholeOperation[] {
  const places = new Set<string>();
  const ids = new Set<string>();
  for (const [index, operation] of operations.entries()) {
    const fault = check(operation);
    if (fault === 'newer') throw refuseNewerExport();
    if (fault) throw refuseAt(index, fault);
    const { id, device, deviceSeq } = operation as WholeOperation;
    const place = placeOf(device, deviceSeq);
    if (ids.has(id)) throw refuseAt(index, { place: 'id', why: 'is there twice' });
    if (places.has(place)) throw refuseAt(index, { place: 'deviceSeq', why: 'is there twice' });
    ids.add(id);
    places.add(place);
  }
}

/** Refuses the undo of what is neither in the file nor here, or not older, with its place in the file. */
function refuseFaultyUndo(operations: readonly WholeOperation[], here: ReadonlyMap<string, Operation>): void {
  const inFile = new Map(operations.map(({ id, hlc }) => [id, hlc]));
  for (const [index, operation] of operations.entries()) {
    // What is here already stays, whatever a file says.
    const fault = faultInUndo(operation, (id) => here.get(id)?.hlc ?? inFile.get(id));
    if (fault) throw refuseAt(index, fault);
  }
}

function refuseAt(index: number, { place, why }: Fault): Refusal {
  return refuseFile(`${['operations', index, place].filter((part) => part !== '').join('.')}: ${why}`);
}

function take(
  context: Context,
  operations: readonly WholeOperation[],
  here: ReadonlyMap<string, Operation>,
): ImportedJournal {
  const { db } = context;
  const known = operations.filter(({ id }) => here.has(id));
  const fresh = operations.filter(({ id }) => !here.has(id));
  for (const operation of known) refuseOther(db, operation, here.get(operation.id));
  const { changed, known: numbered, added } = assignNumbers(db, fresh);
  const renumbering = new Map([...changed, ...numbered]);
  for (const { events, ...operation } of onOwnDevices(operations, here)) {
    insertDevice(db, operation.device);
    insertOperation(db, operation);
    events.forEach((event, idx) => {
      insertEvent(db, operation.id, idx, renumbered(event, renumbering));
    });
    sealOperation(db, operation.id);
  }
  recordNumbers(context, added);
  // A few new operations change a few rows; if they are most of the file, rebuilding everything is quicker.
  const affectedBy = readAffected(db);
  const affected = new Map(
    fresh
      .filter(({ undoes }) => undoes !== null)
      .map(affectedBy)
      .map((operation) => [operation.id, operation]),
  );
  if (fresh.length > here.size) rebuildReadTables(db);
  else refreshTouched(db, fresh, [...affected.values()]);
  for (const id of affected.keys()) forgetRemindersOf(db, id);
  forgetReopened(db, fresh);
  const undone = findUndoneWork(db, {
    fresh: new Set([...fresh.map(({ id }) => id), ...affected.keys()]),
    inFile: new Set(operations.map(({ id }) => id)),
  });
  return {
    operations: fresh.length,
    known: known.length,
    renumbered: [...changed].map(([uid, number]) => ({ title: readTitle(db, uid), ...number })),
    // A journal imported into an empty file stays as it was.
    merged: fresh.length > 0 && here.size > 0 ? mergeClients(context) : [],
    ...(undone.length > 0 && { undone: describeUndoneWork(db, undone) }),
  };
}

function describeUndoneWork(db: Db, works: readonly UndoneWork[]): UndoneSummary[] {
  const operations = works.flatMap(({ undone, later }) => [undone, ...later]);
  const summaries = new Map(describeOperations(db, operations).map((summary) => [summary.id, summary]));
  return works.flatMap(({ undone: { id }, later }) => {
    const undone = summaries.get(id);
    return undone ? [{ undone, later: later.flatMap((operation) => summaries.get(operation.id) ?? []) }] : [];
  });
}

/** Rewrites the rows of streams that the new operations touch, or whose operations they undo or restore. */
function refreshTouched(db: Db, fresh: readonly WholeOperation[], affected: readonly Operation[]): void {
  const recorded = fresh.flatMap(({ events }) => events.map(({ stream }) => stream));
  const reverted = affected.flatMap((operation) => readStreamsOf(db, operation));
  const undone = readUndone(db);
  for (const stream of distinctStreams([...recorded, ...reverted])) refreshReadTables(db, stream, undone);
}

/**
 * The new operations as they are recorded here. If a file was copied and both copies went on, the other
 * copy's operations get a device of their own.
 */
function onOwnDevices(
  operations: readonly WholeOperation[],
  here: ReadonlyMap<string, Operation>,
): WholeOperation[] {
  const taken = new Map(
    [...here.values()].map((operation) => [placeOf(operation.device, operation.deviceSeq), operation.id]),
  );
  const goesOnAs = new Map<string, string>();
  return operations.flatMap((operation) => {
    const existing = here.get(operation.id);
    const device = existing?.device ?? goesOnAs.get(operation.device) ?? operation.device;
    const other = existing ? undefined : taken.get(placeOf(device, operation.deviceSeq));
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

function refuseOther(db: Db, { events, ...operation }: WholeOperation, here: Operation | undefined): void {
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

/** The numbers that new operations get here, by uid. */
interface Numbers {
  /** For commitments whose numbers are taken, here or before them in the file. */
  readonly changed: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
  /** For commitments that have another one here. */
  readonly known: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
  /** For commitments that come without one, as only a file made by hand has them. */
  readonly added: ReadonlyMap<string, number>;
}

function assignNumbers(db: Db, operations: readonly WholeOperation[]): Numbers {
  const events = operations.flatMap((operation) => operation.events);
  const owners = new Map<number, string>();
  const ownerOf = (number: number) => owners.get(number) ?? readUidOfNumber(db, number);
  const numbered = new Map<string, number>();
  // Two devices may have opened the same time of a standing promise; what has a number here keeps it.
  const known = new Map<string, { readonly from: number; readonly to: number }>();
  for (const { uid, number } of events.flatMap((event) => numberIn(event) ?? [])) {
    const here = readNumberOf(db, uid);
    if (here !== null) {
      if (here !== number) known.set(uid, { from: number, to: here });
      continue;
    }
    numbered.set(uid, number);
    if (ownerOf(number) === null) owners.set(number, uid);
  }
  let next = [...owners.keys()].reduce((free, number) => Math.max(free, number + 1), readNextNumber(db));
  const nextFree = () => {
    if (next > MOST_NUMBER) next = 1;
    while (ownerOf(next) !== null) next++;
    return next++;
  };
  const taken = [...numbered].filter(([uid, number]) => ownerOf(number) !== uid);
  const named = new Set(events.flatMap(({ stream: { kind, uid } }) => (kind === 'commitment' ? [uid] : [])));
  const without = [...named].filter((uid) => !numbered.has(uid) && readNumberOf(db, uid) === null);
  return {
    known,
    changed: new Map(taken.map(([uid, from]) => [uid, { from, to: nextFree() }])),
    added: new Map(without.map((uid) => [uid, nextFree()])),
  };
}

function numberIn({ type, stream, payload }: StoredChange): { uid: string; number: number } | null {
  return type === 'NumberGiven' ? { uid: stream.uid, number: (payload as { number: number }).number } : null;
}

/** Records the numbers of commitments that came without one. */
function recordNumbers({ db, now, calendar }: Context, added: Numbers['added']): void {
  if (added.size === 0) return;
  const changes = [...added].map(([uid, number]) => on({ uid }, { type: 'NumberGiven', number }));
  recordOperation(db, { recordedAt: now, zone: calendar.zone, verb: 'import' }, changes);
}

function renumbered(
  event: StoredChange,
  numbers: ReadonlyMap<string, { readonly to: number }>,
): StoredChange {
  const number = event.type === 'NumberGiven' ? numbers.get(event.stream.uid) : undefined;
  return number ? { ...event, payload: { ...event.payload, number: number.to } } : event;
}

function parseJournal(text: string): readonly unknown[] {
  const journal = v.safeParse(JOURNAL, parseJson(text), { abortEarly: true });
  if (!journal.success) {
    const [issue] = journal.issues;
    const place = v.getDotPath(issue);
    if (place === null) throw refuseFile('it is other JSON');
    throw refuseFile(issue.received === 'undefined' ? `it has no ${place}` : `${place}: ${issue.message}`);
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
  } catch {
    throw refuseFile('it is not JSON, or not all of it');
  }
}

function refuseFile(why: string): Refusal {
  return refuse(
    'not-an-export',
    `This is not an export of followup (${why}).`,
    'Nothing was imported. An export is made with: followup export > FILE',
  );
}
