import type { AttentionLine } from '../agenda/attention.ts';
import type { Forecast } from '../planning/forecast.ts';
import type { ProjectCost } from '../planning/project-cost.ts';
import type { Away } from '../streams/away.ts';
import type { Client } from '../streams/client.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Contact } from '../streams/contact.ts';
import type { Project } from '../streams/project.ts';
import type { Standing } from '../streams/standing.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import type { Instant } from '../time/moment.ts';
import type { ClockSettingsOf } from '../time/settings.ts';

/**
 * What a decision may look at apart from the commitment itself, read in the same transaction. Whatever
 * influences the outcome is recorded in the events, so that replaying them does not need the situation.
 */
export interface Situation {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
  /** The queue of work and the track record; computed only if used. */
  readonly forecast: Forecast;
  /** Everybody's agenda; computed only if used. */
  readonly attention: readonly AttentionLine[];
  readonly clients: readonly Client[];
  /** Those of the clients that a name can mean, and perhaps others: enough to match it with. */
  readonly clientsLike: (name: string) => readonly Client[];
  /** A commitment by its uid; null if there is none. */
  readonly commitmentWith: (uid: string) => Commitment | null;
  /** All commitments that concern a client or that the client promised. */
  readonly commitmentsOf: (client: string) => readonly Commitment[];
  /** Those of them in which somebody still has to act. */
  readonly pendingOf: (client: string) => readonly Commitment[];
  /** The number of a commitment by its uid; null if there is none. */
  readonly numberOf: (uid: string) => number | null;
  /** The commitments that belong to a complaint: when we speak again, and what was approved. */
  readonly belongingTo: (complaint: string) => readonly Commitment[];
  /** The replies that words about a commitment opened. */
  readonly repliesAbout: (commitment: string) => readonly Commitment[];
  /** The uids of all answers about a client. */
  readonly answersAbout: (client: string) => readonly string[];
  /** The uids of all contacts with a client. */
  readonly contactsOf: (client: string) => readonly string[];
  /** The contact in which a message is recorded, by its Message-ID; null if it is in none. */
  readonly contactWith: (messageId: string) => Contact | null;
  /** A standing promise by its uid; null if there is none. */
  readonly standingWith: (uid: string) => Standing | null;
  /** The standing promises that come again. */
  readonly standings: readonly Standing[];
  /** The standing promises that concern a client or that the client made. */
  readonly standingsOf: (client: string) => readonly Standing[];
  /** The times of a standing promise that were opened, in order. */
  readonly occurrencesOf: (standing: string) => readonly Commitment[];
  /** Whether nothing was done about a time of a standing promise since it was opened by itself. */
  readonly isAsOpened: (uid: string) => boolean;
  /** Those of them that were missed and that nobody has answered for, in order. */
  readonly missedOf: (standing: string) => readonly Commitment[];
  /** The projects that were started. */
  readonly projects: readonly Project[];
  /** The names that commitments give their projects, without those of projects that were started. */
  readonly unstartedProjects: readonly Project[];
  /** All commitments that belong to a project of this name. */
  readonly commitmentsIn: (project: string) => readonly Commitment[];
  /** What a project would cost and come to, if it were like this. */
  readonly costOf: (project: Project) => ProjectCost;
  /** The calendar in the zone of a client. */
  readonly calendarOf: (client: string | null) => WorkCalendar;
  readonly away: readonly Away[];
  /** A new uid; different at each call. `newNumber` is this machine's next free number. */
  readonly newId: () => string;
  readonly newNumber: () => number;
}
