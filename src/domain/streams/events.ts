import type { Cadence } from '../time/cadence.ts';
import type { Instant, Moment } from '../time/moment.ts';
import type { BufferRule } from '../time/settings.ts';

export type Channel = 'email' | 'phone' | 'meeting' | 'chat' | 'letter' | 'other';
export const CHANNELS: readonly Channel[] = ['email', 'phone', 'meeting', 'chat', 'letter', 'other'];

/** Whether work belongs to what was agreed: `out` until it is priced and approved. */
export type Scope = 'in' | 'out';

/** In every event `at` is when it was said or done, which may be earlier than when it was recorded. */
interface Said {
  readonly at: Instant;
  readonly via?: Channel;
}

/** What begins a commitment. */
interface Begun extends Said {
  readonly title: string;
  readonly project?: string;
  /** What another program called it, where it was imported from there. */
  readonly source?: string;
}

/** The least and the most hours of work that were named where an estimate was a range. */
export type HoursRange = readonly [least: number, most: number];

/** How much work something is, in hours: one amount, or the middle of a range between two. */
export interface Estimate {
  readonly hours: number;
  readonly range?: HoursRange;
}

/** What a computed date was computed from. */
export interface Reckoning {
  /** The commitments whose work comes first, in their order. */
  readonly ahead: readonly string[];
  readonly hoursAhead: number;
  /** Hours of work that are left of the commitment itself. */
  readonly hours: number;
  /** Whose efforts stood in for an estimate, where nobody had made one: those for the client, all, or none yet. */
  readonly assumedFrom?: 'client' | 'all' | 'setting';
  /** How sure an offered date had to be, and how sure this one was. */
  readonly confidence: number;
  readonly chance: number;
  /** Whether it is the date that they would like, because it holds anyway. */
  readonly isWish?: true;
  /** How the buffer was set, where it was not learnt. */
  readonly buffer?: BufferRule;
  /** How many finished tasks the pace was learnt from. */
  readonly learntFrom: number;
}

/** Somebody at a client: what they do there, how to write to them, and the zone that they live in. */
export interface Person {
  readonly name: string;
  readonly email?: string;
  readonly role?: string;
  readonly zone?: string;
}

/** They asked for something; I deliver. */
export interface RequestRecorded extends Begun {
  readonly type: 'RequestRecorded';
  readonly client?: string;
  /** The date they would like, which nobody has agreed to yet. */
  readonly wantedBy?: Moment;
  /** What hangs on the date. */
  readonly because?: string;
  readonly estimateHours?: number;
  readonly estimateRange?: HoursRange;
  readonly cadence?: Cadence;
  readonly scope: Scope;
  /** How both sides will know that it is correct. */
  readonly rightWhen?: string;
}

/** I said that I would do something by a date: to a client, or to myself. */
export interface PromiseMade extends Begun {
  readonly type: 'PromiseMade';
  readonly client?: string;
  /** I have resolved to do it, but nobody was told. */
  readonly unsaid?: true;
  readonly due: Moment;
  readonly target?: Moment;
  readonly estimateHours?: number;
  readonly estimateRange?: HoursRange;
}

/** They said that they would do something by a date. */
export interface PromiseAwaited extends Begun {
  readonly type: 'PromiseAwaited';
  /** The client whose matter it is: `who`, unless someone else promised on their behalf. */
  readonly client: string;
  readonly who: string;
  readonly due: Moment;
  /** The commitment that cannot go on without it. */
  readonly blocks?: string;
  /** The contact in which I asked for it. */
  readonly contact?: string;
}

/** They wrote and I owe an answer by a date. */
export interface ReplyOwed extends Begun {
  readonly type: 'ReplyOwed';
  readonly client: string;
  readonly due: Moment;
  readonly contact: string;
  /** They decided something: the answer is its confirmation in writing. */
  readonly decided?: true;
}

/** Something went wrong and they said so; I owe a remedy. */
export interface ComplaintRaised extends Begun {
  readonly type: 'ComplaintRaised';
  readonly client: string;
  readonly due?: Moment;
}

/** I proposed a delivery date; on an agreed commitment the old one stands until they answer. */
export interface DateOffered extends Said {
  readonly type: 'DateOffered';
  readonly date: Moment;
  readonly target?: Moment;
  readonly because?: string;
  /** For a date that nobody named: how it was found. */
  readonly reckoning?: Reckoning;
}

/** They refused the date, or named another, and said why. */
export interface DateRejected extends Said {
  readonly type: 'DateRejected';
  readonly wanted?: Moment;
  readonly because: string;
}

/** Both sides agreed on a date. */
export interface DateAgreed extends Said {
  readonly type: 'DateAgreed';
  readonly date: Moment;
  /** The earlier date to work towards; without one there was no work to reckon with. */
  readonly target?: Moment;
  readonly inWriting: boolean;
}

/** Both sides settled on another date than the one that stood. */
export interface DateMoved extends Said {
  readonly type: 'DateMoved';
  readonly date: Moment;
  readonly target?: Moment;
  readonly because: string;
  readonly inWriting: boolean;
}

/** The date that was agreed or moved now stands in a message. */
export interface PutInWriting extends Said {
  readonly type: 'PutInWriting';
}

/** I told them where it stands, news or none; for an awaiting this is a chase, for a reply an interim word. */
export interface UpdateGiven extends Said {
  readonly type: 'UpdateGiven';
  readonly text: string;
  /** When the next one was promised, if not as the cadence says. */
  readonly next?: Moment;
  readonly cadence?: Cadence;
  /** The contact that this word was part of. */
  readonly contact?: string;
}

/** I shall tell them then; no word to them yet. */
export interface UpdatePlanned extends Said {
  readonly type: 'UpdatePlanned';
  readonly next: Moment;
}

/** They said something about it. */
export interface WordHeard extends Said {
  readonly type: 'WordHeard';
  readonly text: string;
  readonly contact: string;
}

/** Work went into it. */
export interface EffortSpent extends Said {
  readonly type: 'EffortSpent';
  readonly hours: number;
}

interface Finished extends Said {
  /** All the work that it took, in hours; replaces what was recorded before. */
  readonly tookHours?: number;
}

/** The work was handed to the client. */
export interface Delivered extends Finished {
  readonly type: 'Delivered';
  /** What makes it correct was looked at, and holds. */
  readonly isRight?: true;
}

/** I did what I had promised. */
export interface PromiseKept extends Finished {
  readonly type: 'PromiseKept';
}

/** What they had promised arrived. */
export interface AwaitedReceived extends Finished {
  readonly type: 'AwaitedReceived';
}

/** I answered; the words are in the contact, if they were recorded. */
export interface ReplyGiven extends Finished {
  readonly type: 'ReplyGiven';
  readonly text?: string;
  readonly contact?: string;
}

/** The client said that the delivered work is right. */
export interface Accepted extends Said {
  readonly type: 'Accepted';
}

/** It will not be done, and why. */
export interface Dropped extends Said {
  readonly type: 'Dropped';
  readonly because: string;
}

/** I do not want to see it before a time; dates and clocks go on. */
export interface Snoozed extends Said {
  readonly type: 'Snoozed';
  readonly until: Moment;
}

/** What was closed is open again, in its last open state. */
export interface Reopened extends Said {
  readonly type: 'Reopened';
}

/** Something to remember about it; a word to nobody. */
export interface NoteAdded extends Said {
  readonly type: 'NoteAdded';
  readonly text: string;
  /** Evidence: a path or a web address. */
  readonly link?: string;
}

/** How it is described was put right; `null` takes a detail away. */
export interface DetailsChanged extends Said {
  readonly type: 'DetailsChanged';
  readonly title?: string;
  readonly client?: string;
  readonly who?: string;
  readonly estimateHours?: number | null;
  readonly estimateRange?: HoursRange | null;
  readonly project?: string | null;
  readonly wantedBy?: Moment | null;
  /** What to work towards after a change of the estimate. */
  readonly target?: Moment | null;
  readonly cadence?: Cadence | null;
  readonly scope?: Scope;
  readonly blocks?: string | null;
  readonly rightWhen?: string | null;
}

/** This machine calls the commitment by a number; undo does not take it back, so that no number is ever reused. */
export interface NumberGiven {
  readonly type: 'NumberGiven';
  readonly number: number;
}

/** A client was mentioned for the first time. */
export interface ClientAdded extends Said {
  readonly type: 'ClientAdded';
  readonly name: string;
}

/** What is known about a client was put right; `null` takes a detail away. */
export interface ClientDetailsChanged extends Said {
  readonly type: 'ClientDetailsChanged';
  readonly name?: string;
  /** IANA name of the zone that they live in. */
  readonly zone?: string | null;
  /** How often they are to hear from me, even with nothing open. */
  readonly keepInTouch?: Cadence | null;
  /** Settings that hold for them alone, by key, as they were typed. */
  readonly settings?: Readonly<Record<string, string | null>>;
}

/** Somebody works there, or what is known of them was put right. */
export interface PersonDescribed extends Said, Person {
  readonly type: 'PersonDescribed';
}

/** Somebody does not work there any more. */
export interface PersonLeft extends Said {
  readonly type: 'PersonLeft';
  readonly name: string;
}

/** Something about them matters, and is to be known before the next call. */
export interface FactRemembered extends Said {
  readonly type: 'FactRemembered';
  readonly text: string;
}

/** What was remembered about them holds no longer. */
export interface FactForgotten extends Said {
  readonly type: 'FactForgotten';
  readonly text: string;
}

/** I shall give them a word then, about whatever it is; no word yet. */
export interface WordPlanned extends Said {
  readonly type: 'WordPlanned';
  readonly next: Moment;
}

/** They are somebody that is known already, under another name: all that was theirs is now with the other. */
export interface ClientMerged extends Said {
  readonly type: 'ClientMerged';
  /** What they were called. */
  readonly name: string;
  readonly into: string;
}

/** A client is known by another name too. */
export interface NameAdopted extends Said {
  readonly type: 'NameAdopted';
  readonly name: string;
  /** Uid of the client who had that name before it was merged. */
  readonly merged?: string;
}

/** I shall not work on these days, the first and the last among them: ISO dates, wherever I am. */
export interface AwayPlanned extends Said {
  readonly type: 'AwayPlanned';
  readonly first: string;
  readonly last: string;
  readonly note?: string;
}

/** I shall work on these days after all. */
export interface AwayCancelled extends Said {
  readonly type: 'AwayCancelled';
}

/** Words went to a client or came from one. */
export interface ContactRecorded extends Said {
  readonly type: 'ContactRecorded';
  readonly client: string;
  readonly direction: 'in' | 'out';
  readonly text: string;
  /** The commitment that the words were about. */
  readonly about?: string;
  /** The reply or awaiting that they opened. */
  readonly opened?: string;
}

/** The words were with another client than it seemed. */
export interface ContactReassigned {
  readonly type: 'ContactReassigned';
  readonly at: Instant;
  readonly client: string;
}

export type Answer = 'yes' | 'no' | 'unsure';
export const ANSWERS: readonly Answer[] = ['yes', 'no', 'unsure'];

/** I answered one of the four questions: for one client, or for all. */
export interface QuestionAnswered {
  readonly type: 'QuestionAnswered';
  readonly at: Instant;
  readonly number: QuestionNumber;
  readonly client?: string;
  readonly answer: Answer;
  readonly note?: string;
  /** What will be done about it: the promise that followed. */
  readonly promise?: string;
}

/** The answer was about another client than it seemed. */
export interface AnswerReassigned {
  readonly type: 'AnswerReassigned';
  readonly at: Instant;
  readonly client: string;
}

/** The four questions by their number (design 1.6). */
export type QuestionNumber = 1 | 2 | 3 | 4;
export const QUESTION_NUMBERS: readonly QuestionNumber[] = [1, 2, 3, 4];

/** What can happen to a commitment. */
export type CommitmentEvent =
  | RequestRecorded
  | PromiseMade
  | PromiseAwaited
  | ReplyOwed
  | ComplaintRaised
  | DateOffered
  | DateRejected
  | DateAgreed
  | DateMoved
  | PutInWriting
  | UpdateGiven
  | UpdatePlanned
  | WordHeard
  | EffortSpent
  | Delivered
  | PromiseKept
  | AwaitedReceived
  | ReplyGiven
  | Accepted
  | Dropped
  | Snoozed
  | Reopened
  | NoteAdded
  | DetailsChanged
  | NumberGiven;

/** What can be told of a commitment: everything but what this machine calls it. */
export type StoryEvent = Exclude<CommitmentEvent, NumberGiven>;

/** What can happen to a client. */
export type ClientEvent =
  | ClientAdded
  | ClientDetailsChanged
  | PersonDescribed
  | PersonLeft
  | FactRemembered
  | FactForgotten
  | WordPlanned
  | ClientMerged
  | NameAdopted;

/** What can happen to a contact. */
export type ContactEvent = ContactRecorded | ContactReassigned;

/** What can happen to days away. */
export type AwayEvent = AwayPlanned | AwayCancelled;

/** What can happen in a review. */
export type ReviewEvent = QuestionAnswered | AnswerReassigned;

/** The events of each kind of stream: what has a short history of its own. */
export interface EventsByKind {
  readonly commitment: CommitmentEvent;
  readonly client: ClientEvent;
  readonly contact: ContactEvent;
  readonly away: AwayEvent;
  readonly review: ReviewEvent;
}

export type StreamKind = keyof EventsByKind;

/** Every fact that can be recorded. */
export type DomainEvent = EventsByKind[StreamKind];

/** Names one stream: its kind and the uid of the thing. */
export interface Stream<K extends StreamKind = StreamKind> {
  readonly kind: K;
  readonly uid: string;
}

/** Each stream once, in the order in which it first stands. */
export function distinctStreams(streams: readonly Stream[]): Stream[] {
  return [...new Map(streams.map((stream) => [`${stream.kind} ${stream.uid}`, stream])).values()];
}

/** One fact on one stream, as a decision asks for it to be recorded: a stream takes only its own events. */
export type Change<K extends StreamKind = StreamKind> = {
  [P in K]: { readonly stream: Stream<P>; readonly event: EventsByKind[P] };
}[K];

/** Whether a fact is on a stream of a kind. */
export function isOn<K extends StreamKind>(kind: K, change: Change): change is Change & Change<K> {
  return change.stream.kind === kind;
}

/** Ends an exhaustive switch over events: a type that it does not know is a compile error, and at run time changes nothing. */
export function ignoreUnknown<S>(_event: never, state: S): S {
  return state;
}

const WRITTEN: readonly Channel[] = ['email', 'letter', 'chat'];

/** Whether words on a channel stand in writing. */
export function isWritten(via: Channel | undefined): boolean {
  return via !== undefined && WRITTEN.includes(via);
}
