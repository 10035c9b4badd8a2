import type { Cadence } from '../time/cadence.ts';
import type { Instant, Moment } from '../time/moment.ts';
import type { Complaint, Measure } from './complaint.ts';
import type { Belonging } from './complaint-events.ts';
import type { Delivery } from './delivery.ts';
import type { Evidence } from './delivery-events.ts';
import type { Estimate, ReplyOrder, Scope } from './events.ts';
import { type Ball, KIND_TRAITS, type Kind, type OpenState, type State } from './kinds.ts';
import type { Price } from './price.ts';
import type { Spent } from './spent.ts';
import type { OccurrenceOf } from './standing-events.ts';

/** An offer that has not been answered yet. */
export interface Offer {
  readonly date: Moment;
  readonly madeAt: Instant;
  /** What to work towards if they accept the date; null if there is no work to plan. */
  readonly target: Moment | null;
}

/** When the due date was last agreed or moved, and whether that is in writing. */
export interface Agreement {
  readonly at: Instant;
  readonly inWriting: boolean;
}

/** Somebody's yes, by name: to the resolution of a complaint, or to a price. */
export interface Approval {
  readonly by: string;
  readonly at: Instant;
  readonly inWriting: boolean;
}

/** Hides a commitment from the agenda until a time. */
export interface Snooze {
  readonly until: Moment;
  readonly at: Instant;
}

/** A date that had passed when it was moved, and when that was. */
export interface MissedDate {
  readonly due: Moment;
  readonly until: Instant;
}

/** The largest number that a commitment may have. */
export const MOST_NUMBER = 1_000_000_000;

/** Anything with an expectation on it: the state that its events lead to. Clients are referred to by uid. */
export interface Commitment extends Spent {
  readonly uid: string;
  /** This machine's name for it. */
  readonly number: number;
  readonly kind: Kind;
  readonly title: string;
  readonly client: string | null;
  /** For an awaiting: who made the promise. */
  readonly who: string | null;
  /** The name of the person who asked, or for an awaiting promised, if they work for the client that did. */
  readonly person: string | null;
  /** The names of the others at the client who are to hear about it. */
  readonly people: readonly string[];
  readonly project: string | null;
  readonly state: State;
  /** The state that `reopen` returns to. */
  readonly lastOpenState: OpenState;
  /** When it was asked, promised or said. */
  readonly createdAt: Instant;
  readonly closedAt: Instant | null;
  readonly wantedBy: Moment | null;
  /** Since when it has had no date: when it was asked for, or when they last countered. */
  readonly undatedSince: Instant;
  readonly offer: Offer | null;
  readonly due: Moment | null;
  /** The earlier date that I work towards; null if there is no work to plan. */
  readonly target: Moment | null;
  /**
   * Null until a date is agreed. A promise or an awaiting starts with a date, so there it is null until that
   * date is moved.
   */
  readonly agreement: Agreement | null;
  readonly moves: number;
  /** How many of its dates had passed when they were moved. */
  readonly missed: number;
  /** The same dates, in order. */
  readonly missedDates: readonly MissedDate[];
  readonly cadence: Cadence | null;
  /** When the other side last heard from me about it; the update clock runs from here. */
  readonly lastWordAt: Instant | null;
  /** Whether the other side knows of it: not of what I only plan to do, until they are told. */
  readonly isSaid: boolean;
  /** The next update, if a time for it was promised. It replaces one occurrence of the cadence. */
  readonly nextPromised: Moment | null;
  readonly estimate: Estimate | null;
  readonly scope: Scope;
  /** What it costs, if it is not part of what was agreed; null until a price was put to them. */
  readonly price: Price | null;
  /** The yes to the resolution of a complaint, or to the price; null while there is none. */
  readonly approval: Approval | null;
  /** When they last said yes or no to a resolution or a price, or yes to what was delivered. */
  readonly answeredAt: Instant | null;
  readonly snooze: Snooze | null;
  readonly blocks: string | null;
  /** For an awaiting: the contact in which I asked for it; null if they promised it of their own accord. */
  readonly question: string | null;
  readonly reopened: number;
  /** How both sides will know that the work is correct. */
  readonly rightWhen: string | null;
  /** Whether the client made a decision; my answer then confirms it in writing. */
  readonly decided: boolean;
  /** Its id in the program that it was imported from. */
  readonly source: string | null;
  /** What it came from. */
  readonly topic: string | null;
  /** The commitment that it is more work on than was agreed. */
  readonly extraTo: string | null;
  /** For a complaint: what it is about, and its resolution. */
  readonly complaint: Complaint | null;
  /** The complaint that it belongs to, and as what. */
  readonly belongsTo: Belonging | null;
  /** The standing promise that it is one time of; null if it is promised once. */
  readonly occurrence: OccurrenceOf | null;
  /** When it was missed, whatever became of it since; null if it never was. */
  readonly missedAt: Instant | null;
  /** Why it was missed, if whoever waited for it knows; null while nobody has said. */
  readonly missExplained: string | null;
  /** What was handed over to them; null until then, and once it is opened again. */
  readonly delivery: Delivery | null;
  /** What proves that it was finished. */
  readonly evidence: readonly Evidence[];
  /** For a reply: which it is of those about the same; null if that was not recorded. */
  readonly replyOrder: ReplyOrder | null;
  /** For a reply: the one whose answer left this open. */
  readonly restOf: string | null;
}

/** A commitment without a first event. It keeps its number even when everything else is undone. */
export interface Unborn {
  readonly uid: string;
  readonly number: number;
  readonly state: null;
}

/** A commitment about which only the uid is known. */
export function unborn(uid: string): Unborn {
  return { uid, number: 0, state: null };
}

/** Whether the commitment exists, which it does not when everything recorded about it was undone. */
export function isBorn(commitment: Commitment | Unborn): commitment is Commitment {
  return commitment.state !== null;
}

/** Whether anything is still expected of anyone. */
export function isOpen(commitment: Commitment): boolean {
  return commitment.closedAt === null;
}

/** The offer that waits for their answer. What is closed keeps it, in case it is reopened, but waits for nothing. */
export function pendingOffer(commitment: Commitment): Offer | null {
  return isOpen(commitment) ? commitment.offer : null;
}

/** The price that waits for their answer. Delivered work may still be priced. */
export function unansweredPrice({ price, approval, scope, state }: Commitment): Price | null {
  const isPut = price !== null && !price.isFree && price.refused === null;
  return isPut && approval === null && scope === 'out' && state !== 'dropped' ? price : null;
}

/** Whether it is work that nobody has agreed to pay for, and that was not given either, delivered or not. */
export function isUnpriced({ kind, scope, price, approval, state }: Commitment): boolean {
  const isSettled = price !== null && (price.isFree || approval !== null);
  return kind === 'request' && scope === 'out' && state !== 'dropped' && !isSettled;
}

/** Whether it says when I speak again about a complaint. */
export function isTalk({ belongsTo }: Pick<Commitment, 'belongsTo'>): boolean {
  return belongsTo?.as === 'talk';
}

/** Whether it promises to speak again about a complaint, and that is still to come. */
export function isOpenTalk(commitment: Commitment): boolean {
  return isTalk(commitment) && isOpen(commitment);
}

/** Of what belongs to a complaint, what was approved and is still to be done. */
export function openMeasures(belonging: readonly Commitment[]): Commitment[] {
  return belonging.filter((each) => isOpen(each) && !isTalk(each));
}

/** What a measure of a complaint opened when it was approved, among what belongs to that; undefined if nothing. */
export function openedBy({ id }: Measure, belonging: readonly Commitment[]): Commitment | undefined {
  return belonging.find(({ belongsTo }) => belongsTo?.measure === id);
}

/**
 * Whose move it is: mine while I owe a date, a delivery or an answer; theirs while I wait for an answer, a
 * delivery or acceptance.
 */
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
    case 'missed':
      return null;
  }
}

/** Whether I still wait for what they said they would do. */
export function isAwaited(commitment: Commitment): boolean {
  return commitment.kind === 'awaiting' && isOpen(commitment);
}

/** Whether it was finished after its due date; null while it is open, and where there was no date or it was dropped. */
export function wasLate({ state, closedAt, due }: Commitment): boolean | null {
  return closedAt === null || due === null || state === 'dropped' ? null : closedAt > due.at;
}

/** Whether it is open and past its due date, snoozed or not. */
export function isOverdue(commitment: Commitment, now: Instant): boolean {
  return isOpen(commitment) && commitment.due !== null && commitment.due.at < now;
}

/** Whether a date was agreed or moved but is not in writing yet. */
export function isUnwritten({ agreement }: Commitment): boolean {
  return agreement !== null && !agreement.inWriting;
}

/** Whether the answer that is owed is to put a decision of theirs in writing. */
export function isDecisionToConfirm(commitment: Commitment): boolean {
  return commitment.decided && isOpen(commitment) && isUnwritten(commitment);
}

/** The agreed date, else the one offered, else the one they would like. */
export function currentDate({
  due,
  offer,
  wantedBy,
}: Pick<Commitment, 'due' | 'offer' | 'wantedBy'>): Moment | null {
  return due ?? offer?.date ?? wantedBy;
}

/** The target for the agreed date, else for the offered one; null if there is none. */
export function currentTarget({
  due,
  target,
  offer,
}: Pick<Commitment, 'due' | 'target' | 'offer'>): Moment | null {
  return due ? target : (offer?.target ?? null);
}

/** Whether updates are owed about it while it is agreed: what comes again is itself what they hear. */
export function hasUpdateClock({ kind, occurrence }: Pick<Commitment, 'kind' | 'occurrence'>): boolean {
  return KIND_TRAITS[kind].owesUpdates && occurrence === null;
}

/**
 * Whether one word to a client about everything that is open with them is about this too. What they owe is chased, when we speak about
 * a complaint goes with that, and of a promise that was never said they know nothing.
 */
export function hearsOfItAll(commitment: Commitment, client: string): boolean {
  const { kind, isSaid } = commitment;
  return (
    isOpen(commitment) &&
    kind !== 'awaiting' &&
    !isTalk(commitment) &&
    isSaid &&
    counterpart(commitment) === client
  );
}

/** The other party, who hears about it: whoever made the promise, else the client. */
export function counterpart({ who, client }: Pick<Commitment, 'who' | 'client'>): string | null {
  return who ?? client;
}
