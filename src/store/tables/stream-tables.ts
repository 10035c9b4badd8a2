import type { StreamKind } from '../../domain/streams/events.ts';
import type { StatesByKind } from '../../domain/streams/registry.ts';
import type { Db } from '../db.ts';
import type { Table } from './table.ts';

/** How the states of one kind of stream are stored in read tables. */
export interface StreamTables<K extends StreamKind> {
  readonly tables: readonly {
    readonly name: string;
    readonly definition: string;
    readonly indexes: readonly string[];
    readonly isConsistent: (db: Db) => boolean;
  }[];
  /** Inserts the rows of a state that has none yet. */
  readonly insert: (db: Db, uid: string, state: StatesByKind[K]) => void;
  /** Deletes the rows of a stream. */
  readonly remove: (db: Db, uid: string) => void;
  /** All stored states by the uid of their stream, as commands read them. */
  readonly readAll: (db: Db) => ReadonlyMap<string, StatesByKind[K]>;
}

/** The tables of a kind of stream whose states are one row each, or nothing. */
export function rowPerStream<T extends { readonly uid: string }>(rows: Table<T>) {
  return {
    tables: [rows],
    insert: (db: Db, _uid: string, state: T | null) => {
      if (state) rows.insert(db, state);
    },
    remove: (db: Db, uid: string) => rows.remove(db, 'uid', uid),
    readAll: (db: Db) => new Map(rows.select(db).map((state) => [state.uid, state] as const)),
  };
}
