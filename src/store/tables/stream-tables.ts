import type { StreamKind } from '../../domain/streams/events.ts';
import type { StatesByKind } from '../../domain/streams/registry.ts';
import type { Db } from '../db.ts';

/** How the states of one kind of stream are stored in read tables. */
export interface StreamTables<K extends StreamKind> {
  readonly tables: readonly {
    readonly name: string;
    readonly definition: string;
    readonly indexes: readonly string[];
  }[];
  /** Inserts the rows of a state that has none yet. */
  readonly insert: (db: Db, uid: string, state: StatesByKind[K]) => void;
  /** Deletes the rows of a stream. */
  readonly remove: (db: Db, uid: string) => void;
  /** All stored states by the uid of their stream, as commands read them. */
  readonly readAll: (db: Db) => ReadonlyMap<string, StatesByKind[K]>;
}
