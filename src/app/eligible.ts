import type { Commitment } from '../domain/streams/commitment.ts';
import { CLOSED_STATES } from '../domain/streams/kinds.ts';
import { isTransitionVerb, refuseTransition, scopeOf } from '../domain/streams/transitions.ts';
import type { Db } from '../store/db.ts';
import { readLastClosed, readOpenCommitments, readUnpricedDeliveries } from '../store/queries.ts';

/** How many of the most recently closed commitments are offered. */
const MOST_CLOSED = 50;

/**
 * The commitments that a verb is likely meant for: the open ones that it can be applied to, and extra work that was delivered
 * without a price; or, if the verb is for closed ones, those closed last.
 */
export function readEligible(db: Db, verb: string): Commitment[] {
  if (!isTransitionVerb(verb)) return readOpenCommitments(db);
  const { kinds, states } = scopeOf(verb);
  const isForClosed = states.every((state) => CLOSED_STATES.includes(state));
  const candidates = isForClosed
    ? readLastClosed(db, kinds, states, MOST_CLOSED)
    : [...readOpenCommitments(db), ...(states.includes('done') ? readUnpricedDeliveries(db) : [])];
  return candidates.filter((commitment) => refuseTransition(verb, commitment) === null);
}
