import type { HeldUp } from '../domain/planning/held-up.ts';
import type { ProjectCost } from '../domain/planning/project-cost.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import type { StandingOutlook } from '../domain/streams/standing-outlook.ts';
import type { WorkCalendar } from '../domain/time/calendar.ts';
import type { Instant, Moment } from '../domain/time/moment.ts';
import type { ClockSettingsOf } from '../domain/time/settings.ts';
import type { Style } from './terminal/style.ts';

/** How much room there is for text, and how parts of it are set off. */
export interface TextLayout {
  /** Columns of the terminal; a pipe counts as 80. */
  readonly width: number;
  /** Lines of the terminal; a pipe counts as 40. */
  readonly height: number;
  readonly style: Style;
}

/** What every view needs besides the thing it shows: the present moment, what things are called, and the layout. */
export interface ViewContext extends TextLayout {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
  /** Names of clients by uid. */
  readonly names: ReadonlyMap<string, string>;
  /** The first name of a client that is there no longer, because its beginning was undone. */
  readonly formerName: (uid: string) => string | null;
  /** The shortest name that means a client in a command, by uid; its full name if none is shorter. */
  readonly handleOf: (uid: string) => string;
  /** Whether a text can be shown to the reader as it is. */
  readonly canWrite: (text: string) => boolean;
  /** IANA zones of the clients whose zone is known, by uid. */
  readonly zones: ReadonlyMap<string, string>;
  /** The probability that a commitment keeps its date; null if there is nothing to reckon. */
  readonly chanceOfKeeping: (commitment: Commitment) => number | null;
  /** Whether a date given for a commitment can be kept, and harms no other date. */
  readonly canKeep: (commitment: Commitment, date: Moment) => boolean;
  /** What the project of this name costs; null if it has no budget. */
  readonly costOfProject: (name: string) => ProjectCost | null;
  /** The number of a commitment by its uid. */
  readonly numberOf: (uid: string) => number | null;
  /** A commitment by its uid; null if there is none. */
  readonly commitmentOf: (uid: string) => Commitment | null;
  /** The commitments that belong to a complaint, by its uid: when we speak again, and what was approved. */
  readonly belongingTo: (complaint: string) => readonly Commitment[];
  /** The complaints about a commitment, by its uid. */
  readonly complaintsAbout: (uid: string) => readonly Commitment[];
  /** What of theirs holds up a commitment of mine, or what of mine an awaiting holds up, because it is late or came late. */
  readonly heldUp: (commitment: Commitment) => readonly HeldUp[];
  /** What came to a commitment besides what was agreed of it, by its uid. */
  readonly extrasOf: (uid: string) => readonly Commitment[];
  /** A standing promise by its uid, with its record; null if there is none. */
  readonly standingOf: (uid: string) => StandingOutlook | null;
  /** The uid of the client that a commitment is for, by its uid; null if it is for nobody. */
  readonly ownerOf: (uid: string) => string | null;
}

/** The name of a client by uid; null stays null. */
export function nameOf(uid: string | null, view: ViewContext): string | null {
  return uid === null ? null : (view.names.get(uid) ?? view.formerName(uid));
}
