import { Refusal } from '../domain/base/refusal.ts';
import type { OperationRow } from './schema.ts';

const EXPLAINED: readonly { codes: RegExp; code: string; why: string; hint: string }[] = [
  {
    codes: /^SQLITE_BUSY|^SQLITE_LOCKED/,
    code: 'database-locked',
    why: 'is in use by another program',
    hint: 'Nothing was saved. Close the other program, then try again.',
  },
  {
    codes: /^SQLITE_CORRUPT|^SQLITE_NOTADB/,
    code: 'database-damaged',
    why: 'is damaged, or is not a database',
    hint: 'Nothing was saved. To save what can be read: followup doctor --fix. To bring back a backup: followup restore FILE',
  },
  {
    codes: /^SQLITE_READONLY|^SQLITE_PERM|^EACCES|^EROFS|^EPERM/,
    code: 'database-read-only',
    why: 'may not be written to',
    hint: 'Nothing was saved. Check the permissions of the file and of its folder, or name another with --db FILE.',
  },
  {
    codes: /^SQLITE_FULL|^ENOSPC/,
    code: 'disk-full',
    why: 'cannot grow: the disk is full',
    hint: 'Nothing was saved. Make room, then try again.',
  },
  {
    codes: /^SQLITE_CANTOPEN|^SQLITE_IOERR|^ENOTDIR|^ENOENT|^EEXIST|^EISDIR|^EIO/,
    code: 'database-unusable',
    why: 'cannot be opened',
    hint: 'Nothing was saved. Check the path: --db FILE, FOLLOWUP_DB.',
  },
];

/**
 * Turns an error of SQLite or the file system into a refusal that says what to do. Other errors are returned
 * unchanged.
 */
export function explainSqliteError(error: unknown, path: string): unknown {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (error instanceof Refusal || typeof code !== 'string') return error;
  if (code === 'SQLITE_ERROR' && WRONG_SCHEMA.test(String(message))) return refuseDamagedFile(path);
  const explanation = EXPLAINED.find(({ codes }) => codes.test(code));
  return explanation
    ? new Refusal(explanation.code, `${path} ${explanation.why}.`, explanation.hint, 'database')
    : error;
}

/** Our statements are always right for a file of this version, so it has lost something. */
const WRONG_SCHEMA =
  /^(?:no such (?:table|column|index)|table \w+ already exists|malformed|.* has no column)/;

/** The refusal of a file that is damaged. */
export function refuseDamagedFile(path: string): Refusal {
  return explainSqliteError({ code: 'SQLITE_CORRUPT' }, path) as Refusal;
}

/** The refusal of a file in which an operation is not as it was recorded. */
export function refuseAltered(path: string, { verb, recorded_at }: OperationRow): Refusal {
  return new Refusal(
    'database-damaged',
    `${path} is damaged: ${verb} of ${recorded_at} is not as it was recorded.`,
    'To see what else, and to save what can be read: followup doctor --fix',
    'database',
  );
}
