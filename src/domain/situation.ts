import type { Away } from './away.ts';
import type { Cadence } from './cadence.ts';
import type { WorkCalendar } from './calendar.ts';
import type { Client } from './client.ts';
import type { Commitment } from './commitment.ts';
import type { Duration } from './duration.ts';
import type { Forecast } from './forecast.ts';
import type { Instant } from './moment.ts';

/** The habits that the clocks of attention go by (design 4.1). */
export interface Settings {
  readonly chaseAfter: Duration;
  readonly updateEvery: Cadence;
  readonly replyWithin: Duration;
  readonly quietAfter: Duration;
  readonly warnBefore: Duration;
}

/** The habits that hold for a client, by uid; null stands for nobody in particular. */
export type SettingsOf = (client: string | null) => Settings;

/**
 * What a decision may look at beside the commitment itself, read in the same transaction. What influenced the outcome
 * goes into the events, so that replay never needs it.
 */
export interface Situation {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly settingsOf: SettingsOf;
  /** The queue of work with what the record says about it; looked at only by those that need it. */
  readonly forecast: Forecast;
  readonly clients: readonly Client[];
  /** All commitments whose matter it is a client's, or that they promised. */
  readonly commitmentsOf: (client: string) => readonly Commitment[];
  /** The uids of all answers about a client. */
  readonly answersAbout: (client: string) => readonly string[];
  /** The uids of all contacts with a client. */
  readonly contactsOf: (client: string) => readonly string[];
  readonly away: readonly Away[];
  /** A new uid, and this machine's next free number: fresh at each call. */
  readonly newId: () => string;
  readonly newNumber: () => number;
}
