import { Refusal } from '../domain/base/refusal.ts';
import type { Decide, DecideStart, Decision } from '../domain/decisions/guards.ts';
import type { Situation } from '../domain/decisions/situation.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import type { Change, Stream } from '../domain/streams/events.ts';
import { append } from '../store/append.ts';
import { writing } from '../store/db.ts';
import { refreshReadTables } from '../store/read-tables.ts';
import type { Context } from './context.ts';
import { LiveSituation } from './live-situation.ts';
import { type Selection, selectCommitments } from './select.ts';

/** What a write came to: the facts recorded (none when nothing changed), and what they left. */
export interface Outcome {
  readonly changes: readonly Change[];
  /** The commitments that the verb was applied to or started, as they are now. */
  readonly commitments: readonly Commitment[];
  readonly contacts: readonly Contact[];
  /** The commitments that the verb was applied to, as they were before. */
  readonly before: readonly Commitment[];
}

/** One decision of an operation: on each commitment that is named, or one that starts something. */
export interface Step {
  readonly selection: Selection | null;
  readonly decide: (target: Commitment | null, situation: Situation) => Decision;
}

/** The refusal of one step, by its place among the others. */
export interface RefusedStep {
  readonly step: number;
  readonly refusal: Refusal;
}

/** A verb on the commitments that are named. */
export function applying<Input>(selection: Selection, decide: Decide<Input>, input: Input): Step {
  return {
    selection,
    // With a selection there is a target for every decision.
    decide: (target, situation) => decide(target as Commitment, input, situation),
  };
}

/** A verb that starts something new, perhaps about a commitment that is there already. */
export function starting<Input>(
  decide: DecideStart<Input>,
  input: Input,
  about: Selection | null = null,
): Step {
  return { selection: about, decide: (target, situation) => decide(target, input, situation) };
}

/**
 * Records steps as one operation: all of them, or none when one is refused. A step finds what the steps before it have
 * left. Throws the first Refusal.
 */
export function execute(context: Context, verb: string, ...steps: readonly Step[]): Outcome {
  const outcome = attempt(context, verb, steps);
  if ('commitments' in outcome) return outcome;
  throw outcome.refused[0]?.refusal;
}

/** The same, but says which steps were refused, all of them; nothing is recorded then. */
export function attempt(
  context: Context,
  verb: string,
  steps: readonly Step[],
): Outcome | { readonly refused: readonly RefusedStep[] } {
  const refused: RefusedStep[] = [];
  try {
    return writing(context.db, () => {
      const situation = new LiveSituation(context);
      const named = steps.flatMap((step, index) => {
        try {
          return take(step, situation, context);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refused.push({ step: index, refusal: error });
          return [];
        }
      });
      if (refused.length > 0) throw refused;
      return commit(context, verb, situation.changes, named);
    });
  } catch (error) {
    if (error === refused) return { refused };
    throw error;
  }
}

/** Takes one step, and returns the commitments that it names as they were before it. */
function take(step: Step, situation: LiveSituation, context: Context): Commitment[] {
  const targets = step.selection ? selectCommitments(context, step.selection) : [];
  for (const target of step.selection ? targets : [null]) {
    const decision = step.decide(target && situation.current(target), situation);
    if (decision instanceof Refusal) throw decision;
    situation.add(decision);
  }
  return targets;
}

function commit(
  { db, now, calendar }: Context,
  verb: string,
  changes: readonly Change[],
  before: readonly Commitment[],
): Outcome {
  if (changes.length > 0) append(db, { recordedAt: now, zone: calendar.zone, verb }, changes);
  const folded = refreshReadTables(db, distinctStreams(changes));
  const changed = folded.flatMap(({ kind, state }) =>
    kind === 'commitment' && state.state !== null ? [state] : [],
  );
  const current = new Map(changed.map((commitment) => [commitment.uid, commitment]));
  const named = before.map((target) => current.get(target.uid) ?? target);
  return {
    changes,
    before,
    // Those that were named come first, also when nothing changed about them; then what was started.
    commitments: [...new Set([...named, ...changed])],
    contacts: folded.flatMap(({ kind, state }) => (kind === 'contact' && state ? [state] : [])),
  };
}

function distinctStreams(changes: readonly Change[]): Stream[] {
  return [...new Map(changes.map(({ stream }) => [`${stream.kind} ${stream.uid}`, stream])).values()];
}
