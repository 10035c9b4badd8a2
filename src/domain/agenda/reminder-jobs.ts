/** What calls the program by itself: the user's crontab, or timers of the user's systemd. */
export type JobPlace = 'crontab' | 'systemd';

/**
 * How what is installed for a database compares with what would be installed now: nothing is, the same, something
 * older, something that was changed by hand since, or the same, but not enabled.
 */
export type InstallationState = 'absent' | 'current' | 'outdated' | 'edited' | 'off';

/** The jobs in one place that remind of what is in one database. */
export interface InstalledJobs {
  readonly place: JobPlace;
  readonly state: InstallationState;
  /** The lines that call the program, as they would be installed now; with systemd, after the path of each file. */
  readonly lines: readonly string[];
  /** The same of what is installed; empty if nothing is. */
  readonly found: readonly string[];
}

/** What a machine has for jobs that run by themselves, and for what they say. */
export interface Machine {
  /** IANA name of the zone by whose clock cron goes. */
  readonly zone: string;
  /** Whether programs other than this one know the zones of the world. */
  readonly knowsZones: boolean;
  /** The path of the program that changes a crontab; null if there is none. */
  readonly crontab: string | null;
  readonly systemctl: string | null;
  /** Whether a cron daemon runs; null if that cannot be found out. */
  readonly runsCron: boolean | null;
  /** The command that installs a cron; null if cron is there, or nobody knows. */
  readonly toGetCron: string | null;
  /** The command that starts the cron daemon. */
  readonly toStartCron: string;
  /** Whether it can send mail, as cron does with what a job prints. */
  readonly sendsMail: boolean;
  /** Whether it has the program that shows notifications. */
  readonly hasNotifier: boolean;
  /** The command that installs that program; null if nobody knows. */
  readonly toGetNotifier: string | null;
}
