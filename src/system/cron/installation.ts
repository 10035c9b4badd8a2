/**
 * How what is installed for a database compares with what would be installed now: nothing is, the same, something
 * older, something that was changed by hand since, or the same, but out of
 * action.
 */
export type InstallationState = 'absent' | 'current' | 'outdated' | 'edited' | 'off';

/** A way to have the reminders called, and what there is of it for one database. */
export interface Installation {
  readonly kind: 'crontab' | 'systemd';
  /** The lines that call the program, as they would be installed now; with systemd, after the path of each file. */
  readonly lines: readonly string[];
  /** The same of what is installed; empty if nothing is. */
  readonly found: readonly string[];
  /** The files that the lines that are installed name. */
  readonly named: readonly string[];
  readonly state: InstallationState;
  /** The content of each file, by its path, where it consists of files. */
  readonly files?: ReadonlyMap<string, string>;
  /** Installs it. Throws a Refusal. */
  readonly install: () => void;
  /** Takes it out, and nothing else. Throws a Refusal. */
  readonly remove: () => void;
}
