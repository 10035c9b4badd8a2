import { closeSync, openSync, readSync } from 'node:fs';

/** Enough to tell what a file is. */
const BYTES = 512;

/** The beginning of a file as text. Errors of the file system are thrown. */
export function readBeginning(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(BYTES);
    return bytes.toString('utf8', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
