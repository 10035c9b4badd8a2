import { type Db, nameOf, using, writing } from '../store/db.ts';
import { isOnNetwork } from '../store/is-on-network.ts';
import { findDifferences, rebuildReadTables } from '../store/read-tables.ts';

/** One check of `doctor`. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/**
 * Checks that the file is sound and that its read tables match its journal. Whether other machines may share it
 * (`isShared`) is found out if it is not known.
 */
export function checkFile(db: Db, isShared?: boolean): Check[] {
  return using(db, () => [
    checkIntegrity(db),
    checkReferences(db),
    checkReadTables(db),
    ...checkFileSystem(db, isShared),
  ]);
}

function checkIntegrity(db: Db): Check {
  const result = db.pragma('integrity_check', { simple: true });
  return {
    name: 'file',
    ok: result === 'ok',
    detail: result === 'ok' ? 'every page is sound' : String(result),
  };
}

function checkReferences(db: Db): Check {
  const broken = (db.pragma('foreign_key_check') as unknown[]).length;
  return {
    name: 'journal',
    ok: broken === 0,
    detail: broken === 0 ? 'every event belongs to an operation' : `${broken} rows refer to nothing`,
  };
}

/** Whether the rows, read back as commands read them, match a replay of the journal. */
function checkReadTables(db: Db): Check {
  const differing = findDifferences(db);
  return {
    name: 'read tables',
    ok: differing.length === 0,
    detail:
      differing.length === 0
        ? 'equal to a fresh replay of the journal'
        : `${differing.join(', ')} differ from a fresh replay of the journal`,
  };
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

/** Rebuilds the read tables from the journal. */
export function repairReadTables(db: Db): void {
  writing(db, () => rebuildReadTables(db));
}
