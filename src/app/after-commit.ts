import type { Db } from '../store/db.ts';
import type { Outcome } from './outcome.ts';

/**
 * What follows from a write once it is committed, and only then: a draft is handed over, a notification is shown, a hook
 * is run. It gets what changed.
 */
export interface Effect {
  /** What it does, to complete "... failed". */
  readonly name: string;
  readonly run: (outcome: Outcome) => void;
}

/** The part of a context that effects are run from. */
export interface EffectContext {
  readonly db: Db;
  /** What follows from a write once it is committed; and who is told when that fails. */
  readonly effects?: readonly Effect[];
  readonly onFailedEffect?: (name: string, error: unknown) => void;
}

/**
 * Runs the effects of a write. The record stands whatever becomes of them: what failed is told to the context, which says
 * it to the user. A write that is part of another transaction has no effects yet.
 */
export function runEffects({ db, effects = [], onFailedEffect }: EffectContext, outcome: Outcome): void {
  if (db.inTransaction || outcome.changes.length === 0) return;
  for (const { name, run } of effects) {
    try {
      run(outcome);
    } catch (error) {
      onFailedEffect?.(name, error);
    }
  }
}
