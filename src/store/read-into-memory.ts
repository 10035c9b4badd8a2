import { readFileSync, realpathSync, statSync } from 'node:fs';
import { Refusal } from '../domain/base/refusal.ts';
import { BUSY_TIMEOUT_MS } from './busy-timeout.ts';
import { BESIDE } from './database-files.ts';

// The format is described at https://www.sqlite.org/fileformat2.html#walformat.
const LOG_HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;

/** Where a database says whether it has a write-ahead log: 2, 2; and what it says without one. */
const [WRITE_VERSION, READ_VERSION, WITHOUT_LOG] = [18, 19, 1];

/** The pause between two tries, in milliseconds. */
const PAUSE_MS = 20;

/**
 * The content of a database as of one moment, for a database in memory: the file with what is in its write-ahead
 * log, unless that is to be left out. Nothing is written anywhere, so this also works where SQLite could not make the
 * files that it needs to share the database with others. If others keep changing it, this goes on trying for as long as
 * SQLite would wait. Throws the error of the file system, or a Refusal.
 */
export function readIntoMemory(path: string, { withLog = true } = {}): Buffer {
  const file = realpathSync(path);
  for (const end = performance.now() + BUSY_TIMEOUT_MS; performance.now() < end; pause()) {
    const before = stampOf(file);
    const content = readFileSync(file);
    const log = withLog ? readIfThere(`${file}-wal`) : null;
    refuseHalfWritten(path, readIfThere(`${file}-journal`));
    if (stampOf(file) === before) return log ? applyLog(content, log) : withoutLog(content);
  }
  throw Object.assign(new Error('The database keeps changing.'), { code: 'SQLITE_BUSY' });
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

/** Differs after every change of the file or of those beside it. */
export function stampOf(file: string): string {
  const stats = [file, ...BESIDE.map((suffix) => file + suffix)].map((each) =>
    statSync(each, { throwIfNoEntry: false, bigint: true }),
  );
  return stats.map((each) => (each ? [each.ino, each.size, each.mtimeNs].join(' ') : '-')).join();
}

function readIfThere(file: string): Buffer | null {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : null;
}

/** A rollback journal that does not begin with zeros belongs to a write that was cut off, which SQLite takes back. */
function refuseHalfWritten(path: string, journal: Buffer | null): void {
  if (!journal?.[0]) return;
  throw new Refusal(
    'database-half-written',
    `${path} was being written to when that was cut off; it can be mended only where it may be written to.`,
    'Nothing was saved. Allow writing to the file and its folder, or copy both files (the other ends in -journal) to another folder.',
    'database',
  );
}

function withoutLog(content: Buffer): Buffer {
  if (content.length > READ_VERSION) {
    content[WRITE_VERSION] = WITHOUT_LOG;
    content[READ_VERSION] = WITHOUT_LOG;
  }
  return content;
}

/** The pages after the last transaction that was completely written to a log. */
interface Committed {
  readonly pages: ReadonlyMap<number, Buffer>;
  readonly size: number;
  /** The number of pages that the file has then; 0 if no transaction is complete. */
  readonly count: number;
}

function committedIn(log: Buffer): Committed {
  const size = log.length < LOG_HEADER ? 0 : log.readUInt32BE(8);
  const pages = new Map<number, Buffer>();
  const uncommitted = new Map<number, Buffer>();
  let count = 0;
  for (const { page, data, pagesAfter } of framesOf(log, size)) {
    uncommitted.set(page, data);
    if (pagesAfter === 0) continue;
    for (const [written, latest] of uncommitted) pages.set(written, latest);
    uncommitted.clear();
    count = pagesAfter;
  }
  return { pages, size, count };
}

/** Whether the write-ahead log beside a file has every page, so that the file itself does not matter. */
export function isWholeLog(path: string): boolean {
  const log = readIfThere(`${realpathSync(path)}-wal`);
  if (!log) return false;
  const { pages, count } = committedIn(log);
  return count > 0 && Array.from({ length: count }, (_, index) => index + 1).every((page) => pages.has(page));
}

/** The content after the last transaction that was completely written to the log. */
function applyLog(content: Buffer, log: Buffer): Buffer {
  const { pages, size, count } = committedIn(log);
  if (count === 0) return withoutLog(content);
  const all = Buffer.alloc(count * size);
  content.copy(all);
  for (const [page, data] of pages) if (page <= count) data.copy(all, (page - 1) * size);
  return withoutLog(all);
}

/** A page as a transaction has left it. */
interface Frame {
  /** Its number, from 1. */
  readonly page: number;
  readonly data: Buffer;
  /** The number of pages after the transaction that ends here; 0 if it goes on. */
  readonly pagesAfter: number;
}

/** The frames of a log, up to the first that was not completely written or is left from earlier. */
function* framesOf(log: Buffer, size: number): Generator<Frame> {
  if (size < 512 || (log.readUInt32BE(0) & ~1) >>> 0 !== MAGIC) return;
  const sum = checksumOf(log.readUInt32BE(0) & 1 ? 'big' : 'little');
  let sums = sum(log.subarray(0, 24), [0, 0]);
  if (!areAt(log, 24, sums)) return;
  const salts: Sums = [log.readUInt32BE(16), log.readUInt32BE(20)];
  for (let at = LOG_HEADER; at + FRAME_HEADER + size <= log.length; at += FRAME_HEADER + size) {
    const data = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + size);
    sums = sum(data, sum(log.subarray(at, at + 8), sums));
    if (!areAt(log, at + 8, salts) || !areAt(log, at + 16, sums)) return;
    yield { page: log.readUInt32BE(at), data, pagesAfter: log.readUInt32BE(at + 4) };
  }
}

type Sums = readonly [number, number];

function areAt(log: Buffer, at: number, [first, second]: Sums): boolean {
  return log.readUInt32BE(at) === first && log.readUInt32BE(at + 4) === second;
}

/** The checksum of a log, which goes on from one piece to the next. */
function checksumOf(order: 'big' | 'little') {
  return (bytes: Buffer, [first, second]: Sums): Sums => {
    const word = (at: number) => (order === 'big' ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at));
    let [a, b] = [first, second];
    for (let at = 0; at < bytes.length; at += 8) {
      a = (a + word(at) + b) >>> 0;
      b = (b + word(at + 4) + a) >>> 0;
    }
    return [a, b];
  };
}
