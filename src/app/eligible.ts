import type { Commitment } from '../domain/streams/commitment.ts';
import { isTransitionVerb, refuseTransition, scopeOf } from '../domain/streams/transitions.ts';
import type { Db } from '../store/db.ts';
import { readLastClosed, readOpenCommitments } from '../store/queries.ts';

/** Of what is closed, only the last ones are offered. */
const MOST_CLOSED = 50;

/**
 * The commitments that a verb is likely meant for: open ones that it can be applied to, or, where it is there for what is
 * closed, the last ones of those.
 */
export function readEligible(db: Db, verb: string): Commitment[] {
  if (!isTransitionVerb(verb)) return readOpenCommitments(db);
  const { kinds, states } = scopeOf(verb);
  const isForClosed = states.every(
    (state) => state === 'done' || state === 'accepted' || state === 'dropped',
  );
  const found = isForClosed ? readLastClosed(db, kinds, states, MOST_CLOSED) : readOpenCommitments(db);
  return found.filter((commitment) => refuseTransition(verb, commitment) === null);
}
