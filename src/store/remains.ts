import { statSync } from 'node:fs';
import { STREAM_KINDS } from '../domain/streams/registry.ts';
import { checksumOf } from './checksum.ts';
import { readHeader } from './database-files.ts';
import { placeOf } from './journal.ts';
import { isCutOff, readRows, type Value } from './page-reader.ts';
import { readIntoMemory } from './read-into-memory.ts';
import type { EventRow, OperationRow } from './schema.ts';

/** An operation that is complete, with its events in order. */
export interface SavedOperation {
  readonly row: OperationRow;
  readonly events: readonly EventRow[];
  /** Whether its checksum says that it is as it was recorded; false if the checksum is gone. */
  readonly isSealed: boolean;
}

/** What is left of an operation that is not as it was recorded. */
export interface LostOperation {
  /** Its device and its number there, or the first and the last of a stretch of which nothing is left; null if unknown. */
  readonly device: string | null;
  readonly number: number | null;
  readonly upTo: number | null;
  readonly id: string | null;
  /** Null if only its events or its checksum are left, or nothing at all. */
  readonly row: OperationRow | null;
  readonly events: readonly EventRow[];
}

/** What can be read of a damaged file. */
export interface Remains {
  readonly saved: readonly SavedOperation[];
  readonly lost: readonly LostOperation[];
  /** Whether the end of the file is missing, and with it perhaps operations of which nothing is left. */
  readonly isCutOff: boolean;
  readonly isDemo: boolean;
}

/**
 * Reads what is left in a database file, whatever is damaged, page by page and without SQLite. Changes nothing. The
 * checksums tell what is still as it was recorded; an operation whose checksum is gone is taken as it is. Its write-ahead
 * log is left out if it is that of another file (`withLog`).
 */
export function readRemains(path: string, { withLog = true } = {}): Remains {
  const found = new Findings();
  for (const row of readRows(readIntoMemory(path, { withLog }))) found.take(row);
  return { ...found.remains(), isCutOff: isCutOff(readHeader(path), statSync(path).size) };
}

/** The rows of the journal among all that was found, put together. */
class Findings {
  private readonly operations = new Map<string, OperationRow>();
  private readonly events = new Map<string, Map<number, EventRow>>();
  private readonly checksums = new Map<string, string>();
  private isDemo = false;

  /** Keeps a row if it has the form of one of the journal. */
  take(row: readonly Value[]): void {
    const operation = operationIn(row);
    const event = operation ? null : eventIn(row);
    if (operation) this.operations.set(operation.id, operation);
    else if (event) this.eventsOf(event.operation).set(event.idx, event);
    else this.takePair(row);
  }

  private takePair([key, value, ...more]: readonly Value[]): void {
    if (typeof key !== 'string' || typeof value !== 'string' || more.length > 0) return;
    if (CHECKSUM.test(value)) this.checksums.set(key, value);
    if (key === 'demo' && value === '1') this.isDemo = true;
  }

  remains(): Omit<Remains, 'isCutOff'> {
    const saved: SavedOperation[] = [];
    const damaged: LostOperation[] = [];
    for (const id of new Set([...this.operations.keys(), ...this.checksums.keys(), ...this.events.keys()])) {
      const row = this.operations.get(id) ?? null;
      const events = [...this.eventsOf(id).values()].sort((a, b) => a.idx - b.idx);
      const sum = this.checksums.get(id);
      if (row !== null && (sum === undefined ? isComplete(row, events) : sum === checksumOf(row, events))) {
        saved.push({ row, events, isSealed: sum !== undefined });
      } else {
        const number = row?.device_seq ?? null;
        damaged.push({ device: row?.device ?? null, number, upTo: number, id, row, events });
      }
    }
    return {
      saved,
      lost: account(saved, damaged),
      isDemo: this.isDemo,
    };
  }

  private eventsOf(operation: string): Map<number, EventRow> {
    const known = this.events.get(operation);
    if (known) return known;
    const fresh = new Map<number, EventRow>();
    this.events.set(operation, fresh);
    return fresh;
  }
}

const CHECKSUM = /^[0-9a-f]{32}$/;
const CLOCK = /^\d{15}-\d{6}$/;
const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const KINDS: ReadonlySet<unknown> = new Set(STREAM_KINDS);

/** Whether an operation without its checksum may be all that was recorded: only an undo has no events. */
function isComplete({ undoes }: OperationRow, events: readonly EventRow[]): boolean {
  return (events.length > 0 || undoes !== null) && events.every(({ idx }, index) => idx === index);
}

/**
 * The operations that are lost, each once. Operations of a device are numbered without gaps, so a number that is missing
 * was an operation of which the row is gone. An id without a row that fits no missing number was damaged itself.
 */
function account(saved: readonly SavedOperation[], damaged: readonly LostOperation[]): LostOperation[] {
  const named = damaged.filter(({ row }) => row !== null);
  const nameless = damaged.filter(({ row, id }) => row === null && ULID.test(id ?? ''));
  const sealed = saved.filter(({ isSealed }) => isSealed).map(({ row }) => row);
  const known = new Set(
    [...saved, ...named].flatMap(({ row }) => (row ? placeOf(row.device, row.device_seq) : [])),
  );
  const taken = new Set<LostOperation>();
  const gone = gapsIn(sealed, known).map(({ after, before, ...gap }): LostOperation => {
    const fits = (left: LostOperation) =>
      gap.number === gap.upTo && !taken.has(left) && timeIn(left) >= after && timeIn(left) <= before;
    const left = nameless.find(fits);
    if (left) taken.add(left);
    return { id: null, row: null, events: [], ...left, ...gap };
  });
  const latest =
    sealed
      .map(({ id }) => id.slice(0, TIME_DIGITS))
      .sort()
      .at(-1) ?? '';
  return [...named, ...gone, ...nameless.filter((left) => !taken.has(left) && timeIn(left) >= latest)];
}

/** Whether a lost operation, or one of a stretch of them, had the place of an operation. */
export function isPlaceOf({ device, number, upTo }: LostOperation, row: OperationRow): boolean {
  return (
    device === row.device &&
    number !== null &&
    upTo !== null &&
    number <= row.device_seq &&
    row.device_seq <= upTo
  );
}

/** Numbers that are missing, and the times of the operations around them as the beginnings of their ids. */
interface Gap {
  readonly device: string;
  readonly number: number;
  readonly upTo: number;
  readonly after: string;
  readonly before: string;
}

/** Longer gaps are named as a whole: nobody has lost so many, a number came from elsewhere. */
const MOST_NAMED = 1_000;

/** The numbers between those of `rows` that are not among the places that are known. */
function gapsIn(rows: readonly OperationRow[], known: ReadonlySet<string>): Gap[] {
  const inOrder = rows.toSorted((a, b) =>
    a.device === b.device ? a.device_seq - b.device_seq : a.device < b.device ? -1 : 1,
  );
  return inOrder.flatMap(({ id, device, device_seq }, index) => {
    const previous = inOrder[index - 1];
    const isFirst = previous?.device !== device;
    // A device that went on from a copy of a file does not begin at 1.
    const last = !isFirst ? previous.device_seq : device.includes('~') ? device_seq - 1 : 0;
    const around = {
      device,
      after: isFirst ? '' : previous.id.slice(0, TIME_DIGITS),
      before: id.slice(0, TIME_DIGITS),
    };
    const length = Math.max(0, device_seq - last - 1);
    if (length > MOST_NAMED) return [{ ...around, number: last + 1, upTo: device_seq - 1 }];
    return Array.from({ length }, (_, count) => last + 1 + count)
      .filter((number) => !known.has(placeOf(device, number)))
      .map((number) => ({ ...around, number, upTo: number }));
  });
}

/** The first ten characters of a ULID are its time. */
const TIME_DIGITS = 10;

function timeIn({ id }: LostOperation): string {
  return (id ?? '').slice(0, TIME_DIGITS);
}

function operationIn(row: readonly Value[]): OperationRow | null {
  const [id, device, device_seq, hlc, recorded_at, zone, verb, undoes] = row;
  const isOne =
    row.length === 8 &&
    [id, device, recorded_at, zone, verb].every((value) => typeof value === 'string') &&
    Number.isSafeInteger(device_seq) &&
    typeof hlc === 'string' &&
    CLOCK.test(hlc) &&
    (undoes === null || typeof undoes === 'string');
  return isOne ? ({ id, device, device_seq, hlc, recorded_at, zone, verb, undoes } as OperationRow) : null;
}

function eventIn(row: readonly Value[]): EventRow | null {
  const [operation, idx, stream_kind, stream, type, version, payload] = row;
  const isOne =
    row.length === 7 &&
    [operation, stream, type, payload].every((value) => typeof value === 'string') &&
    KINDS.has(stream_kind) &&
    Number.isSafeInteger(idx) &&
    Number.isSafeInteger(version);
  return isOne ? ({ operation, idx, stream_kind, stream, type, version, payload } as EventRow) : null;
}
