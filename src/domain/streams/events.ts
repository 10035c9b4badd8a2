import type { Amount } from '../base/amount.ts';
import type { Money } from '../base/money.ts';
import type { Cadence } from '../time/cadence.ts';
import type { Duration } from '../time/duration.ts';
import type { Instant, Moment } from '../time/moment.ts';
import type { BufferRule } from '../time/settings.ts';
import type { Belonging, ComplaintEvent } from './complaint-events.ts';
import type { Evidence, ReviewWindowOpened } from './delivery-events.ts';
import type { PriceEvent } from './price-events.ts';
import type { OccurrenceEvent, OccurrenceOf, StandingEvent } from './standing-events.ts';
import type { TimedEvent } from './timed-event.ts';

/** Whether work is part of what was agreed. What is `out` stays so; its price and who approved it say the rest. */
export type Scope = 'in' | 'out';

/** The fields shared by all events that start a commitment. */
interface StartEvent extends TimedEvent {
  readonly title: string;
  readonly project?: string;
  /** Its id in the program that it was imported from. */
  readonly source?: string;
}

/** The lower and upper bound of an estimate given as a range, in hours. */
export type HoursRange = readonly [least: number, most: number];

/** An estimate in hours: a single figure, or the middle of a range. */
export interface Estimate {
  readonly hours: number;
  readonly range?: HoursRange;
  /** The words that were typed, unless they are hours: "2d". */
  readonly text?: string;
}

/** What a computed date is based on. */
export interface Reckoning {
  /** The commitments that are worked on first, in order. */
  readonly ahead: readonly string[];
  readonly hoursAhead: number;
  /** Hours of work left in the commitment itself. */
  readonly hours: number;
  /**
   * Where the assumed effort comes from if there was no estimate: past work for the client, all past work, or
   * the setting.
   */
  readonly assumedFrom?: 'client' | 'all' | 'setting';
  /** The required probability that the date is kept, and the probability of this date. */
  readonly confidence: number;
  readonly chance: number;
  /** Whether this is the date they asked for, chosen because it can be kept anyway. */
  readonly isWish?: true;
  /** How the buffer was determined, unless it was learnt. */
  readonly buffer?: BufferRule;
  /** The number of finished tasks behind the forecast. */
  readonly learntFrom: number;
}

/** Somebody who works for a client. */
export interface Person {
  readonly name: string;
  readonly email?: string;
  /** Further addresses. */
  readonly otherEmails?: readonly string[];
  readonly role?: string;
  readonly zone?: string;
}

/** They asked for something; I deliver. */
export interface RequestRecorded extends StartEvent {
  readonly type: 'RequestRecorded';
  readonly client?: string;
  /** The date they would like; nobody has agreed to it yet. */
  readonly wantedBy?: Moment;
  /** What depends on the date. */
  readonly because?: string;
  readonly estimateHours?: number;
  readonly estimateRange?: HoursRange;
  readonly estimateText?: string;
  readonly cadence?: Cadence;
  readonly scope: Scope;
  /** How both sides will know that the work is correct. */
  readonly rightWhen?: string;
  /** The name of the person who asked, if they work for the client. */
  readonly person?: string;
  /** What it came from. */
  readonly topic?: string;
  /** The commitment that it is more work on than was agreed. */
  readonly extraTo?: string;
}

/** I said that I would do something by a date: to a client, or to myself. */
export interface PromiseMade extends StartEvent {
  readonly type: 'PromiseMade';
  readonly client?: string;
  /** It is my own intention; nobody was told. */
  readonly unsaid?: true;
  readonly due: Moment;
  readonly target?: Moment;
  readonly estimateHours?: number;
  readonly estimateRange?: HoursRange;
  readonly estimateText?: string;
  readonly belongsTo?: Belonging;
  /** The standing promise that it is one time of. */
  readonly occurrence?: OccurrenceOf;
}

/** They said that they would do something by a date. */
export interface PromiseAwaited extends StartEvent {
  readonly type: 'PromiseAwaited';
  /** The client it concerns: the same as `who`, unless somebody else made the promise on the client's behalf. */
  readonly client: string;
  readonly who: string;
  /** The name of the person who made it, if `who` is a client that they work for. */
  readonly person?: string;
  readonly due: Moment;
  /** The commitment that cannot go on without it. */
  readonly blocks?: string;
  /** The contact in which I asked for it. */
  readonly contact?: string;
  readonly belongsTo?: Belonging;
  /** The standing promise that it is one time of. */
  readonly occurrence?: OccurrenceOf;
}

/** They wrote, and I owe an answer by a date. */
export interface ReplyOwed extends StartEvent {
  readonly type: 'ReplyOwed';
  readonly client: string;
  readonly due: Moment;
  readonly contact: string;
  /** They made a decision, and my answer confirms it in writing. */
  readonly decided?: true;
  /** The name of the person who wrote, if they work for the client. */
  readonly person?: string;
  /** What it came from. */
  readonly topic?: string;
  /** Whether it will be my first reply about this, or I had said something about it before. Older versions did not say. */
  readonly order?: ReplyOrder;
  /** The reply whose answer left this open. */
  readonly restOf?: string;
}

/** Which reply it is of those about the same. */
export type ReplyOrder = 'first' | 'next';
export const REPLY_ORDERS: readonly ReplyOrder[] = ['first', 'next'];

/** Something went wrong and they said so; I owe a resolution. */
export interface ComplaintRaised extends StartEvent {
  readonly type: 'ComplaintRaised';
  readonly client: string;
  readonly due?: Moment;
  /** The commitment in which it went wrong. */
  readonly about?: string;
  /** The name of the person who complained, if they work for the client. */
  readonly person?: string;
  /** What it came from. */
  readonly topic?: string;
}

/** What would remove the need for it, because it keeps coming back. */
export interface RemovalNamed extends TimedEvent {
  readonly type: 'RemovalNamed';
  readonly text: string;
}

/** I proposed a delivery date. If a date is agreed already, it stands until they answer. */
export interface DateOffered extends TimedEvent {
  readonly type: 'DateOffered';
  readonly date: Moment;
  readonly target?: Moment;
  readonly because?: string;
  /** How the date was computed, unless it was given. */
  readonly reckoning?: Reckoning;
}

/** What stands for a reason where they gave none. */
export const NO_REASON = 'none';

/** They refused the date or named another, and gave a reason. */
export interface DateRejected extends TimedEvent {
  readonly type: 'DateRejected';
  readonly wanted?: Moment;
  readonly because: string;
}

/** Both sides agreed on a date. */
export interface DateAgreed extends TimedEvent {
  readonly type: 'DateAgreed';
  readonly date: Moment;
  /** The earlier date to work towards; absent if there is no work to plan. */
  readonly target?: Moment;
  readonly inWriting: boolean;
}

/** What of theirs was late and so moved a date of mine, and what the new date was computed from. */
export interface LateOfTheirs {
  /** The uid of the awaiting that was late. */
  readonly awaiting: string;
  /** Its dates that had passed, in order. */
  readonly missed: readonly Moment[];
  /** When it came, or was given up; absent if it was still awaited. */
  readonly until?: Instant;
  /** The working days that were lost by then. */
  readonly workingDays: number;
  /** The date of mine before; absent if there was none. */
  readonly was?: Moment;
  /** The earliest date that the forecast said can be kept; absent if there was no work to plan. */
  readonly forecast?: Moment;
  /** How the new date was computed, unless it was given, or there was no work to plan. */
  readonly reckoning?: Reckoning;
}

/** Both sides settled on a new date in place of the agreed one. */
export interface DateMoved extends TimedEvent {
  readonly type: 'DateMoved';
  readonly date: Moment;
  readonly target?: Moment;
  readonly because: string;
  readonly inWriting: boolean;
  /** What of theirs was late, if the date moves for that. */
  readonly late?: LateOfTheirs;
}

/** The date that was agreed or moved is now in writing. */
export interface PutInWriting extends TimedEvent {
  readonly type: 'PutInWriting';
}

/**
 * I told them where it stands, with or without news. For an awaiting this is a chase, for a reply an interim
 * word.
 */
export interface UpdateGiven extends TimedEvent {
  readonly type: 'UpdateGiven';
  readonly text: string;
  /** When I promised the next update, if that differs from the cadence. */
  readonly next?: Moment;
  readonly cadence?: Cadence;
  /** The contact that this update was part of. */
  readonly contact?: string;
}

/** I plan to update them then; they have not been told anything. */
export interface UpdatePlanned extends TimedEvent {
  readonly type: 'UpdatePlanned';
  readonly next: Moment;
}

/** They said something about it. */
export interface WordHeard extends TimedEvent {
  readonly type: 'WordHeard';
  readonly text: string;
  readonly contact: string;
  /** When their answer is due by these words, which came before those that the reply was recorded with. */
  readonly due?: Moment;
}

/** What is said about work or money that was spent. `at` is when it ended, or when the money went. */
interface SpendingEvent extends TimedEvent {
  /** When the work began, if it was said. */
  readonly from?: Instant;
  readonly note?: string;
  /** Why something that was recorded is taken back. */
  readonly because?: string;
}

/** I worked on it; hours below zero take back some that were recorded wrong. */
export interface EffortSpent extends SpendingEvent {
  readonly type: 'EffortSpent';
  readonly hours: number;
  /** The words that were typed, unless they are hours. */
  readonly text?: string;
}

/** I spent money on it; less than nothing takes back some that was recorded wrong. */
export interface MoneySpent extends SpendingEvent {
  readonly type: 'MoneySpent';
  readonly money: Money;
}

interface FinishEvent extends TimedEvent {
  /** The total work in hours; replaces what was recorded before. */
  readonly tookHours?: number;
  /** What proves it. */
  readonly evidence?: readonly Evidence[];
}

/** The work was handed to the client. */
export interface Delivered extends FinishEvent {
  readonly type: 'Delivered';
  /** The work was checked against `rightWhen` and passed. */
  readonly isRight?: true;
  /** Why a complaint ended although nobody had approved its resolution. */
  readonly withoutApproval?: string;
}

/** I did what I had promised. */
export interface PromiseKept extends FinishEvent {
  readonly type: 'PromiseKept';
}

/** What they had promised arrived, or what I had asked was answered: then the words are in the contact. */
export interface AwaitedReceived extends FinishEvent {
  readonly type: 'AwaitedReceived';
  readonly text?: string;
  readonly contact?: string;
}

/** I answered. The words are in the contact, if they were recorded. */
export interface ReplyGiven extends FinishEvent {
  readonly type: 'ReplyGiven';
  readonly text?: string;
  readonly contact?: string;
  /** When it was due, if that had passed: it came late. */
  readonly due?: Moment;
}

/**
 * The client said that the delivered work is right; or the review window ended, and they had said nothing; or it came in
 * from another program as completed, and nobody knows what they said.
 */
export interface Accepted extends TimedEvent {
  readonly type: 'Accepted';
  /** What they said. */
  readonly note?: string;
  readonly bySilence?: true;
  readonly unsaid?: true;
}

/** It will not be done, and why. */
export interface Dropped extends TimedEvent {
  readonly type: 'Dropped';
  readonly because: string;
}

/** I do not want to see it until then. Its dates and clocks keep running. */
export interface Snoozed extends TimedEvent {
  readonly type: 'Snoozed';
  readonly until: Moment;
}

/** A closed commitment is open again, in its last open state. */
export interface Reopened extends TimedEvent {
  readonly type: 'Reopened';
  readonly because?: string;
}

/** A note to myself; nobody was told. */
export interface NoteAdded extends TimedEvent {
  readonly type: 'NoteAdded';
  readonly text: string;
  /** Evidence: a path or a web address. */
  readonly link?: string;
}

/** A date that was recorded wrong: what it is, what it was taken for, and the target that follows from it. */
export interface DateCorrection {
  readonly date: Moment;
  readonly was: Moment;
  readonly target?: Moment;
}

/** Its details were corrected; `null` removes one. */
export interface DetailsChanged extends TimedEvent {
  readonly type: 'DetailsChanged';
  readonly title?: string;
  readonly client?: string;
  readonly who?: string;
  readonly estimateHours?: number | null;
  readonly estimateRange?: HoursRange | null;
  readonly estimateText?: string | null;
  readonly project?: string | null;
  readonly wantedBy?: Moment | null;
  /** The target under the new estimate. */
  readonly target?: Moment | null;
  /** The agreed date was recorded wrong. Nobody moved it. */
  readonly due?: DateCorrection;
  /** The offered date, which has not been answered yet, was recorded wrong. */
  readonly offered?: DateCorrection;
  readonly because?: string;
  readonly cadence?: Cadence | null;
  readonly scope?: Scope;
  readonly blocks?: string | null;
  readonly rightWhen?: string | null;
  /** The names of the others at the client who are to hear about it. */
  readonly people?: readonly string[] | null;
  /** What it came from. */
  readonly topic?: string | null;
  /** The commitment that it is more work on than was agreed. */
  readonly extraTo?: string | null;
}

/** This machine gave the commitment a number. Undo leaves it in place, so that no number is ever reused. */
export interface NumberGiven {
  readonly type: 'NumberGiven';
  readonly number: number;
}

/** A client was mentioned for the first time. */
export interface ClientAdded extends TimedEvent {
  readonly type: 'ClientAdded';
  readonly name: string;
}

/** A client's details were corrected; `null` removes one. */
export interface ClientDetailsChanged extends TimedEvent {
  readonly type: 'ClientDetailsChanged';
  readonly name?: string;
  /** IANA name of the zone they live in. */
  readonly zone?: string | null;
  /** How often to be in touch even with nothing open. */
  readonly keepInTouch?: Cadence | null;
  /** Settings for this client alone: the values as typed, by key. */
  readonly settings?: Readonly<Record<string, string | null>>;
}

/** Somebody works there, or their details were corrected. */
export interface PersonDescribed extends TimedEvent, Person {
  readonly type: 'PersonDescribed';
}

/** Somebody no longer works there. */
export interface PersonLeft extends TimedEvent {
  readonly type: 'PersonLeft';
  readonly name: string;
}

/** Something about a client that I should know before the next call. */
export interface FactRemembered extends TimedEvent {
  readonly type: 'FactRemembered';
  readonly text: string;
  /** The day that it is about. */
  readonly on?: FactDay;
}

/** The day that a fact is about, and how long before it is said. */
export interface FactDay {
  /** An ISO date, whatever zone I am in. */
  readonly day: string;
  readonly ahead: Duration;
  /** It comes again every year, whatever the year of the day. */
  readonly isYearly?: true;
}

/** I know that the day of a remembered fact is near. */
export interface FactSeen extends TimedEvent {
  readonly type: 'FactSeen';
  readonly text: string;
  /** Which day, as an ISO date: a yearly one has many. */
  readonly day: string;
}

/** Something remembered about a client is no longer true. */
export interface FactForgotten extends TimedEvent {
  readonly type: 'FactForgotten';
  readonly text: string;
}

/** I plan to speak to them then; they have not been told anything. */
export interface WordPlanned extends TimedEvent {
  readonly type: 'WordPlanned';
  readonly next: Moment;
}

/** Nothing goes on with the client any more. */
export interface ClientRetired extends TimedEvent {
  readonly type: 'ClientRetired';
}

/** Something goes on with a retired client again: there was a word, or a commitment. */
export interface ClientReturned extends TimedEvent {
  readonly type: 'ClientReturned';
}

/** The client was merged into another, which takes over everything that belonged to it. */
export interface ClientMerged extends TimedEvent {
  readonly type: 'ClientMerged';
  /** Its name before the merge. */
  readonly name: string;
  readonly into: string;
  /** What it does not hand over, because the other has its own. */
  readonly gaveWay?: GivenWay;
}

/** The details of a merged client that gave way to others. */
export interface GivenWay {
  readonly zone?: string;
  readonly keepInTouch?: Cadence;
  readonly settings?: Readonly<Record<string, string>>;
  readonly people?: readonly Pick<Person, 'name' | 'role' | 'zone'>[];
}

/** A client goes by another name as well. */
export interface NameAdopted extends TimedEvent {
  readonly type: 'NameAdopted';
  readonly name: string;
  /** The uid of the client that had the name before it was merged. */
  readonly merged?: string;
}

/** I spent work or money on the client that belongs to no commitment and no project. */
export interface SpentOnClient extends SpendingEvent {
  readonly type: 'SpentOnClient';
  readonly amount: Amount;
}

/** I made a report for the client, to send or to show. Whether they saw it is not known. */
export interface ReportMade extends TimedEvent {
  readonly type: 'ReportMade';
  /** What happened from here on was in it; absent if everything was. */
  readonly since?: Instant;
  /** The day (an ISO date) that it showed, if that was over. */
  readonly asOf?: string;
}

/** Work for a client, or for nobody yet, has a name of its own, by which commitments belong to it. */
export interface ProjectStarted extends TimedEvent {
  readonly type: 'ProjectStarted';
  readonly name: string;
  readonly client?: string;
}

/** A project's details were corrected; `null` removes one. */
export interface ProjectDetailsChanged extends TimedEvent {
  readonly type: 'ProjectDetailsChanged';
  readonly name?: string;
  readonly client?: string | null;
  /** What an hour of work on it costs. */
  readonly rate?: Money | null;
}

/**
 * How far a budget is used: four fifths of it are spent, more than all of it is, or by its forecast more than all of it
 * may be (with a probability of more than a fifth).
 */
export type BudgetMark = 'near' | 'past' | 'likely';
export const BUDGET_MARKS: readonly BudgetMark[] = ['near', 'past', 'likely'];

/** A mark that somebody knows of, so that it is not told again; of a monthly budget, with its month ("2026-05"). */
export interface AnsweredMark {
  readonly mark: BudgetMark;
  readonly month?: string;
}

/** What a project may cost was settled, for the first time or anew: in all, or in each month. */
export interface BudgetSet extends TimedEvent {
  readonly type: 'BudgetSet';
  readonly amount: Amount;
  readonly monthly?: true;
  /** The first day that it covers (an ISO date in the client's zone). */
  readonly since: string;
  /** The last day that it covers. */
  readonly until?: string;
  readonly because?: string;
  /** Who approved it. */
  readonly by?: string;
  /** The marks that it answers, and those that were answered before and still are. */
  readonly answers?: readonly AnsweredMark[];
}

/** The project has no budget any more. */
export interface BudgetRemoved extends TimedEvent {
  readonly type: 'BudgetRemoved';
  readonly because?: string;
}

/** I know how far the budget is used, and why it may stay so. */
export interface BudgetSeen extends TimedEvent {
  readonly type: 'BudgetSeen';
  readonly because: string;
  readonly answers: readonly AnsweredMark[];
}

/** I spent work or money on the project that belongs to no single commitment. */
export interface SpentOnProject extends SpendingEvent {
  readonly type: 'SpentOnProject';
  readonly amount: Amount;
}

/** Nothing goes on with the project any more. */
export interface ProjectClosed extends TimedEvent {
  readonly type: 'ProjectClosed';
  readonly because?: string;
  /** Its budget was passed, and nobody had answered that. */
  readonly isOver?: true;
}

/** A closed project goes on. */
export interface ProjectReopened extends TimedEvent {
  readonly type: 'ProjectReopened';
}

/** The project was merged into another of the same name, which counts what was spent on it. */
export interface ProjectMerged extends TimedEvent {
  readonly type: 'ProjectMerged';
  readonly into: string;
}

/** A project counts what was spent on another one that was merged into it. */
export interface ProjectAdopted extends TimedEvent {
  readonly type: 'ProjectAdopted';
  readonly project: string;
}

/** I will not work from the first to the last of these days (ISO dates, whatever zone I am in). */
export interface AwayPlanned extends TimedEvent {
  readonly type: 'AwayPlanned';
  readonly first: string;
  readonly last: string;
  /** The clock time at which it begins on the first day ("14:00"), if not at its start. */
  readonly beginsAt?: string;
  /** The clock time at which it ends on the last day, if not at its end. */
  readonly endsAt?: string;
  readonly note?: string;
}

/** I will work on these days after all. */
export interface AwayCancelled extends TimedEvent {
  readonly type: 'AwayCancelled';
}

/** Where words stand that went out or came in as a message. */
export interface MessageFields {
  /** Its Message-ID, without angle brackets. */
  readonly messageId?: string;
  readonly subject?: string;
  /** What it repeats of earlier messages, which is no part of the text. */
  readonly quoted?: string;
  /** The message that its thread began with, by Message-ID, if that is another. */
  readonly thread?: string;
}

/** Words went to a client or came from one. */
export interface ContactRecorded extends TimedEvent, MessageFields {
  readonly type: 'ContactRecorded';
  readonly client: string;
  readonly direction: 'in' | 'out';
  readonly text: string;
  /** The commitment that the words were about. */
  readonly about?: string;
  /** What they opened: a reply, an awaiting, or the request that they made. */
  readonly opened?: string;
  /** The open reply that they belong to, because it is about the same. */
  readonly joined?: string;
  /** The id of the draft that they were sent from. */
  readonly draft?: string;
}

/** The sent copy of words that were recorded before: what it is known by, and its text, if that was another. */
export interface SentCopyFound extends MessageFields {
  readonly type: 'SentCopyFound';
  readonly at: Instant;
  readonly messageId: string;
  readonly text?: string;
}

/** The words of a contact are about this commitment, or opened it, which was said after they were recorded. */
export interface ContactConnected {
  readonly type: 'ContactConnected';
  readonly at: Instant;
  readonly about?: string;
  readonly opened?: string;
}

/** A contact belongs to another client than was recorded. */
export interface ContactReassigned {
  readonly type: 'ContactReassigned';
  readonly at: Instant;
  readonly client: string;
}

export type Answer = 'yes' | 'no' | 'unsure';
export const ANSWERS: readonly Answer[] = ['yes', 'no', 'unsure'];

/** I answered one of the four questions, for one client or for all. */
export interface QuestionAnswered {
  readonly type: 'QuestionAnswered';
  readonly at: Instant;
  readonly number: QuestionNumber;
  readonly client?: string;
  readonly answer: Answer;
  readonly note?: string;
  /** The promise to do something about it. */
  readonly promise?: string;
}

/** An answer belongs to another client than was recorded. */
export interface AnswerReassigned {
  readonly type: 'AnswerReassigned';
  readonly at: Instant;
  readonly client: string;
}

/** The four questions by their number. */
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
  | MoneySpent
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
  | ComplaintEvent
  | PriceEvent
  | OccurrenceEvent
  | RemovalNamed
  | ReviewWindowOpened
  | NumberGiven;

/** The events that a commitment's history shows: all but the number that this machine gave it. */
export type StoryEvent = Exclude<CommitmentEvent, NumberGiven>;

/** What can happen to a client. */
export type ClientEvent =
  | ClientAdded
  | ClientDetailsChanged
  | PersonDescribed
  | PersonLeft
  | FactRemembered
  | FactForgotten
  | FactSeen
  | WordPlanned
  | ClientRetired
  | ClientReturned
  | ClientMerged
  | NameAdopted
  | SpentOnClient
  | ReportMade;

/** What can happen to a project. */
export type ProjectEvent =
  | ProjectStarted
  | ProjectDetailsChanged
  | BudgetSet
  | BudgetRemoved
  | BudgetSeen
  | SpentOnProject
  | ProjectClosed
  | ProjectReopened
  | ProjectMerged
  | ProjectAdopted;

/** What can happen to a contact. */
export type ContactEvent = ContactRecorded | SentCopyFound | ContactConnected | ContactReassigned;

/** What can happen to a period away. */
export type AwayEvent = AwayPlanned | AwayCancelled;

/** What can happen in a review. */
export type ReviewEvent = QuestionAnswered | AnswerReassigned;

/** The events of each kind of stream. A stream is the short history of one thing. */
export interface EventsByKind {
  readonly commitment: CommitmentEvent;
  readonly client: ClientEvent;
  readonly project: ProjectEvent;
  readonly contact: ContactEvent;
  readonly away: AwayEvent;
  readonly review: ReviewEvent;
  readonly standing: StandingEvent;
}

export type StreamKind = keyof EventsByKind;

/** Every fact that can be recorded. */
export type DomainEvent = EventsByKind[StreamKind];

/** Identifies a stream: its kind, and the uid of the thing. */
export interface Stream<K extends StreamKind = StreamKind> {
  readonly kind: K;
  readonly uid: string;
}

/** The streams without duplicates, in order of first appearance. */
export function distinctStreams(streams: readonly Stream[]): Stream[] {
  return [...new Map(streams.map((stream) => [`${stream.kind} ${stream.uid}`, stream])).values()];
}

/** One event for one stream, as a decision wants it recorded. The types allow a stream only its own events. */
export type Change<K extends StreamKind = StreamKind> = {
  [P in K]: { readonly stream: Stream<P>; readonly event: EventsByKind[P] };
}[K];

/** Whether a change belongs to a kind of stream. */
export function isOn<K extends StreamKind>(kind: K, change: Change): change is Change & Change<K> {
  return change.stream.kind === kind;
}

/**
 * Closes an exhaustive switch over events. An unhandled type does not compile; at run time an unknown event
 * changes nothing.
 */
export function ignoreUnknown<S>(_event: never, state: S): S {
  return state;
}
