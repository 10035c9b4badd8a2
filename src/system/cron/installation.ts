import type { InstalledJobs } from '../../domain/agenda/reminder-jobs.ts';

/** A way to have the reminders called, and what there is of it for one database. */
export interface Installation extends InstalledJobs {
  /** The files that the lines that are installed name. */
  readonly named: readonly string[];
  /** The content of each file, by its path, where it consists of files. */
  readonly files?: ReadonlyMap<string, string>;
  /** Installs it. Throws a Refusal. */
  readonly install: () => void;
  /** Takes it out, and nothing else. Throws a Refusal. */
  readonly remove: () => void;
}
