import type { Db } from '../store/db.ts';
import type { Outcome } from './outcome.ts';

/**
 * Something that happens after a write has been committed, such as handing over a draft, showing a
 * notification or running a hook.
 */
export interface Effect {
  /** Completes the message "... failed". */
  readonly name: string;
  readonly run: (outcome: Outcome) => void;
}

/** The part of a context that effects need. */
export interface EffectContext {
  readonly db: Db;
  /** What runs after a commit, and what to call if that fails. */
  readonly effects?: readonly Effect[];
  readonly onFailedEffect?: (name: string, error: unknown) => void;
}

/**
 * Runs the effects of a write. The record stands even if they fail; failures are reported through the
 * context. A write inside another transaction has no effects yet.
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
