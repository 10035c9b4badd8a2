import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until a file or a folder is on the disk, so that not even a power cut takes it back. */
export function syncToDisk(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
