import { Refusal } from '../domain/base/refusal.ts';
import { readAltered } from '../store/checksum.ts';
import { type Db, nameOf, reading, writing } from '../store/db.ts';
import { isOnNetwork } from '../store/is-on-network.ts';
import { findDifferences, type OnProgress, rebuildReadTables } from '../store/read-tables.ts';
import { explainSqliteError } from '../store/sqlite-error.ts';

/** One check of `doctor`. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** The check that fails if only the read tables are wrong, which can be rebuilt. */
export const READ_TABLES = 'read tables';

/** The checks in the order in which they are shown. The detail is what is wrong; null if all is well. */
const CHECKS: readonly {
  readonly name: string;
  readonly fine: string;
  readonly find: (db: Db) => string | null;
}[] = [
  { name: 'file', fine: 'every page is sound', find: findBrokenPages },
  { name: 'journal', fine: 'every event belongs to an operation', find: findOrphanedRows },
  { name: 'checksums', fine: 'every operation is as it was recorded', find: findAltered },
  { name: READ_TABLES, fine: 'equal to a fresh replay of the journal', find: findDifferingTables },
];

/**
 * Checks that the file is sound and that its read tables match its journal, as of one moment. A check that cannot be made
 * because the file is damaged has failed. Whether other machines may share the file (`isShared`) is found out if it is not
 * known. Throws a Refusal if the file cannot be used for another reason.
 */
export function checkFile(db: Db, isShared?: boolean): Check[] {
  return reading(db, () => [
    ...CHECKS.map(({ name, fine, find }) => {
      const fault = unlessDamaged(db, find);
      return { name, ok: fault === null, detail: fault ?? fine };
    }),
    ...checkFileSystem(db, isShared),
  ]);
}

function unlessDamaged(db: Db, find: (db: Db) => string | null): string | null {
  try {
    return find(db);
  } catch (error) {
    const explained = explainSqliteError(error, nameOf(db));
    if (!(explained instanceof Refusal)) return `it cannot be read: ${(error as Error).message}`;
    if (explained.code !== 'database-damaged') throw explained;
    return explained.message.replace(`${nameOf(db)} `, 'it ').replace(/\.$/, '');
  }
}

function findBrokenPages(db: Db): string | null {
  const result = String(db.pragma('integrity_check', { simple: true }));
  return result === 'ok' ? null : result;
}

function findOrphanedRows(db: Db): string | null {
  const broken = (db.pragma('foreign_key_check') as unknown[]).length;
  return broken === 0 ? null : `${broken} rows refer to nothing`;
}

function findAltered(db: Db): string | null {
  const altered = readAltered(db);
  if (altered.length === 0) return null;
  const named = altered.slice(0, MOST_NAMED).map(({ verb, recorded_at }) => `${verb} of ${recorded_at}`);
  const more = altered.length - named.length;
  const list = more > 0 ? [...named, `${more} more`] : named;
  return `not as they were recorded: ${list.join(', ')}`;
}

const MOST_NAMED = 5;

/** What differs in the rows, read back as commands read them, from a replay of the journal. */
function findDifferingTables(db: Db): string | null {
  const differing = findDifferences(db);
  return differing.length === 0 ? null : `${differing.join(', ')} differ from a fresh replay of the journal`;
}

/** Where other machines may share the file, that it is kept in the way that is safe there. */
function checkFileSystem(db: Db, isShared = isOnNetwork(nameOf(db))): Check[] {
  if (!isShared || db.memory) return [];
  const isSafe = db.pragma('journal_mode', { simple: true }) !== 'wal';
  const way = isSafe ? 'kept without' : 'still kept with';
  return [
    {
      name: 'place',
      ok: isSafe,
      detail: `other machines may share the file; it is ${way} a write-ahead log`,
    },
  ];
}

/** Makes the read tables again from the journal. */
export function repairReadTables(db: Db, onProgress?: OnProgress): void {
  writing(db, () => rebuildReadTables(db, onProgress));
}
