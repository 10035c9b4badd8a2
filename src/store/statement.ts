import type Database from 'better-sqlite3';
import { memoizeByObject } from '../domain/base/memo.ts';
import type { Db } from './db.ts';

const preparedIn = memoizeByObject((_: Db) => new Map<string, Database.Statement>());

/** A statement, compiled once for each open database. Rows are objects. */
export function statement(db: Db, sql: string): Database.Statement {
  return prepare(db, sql, 'rows', (fresh) => fresh);
}

/** A cached query of one column; each row is its value. */
export function valueStatement(db: Db, sql: string): Database.Statement {
  return prepare(db, sql, 'values', (fresh) => fresh.pluck());
}

/** A cached query of many columns; each row is a list of values, which is quicker than an object. */
export function listStatement(db: Db, sql: string): Database.Statement {
  return prepare(db, sql, 'lists', (fresh) => fresh.raw());
}

function prepare(
  db: Db,
  sql: string,
  form: string,
  shape: (fresh: Database.Statement) => Database.Statement,
): Database.Statement {
  const prepared = preparedIn(db);
  const key = `${form} ${sql}`;
  const cached = prepared.get(key);
  if (cached) return cached;
  const fresh = shape(db.prepare(sql));
  prepared.set(key, fresh);
  return fresh;
}
