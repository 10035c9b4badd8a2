import { type Commitment, isOpen } from '../domain/streams/commitment.ts';
import { isTransitionVerb, refuseTransition } from '../domain/streams/transitions.ts';
import type { Db } from '../store/db.ts';
import { readCommitments, readOpenCommitments } from '../store/queries.ts';

/** Of what is closed, only so many are offered: the last ones. */
const MOST_CLOSED = 50;

/**
 * The commitments that a verb is likely meant for: open ones that it can be applied to, or, where it is there for what is
 * closed, the last ones of those.
 */
export function readFitting(db: Db, verb: string): Commitment[] {
  if (!isTransitionVerb(verb)) return readOpenCommitments(db);
  const fits = (commitment: Commitment) => refuseTransition(verb, commitment) === null;
  if (verb !== 'reopen' && verb !== 'accept') return readOpenCommitments(db).filter(fits);
  return readCommitments(db)
    .filter((commitment) => !isOpen(commitment) && fits(commitment))
    .sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1))
    .slice(0, MOST_CLOSED);
}
