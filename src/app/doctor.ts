import { Refusal } from '../domain/base/refusal.ts';
import type { ValueChecks } from '../domain/streams/value-checks.ts';
import { readAltered } from '../store/checksum.ts';
import { type Db, nameOf, reading, writing } from '../store/db.ts';
import { isOnNetwork } from '../store/is-on-network.ts';
import { findSchemaFaults } from '../store/open.ts';
import { findDifferences, type OnProgress, rebuildReadTables } from '../store/read-tables.ts';
import { explainSqliteError } from '../store/sqlite-error.ts';
import { findFaults } from './check-events.ts';

/** One check of `doctor`. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** The checks that fail although nothing that was recorded is damaged. */
const READ_TABLES = 'read tables';
const PLACE = 'place';

/** Whether checks found damage in what was recorded; read tables can always be made again. */
export function isDamaged(checks: readonly Check[]): boolean {
  return checks.some(({ ok, name }) => !ok && name !== READ_TABLES && name !== PLACE);
}

/** What a check looks for: what is wrong, or null if all is well. */
interface Search {
  readonly name: string;
  readonly fine: string;
  readonly find: (db: Db) => string | null;
}

/** Things to know for checking a file. */
export interface Checking {
  /** Whether the values in events can be read; without it they are not looked at. */
  readonly values?: ValueChecks;
  /** Whether other machines may share the file; found out if it is not known. */
  readonly isShared?: boolean;
}

/**
 * Checks that the file is sound and that its read tables match its journal, as of one moment. A check that cannot be made
 * because the file is damaged has failed. Throws a Refusal if the file cannot be used for another reason.
 */
export function checkFile(db: Db, { values, isShared }: Checking = {}): Check[] {
  return reading(db, () => [
    ...searchesFor(values).map(({ name, fine, find }) => {
      const fault = unlessDamaged(db, find);
      return { name, ok: fault === null, detail: fault ?? fine };
    }),
    ...checkFileSystem(db, isShared),
  ]);
}

/** The searches in the order in which they are shown. */
function searchesFor(values: ValueChecks | undefined): Search[] {
  return [
    { name: 'file', fine: 'every page is sound', find: findBrokenPages },
    { name: 'journal', fine: 'every event belongs to an operation', find: findOrphanedRows },
    { name: 'checksums', fine: 'every operation is as it was recorded', find: findAltered },
    ...(values
      ? [{ name: 'events', fine: 'every value in them can be read', find: findUnreadableIn(values) }]
      : []),
    { name: READ_TABLES, fine: 'equal to a fresh replay of the journal', find: findDifferingTables },
  ];
}

function findUnreadableIn(values: ValueChecks): Search['find'] {
  return (db) => sayFew([...findFaults(db, values)], '; ');
}

function unlessDamaged(db: Db, find: (db: Db) => string | null): string | null {
  try {
    return find(db);
  } catch (error) {
    const explained = explainSqliteError(error, nameOf(db));
    if (!(explained instanceof Refusal)) return `it cannot be read: ${(error as Error).message}`;
    // A type of event that nobody knows is a damaged one, if its operation is not as it was recorded.
    const isDamage =
      explained.code === 'newer-file' ? findAltered(db) !== null : explained.code === 'database-damaged';
    if (!isDamage) throw explained;
    return explained.message.replace(`${nameOf(db)} `, 'it ').replace(/\.$/, '');
  }
}

function findBrokenPages(db: Db): string | null {
  const result = String(db.pragma('integrity_check', { simple: true }));
  return result === 'ok' ? null : result;
}

function findOrphanedRows(db: Db): string | null {
  const changed = sayFew(findSchemaFaults(db), ', ');
  if (changed !== null) return `its tables are not as they were made: ${changed}`;
  const broken = (db.pragma('foreign_key_check') as unknown[]).length;
  return broken === 0 ? null : `${broken} rows refer to nothing`;
}

function findAltered(db: Db): string | null {
  const altered = sayFew(
    readAltered(db).map(({ verb, recorded_at }) => `${verb} of ${recorded_at}`),
    ', ',
  );
  return altered === null ? null : `not as they were recorded: ${altered}`;
}

/** How many faults are named; a file that is damaged in one place is likely to be so in many. */
const MOST_NAMED = 3;

/** The first few faults; null if there are none. */
function sayFew(faults: readonly string[], separator: string): string | null {
  if (faults.length === 0) return null;
  const more = faults.length - MOST_NAMED;
  return [...faults.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join(separator);
}

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
      name: PLACE,
      ok: isSafe,
      detail: `other machines may share the file; it is ${way} a write-ahead log`,
    },
  ];
}

/** Makes the read tables again from the journal. */
export function repairReadTables(db: Db, onProgress?: OnProgress): void {
  writing(db, () => rebuildReadTables(db, onProgress));
}
