import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
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
  try {
    // Opening a device may already do something, so it is looked at first.
    refuseNoFile(path, statSync(path));
    return readAll(path, mostFor);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refuseUnreadable(path, sayWhyFailed(error));
  }
}

function readAll(path: string, mostFor: MostBytes): Buffer {
  const file = openSync(path, 'r');
  try {
    refuseNoFile(path, fstatSync(file));
    const bytes = new BoundedBytes(path, mostFor);
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(file, chunk);
      if (length === 0) return bytes.all();
      bytes.add(chunk.subarray(0, length));
    }
  } finally {
    closeSync(file);
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
    'Check the path; nothing was imported.',
  );
}
