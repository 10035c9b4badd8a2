import { Refusal } from '../domain/base/refusal.ts';
import type { Decide, DecideStart, Decision } from '../domain/decisions/decision.ts';
import type { Situation } from '../domain/decisions/situation.ts';
import { type Commitment, isBorn } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import { type Change, distinctStreams, type Stream } from '../domain/streams/events.ts';
import { isFoldOf } from '../domain/streams/fold.ts';
import { appendChanges, appendOperation } from '../store/append.ts';
import { sealOperation } from '../store/checksum.ts';
import { writing } from '../store/db.ts';
import { readUndone } from '../store/journal.ts';
import { refreshReadTables } from '../store/read-tables.ts';
import { runEffects } from './after-commit.ts';
import type { Context } from './context.ts';
import { CurrentSituation } from './current-situation.ts';
import { forgetIfChanged } from './forget-reminders.ts';
import type { Outcome } from './outcome.ts';
import { foldSelected, type Selection, selectUids } from './select.ts';

export type { Outcome } from './outcome.ts';

/** One decision of an operation, applied to each selected commitment, or starting something new. */
export interface Step {
  readonly selection: Selection | null;
  readonly decide: (target: Commitment | null, situation: Situation) => Decision;
}

/** The refusal of a step, with the step's index. */
export interface RefusedStep {
  readonly step: number;
  readonly refusal: Refusal;
}

/** A step that applies a verb to the selected commitments. */
export function applyTo<Input>(selection: Selection, decide: Decide<Input>, input: Input): Step {
  return {
    selection,
    // With a selection there is always a target.
    decide: (target, situation) => decide(target as Commitment, input, situation),
  };
}

/** A step that starts something new, perhaps in connection with an existing commitment. */
export function startNew<Input>(
  decide: DecideStart<Input>,
  input: Input,
  about: Selection | null = null,
): Step {
  return { selection: about, decide: (target, situation) => decide(target, input, situation) };
}

/**
 * Records all steps as one operation, or none if one is refused. Each step sees in the database what earlier
 * steps wrote. Throws the first Refusal.
 */
export function execute(context: Context, verb: string, ...steps: readonly Step[]): Outcome {
  const outcome = attempt(context, verb, steps);
  if ('commitments' in outcome) return outcome;
  throw outcome.refused[0]?.refusal;
}

/** Like `execute`, but returns all refused steps instead of throwing. Nothing is recorded if there are any. */
export function attempt(
  context: Context,
  verb: string,
  steps: readonly Step[],
): Outcome | { readonly refused: readonly RefusedStep[] } {
  const nothing = new Error('Some steps were refused.');
  const refused: RefusedStep[] = [];
  try {
    const outcome = writing(context.db, () => {
      const operation = new RunningOperation(context, verb);
      refused.push(...operation.takeEach(steps));
      if (refused.length > 0) throw nothing;
      operation.seal();
      return operation.outcome();
    });
    runEffects(context, outcome);
    return outcome;
  } catch (error) {
    if (error === nothing) return { refused };
    throw error;
  }
}

/**
 * Records the steps that are not refused as one operation; nothing if all are. Only for steps that start something new,
 * because the refusal of another one may leave a part of it behind.
 */
export function attemptEach(
  context: Context,
  verb: string,
  steps: readonly Step[],
): { readonly outcome: Outcome | null; readonly refused: readonly RefusedStep[] } {
  const result = writing(context.db, () => {
    const operation = new RunningOperation(context, verb);
    const refused = operation.takeEach(steps);
    operation.seal();
    return { outcome: refused.length < steps.length ? operation.outcome() : null, refused };
  });
  if (result.outcome) runEffects(context, result.outcome);
  return result;
}

/** An operation in progress, inside the transaction. */
class RunningOperation {
  private id: string | null = null;
  private readonly changes: Change[] = [];
  private readonly before = new Map<string, Commitment>();
  private readonly changed = new Map<string, Commitment>();
  private readonly contacts = new Map<string, Contact>();
  private readonly situation: CurrentSituation;
  private readonly undone: ReadonlySet<string>;

  constructor(
    private readonly context: Context,
    private readonly verb: string,
  ) {
    this.situation = new CurrentSituation(context);
    this.undone = readUndone(context.db);
  }

  /** Takes a decision and writes its changes at once. Throws its Refusal. */
  take({ selection, decide }: Step): void {
    const uids = selection ? selectUids(this.context, selection) : [null];
    uids.forEach((uid, index) => {
      const target = uid === null ? null : foldSelected(this.context, uid, selection, index);
      if (target && !this.before.has(target.uid)) this.before.set(target.uid, target);
      const decision = decide(target, this.situation);
      if (decision instanceof Refusal) throw decision;
      this.record(decision);
    });
  }

  /** Takes one step after the other, and returns those that are refused. */
  takeEach(steps: readonly Step[]): RefusedStep[] {
    const refused: RefusedStep[] = [];
    for (const [step, each] of steps.entries()) {
      try {
        this.take(each);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.situation.freeNumbers();
        refused.push({ step, refusal: error });
      }
    }
    return refused;
  }

  /** Completes the operation; nothing may be added to it afterwards. */
  seal(): void {
    const { db } = this.context;
    if (this.id !== null) sealOperation(db, this.id);
    for (const [uid, after] of this.changed) forgetIfChanged(db, this.before.get(uid) ?? after, after);
  }

  outcome(): Outcome {
    const named = [...this.before.values()].map((target) => this.changed.get(target.uid) ?? target);
    return {
      operation: this.id,
      verb: this.verb,
      changes: this.changes,
      before: [...this.before.values()],
      // The selected commitments come first, even if they did not change, followed by those that were
      // started.
      commitments: [...new Set([...named, ...this.changed.values()])],
      contacts: [...this.contacts.values()],
    };
  }

  private record(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const { db, now, calendar } = this.context;
    this.id ??= appendOperation(db, { recordedAt: now, zone: calendar.zone, verb: this.verb });
    appendChanges(db, this.id, changes, this.changes.length);
    this.changes.push(...changes);
    for (const stream of distinctStreams(changes.map(({ stream }) => stream))) this.refresh(stream);
  }

  private refresh(stream: Stream): void {
    const folded = refreshReadTables(this.context.db, stream, this.undone);
    this.situation.update(folded);
    if (isFoldOf('contact', folded) && folded.state) this.contacts.set(stream.uid, folded.state);
    if (isFoldOf('commitment', folded) && isBorn(folded.state)) this.changed.set(stream.uid, folded.state);
  }
}
