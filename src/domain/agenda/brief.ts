import type { Client } from '../streams/client.ts';
import { ballOf, type Commitment, isOpen, isOverdue, isUnwritten } from '../streams/commitment.ts';
import type { Contact } from '../streams/contact.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import type { GivenAnswer } from '../streams/review.ts';
import type { Instant } from '../time/moment.ts';

/** How many of the dates that have come due were kept. */
export interface KeptRate {
  readonly kept: number;
  readonly of: number;
}

/** The one thing to ask a client about, most pressing first. */
export type AskAbout =
  | {
      readonly kind: 'late' | 'unanswered' | 'unaccepted' | 'unwritten' | 'undated' | 'expected';
      readonly commitment: Commitment;
    }
  | { readonly kind: 'anything' };

/** A client in the list of clients: when they last heard from me, and how many open moves are mine and theirs. */
export interface ClientSummary {
  readonly client: Client;
  readonly lastWordAt: Instant | null;
  readonly moves: { readonly me: number; readonly them: number };
}

/** What to know about a client while the phone rings. */
export interface Brief {
  readonly client: Client;
  /** When they last heard from me, about anything, and when I last heard from them. */
  readonly lastWordAt: Instant | null;
  readonly lastHeardAt: Instant | null;
  /** Open commitments, and those delivered but not accepted yet. */
  readonly open: readonly Commitment[];
  /** The last words both ways, latest first. */
  readonly contacts: readonly Contact[];
  /** The latest answer to each of the four questions for this client. */
  readonly answers: readonly GivenAnswer[];
  /** How many of my dates I kept, and how many of theirs they kept. */
  readonly keptByMe: KeptRate;
  readonly keptByThem: KeptRate;
  readonly askAbout: AskAbout;
}

/** The number of commitments with one kind, state and outcome. */
export interface DateOutcomes extends Pick<Commitment, 'kind' | 'state'> {
  /** Finished by the date or after it; or still open, with the date past or ahead. */
  readonly outcome: 'kept' | 'late' | 'passed' | 'ahead';
  readonly count: number;
}

/**
 * How many of one side's dates were kept: finished by the date as it last stood, out of all that were
 * finished or are past their date. Dropped commitments are not counted.
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

/** The one thing to ask a client about; the oldest if there are several of the same kind. */
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
  for (const [kind, applies] of kinds) {
    const commitment = open.find(applies);
    if (commitment) return { kind, commitment };
  }
  return { kind: 'anything' };
}

function isTheirs({ kind }: Commitment): boolean {
  return KIND_TRAITS[kind].owedBy === 'them';
}
