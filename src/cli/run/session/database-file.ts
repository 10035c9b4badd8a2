import type { Db } from '../../../store/db.ts';
import { hasCommitted } from '../../../store/db.ts';
import { isDemo } from '../../../store/demo.ts';
import { openForReading, openForWriting } from '../../../store/open.ts';

/** The database file of a run, opened when it is first needed. */
export class DatabaseFile {
  private db: Db | null = null;

  constructor(readonly path: string) {}

  /** Opens the file; it is created when it is needed for writing. Throws a Refusal. */
  open(purpose: 'read' | 'write'): Db {
    // A file that does not exist was read as an empty one in memory; to write, it has to be created.
    if (this.db === null || (purpose === 'write' && this.db.memory)) {
      this.db = purpose === 'read' ? openForReading(this.path) : openForWriting(this.path);
    }
    return this.db;
  }

  /** Whether the data in the open file are made up. */
  get isDemo(): boolean {
    return this.db !== null && isDemo(this.db);
  }

  /** Whether this run has changed something in the file for good. */
  get hasCommitted(): boolean {
    return this.db !== null && hasCommitted(this.db);
  }
}
