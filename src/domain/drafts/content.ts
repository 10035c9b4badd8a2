import type { HeldUp } from '../planning/held-up.ts';
import type { Client } from '../streams/client.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { DraftedPart } from '../streams/draft.ts';
import type { Person } from '../streams/events.ts';
import type { Moment } from '../time/moment.ts';
import type { StoryFacts } from './facts.ts';

/** What waits for a commitment, and what that costs it. */
export interface Blocked {
  readonly commitment: Commitment;
  /** By how many working days it is late. */
  readonly daysLate: number;
}

/** Something of theirs that was late, and what of mine waits for it. */
export interface TheirLateness extends HeldUp {
  /** Who owed it, if that is somebody else than the message goes to. */
  readonly from: string | null;
}

/** A part of a draft with everything that the record has to say about it. */
export interface PartContent extends DraftedPart {
  /** Null for words that are only about the client. */
  readonly about: {
    readonly commitment: Commitment;
    readonly facts: StoryFacts;
    readonly blocked: Blocked | null;
    /** What of theirs holds it up. */
    readonly heldUp: readonly TheirLateness[];
    /** What it is more work on than was agreed. */
    readonly job: Commitment | null;
    /** What belongs to it, if it is a complaint. */
    readonly belonging: readonly Commitment[];
  } | null;
  /** The probability that its date is kept; null if there is none to reckon. */
  readonly chance: number | null;
}

/** Everything that a draft is made of. */
export interface DraftContent {
  readonly client: Client;
  readonly recipients: Recipients;
  readonly parts: readonly PartContent[];
  /** What is new, in the person's own words. */
  readonly say: string | null;
  /** What they can choose from. */
  readonly choices: readonly string[];
  readonly next: Moment | null;
}

/** To whom a message goes: everyone involved. */
export interface Recipients {
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
}

/** The people at a client who are to hear about commitments: whoever asked, else the first; and those named besides. */
export function recipientsOf(client: Client, commitments: readonly Commitment[]): Recipients {
  const find = (name: string | null) => client.people.find((person) => person.name === name);
  const asked = distinct(commitments.flatMap(({ person }) => find(person) ?? []));
  const to = asked.length > 0 ? asked : client.people.slice(0, 1);
  const involved = commitments.flatMap(({ people }) => people.flatMap((name) => find(name) ?? []));
  return { to, cc: distinct(involved).filter((person) => !to.includes(person)) };
}

function distinct(people: readonly Person[]): Person[] {
  return [...new Set(people)];
}
