import { isDeepStrictEqual } from 'node:util';
import { type Db, using, writing } from '../store/db.ts';
import { READ_TABLES, type Row, rebuildReadTables, replay, rowsOf } from '../store/read-tables.ts';

/** One thing that doctor looked at. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Looks whether the file is sound and whether its read tables are what its journal comes to. */
export function checkFile(db: Db): Check[] {
  return using(db, () => [checkIntegrity(db), checkReferences(db), checkReadTables(db)]);
}

function checkIntegrity(db: Db): Check {
  const found = db.pragma('integrity_check', { simple: true });
  return { name: 'file', ok: found === 'ok', detail: found === 'ok' ? 'every page is sound' : String(found) };
}

function checkReferences(db: Db): Check {
  const broken = (db.pragma('foreign_key_check') as unknown[]).length;
  return {
    name: 'journal',
    ok: broken === 0,
    detail: broken === 0 ? 'every event belongs to an operation' : `${broken} rows refer to nothing`,
  };
}

function checkReadTables(db: Db): Check {
  const expected = new Map(READ_TABLES.map((table) => [table, [] as string[]]));
  for (const { stream, state } of replay(db)) {
    for (const [table, rows] of Object.entries(rowsOf(stream, state))) {
      expected.get(table)?.push(...rows.map(textOf));
    }
  }
  const differing = READ_TABLES.filter((table) => {
    const rows = (db.prepare(`SELECT * FROM ${table}`).all() as Row[]).map(textOf);
    return !isDeepStrictEqual(rows.sort(), expected.get(table)?.sort());
  });
  const indexed = db.prepare('SELECT count(*) = (SELECT count(*) FROM words) FROM words_index').pluck().get();
  if (indexed !== 1) differing.push('words_index');
  return {
    name: 'read tables',
    ok: differing.length === 0,
    detail:
      differing.length === 0
        ? 'equal to a fresh replay of the journal'
        : `${differing.join(', ')} differ from a fresh replay of the journal`,
  };
}

/** A row as a text, in which the order of the columns does not matter, nor the row number of words, which is the file's own. */
function textOf({ id: _id, ...row }: Row): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Makes the read tables anew from the journal. */
export function repairReadTables(db: Db): void {
  writing(db, () => rebuildReadTables(db));
}
