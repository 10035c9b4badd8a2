import type { Cadence } from '../time/cadence.ts';
import type { Instant, Moment } from '../time/moment.ts';
import type { Estimate, Scope } from './events.ts';
import { type Ball, KIND_TRAITS, type Kind, type OpenState, type State } from './kinds.ts';

/** An offer that has no answer yet. */
export interface Offer {
  readonly date: Moment;
  readonly madeAt: Instant;
  /** What to work towards if they take it; null where there is no work to plan. */
  readonly target: Moment | null;
}

/** When the due date was last agreed or moved, and whether it stands in a message. */
export interface Agreement {
  readonly at: Instant;
  readonly inWriting: boolean;
}

/** Hides its lines until a time. */
export interface Snooze {
  readonly until: Moment;
  readonly at: Instant;
}

/** Anything with an expectation on it, as its events leave it. Clients are named by uid. */
export interface Commitment {
  readonly uid: string;
  /** This machine's name for it. */
  readonly number: number;
  readonly kind: Kind;
  readonly title: string;
  readonly client: string | null;
  /** Who promised, for an awaiting. */
  readonly who: string | null;
  readonly project: string | null;
  readonly state: State;
  /** The state to which a reopened commitment returns. */
  readonly lastOpenState: OpenState;
  /** When it was asked, promised or said. */
  readonly createdAt: Instant;
  readonly closedAt: Instant | null;
  readonly wantedBy: Moment | null;
  /** Since when no date stands: asked, or countered. */
  readonly undatedSince: Instant;
  readonly offer: Offer | null;
  readonly due: Moment | null;
  /** The earlier date that I work towards; null where there is no work to plan. */
  readonly target: Moment | null;
  /** Null until a date is agreed or, for a promise or an awaiting, moved. */
  readonly agreement: Agreement | null;
  readonly moves: number;
  readonly cadence: Cadence | null;
  /** The last word about it that reached the other side: the update clock runs from here. */
  readonly lastWordAt: Instant | null;
  /** The next update as it was promised, in place of one occurrence of the cadence. */
  readonly nextPromised: Moment | null;
  readonly estimate: Estimate | null;
  readonly spentHours: number;
  readonly scope: Scope;
  readonly snooze: Snooze | null;
  readonly blocks: string | null;
  readonly reopened: number;
  /** How both sides will know that it is correct. */
  readonly rightWhen: string | null;
  /** Whether it is a decision of theirs, which the answer puts in writing. */
  readonly decided: boolean;
  /** What another program called it. */
  readonly source: string | null;
}

/** A commitment before its first fact: the number it was given survives even an undo of everything else. */
export interface Unborn {
  readonly uid: string;
  readonly number: number;
  readonly state: null;
}

/** Nothing is known of a stream but its uid. */
export function unborn(uid: string): Unborn {
  return { uid, number: 0, state: null };
}

/** Whether anything was recorded of it that still counts. */
export function isBorn(commitment: Commitment | Unborn): commitment is Commitment {
  return commitment.state !== null;
}

/** Whether anything is still expected of anyone. */
export function isOpen(commitment: Commitment): boolean {
  return commitment.closedAt === null;
}

/** Whose move it is: mine while I owe a date, a delivery or an answer; theirs while I wait for an answer, a delivery or an acceptance. */
export function ballOf({ kind, state }: Pick<Commitment, 'kind' | 'state'>): Ball {
  switch (state) {
    case 'asked':
    case 'agreed':
    case 'owed':
      return 'me';
    case 'offered':
    case 'waiting':
      return 'them';
    case 'done':
      return KIND_TRAITS[kind].ballWhenDone;
    case 'accepted':
    case 'dropped':
      return null;
  }
}

/** Whether it is open and its due date has passed, snoozed or not. */
export function isOverdue(commitment: Commitment, now: Instant): boolean {
  return isOpen(commitment) && commitment.due !== null && commitment.due.at < now;
}

/** Whether a date was agreed or moved that does not stand in a message yet. */
export function isUnwritten({ agreement }: Commitment): boolean {
  return agreement !== null && !agreement.inWriting;
}

/** The date that stands, else the one offered, else the one they would like. */
export function currentDate({ due, offer, wantedBy }: Commitment): Moment | null {
  return due ?? offer?.date ?? wantedBy;
}

/** The earlier date to work towards: for the date that stands, else for the offer; null where there is none. */
export function currentTarget({ due, target, offer }: Commitment): Moment | null {
  return due ? target : (offer?.target ?? null);
}

/** The client or other party to whom words about it go. */
export function counterpart({ who, client }: Pick<Commitment, 'who' | 'client'>): string | null {
  return who ?? client;
}
