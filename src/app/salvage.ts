import { readEvent, wordsIn } from '../domain/streams/registry.ts';
import { type Instant, instant } from '../domain/time/moment.ts';
import { compareOperations, placeOf, toOperation } from '../store/journal.ts';
import { refuseNewerFile } from '../store/refuse-newer.ts';
import {
  isPlaceOf,
  type LostOperation,
  type Remains,
  readRemains,
  type SavedOperation,
} from '../store/remains.ts';
import type { EventRow, OperationRow } from '../store/schema.ts';
import { timeOfUid } from '../store/uid.ts';
import type { CheckOperation } from './check-operation.ts';

/** An operation that could not be saved, as far as it is known. */
export interface Lost {
  /** Its number on its device; of several that are gone together, the first and the last. */
  readonly number: number | null;
  readonly upTo: number | null;
  readonly operation: string | null;
  readonly at: Instant | null;
  readonly verb: string | null;
  /** What can still be read of its words. */
  readonly words: string | null;
}

/** What was saved of a damaged file. */
export interface Salvaged {
  /** In fold order. */
  readonly operations: readonly SavedOperation[];
  /** How many of them came from other files, because they were damaged in this one. */
  readonly broughtBack: number;
  readonly lost: readonly Lost[];
  /** Copies that could not be read. */
  readonly unreadable: readonly string[];
}

/**
 * Puts together what can be read of a damaged file, and for what is damaged in it, what its `copies` have. `path` is for
 * messages; what `check` finds a fault in is as good as lost. Throws a Refusal if a newer followup wrote it.
 */
export function salvage(
  path: string,
  remains: Remains,
  copies: readonly string[],
  check: CheckOperation,
): Salvaged {
  const isWhole = remains.lost.length === 0 && remains.saved.length > 0;
  const { back, unreadable } = isWhole ? NOTHING_MISSING : missingIn(remains, copies);
  const readable = [...remains.saved, ...back].filter((operation) => isReadable(path, operation, check));
  const operations = withWhatTheyUndo(oneForEachPlace(readable).toSorted(inFoldOrder));
  const saved = new Set(operations.map(({ row }) => row.id));
  const damaged = remains.lost.filter(
    (lost) => !saved.has(lost.id ?? '') && !operations.some(({ row }) => isPlaceOf(lost, row)),
  );
  // A row without its checksum may be what became of one that is named already.
  const isNamed = ({ row, isSealed }: SavedOperation) =>
    !isSealed && damaged.some(({ number }) => number === row.device_seq);
  const left = remains.saved.filter((operation) => !saved.has(operation.row.id) && !isNamed(operation));
  return {
    operations,
    broughtBack: back.filter(({ row }) => saved.has(row.id)).length,
    lost: [
      ...damaged.map(describe),
      ...left.map(({ row, events }) =>
        describe({ number: row.device_seq, upTo: row.device_seq, id: row.id, row, events }),
      ),
    ],
    unreadable,
  };
}

/** What copies have of what is missing in a file. */
interface Found {
  readonly back: readonly SavedOperation[];
  readonly unreadable: readonly string[];
}

const NOTHING_MISSING: Found = { back: [], unreadable: [] };

/**
 * The operations in copies that are damaged in the file, or come after the last one that it still has. Others are left
 * alone, because a restore may have taken them back.
 */
function missingIn({ saved, lost }: Remains, copies: readonly string[]): Found {
  const here = new Set(saved.map(({ row }) => row.id));
  const last = saved.toSorted(inFoldOrder).at(-1)?.row;
  const isWanted = (row: OperationRow) =>
    lost.some((each) => each.id === row.id || isPlaceOf(each, row)) ||
    last === undefined ||
    (row.device === last.device && row.device_seq > last.device_seq);
  const back = new Map<string, SavedOperation>();
  const unreadable: string[] = [];
  for (const copy of copies) {
    try {
      for (const operation of readRemains(copy).saved) {
        const { row, isSealed } = operation;
        if (isSealed && !here.has(row.id) && isWanted(row)) back.set(row.id, operation);
      }
    } catch {
      // The others may have what this one had.
      unreadable.push(copy);
    }
  }
  return { back: [...back.values()], unreadable };
}

/** Leaves out what takes the place of another; one with its checksum is preferred. */
function oneForEachPlace(operations: readonly SavedOperation[]): SavedOperation[] {
  const sealedLast = operations.toSorted((a, b) => Number(a.isSealed) - Number(b.isSealed));
  return [
    ...new Map(
      sealedLast.map((operation) => [placeOf(operation.row.device, operation.row.device_seq), operation]),
    ).values(),
  ];
}

/** Leaves out an undo of what is not there. */
function withWhatTheyUndo(operations: readonly SavedOperation[]): SavedOperation[] {
  const there = new Set<string>();
  return operations.filter(({ row: { id, undoes } }) => {
    const isFounded = undoes === null || there.has(undoes);
    if (isFounded) there.add(id);
    return isFounded;
  });
}

function inFoldOrder({ row: a }: SavedOperation, { row: b }: SavedOperation): number {
  return compareOperations(toOperation(a), toOperation(b));
}

/** Whether all values of an operation can be read. Throws a Refusal if a newer followup wrote it. */
function isReadable(path: string, { row, events, isSealed }: SavedOperation, check: CheckOperation): boolean {
  const contents = events.map(contentOf);
  if (contents.includes(null)) return false;
  const fault = check({
    ...toOperation(row),
    events: events.map(({ stream_kind: kind, stream: uid, type, version }, index) => ({
      stream: { kind, uid },
      type,
      version,
      payload: contents[index],
    })),
  });
  if (fault === 'newer' && isSealed) throw refuseNewerFile(path);
  return fault === null;
}

function contentOf({ payload }: EventRow): object | null {
  try {
    const content: unknown = JSON.parse(payload);
    return typeof content === 'object' ? content : null;
  } catch {
    return null;
  }
}

/** The words in an event, as far as they can still be read. */
function wordsOf(row: EventRow): string | null {
  const payload = contentOf(row);
  if (payload === null) return null;
  try {
    const event = readEvent(row.stream_kind, { ...row, payload });
    return typeof event === 'string' ? null : (wordsIn(row.stream_kind, event)?.text ?? null);
  } catch {
    // What was altered in it may be where the words should be.
    return null;
  }
}

function describe({ number, upTo, id, row, events }: Omit<LostOperation, 'device'>): Lost {
  return {
    number,
    upTo,
    operation: id,
    at: timeOf(row, id),
    verb: row?.verb ?? null,
    // What was asked or promised says more than the name of a new client.
    words:
      events
        .toSorted((a, b) => Number(b.stream_kind === 'commitment') - Number(a.stream_kind === 'commitment'))
        .map(wordsOf)
        .find((words) => words !== null) ?? null,
  };
}

/** When an operation was recorded, by its row or else by its id. */
function timeOf(row: OperationRow | null, id: string | null): Instant | null {
  const ms = Date.parse(row?.recorded_at ?? '');
  if (!Number.isNaN(ms)) return instant(ms);
  return id === null ? null : timeOfUid(id);
}
