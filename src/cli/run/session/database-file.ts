import { orThrow, type Refusal } from '../../../domain/base/refusal.ts';
import { isBackupBegun } from '../../../store/backup-folder.ts';
import type { Db } from '../../../store/db.ts';
import { hasCommitted } from '../../../store/db.ts';
import { isDemo } from '../../../store/demo.ts';
import { isNewlyShared, isThere, openForReading, openForWriting, openInMemory } from '../../../store/open.ts';
import type { OnProgress } from '../../../store/read-tables.ts';

/** The database file of a run, opened on first use. */
export class DatabaseFile {
  private db: Db | null = null;

  constructor(
    /** Its absolute path, or the refusal of the name that was given, which is thrown once the file is needed. */
    private readonly place: string | Refusal,
    /** Called with the share that is done while the read tables are rebuilt, if they have to be. */
    private readonly onProgress?: OnProgress,
    /** Called when the file was made, or moved to, where other machines may share it. */
    private readonly onShared?: () => void,
  ) {}

  /** Its absolute path. Throws a Refusal if the name that was given means no file. */
  get path(): string {
    return orThrow(this.place);
  }

  /** Opens the file, creating it if it is to be written. Throws a Refusal. */
  open(purpose: 'read' | 'write'): Db {
    // A missing file was read as an empty database in memory; before a write it has to be created.
    if (this.db === null || (purpose === 'write' && this.db.memory)) {
      const open = purpose === 'read' ? openForReading : openForWriting;
      this.db = open(this.path, this.onProgress);
      if (isNewlyShared(this.db)) this.onShared?.();
    }
    return this.db;
  }

  /** Goes on with a copy of the content in memory, because the file cannot be written. Throws a Refusal. */
  openCopy(): void {
    this.db?.close();
    this.db = openInMemory(this.path);
  }

  /** The database, if it is open. */
  get opened(): Db | null {
    return this.db;
  }

  /** Whether there is no such file. Throws a Refusal if there cannot be one. */
  get isMissing(): boolean {
    return !isThere(this.path);
  }

  /** Whether a backup of the open file was begun. */
  get isBackupBegun(): boolean {
    return this.db !== null && !this.db.memory && isBackupBegun(this.path);
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
