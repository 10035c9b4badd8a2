import type { AttentionLine } from '../agenda/attention.ts';
import type { Forecast } from '../planning/forecast.ts';
import type { Away } from '../streams/away.ts';
import type { Client } from '../streams/client.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import type { Instant } from '../time/moment.ts';
import type { ClockSettingsOf } from '../time/settings.ts';

/**
 * What a decision may look at beside the commitment itself, read in the same transaction. What influenced the outcome
 * goes into the events, so that replay never needs it.
 */
export interface Situation {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
  /** The queue of work with what the record says about it; looked at only by those that need it. */
  readonly forecast: Forecast;
  /** What needs attention now, of everybody; read only when a decision looks at it. */
  readonly attention: readonly AttentionLine[];
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
