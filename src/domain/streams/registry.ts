import type { Instant } from '../time/moment.ts';
import { type Away, evolveAway } from './away.ts';
import { type Client, evolveClient } from './client.ts';
import { type Commitment, isBorn, type Unborn, unborn } from './commitment.ts';
import { type Contact, evolveContact } from './contact.ts';
import type { Evidence } from './delivery-events.ts';
import type { DomainEvent, EventsByKind, PromiseAwaited, PromiseMade, StreamKind } from './events.ts';
import { evolveCommitment } from './evolve-commitment.ts';
import { evolveProject, type Project } from './project.ts';
import { evolveReview, type GivenAnswer } from './review.ts';
import { evolveStanding, type Standing } from './standing.ts';

/**
 * The state of each kind of stream. It is null (or, for a commitment, unborn) if all events were undone, or
 * one of them ended it.
 */
export interface StatesByKind {
  readonly commitment: Commitment | Unborn;
  readonly client: Client | null;
  readonly project: Project | null;
  readonly contact: Contact | null;
  readonly away: Away | null;
  readonly review: GivenAnswer | null;
  readonly standing: Standing | null;
}

type Payload = Record<string, unknown>;

/** Turns a payload of one version into the next. */
type Upcaster = (payload: Payload) => Payload;

/** What the program needs to know about a type of event, apart from its effect. */
interface EventEntry<E> {
  /** The words to search by; null if there are none. Words that are also in another event are left to that event. */
  readonly words: ((event: E) => readonly (string | null | undefined)[]) | null;
  /** The steps from the first version to the current one: the nth turns version n into n + 1. */
  readonly upcasters?: readonly Upcaster[];
  /** Whether it still counts when its operation is undone. */
  readonly outlivesUndo?: true;
}

interface StreamEntry<K extends StreamKind> {
  readonly initial: (uid: string) => StatesByKind[K];
  /** False if all events were undone, or one of them ended it. */
  readonly exists: (state: StatesByKind[K]) => boolean;
  /** Applies one event. Never throws. */
  readonly evolve: (state: StatesByKind[K], event: EventsByKind[K], uid: string) => StatesByKind[K];
  readonly events: {
    readonly [T in EventsByKind[K]['type']]: EventEntry<Extract<EventsByKind[K], { type: T }>>;
  };
}

/** An event in which nobody searches for anything. */
const NO_WORDS = { words: null } as const;

/** All kinds of streams and all types of events. Everything that reads the journal consults this table. */
const REGISTRY: { readonly [K in StreamKind]: StreamEntry<K> } = {
  commitment: {
    initial: unborn,
    exists: isBorn,
    evolve: evolveCommitment,
    events: {
      RequestRecorded: { words: (e) => [e.title, e.project, e.because, e.rightWhen, e.topic] },
      // Version 2 allows a promise to myself, without a client.
      PromiseMade: { words: titleAndProject, upcasters: [unchanged] },
      // Version 2 may name the person who made the promise.
      PromiseAwaited: { words: titleAndProject, upcasters: [unchanged] },
      ReplyOwed: { words: (e) => [e.title, e.project, e.topic] },
      ComplaintRaised: { words: (e) => [e.title, e.project, e.topic] },
      DateOffered: { words: (e) => [e.because] },
      DateRejected: { words: (e) => [e.because] },
      DateAgreed: NO_WORDS,
      DateMoved: { words: (e) => [e.because] },
      PutInWriting: NO_WORDS,
      UpdateGiven: { words: unlessInContact },
      UpdatePlanned: NO_WORDS,
      // Version 2 may say when an answer is due.
      WordHeard: { words: unlessInContact, upcasters: [unchanged] },
      // Version 2 may take hours back, and has words.
      EffortSpent: { words: noteAndReason, upcasters: [unchanged] },
      MoneySpent: { words: noteAndReason },
      Delivered: { words: (e) => [e.withoutApproval, ...linksIn(e)] },
      PromiseKept: { words: linksIn },
      // Version 2 may have the words with which it came.
      AwaitedReceived: { words: wordsAndLinks, upcasters: [unchanged] },
      ReplyGiven: { words: wordsAndLinks },
      // Version 2 may be by silence.
      Accepted: { words: (e) => [e.note], upcasters: [unchanged] },
      Dropped: { words: (e) => [e.because] },
      Snoozed: NO_WORDS,
      Reopened: { words: (e) => [e.because] },
      NoteAdded: { words: (e) => [e.text, e.link] },
      // Version 2 may correct dates, version 3 may name people, and version 4 a topic and what it is extra to.
      DetailsChanged: {
        words: (e) => [e.title, e.project, e.rightWhen, e.because, ...(e.people ?? []), e.topic],
        upcasters: [unchanged, unchanged, unchanged],
      },
      AffectedNamed: { words: (e) => [e.text] },
      FactFound: { words: (e) => [e.text, e.link] },
      ConclusionDrawn: { words: (e) => [e.text] },
      CauseNamed: NO_WORDS,
      RemedyProposed: { words: (e) => [e.text] },
      PreventionProposed: { words: (e) => [e.text] },
      ResolutionOffered: NO_WORDS,
      ResolutionRejected: { words: (e) => [e.because] },
      ResolutionApproved: { words: (e) => [e.by] },
      TalkHeld: NO_WORDS,
      PricePut: { words: (e) => [e.because] },
      PriceRejected: { words: (e) => [e.because] },
      PriceApproved: { words: (e) => [e.by] },
      GivenFree: { words: (e) => [e.because] },
      RemovalNamed: { words: (e) => [e.text] },
      OccurrenceMissed: NO_WORDS,
      MissExplained: { words: (e) => [e.because] },
      OccurrenceShifted: NO_WORDS,
      OccurrenceWithdrawn: NO_WORDS,
      ReviewWindowOpened: NO_WORDS,
      // A number is never reused, so undo does not take it back.
      NumberGiven: { words: null, outlivesUndo: true },
    },
  },
  client: {
    initial: () => null,
    exists: isThere,
    evolve: evolveClient,
    events: {
      ClientAdded: { words: (e) => [e.name] },
      ClientDetailsChanged: { words: (e) => [e.name] },
      // Version 2 may have more than one address.
      PersonDescribed: {
        words: (e) => [e.name, e.email, ...(e.otherEmails ?? []), e.role],
        upcasters: [unchanged],
      },
      PersonLeft: NO_WORDS,
      // Version 2 may have a day.
      FactRemembered: { words: (e) => [e.text], upcasters: [unchanged] },
      FactForgotten: NO_WORDS,
      FactSeen: NO_WORDS,
      WordPlanned: NO_WORDS,
      ClientRetired: NO_WORDS,
      ClientReturned: NO_WORDS,
      // Version 2 keeps what was not handed over.
      ClientMerged: { words: null, upcasters: [unchanged] },
      NameAdopted: { words: (e) => [e.name] },
      SpentOnClient: { words: noteAndReason },
      ReportMade: NO_WORDS,
    },
  },
  project: {
    initial: () => null,
    exists: isThere,
    evolve: evolveProject,
    events: {
      ProjectStarted: { words: (e) => [e.name] },
      ProjectDetailsChanged: { words: (e) => [e.name] },
      BudgetSet: { words: (e) => [e.because, e.by] },
      BudgetRemoved: { words: (e) => [e.because] },
      BudgetSeen: { words: (e) => [e.because] },
      SpentOnProject: { words: noteAndReason },
      ProjectClosed: { words: (e) => [e.because] },
      ProjectReopened: NO_WORDS,
      ProjectMerged: NO_WORDS,
      ProjectAdopted: NO_WORDS,
    },
  },
  contact: {
    initial: () => null,
    exists: isThere,
    evolve: evolveContact,
    events: {
      ContactRecorded: { words: (e) => [e.subject, e.text] },
      SentCopyFound: { words: (e) => [e.subject, e.text] },
      ContactConnected: NO_WORDS,
      ContactReassigned: NO_WORDS,
    },
  },
  away: {
    initial: () => null,
    exists: isThere,
    evolve: evolveAway,
    events: { AwayPlanned: NO_WORDS, AwayCancelled: NO_WORDS },
  },
  review: {
    initial: () => null,
    exists: isThere,
    evolve: evolveReview,
    events: { QuestionAnswered: { words: (e) => [e.note] }, AnswerReassigned: NO_WORDS },
  },
  standing: {
    initial: () => null,
    exists: isThere,
    evolve: evolveStanding,
    events: {
      // Its first time says them.
      StandingPromiseMade: NO_WORDS,
      StandingPromiseChanged: { words: (e) => [e.title, e.because] },
      StandingPromisePaused: { words: (e) => [e.because] },
      StandingPromiseStopped: { words: (e) => [e.because] },
    },
  },
};

export const STREAM_KINDS = Object.keys(REGISTRY) as readonly StreamKind[];

const KIND_BY_TYPE: ReadonlyMap<string, StreamKind> = new Map(
  STREAM_KINDS.flatMap((kind) => Object.keys(REGISTRY[kind].events).map((type) => [type, kind] as const)),
);

/** All types of events, in the order of the registry. */
export const EVENT_TYPES = [...KIND_BY_TYPE.keys()] as readonly DomainEvent['type'][];

/** The kind of stream that a type of event belongs to; null if this version does not know the type. */
export function streamKindOf(type: string): StreamKind | null {
  return KIND_BY_TYPE.get(type) ?? null;
}

/** The state of a stream that has no events. */
export function initialState<K extends StreamKind>(kind: K, uid: string): StatesByKind[K] {
  return REGISTRY[kind].initial(uid);
}

/** Whether the thing still exists: false if all events were undone, or one of them ended it. */
export function exists<K extends StreamKind>(kind: K, state: StatesByKind[K]): boolean {
  return REGISTRY[kind].exists(state);
}

/** Applies one event to the state of a stream. Never throws. */
export function evolve<K extends StreamKind>(
  kind: K,
  state: StatesByKind[K],
  event: EventsByKind[K],
  uid: string,
): StatesByKind[K] {
  return REGISTRY[kind].evolve(state, event, uid);
}

/** Searchable words, and when they were said. */
export interface Words {
  readonly at: Instant;
  readonly text: string;
}

/** The searchable words of an event; null if it has none. */
export function wordsIn<K extends StreamKind>(kind: K, event: EventsByKind[K]): Words | null {
  const texts = (entryOf(kind, event.type).words?.(event) ?? []).filter((text) => text);
  return texts.length === 0 || !('at' in event) ? null : { at: event.at, text: texts.join(' \u00b7 ') };
}

/** Whether an event still counts when its operation is undone. */
export function outlivesUndo<K extends StreamKind>(kind: K, { type }: EventsByKind[K]): boolean {
  return entryOf(kind, type).outlivesUndo ?? false;
}

/** The version in which new events of a type are written. */
export function currentVersion<K extends StreamKind>(kind: K, type: EventsByKind[K]['type']): number {
  return (entryOf(kind, type).upcasters?.length ?? 0) + 1;
}

/** An event as it is stored. */
export interface StoredEvent {
  readonly type: string;
  readonly version: number;
  readonly payload: object;
}

/**
 * Converts a stored event to the current version. `unknown`: a newer followup wrote this type or version, so
 * any reading would be a guess. `misplaced`: the type belongs to another kind of stream.
 */
export function readEvent<K extends StreamKind>(
  kind: K,
  { type, version, payload }: StoredEvent,
): EventsByKind[K] | 'unknown' | 'misplaced' {
  const home = streamKindOf(type);
  if (home === null) return 'unknown';
  if (home !== kind) return 'misplaced';
  const { upcasters = [] } = entryOf(kind, type);
  if (version > upcasters.length + 1) return 'unknown';
  const today = upcasters.slice(version - 1).reduce<Payload>((old, step) => step(old), payload as Payload);
  // `streamKindOf` has just confirmed that the type belongs to this kind of stream.
  return { ...today, type } as unknown as EventsByKind[K];
}

/** The entry of an event type. It may only be applied to events of that type. */
function entryOf<K extends StreamKind>(kind: K, type: string): EventEntry<EventsByKind[K]> {
  const events = REGISTRY[kind].events as unknown as Readonly<Record<string, EventEntry<EventsByKind[K]>>>;
  return events[type] ?? NO_WORDS;
}

/** What comes again by itself says nothing that its first time has not said. */
function titleAndProject({ title, project, occurrence }: PromiseMade | PromiseAwaited) {
  return occurrence?.byItself ? [] : [title, project];
}

function noteAndReason({ note, because }: { readonly note?: string; readonly because?: string }) {
  return [note, because];
}

/** If there is a contact, its own event holds the words. */
function unlessInContact({ text, contact }: { readonly text?: string; readonly contact?: string }) {
  return contact ? [] : [text];
}

function linksIn({ evidence = [] }: { readonly evidence?: readonly Evidence[] }) {
  return evidence.map(({ link }) => link);
}

function wordsAndLinks(event: Parameters<typeof unlessInContact>[0] & Parameters<typeof linksIn>[0]) {
  return [...unlessInContact(event), ...linksIn(event)];
}

function isThere(state: object | null): boolean {
  return state !== null;
}

/** For a version that only widened what is allowed. */
function unchanged(payload: Payload): Payload {
  return payload;
}
