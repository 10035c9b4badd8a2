import { type Client, evolveClient } from '../domain/client.ts';
import { type Commitment, evolve } from '../domain/commitment.ts';
import type { Contact } from '../domain/contact.ts';
import type { Decide, DecideStart, Decision } from '../domain/decision.ts';
import type { Change, CommitmentEvent, Stream } from '../domain/events.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Situation } from '../domain/situation.ts';
import { append, newUid } from '../store/append.ts';
import { writing } from '../store/db.ts';
import { readAway, readClients, readNextNumber, readOpenCommitments } from '../store/queries.ts';
import { refreshReadTables } from '../store/read-tables.ts';
import type { Context } from './context.ts';
import { type Selection, selectCommitments } from './select.ts';
import { forecastOf } from './workload.ts';

/** What a write came to: the facts recorded (none when nothing changed), and what they left. */
export interface Outcome {
  readonly changes: readonly Change[];
  /** The commitments that the verb was applied to or started, as they are now. */
  readonly commitments: readonly Commitment[];
  readonly contacts: readonly Contact[];
  /** The commitments that the verb was applied to, as they were before. */
  readonly before: readonly Commitment[];
}

/** Applies a verb to commitments: to all of them or, when one refuses, to none. Throws a Refusal. */
export function execute<Input>(
  context: Context,
  verb: string,
  selection: Selection,
  decide: Decide<Input>,
  input: Input,
): Outcome {
  return writing(context.db, () => {
    const targets = selectCommitments(context, selection);
    return commit(context, verb, targets, (situation, target) =>
      // With a selection there is a target for every decision.
      decide(target as Commitment, input, situation),
    );
  });
}

/** Starts something new, perhaps about a commitment that is there already. Throws a Refusal. */
export function executeStart<Input>(
  context: Context,
  verb: string,
  about: Selection | null,
  decide: DecideStart<Input>,
  input: Input,
): Outcome {
  return writing(context.db, () => {
    const targets = about ? selectCommitments(context, about) : [null];
    return commit(context, verb, targets, (situation, target) => decide(target, input, situation));
  });
}

function commit(
  context: Context,
  verb: string,
  targets: readonly (Commitment | null)[],
  decide: (situation: Situation, target: Commitment | null) => Decision,
): Outcome {
  const { db, now, calendar } = context;
  const changes: Change[] = [];
  const situation = situationOf(context, changes);
  for (const target of targets) {
    const decision = decide(situation, target);
    if (decision instanceof Refusal) throw decision;
    changes.push(...decision);
  }
  if (changes.length > 0) append(db, { recordedAt: now, zone: calendar.zone, verb }, changes);
  const folded = refreshReadTables(db, distinctStreams(changes));
  const changed = folded.flatMap(({ kind, state }) =>
    kind === 'commitment' && state.state !== null ? [state] : [],
  );
  const current = new Map(changed.map((commitment) => [commitment.uid, commitment]));
  const named = targets.flatMap((target) => (target ? [current.get(target.uid) ?? target] : []));
  return {
    changes,
    before: targets.filter((target) => target !== null),
    // Those that were named come first, also when nothing changed about them; then what was started.
    commitments: [...new Set([...named, ...changed])],
    contacts: folded.flatMap(({ kind, state }) => (kind === 'contact' && state ? [state] : [])),
  };
}

/**
 * The situation of a decision. What earlier decisions of the same operation changed counts in it: the clients that they
 * added, and the dates that they gave.
 */
function situationOf(context: Context, changes: readonly Change[]): Situation {
  const { db, now, calendar, settings } = context;
  const known = readClients(db);
  let number = readNextNumber(db);
  return {
    now,
    calendar,
    settings,
    get clients() {
      return [...known, ...addedClients(changes)];
    },
    get away() {
      return readAway(db);
    },
    get forecast() {
      return forecastOf(context, withChanges(readOpenCommitments(db), changes));
    },
    newId: () => newUid(now),
    newNumber: () => number++,
  };
}

function withChanges(open: readonly Commitment[], changes: readonly Change[]): Commitment[] {
  return open.map((commitment) =>
    changes
      .filter(({ stream }) => stream.uid === commitment.uid)
      .reduce<Commitment>(
        (state, { event }) => evolve(state, event as CommitmentEvent) as Commitment,
        commitment,
      ),
  );
}

function addedClients(changes: readonly Change[]): Client[] {
  return changes.flatMap(({ stream, event }) =>
    event.type === 'ClientAdded' ? (evolveClient(null, event, stream.uid) ?? []) : [],
  );
}

function distinctStreams(changes: readonly Change[]): Stream[] {
  return [...new Map(changes.map(({ stream }) => [`${stream.kind} ${stream.uid}`, stream])).values()];
}
