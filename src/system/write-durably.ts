import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './sync-folder.ts';

/** Longer than any write takes, in milliseconds. */
const TOO_OLD_MS = 3_600_000;

/** What is added to the name of a file for its draft: a UUID, which nothing else is named by. */
const DRAFT = /^\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.new$/;

/**
 * Writes a file so that a crash leaves the old content or the new one, and the new one once this returns: into a draft
 * beside it, which takes its place when it is on the disk. Errors of the file system are thrown.
 */
export function writeDurably(path: string, text: string | Iterable<string>, mode: number): void {
  const draft = `${path}.${randomUUID()}.new`;
  try {
    const file = openSync(draft, 'wx', mode);
    try {
      // A text that is long comes in pieces. The position in the file goes on with each.
      for (const piece of typeof text === 'string' ? [text] : text) writeFileSync(file, piece);
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
  removeAbandonedDrafts(path);
}

/** Removes the drafts of processes that were killed. What cannot be looked at or removed stays. */
function removeAbandonedDrafts(path: string): void {
  const folder = dirname(path);
  try {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(basename(path)) || !DRAFT.test(name.slice(basename(path).length))) continue;
      const draft = join(folder, name);
      if (Date.now() - statSync(draft).mtimeMs > TOO_OLD_MS) rmSync(draft, { force: true });
    }
  } catch {
    // The file is written all the same.
  }
}
