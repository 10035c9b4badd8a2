import { existsSync } from 'node:fs';
import type { Db } from '../../../store/db.ts';
import { hasCommitted } from '../../../store/db.ts';
import { isDemo } from '../../../store/demo.ts';
import { openForReading, openForWriting } from '../../../store/open.ts';
import type { OnProgress } from '../../../store/read-tables.ts';

/** The database file of a run, opened on first use. */
export class DatabaseFile {
  private db: Db | null = null;

  constructor(
    readonly path: string,
    /** Called with the share that is done while the read tables are rebuilt, if they have to be. */
    private readonly onProgress?: OnProgress,
  ) {}

  /** Opens the file, creating it if it is to be written. Throws a Refusal. */
  open(purpose: 'read' | 'write'): Db {
    // A missing file was read as an empty database in memory; before a write it has to be created.
    if (this.db === null || (purpose === 'write' && this.db.memory)) {
      const open = purpose === 'read' ? openForReading : openForWriting;
      this.db = open(this.path, this.onProgress);
    }
    return this.db;
  }

  /** The database, if it is open. */
  get opened(): Db | null {
    return this.db;
  }

  /** Whether there is no such file. */
  get isMissing(): boolean {
    return !existsSync(this.path);
  }

  /** Whether the open file is a demo. */
  get isDemo(): boolean {
    return this.db !== null && isDemo(this.db);
  }

  /** Whether this run has committed a change to the file. */
  get hasCommitted(): boolean {
    return this.db !== null && hasCommitted(this.db);
  }
}
