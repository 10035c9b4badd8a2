import { accessSync, closeSync, constants, existsSync, openSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../domain/base/refusal.ts';
import { whyFileFailed } from '../domain/base/why-file-failed.ts';
import { BUSY_TIMEOUT_MS } from './busy-timeout.ts';
import { BESIDE } from './database-files.ts';

/** What an error says about a database. */
interface Explanation {
  /** The errors of SQLite and of the file system. */
  readonly codes: RegExp;
  readonly code: string;
  readonly why: string;
  readonly hint: string;
}

const DAMAGED: Explanation = {
  codes: /^SQLITE_CORRUPT|^SQLITE_NOTADB/,
  code: 'database-damaged',
  why: 'is damaged, or is not a database',
  hint: 'Nothing was saved. To save what can be read: followup doctor --fix. To bring back a backup: followup restore FILE',
};

const EXPLAINED: readonly Explanation[] = [
  DAMAGED,
  {
    codes: /^SQLITE_BUSY|^SQLITE_LOCKED/,
    code: 'database-locked',
    why: `is in use by another program, and was not free within ${BUSY_TIMEOUT_MS / 1000} seconds`,
    hint: 'Nothing was saved. Close the other program, then try again.',
  },
  {
    codes: /^SQLITE_READONLY|^SQLITE_PERM|^EACCES|^EROFS|^EPERM/,
    code: 'database-read-only',
    why: 'may not be written to',
    hint: 'Nothing was saved. Check the permissions of the file and of its folder, or name another file.',
  },
  {
    codes: /^SQLITE_FULL|^ENOSPC|^EDQUOT/,
    code: 'disk-full',
    why: 'cannot grow: the disk is full',
    hint: 'Nothing was saved. Make room, then try again.',
  },
  {
    codes: /^SQLITE_IOERR_(?:WRITE|TRUNCATE|SHMSIZE|FSYNC|DIR_FSYNC)|^EFBIG/,
    code: 'disk-failed',
    why: 'could not be written: the disk failed, or allows no files that large',
    hint: 'Nothing was saved. Check the disk and its limits (ulimit -f), then try again.',
  },
  {
    codes: /^SQLITE_IOERR_(?:READ|SHORT_READ|CORRUPTFS|DATA|SHMMAP)/,
    code: 'disk-failed',
    why: 'could not be read: the disk failed',
    hint: 'Nothing was saved. Check the disk; a copy of the file on another one can be read with --db FILE.',
  },
  {
    codes: /^SQLITE_NOMEM|^SQLITE_TOOBIG/,
    code: 'out-of-memory',
    why: 'needs more memory than there is',
    hint: 'Nothing was saved. Close other programs, then try again.',
  },
  {
    codes: /^SQLITE_CANTOPEN|^SQLITE_IOERR|^SQLITE_PROTOCOL|^SQLITE_NOLFS|^E[A-Z]/,
    code: 'database-unusable',
    why: 'cannot be opened',
    hint: 'Nothing was saved. Check the path; that of the database comes from --db FILE or FOLLOWUP_DB.',
  },
];

/** Errors for which SQLite does not say what the operating system has said. */
const REASON_UNKNOWN = /^SQLITE_(?:CANTOPEN|READONLY|PERM|IOERR$)/;

/**
 * Turns an error of SQLite or the file system into a refusal that says what to do, and names the file or folder
 * that failed; `path` is the database. Other errors are returned unchanged.
 */
export function explainSqliteError(error: unknown, path: string): unknown {
  const { code, message: said } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (error instanceof Refusal || typeof code !== 'string') return error;
  if (code === 'SQLITE_ERROR' && WRONG_SCHEMA.test(String(said))) return refuseDamaged(path);
  const cause = REASON_UNKNOWN.test(code) ? findCause(path) : null;
  const failure = cause?.failure ?? error;
  const reason = whyFileFailed(failure);
  if (reason === null && !code.startsWith('SQLITE_')) return error;
  const { code: decisive, syscall, path: failed = path } = failure as NodeJS.ErrnoException;
  // The name of a temporary folder says nothing to anybody; what was to be made in it does.
  const file = syscall === 'mkdtemp' ? path : failed;
  const explanation = explanationOf(decisive ?? code, path);
  if (!explanation) return error;
  const message =
    reason === null
      ? `${path} ${explanation.why}.`
      : `${file} ${cause?.cannot ?? sayFailed(failure)}: ${reason}.`;
  return new Refusal(explanation.code, message, explanation.hint, 'database');
}

/** SQLite reports some of the writes that a full disk refuses as a failure of the disk. */
function explanationOf(code: string, path: string): Explanation | undefined {
  const meant = code.startsWith('SQLITE_IOERR') && isDiskFull(path) ? 'SQLITE_FULL' : code;
  return EXPLAINED.find(({ codes }) => codes.test(meant));
}

/** Less room than this, in bytes, is not enough for the files that SQLite makes beside a database. */
const NO_ROOM = 64 * 1024;

function isDiskFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < NO_ROOM;
  } catch {
    return false;
  }
}

/** Does something with a database or a file beside it. Throws its errors as refusals that name `path`. */
export function explaining<T>(path: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    throw explainSqliteError(error, path);
  }
}

/** What could not be done, by what the operating system was asked to do. */
function sayFailed(failure: unknown): string {
  const { syscall = '' } = failure as NodeJS.ErrnoException;
  if (syscall === 'mkdir') return 'cannot be made';
  if (syscall === 'access') return 'may not be written to';
  return /^(?:mkdtemp|rename|fsync|write|chmod)$/.test(syscall) ? 'cannot be written' : 'cannot be opened';
}

/** Which of the files and folders that SQLite needs the operating system refuses, and for what. */
function findCause(path: string): { readonly failure: unknown; readonly cannot: string } | null {
  let cannot = 'cannot be opened';
  try {
    // Any file will do to see whether one more can be opened. Not the database: to close it would give up the locks
    // that this process holds on it.
    closeSync(openSync(process.execPath, 'r'));
    for (const each of [path, ...BESIDE.map((suffix) => path + suffix), dirname(path)]) {
      if (!existsSync(each)) continue;
      cannot = 'cannot be read';
      accessSync(each, constants.R_OK);
      cannot = 'may not be written to';
      accessSync(each, constants.W_OK);
    }
    return null;
  } catch (failure) {
    const isOurs = (failure as NodeJS.ErrnoException).path !== process.execPath;
    return { failure: isOurs ? failure : { ...(failure as object), path }, cannot };
  }
}

/** Our statements are always right for a file of this version, so it has lost something. */
const WRONG_SCHEMA =
  /^(?:no such (?:table|column|index)|unsupported file format|unknown function|table \w+ already exists|malformed|.* has no column)/;

/** The refusal of a file that is damaged; `why` completes the sentence. */
export function refuseDamaged(path: string, why?: string, hint: string = DAMAGED.hint): Refusal {
  return new Refusal(
    DAMAGED.code,
    `${path} ${why === undefined ? DAMAGED.why : `is damaged: ${why}`}.`,
    hint,
    'database',
  );
}
