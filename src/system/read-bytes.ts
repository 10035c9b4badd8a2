import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { Refusal } from '../domain/base/refusal.ts';
import { sayWhyFailed } from '../domain/base/why-file-failed.ts';
import { BoundedBytes, type MostBytes } from './bounded-bytes.ts';
import { whyNoFile } from './why-no-file.ts';

const CHUNK = 1 << 20;

/**
 * The bytes of a regular file or a pipe, such as a shell makes of `<(...)`. Throws a Refusal that says why they
 * cannot be read.
 */
export function readBytes(path: string, mostFor: MostBytes): Buffer {
  const bytes = new BoundedBytes(path, mostFor);
  for (const piece of readPieces(path)) bytes.add(piece);
  return bytes.all();
}

/** Like `readBytes`, piece by piece, for what may be larger than memory. */
export function* readPieces(path: string): Generator<Buffer> {
  try {
    // Opening a device may already do something, so it is looked at first.
    refuseNoFile(path, statSync(path));
    yield* readAll(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refuseUnreadable(path, sayWhyFailed(error));
  }
}

/** A part of a regular file. Throws a Refusal. */
export function readPart(path: string, offset: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  try {
    const file = openSync(path, constants.O_RDONLY);
    try {
      return bytes.subarray(0, readSync(file, bytes, 0, size, offset));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw refuseUnreadable(path, sayWhyFailed(error));
  }
}

function* readAll(path: string): Generator<Buffer> {
  // Without waiting, or a pipe would be waited for to which nobody ever writes.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    refuseNoFile(path, stats);
    let piece = readPiece(file);
    // Whoever writes to a pipe may have waited for it to be opened here.
    for (let waited = 0; piece.length === 0 && stats.isFIFO(); waited += PAUSE_MS) {
      if (waited > MOST_WAIT_MS) throw refuseUnreadable(path, 'it is a pipe, and nothing comes out of it');
      pause();
      piece = readPiece(file);
    }
    for (; piece.length > 0; piece = readPiece(file)) yield piece;
  } finally {
    closeSync(file);
  }
}

const PAUSE_MS = 10;

/** How long a pipe may have nobody that writes to it. */
const MOST_WAIT_MS = 2_000;

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

/** The next bytes of a file, as soon as there are any; none at its end. */
function readPiece(file: number): Buffer {
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (;;) {
    try {
      return chunk.subarray(0, readSync(file, chunk));
    } catch (error) {
      // Whoever writes to a pipe has not written yet.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

function refuseNoFile(path: string, stats: Stats): void {
  const why = stats.isFIFO() ? null : whyNoFile(stats);
  if (why !== null) throw refuseUnreadable(path, why);
}

function refuseUnreadable(path: string, why: string): Refusal {
  return new Refusal(
    'file-unreadable',
    `${path} cannot be read: ${why}.`,
    'Check the path; nothing was recorded.',
  );
}
