import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../domain/base/refusal.ts';

// The functions of this file throw the errors of the file system as they are; `explainSqliteError` explains them.

/** The suffixes of the files that SQLite keeps beside a database. */
export const BESIDE: readonly string[] = ['-wal', '-shm', '-journal'];

/**
 * The size of a database file in bytes; null if there is none. Throws a Refusal if the path is impossible, or leads
 * to something that is no file: SQLite would wait for a pipe, or write to a device.
 */
export function sizeOf(path: string): number | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (stats.isFile()) return stats.size;
  throw new Refusal(
    'not-a-file',
    `${path} is ${nameKind(stats)}, not a file.`,
    'Nothing was saved. Name a file: --db FILE, FOLLOWUP_DB.',
    'database',
  );
}

/** The header of a database file; zeros where it is shorter. Not for one that this process has open: see `syncToDisk`. */
export function readHeader(path: string): Buffer {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header);
  } finally {
    closeSync(file);
  }
  return header;
}

/** What something is that is no file, in words. */
export function nameKind(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

/**
 * The path of the file itself if links lead to it: SQLite keeps its other files beside that, and a rename there does
 * not replace the link. Throws a Refusal for a link that leads to nothing.
 */
export function followLinks(path: string): string {
  const link = lstatSync(path, { throwIfNoEntry: false });
  if (!link?.isSymbolicLink()) return path;
  if (statSync(path, { throwIfNoEntry: false })) return realpathSync(path);
  throw new Refusal(
    'dangling-link',
    `${path} is a link to ${readlinkSync(path)}, which is not there.`,
    'Nothing was saved. Remove the link, or name another file.',
    'database',
  );
}

/**
 * Makes a folder and those above it, readable by their owner only, and waits until they are on the disk. (Node's
 * own way never ends in a file system that allows no folders, such as /proc.)
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  syncToDisk(dirname(folder));
}

/**
 * Waits until a file, or the names in a folder, are on the disk. Not for a database that this process has open:
 * closing any descriptor of a file gives up the locks that the process holds on it.
 */
export function syncToDisk(path: string): void {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'r');
    fsyncSync(descriptor);
  } catch (error) {
    // Some file systems cannot do that with a folder, and do it by themselves; some folders may not be read.
    if (!/^(?:EINVAL|ENOTSUP|EPERM|EACCES)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Moves a file that nobody has open to a path, replacing any file there, and waits until that is on the disk. */
export function moveInto(file: string, place: string): void {
  syncToDisk(file);
  renameSync(file, place);
  syncToDisk(dirname(place));
}

/**
 * Gives the files that lie beside a database the permissions of the database, as SQLite does when it makes them: one
 * that was made while the database could only be read would stop all later writes.
 */
export function freeFilesBeside(path: string): void {
  const file = realpathSync(path);
  for (const suffix of BESIDE) {
    const beside = file + suffix;
    if (existsSync(beside) && !isWritable(beside)) chmodSync(beside, statSync(file).mode & 0o777);
  }
}

/** Whether this process may write to a file. */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
