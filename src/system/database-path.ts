import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Refusal } from '../domain/base/refusal.ts';
import { whyFileFailed } from '../domain/base/why-file-failed.ts';
import { defaultDatabasePath } from './config-file.ts';
import type { Environment } from './io.ts';

const HINT = 'Nothing was saved. Name a file: --db FILE, FOLLOWUP_DB.';

/**
 * The absolute path of the database: that of `--db` (undefined if the option was not given), else of `FOLLOWUP_DB`
 * (an empty one counts as unset), else the usual one. Whatever opens, looks for or names the file uses this path:
 * SQLite understands some names differently from the file system, and then one file would be written and another
 * read. The refusal of a name that means no file is of kind `database`, wherever it was given: cron lines and
 * scripts then learn from one exit code that there is nothing to work with.
 */
export function resolveDatabasePath(option: string | undefined, env: Environment): string | Refusal {
  const named = option ?? (env.FOLLOWUP_DB || undefined);
  const path = named ?? defaultDatabasePath(env);
  const fault = faultOf(path);
  if (fault !== null) return new Refusal('not-a-file-name', fault, HINT, 'database');
  try {
    return resolve(expandHome(path, env));
  } catch (error) {
    const why = whyFileFailed(error);
    if (why === null) throw error;
    return new Refusal('database-unusable', `The current folder cannot be found: ${why}.`, HINT, 'database');
  }
}

function faultOf(path: string): string | null {
  const name = path.trim();
  if (name === '') return 'The name of the database is blank.';
  if (name === ':memory:') return '":memory:" is no file: what is recorded there would be lost.';
  if (/^file:/i.test(name)) return `"${name}" is an address, not the path of a file.`;
  if (path !== path.trimEnd()) return `The name of the database ends in a space: "${path}".`;
  if (path.includes('\0')) return 'The name of the database contains a NUL character.';
  return null;
}

/** A shell expands a leading ~ only where it stands at the beginning of a word; in a crontab nobody does. */
function expandHome(path: string, env: Environment): string {
  return /^~(?=\/|$)/.test(path) ? join(env.HOME || homedir(), path.slice(1)) : path;
}
