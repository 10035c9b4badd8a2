import { countChanges, type Db } from './db.ts';

/** What was read, and in which state of the file. */
interface Kept<T> {
  readonly state: string;
  readonly value: T;
}

/**
 * Keeps what `read` finds in each open file, and reads again only once the file has changed. What a transaction
 * has changed itself is never kept, because it may be rolled back.
 */
export function keepUntilChanged<T>(read: (db: Db) => T): (db: Db) => T {
  const kept = new WeakMap<Db, Kept<T>>();
  return (db) => {
    const state = stateOf(db);
    const known = kept.get(db);
    if (known?.state === state) return known.value;
    const value = read(db);
    if (!db.inTransaction) kept.set(db, { state, value });
    return value;
  };
}

/** Differs after every change of the file, by this connection or by another. */
function stateOf(db: Db): string {
  return `${db.pragma('data_version', { simple: true })} ${countChanges(db)}`;
}
