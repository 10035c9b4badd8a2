import { Refusal } from '../domain/base/refusal.ts';

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
    hint: 'Nothing was saved. Put a backup in its place, or name another file with --db FILE.',
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
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof Refusal || typeof code !== 'string') return error;
  const explanation = EXPLAINED.find(({ codes }) => codes.test(code));
  return explanation
    ? new Refusal(explanation.code, `${path} ${explanation.why}.`, explanation.hint, 'database')
    : error;
}
