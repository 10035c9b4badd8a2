import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, machine } from './processes.ts';

/** Longer than it takes to copy any database. */
const TOO_OLD_MS = 24 * 3_600_000;

/** The name says which process made the folder, and on which machine, because a folder may be shared. */
const NAME = /^\.followup-(?:(.+)-(\d+)-)?[A-Za-z0-9]{6}$/;

/**
 * Makes a folder for a copy, which nobody else can read, in `parent`. Removes those that processes have left there
 * which were killed. Throws the error of the file system.
 */
export function makeCopyFolder(parent: string): string {
  // Like the database, copies are readable by their owner only.
  process.umask(0o077);
  for (const name of readdirOr(parent)) {
    const folder = join(parent, name);
    if (isAbandoned(folder, name)) attempt(() => rmSync(folder, { recursive: true, force: true }));
  }
  return mkdtempSync(join(parent, `.followup-${machine()}-${process.pid}-`));
}

/** Whether a folder was made for a copy by a process that is gone. It has to belong to the same user. */
function isAbandoned(folder: string, name: string): boolean {
  const [isOurs, maker, pid] = NAME.exec(name) ?? [];
  const stats = isOurs === undefined ? undefined : attempt(() => lstatSync(folder));
  if (!stats?.isDirectory() || stats.uid !== (process.getuid?.() ?? stats.uid)) return false;
  // The number of a process that is gone may belong to another one by now.
  if (Date.now() - stats.mtimeMs > TOO_OLD_MS) return true;
  return maker === machine() && !isRunning(Number(pid));
}

function readdirOr(folder: string): readonly string[] {
  return attempt(() => readdirSync(folder)) ?? [];
}

/** What cannot be looked at or removed is left where it is. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
