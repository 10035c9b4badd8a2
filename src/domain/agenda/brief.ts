import type { ClientSpending } from '../planning/project-cost.ts';
import type { Client } from '../streams/client.ts';
import {
  ballOf,
  type Commitment,
  currentDate,
  isOpen,
  isOverdue,
  isTalk,
  isUnwritten,
  pendingOffer,
  unansweredPrice,
} from '../streams/commitment.ts';
import type { Contact } from '../streams/contact.ts';
import type { StoryEvent } from '../streams/events.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import type { GivenAnswer } from '../streams/review.ts';
import type { StandingOutlook } from '../streams/standing-outlook.ts';
import { compareInstants, type Instant } from '../time/moment.ts';
import type { Favours } from './favours.ts';

/** How many of the dates that have come due were kept. */
export interface KeptRate {
  readonly kept: number;
  readonly of: number;
}

/** The one thing to ask a client about, most pressing first. */
export type AskAbout =
  | {
      readonly kind:
        | 'complaint'
        | 'late'
        | 'unanswered'
        | 'unapproved'
        | 'unaccepted'
        | 'unwritten'
        | 'undated'
        | 'expected';
      readonly commitment: Commitment;
    }
  | { readonly kind: 'anything' };

/** A client in the list of clients: when they last heard from me, and how many open moves are mine and theirs. */
export interface ClientSummary {
  readonly client: Client;
  readonly lastWordAt: Instant | null;
  readonly moves: { readonly me: number; readonly them: number };
}

/** Words that went to a client or came from one: a contact, or what an event of a commitment says. */
export type LastWord = { readonly at: Instant; readonly direction: Contact['direction'] } & (
  | { readonly contact: Contact }
  | { readonly contact: null; readonly event: StoryEvent; readonly commitment: Commitment }
);

/** What to know about a client while the phone rings. */
export interface Brief {
  readonly client: Client;
  /** When they last heard from me, about anything, and when I last heard from them. */
  readonly lastWordAt: Instant | null;
  readonly lastHeardAt: Instant | null;
  /** Open commitments, and those delivered but not accepted yet, by date; those without one are last. */
  readonly open: readonly Commitment[];
  /** The last contacts, latest first. */
  readonly contacts: readonly Contact[];
  /** The last words both ways, latest first: those contacts, and what was said with a verb. */
  readonly lastWords: readonly LastWord[];
  /** The latest answer to each of the four questions for this client. */
  readonly answers: readonly GivenAnswer[];
  /** How many of my dates I kept, and how many of theirs they kept. */
  readonly keptByMe: KeptRate;
  readonly keptByThem: KeptRate;
  readonly askAbout: AskAbout;
  /** What is promised them again and again, or what they promise. */
  readonly standings: readonly StandingOutlook[];
  /** What they accepted by silence, delivered last first. */
  readonly silent: readonly Commitment[];
  /** What they were given free lately. */
  readonly favours: Favours;
  /** What was spent on them, and how their projects stand. */
  readonly spending: ClientSpending;
}

/** The number of commitments with one kind, state and outcome. */
export interface DateOutcomes extends Pick<Commitment, 'kind' | 'state'> {
  /** Finished by the date or after it; or still open, with the date past or ahead. */
  readonly outcome: 'kept' | 'late' | 'passed' | 'ahead';
  readonly count: number;
  /** How many dates of theirs had passed when they were moved. */
  readonly missed: number;
}

/**
 * How many of one side's dates were kept: finished by the date as it last stood, out of all that were
 * finished or are past their date. A date that had passed when it was moved was not kept. Dropped commitments
 * are not counted, nor are replies, whose dates nobody has said.
 */
export function keptRate(outcomes: readonly DateOutcomes[], side: 'me' | 'them'): KeptRate {
  const rate = { kept: 0, of: 0 };
  for (const { kind, state, outcome, count, missed } of outcomes) {
    const { owedBy, hasSaidDate } = KIND_TRAITS[kind];
    if (state === 'dropped' || owedBy !== side || !hasSaidDate) continue;
    rate.of += missed + (outcome === 'ahead' ? 0 : count);
    if (outcome === 'kept') rate.kept += count;
  }
  return rate;
}

/** The last of the words in contacts and in the events of commitments, latest first. */
export function lastWords(
  contacts: readonly Contact[],
  stories: readonly { readonly commitment: Commitment; readonly events: readonly StoryEvent[] }[],
  most: number,
): LastWord[] {
  const said = stories.flatMap(({ commitment, events }) =>
    events.flatMap((event): LastWord[] => {
      const direction = directionOf(event, commitment);
      return direction ? [{ at: event.at, direction, contact: null, event, commitment }] : [];
    }),
  );
  const contacted = contacts.map(
    (contact): LastWord => ({ at: contact.at, direction: contact.direction, contact }),
  );
  const all = [...contacted.reverse(), ...said];
  // What was recorded later comes first, if it was said at the same time.
  return all
    .reverse()
    .sort((a, b) => compareInstants(b.at, a.at))
    .slice(0, most);
}

/** The types of events that `directionOf` knows a way for. */
export const WORD_TYPES = [
  'RequestRecorded',
  'DateRejected',
  'PriceRejected',
  'PriceApproved',
  'ResolutionRejected',
  'ResolutionApproved',
  'Accepted',
  'PromiseAwaited',
  'PromiseMade',
  'DateMoved',
  'UpdateGiven',
  'ReplyGiven',
  'DateOffered',
  'PricePut',
  'ResolutionOffered',
  'TalkHeld',
  'DateAgreed',
  'PutInWriting',
  'Delivered',
  'PromiseKept',
  'ReviewWindowOpened',
] as const satisfies readonly StoryEvent['type'][];

/** Which way the words went that an event records. Null if nobody said any, or a contact of its own has them. */
export function directionOf(event: StoryEvent, commitment: Commitment): Contact['direction'] | null {
  const { kind } = commitment;
  // That we speak again was said with the words about the complaint.
  if (isTalk(commitment)) return null;
  switch (event.type) {
    case 'RequestRecorded':
    case 'DateRejected':
    case 'PriceRejected':
    case 'PriceApproved':
    case 'ResolutionRejected':
    case 'ResolutionApproved':
      return 'in';
    case 'Accepted':
      return event.bySilence || event.unsaid ? null : 'in';
    case 'PromiseAwaited':
      return event.contact || event.occurrence?.byItself ? null : 'in';
    case 'PromiseMade':
      return event.unsaid || event.occurrence?.byItself ? null : 'out';
    case 'DateMoved':
      return KIND_TRAITS[kind].owedBy === 'them' ? 'in' : 'out';
    case 'UpdateGiven':
    case 'ReplyGiven':
      return event.contact ? null : 'out';
    case 'DateOffered':
    case 'PricePut':
    case 'ResolutionOffered':
    case 'TalkHeld':
    case 'DateAgreed':
    case 'PutInWriting':
    case 'Delivered':
    case 'PromiseKept':
    case 'ReviewWindowOpened':
      return 'out';
    default:
      return null;
  }
}

/** Commitments by their dates; those without one are last. */
export function byDate(commitments: readonly Commitment[]): Commitment[] {
  return [...commitments].sort((a, b) => {
    const [first, second] = [a, b].map((commitment) => currentDate(commitment)?.at);
    if (first === undefined || second === undefined) {
      return Number(first === undefined) - Number(second === undefined) || a.number - b.number;
    }
    return compareInstants(first, second) || a.number - b.number;
  });
}

/** The one thing to ask a client about; the oldest if there are several of the same kind. */
export function askAbout(open: readonly Commitment[], now: Instant): AskAbout {
  const kinds: readonly (readonly [
    Exclude<AskAbout['kind'], 'anything'>,
    (commitment: Commitment) => boolean,
  ])[] = [
    ['complaint', (c) => c.kind === 'complaint' && isOpen(c)],
    ['late', (c) => isTheirs(c) && isOverdue(c, now)],
    ['unanswered', (c) => pendingOffer(c) !== null],
    ['unapproved', (c) => unansweredPrice(c) !== null],
    ['unaccepted', (c) => c.state === 'done' && ballOf(c) === 'them'],
    ['undated', (c) => c.state === 'asked' && c.wantedBy === null],
    ['unwritten', (c) => isUnwritten(c) && isOpen(c)],
    ['expected', (c) => isTheirs(c) && isOpen(c)],
  ];
  for (const [kind, applies] of kinds) {
    const commitment = open.find(applies);
    if (commitment) return { kind, commitment };
  }
  return { kind: 'anything' };
}

function isTheirs({ kind }: Commitment): boolean {
  return KIND_TRAITS[kind].owedBy === 'them';
}
