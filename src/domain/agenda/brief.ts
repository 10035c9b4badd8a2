import type { Client } from '../streams/client.ts';
import { ballOf, type Commitment, isOpen, isOverdue, isUnwritten } from '../streams/commitment.ts';
import type { Contact } from '../streams/contact.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import type { GivenAnswer } from '../streams/review.ts';
import type { Instant } from '../time/moment.ts';

/** How many dates were kept, of those that have passed. */
export interface KeptRate {
  readonly kept: number;
  readonly of: number;
}

/** The one thing to ask a client about, the most pressing first. */
export type AskAbout =
  | {
      readonly kind: 'late' | 'unanswered' | 'unaccepted' | 'unwritten' | 'undated' | 'expected';
      readonly commitment: Commitment;
    }
  | { readonly kind: 'anything' };

/** A client in a list of all: when they last had a word, and in how many commitments it is whose move. */
export interface ClientSummary {
  readonly client: Client;
  readonly lastWordAt: Instant | null;
  readonly moves: { readonly me: number; readonly them: number };
}

/** What to know about a client while the phone rings. */
export interface Brief {
  readonly client: Client;
  /** The last word that I gave them, about anything, and the last one that I heard from them. */
  readonly lastWordAt: Instant | null;
  readonly lastHeardAt: Instant | null;
  /** What is open, and what was delivered and is not accepted yet. */
  readonly open: readonly Commitment[];
  /** The last words both ways, the latest first. */
  readonly contacts: readonly Contact[];
  /** The last answer to each of the four questions that was given for them, by number. */
  readonly answers: readonly GivenAnswer[];
  /** How many of the dates that I gave them I kept, and how many of theirs they kept. */
  readonly keptByMe: KeptRate;
  readonly keptByThem: KeptRate;
  readonly askAbout: AskAbout;
}

/** How many commitments of a kind, in a state, came out in one way by their date. */
export interface DateOutcomes extends Pick<Commitment, 'kind' | 'state'> {
  /** Finished by the date or after it; or still open, with the date passed or ahead. */
  readonly outcome: 'kept' | 'late' | 'passed' | 'ahead';
  readonly count: number;
}

/**
 * How many dates of one side were kept, as they stood last: finished by the date, of all that were finished or whose date
 * has passed. What was dropped counts for neither side.
 */
export function keptRate(outcomes: readonly DateOutcomes[], side: 'me' | 'them'): KeptRate {
  const rate = { kept: 0, of: 0 };
  for (const { kind, state, outcome, count } of outcomes) {
    if (state === 'dropped' || outcome === 'ahead' || KIND_TRAITS[kind].owedBy !== side) continue;
    rate.of += count;
    if (outcome === 'kept') rate.kept += count;
  }
  return rate;
}

/** The one thing to ask a client about. Of several of a kind it is the oldest. */
export function askAbout(open: readonly Commitment[], now: Instant): AskAbout {
  const kinds: readonly (readonly [
    Exclude<AskAbout['kind'], 'anything'>,
    (commitment: Commitment) => boolean,
  ])[] = [
    ['late', (c) => isTheirs(c) && isOverdue(c, now)],
    ['unanswered', (c) => c.offer !== null],
    ['unaccepted', (c) => c.state === 'done' && ballOf(c) === 'them'],
    ['undated', (c) => c.state === 'asked' && c.wantedBy === null],
    ['unwritten', (c) => isUnwritten(c) && isOpen(c)],
    ['expected', (c) => isTheirs(c) && isOpen(c)],
  ];
  for (const [kind, fits] of kinds) {
    const commitment = open.find(fits);
    if (commitment) return { kind, commitment };
  }
  return { kind: 'anything' };
}

function isTheirs({ kind }: Commitment): boolean {
  return KIND_TRAITS[kind].owedBy === 'them';
}
