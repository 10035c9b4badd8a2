import { randomUUID } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file so that a crash leaves the old content or the new one, and the new one once this returns: into a file of
 * its own beside it, which takes its place when it is on the disk. Errors of the file system are thrown.
 */
export function writeDurably(path: string, text: string, mode: number): void {
  const draft = `${path}.${randomUUID()}.new`;
  try {
    const file = openSync(draft, 'wx', mode);
    try {
      writeFileSync(file, text);
      // The mode of a new file is limited by the umask.
      fchmodSync(file, mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Makes sure that a renamed file keeps its name. Not every system can do that for a folder. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // The content is safe all the same.
  }
}
