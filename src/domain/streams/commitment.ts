import { type Refusal, refuse } from '../base/refusal.ts';
import type { Cadence } from '../time/cadence.ts';
import { type Instant, latest, type Moment } from '../time/moment.ts';
import { type CommitmentEvent, type HoursRange, ignoreUnknown, type Scope } from './events.ts';

export type Kind = 'request' | 'promise' | 'awaiting' | 'reply' | 'complaint';
export const KINDS: readonly Kind[] = ['request', 'promise', 'awaiting', 'reply', 'complaint'];

export type OpenState = 'asked' | 'offered' | 'agreed' | 'waiting' | 'owed';
export type State = OpenState | 'done' | 'accepted' | 'dropped';
export const STATES: readonly State[] = [
  'asked',
  'offered',
  'agreed',
  'waiting',
  'owed',
  'done',
  'accepted',
  'dropped',
];

/** Whose move it is. */
export type Ball = 'me' | 'them' | null;

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
  /** When they last named no date that stands: asked, or countered. */
  readonly undatedSince: Instant;
  /** The offer that has no answer yet. */
  readonly offered: Moment | null;
  readonly offeredAt: Instant | null;
  /** What to work towards if they take the offer. */
  readonly offeredTarget: Moment | null;
  readonly due: Moment | null;
  /** The earlier date that I work towards; null where there is no work to reckon with. */
  readonly target: Moment | null;
  /** When the due date was last agreed or moved. */
  readonly settledAt: Instant | null;
  readonly inWriting: boolean | null;
  readonly moves: number;
  readonly cadence: Cadence | null;
  /** The last word about it that reached the other side: the update clock runs from here. */
  readonly lastWordAt: Instant | null;
  /** The next update as it was promised, in place of one occurrence of the cadence. */
  readonly nextPromised: Moment | null;
  readonly estimateHours: number | null;
  readonly estimateRange: HoursRange | null;
  readonly spentHours: number;
  readonly scope: Scope;
  readonly snoozedUntil: Moment | null;
  readonly snoozedAt: Instant | null;
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

/** Whether anything is still expected of anyone. */
export function isOpen(commitment: Commitment): boolean {
  return commitment.closedAt === null;
}

/** Whose move it is: mine while I owe a date, a delivery or an answer; theirs while I wait for an answer, a delivery or an acceptance. */
export function ballOf(commitment: Commitment): Ball {
  switch (commitment.state) {
    case 'asked':
    case 'agreed':
    case 'owed':
      return 'me';
    case 'offered':
    case 'waiting':
      return 'them';
    case 'done':
      return commitment.kind === 'request' ? 'them' : null;
    case 'accepted':
    case 'dropped':
      return null;
  }
}

/** Whether somebody still has to move: it is open, or delivered and not accepted yet. */
export function isPending(commitment: Commitment): boolean {
  return isOpen(commitment) || ballOf(commitment) !== null;
}

/** Whether it is open and its due date has passed, snoozed or not. */
export function isOverdue(commitment: Commitment, now: Instant): boolean {
  return isOpen(commitment) && commitment.due !== null && commitment.due.at < now;
}

/** The earlier date to work towards: for the date that was settled, else for the offer; null where there is none. */
export function currentTarget({ due, target, offeredTarget }: Commitment): Moment | null {
  return due ? target : offeredTarget;
}

/** The client or other party to whom words about it go. */
export function counterpart(commitment: Commitment): string | null {
  return commitment.who ?? commitment.client;
}

/**
 * The next state after one fact. Never throws: a fact that is out of place (its commitment was undone, two devices
 * crossed) leaves the state as it can best be read.
 */
export function evolve(state: Commitment | Unborn, event: CommitmentEvent): Commitment | Unborn {
  if (event.type === 'NumberGiven') return { ...state, number: event.number };
  if (state.state === null) return begin(state, event);
  switch (event.type) {
    case 'RequestRecorded':
    case 'PromiseMade':
    case 'PromiseAwaited':
    case 'ReplyOwed':
    case 'ComplaintRaised':
      return state;
    case 'DateOffered':
      return said(enter(state, state.state === 'agreed' ? 'agreed' : 'offered'), event.at, {
        offered: event.date,
        offeredAt: event.at,
        offeredTarget: event.target ?? null,
      });
    case 'DateRejected':
      return {
        ...enter(state, 'asked'),
        ...NO_OFFER,
        undatedSince: event.at,
        wantedBy: event.wanted ?? state.wantedBy,
      };
    case 'DateAgreed':
      // A date that replaces one that stood is a date that moved, whatever it is called.
      return said(enter(state, 'agreed'), event.at, {
        ...settled(event),
        moves: state.due === null ? state.moves : state.moves + 1,
      });
    case 'DateMoved':
      // A new date for what they owe is their word, not mine: it restarts no clock of mine.
      return state.kind === 'awaiting'
        ? { ...state, ...settled(event), moves: state.moves + 1 }
        : said(state, event.at, { ...settled(event), moves: state.moves + 1 });
    case 'PutInWriting':
      return said(state, event.at, { inWriting: true });
    case 'UpdateGiven':
      // The contact itself says to whom it went, and an awaiting has no clock for updates.
      if (event.contact && state.kind === 'awaiting') return state;
      return said(
        event.cadence ? { ...state, cadence: event.cadence } : state,
        event.at,
        {},
        event.next ?? null,
      );
    case 'UpdatePlanned':
      // Planned before the last word, it was overtaken by that word.
      return event.at < (state.lastWordAt ?? event.at) ? state : { ...state, nextPromised: event.next };
    case 'WordHeard':
    case 'NoteAdded':
      return state;
    case 'EffortSpent':
      return { ...state, spentHours: state.spentHours + event.hours };
    case 'Delivered':
    case 'PromiseKept':
    case 'ReplyGiven':
      return said(close(state, 'done', event.at), event.at, took(event, state));
    case 'AwaitedReceived':
      return { ...close(state, 'done', event.at), ...took(event, state) };
    case 'Accepted':
      return { ...state, state: 'accepted', closedAt: state.closedAt ?? event.at };
    case 'Dropped':
      return close(state, 'dropped', event.at);
    case 'Snoozed':
      return { ...state, snoozedUntil: event.until, snoozedAt: event.at };
    case 'Reopened':
      return { ...state, state: state.lastOpenState, closedAt: null, reopened: state.reopened + 1 };
    case 'DetailsChanged':
      return changeDetails(state, event);
    default:
      return ignoreUnknown(event, state);
  }
}

const NO_OFFER = { offered: null, offeredAt: null, offeredTarget: null };

function begin(state: Unborn, event: CommitmentEvent): Commitment | Unborn {
  const base = {
    uid: state.uid,
    number: state.number,
    client: null,
    who: null,
    project: null,
    closedAt: null,
    wantedBy: null,
    ...NO_OFFER,
    due: null,
    target: null,
    settledAt: null,
    inWriting: null,
    moves: 0,
    cadence: null,
    lastWordAt: null,
    nextPromised: null,
    estimateHours: null,
    estimateRange: null,
    spentHours: 0,
    scope: 'in' as const,
    snoozedUntil: null,
    snoozedAt: null,
    blocks: null,
    reopened: 0,
    rightWhen: null,
    decided: false,
    source: null,
  };
  switch (event.type) {
    case 'RequestRecorded':
      return {
        ...base,
        kind: 'request',
        ...starting('asked', event),
        client: event.client ?? null,
        wantedBy: event.wantedBy ?? null,
        ...estimated(event),
        cadence: event.cadence ?? null,
        scope: event.scope,
        rightWhen: event.rightWhen ?? null,
      };
    case 'PromiseMade':
      return {
        ...base,
        kind: 'promise',
        ...starting('agreed', event),
        client: event.client ?? null,
        due: event.due,
        target: event.target ?? null,
        ...estimated(event),
        // A promise to myself is a word to nobody, and so is one that nobody was told of.
        lastWordAt: event.client === undefined || event.unsaid ? null : event.at,
      };
    case 'PromiseAwaited':
      return {
        ...base,
        kind: 'awaiting',
        ...starting('waiting', event),
        client: event.client,
        who: event.who,
        due: event.due,
        blocks: event.blocks ?? null,
        lastWordAt: event.contact ? event.at : null,
      };
    case 'ReplyOwed':
      return {
        ...base,
        kind: 'reply',
        ...starting('owed', event),
        client: event.client,
        due: event.due,
        // A decision is settled when they took it, and not in writing before I answer.
        ...(event.decided && { decided: true, settledAt: event.at, inWriting: false }),
      };
    case 'ComplaintRaised':
      return {
        ...base,
        kind: 'complaint',
        ...starting('owed', event),
        client: event.client,
        due: event.due ?? null,
      };
    default:
      return state;
  }
}

function starting(
  state: OpenState,
  event: { title: string; at: Instant; project?: string; source?: string },
) {
  return {
    state,
    lastOpenState: state,
    title: event.title,
    createdAt: event.at,
    undatedSince: event.at,
    project: event.project ?? null,
    source: event.source ?? null,
  };
}

function enter(state: Commitment, next: OpenState): Commitment {
  return { ...state, state: next, lastOpenState: next, closedAt: null };
}

function close(state: Commitment, next: 'done' | 'dropped', at: Instant): Commitment {
  return { ...state, state: next, closedAt: at };
}

function settled(event: { date: Moment; target?: Moment; at: Instant; inWriting: boolean }) {
  return {
    ...NO_OFFER,
    due: event.date,
    target: event.target ?? null,
    settledAt: event.at,
    inWriting: event.inWriting,
  };
}

function estimated(event: { estimateHours?: number; estimateRange?: HoursRange }) {
  return { estimateHours: event.estimateHours ?? null, estimateRange: event.estimateRange ?? null };
}

function took(event: { tookHours?: number }, state: Commitment) {
  return { spentHours: event.tookHours ?? state.spentHours };
}

/**
 * Applies a word that reached the other side. The last word is the one said latest, so an older word, recorded
 * afterwards, turns no clock back; a next update that it names still counts, because it was promised, unless a word
 * has been given since.
 */
function said(
  state: Commitment,
  at: Instant,
  changes: Partial<Commitment>,
  next: Moment | null = null,
): Commitment {
  const lastWordAt = latest(at, state.lastWordAt ?? at);
  const isAhead = next !== null && next.at > lastWordAt;
  return {
    ...state,
    ...changes,
    lastWordAt,
    nextPromised: isAhead ? next : lastWordAt === at ? null : state.nextPromised,
  };
}

function changeDetails(
  state: Commitment,
  event: Extract<CommitmentEvent, { type: 'DetailsChanged' }>,
): Commitment {
  const { type: _type, at: _at, via: _via, ...details } = event;
  // Who promised is the client too, unless somebody else was named.
  const follows = details.client !== undefined && state.who === state.client && state.who !== null;
  const who = details.who ?? (follows ? (details.client ?? null) : state.who);
  // A new estimate is what it says: a range only where it names one.
  const isEstimated = details.estimateHours !== undefined;
  const estimateRange = isEstimated ? (details.estimateRange ?? null) : state.estimateRange;
  // What an offer was reckoned with does not hold any more.
  const offeredTarget = isEstimated ? null : state.offeredTarget;
  return { ...state, ...details, estimateRange, offeredTarget, who };
}

/** What can be done to a commitment, by the name of its verb. */
export type TransitionVerb =
  | 'offer'
  | 'agree'
  | 'counter'
  | 'move'
  | 'confirm'
  | 'update'
  | 'spend'
  | 'done'
  | 'accept'
  | 'drop'
  | 'snooze'
  | 'reopen'
  | 'note'
  | 'edit';

interface Transition {
  readonly kinds: readonly Kind[];
  readonly from: readonly State[];
  /** What the verb does, to complete "cannot be ...". */
  readonly participle: string;
  /** The command that does what was probably meant; not needed where the verb fits everything. */
  readonly instead?: (commitment: Commitment) => string;
}

const OPEN: readonly OpenState[] = ['asked', 'offered', 'agreed', 'waiting', 'owed'];
const CLOSED: readonly State[] = ['done', 'accepted', 'dropped'];

const reopenFirst = (c: Commitment) => `followup reopen ${c.number}`;
const moveIt = (c: Commitment) =>
  isOpen(c) ? `followup move ${c.number} DATE --because WHY` : reopenFirst(c);

/** Whether a word is a verb of the table of transitions. */
export function isTransitionVerb(word: string): word is TransitionVerb {
  return Object.hasOwn(TRANSITIONS, word);
}

/** The one table of transitions: which kinds and states each verb accepts. Every other one is refused. */
const TRANSITIONS: Readonly<Record<TransitionVerb, Transition>> = {
  offer: {
    kinds: ['request'],
    from: ['asked', 'offered', 'agreed'],
    participle: 'offered a date',
    instead: moveIt,
  },
  agree: {
    kinds: ['request'],
    from: ['asked', 'offered', 'agreed'],
    participle: 'agreed on',
    instead: moveIt,
  },
  counter: { kinds: ['request'], from: ['asked', 'offered'], participle: 'countered', instead: moveIt },
  move: {
    kinds: KINDS,
    from: ['agreed', 'waiting', 'owed'],
    participle: 'moved',
    instead: (c) => (isOpen(c) ? `followup agree ${c.number} DATE` : reopenFirst(c)),
  },
  confirm: { kinds: KINDS, from: STATES, participle: 'confirmed in writing' },
  update: {
    kinds: KINDS,
    from: OPEN,
    participle: 'updated',
    instead: (c) => `followup note ${c.number} TEXT`,
  },
  spend: { kinds: KINDS, from: STATES, participle: 'worked on' },
  done: {
    kinds: KINDS,
    from: OPEN,
    participle: 'done',
    instead: (c) =>
      c.state === 'done' && c.kind === 'request' ? `followup accept ${c.number}` : reopenFirst(c),
  },
  accept: {
    kinds: ['request', 'complaint'],
    from: ['done'],
    participle: 'accepted',
    instead: (c) =>
      isOpen(c)
        ? `followup ${c.kind === 'complaint' ? 'update' : 'done'} ${c.number}`
        : c.state === 'dropped'
          ? reopenFirst(c)
          : `followup show ${c.number}`,
  },
  drop: { kinds: KINDS, from: OPEN, participle: 'dropped', instead: reopenFirst },
  snooze: { kinds: KINDS, from: OPEN, participle: 'snoozed', instead: reopenFirst },
  reopen: {
    kinds: KINDS,
    from: CLOSED,
    participle: 'reopened',
    instead: (c) => `followup show ${c.number}`,
  },
  note: { kinds: KINDS, from: STATES, participle: 'noted' },
  edit: { kinds: KINDS, from: STATES, participle: 'edited' },
};

/** "a request", "an awaiting". */
export function withArticle(kind: Kind): string {
  return kind === 'awaiting' ? 'an awaiting' : `a ${kind}`;
}

/** The refusal of a verb that the table does not allow here, naming the right one; null when it is allowed. */
export function refuseTransition(verb: TransitionVerb, commitment: Commitment): Refusal | null {
  const transition = TRANSITIONS[verb];
  const fits = transition.kinds.includes(commitment.kind);
  if (fits && transition.from.includes(commitment.state)) return null;
  const why = fits ? `it is ${commitment.state}` : `it is ${withArticle(commitment.kind)}`;
  return refuse(
    'transition-not-allowed',
    `${commitment.number} cannot be ${transition.participle}: ${why}.`,
    transition.instead ? `Use: ${transition.instead(commitment)}` : null,
  );
}
