import { type Commitment, isAwaited } from '../../domain/streams/commitment.ts';

/**
 * What to record if a word of theirs about a commitment was what I wait for: what they promised, an answer to an
 * offer, or that the work is right. Null if I wait for nothing.
 */
export function sayWhetherItCame(commitment: Commitment): string | null {
  const { number, offer, kind, state } = commitment;
  if (isAwaited(commitment)) return `If that is what you were waiting for: followup done ${number}`;
  if (offer) {
    return `If that was their answer: followup agree ${number}, or followup counter ${number} DATE --because WHY`;
  }
  if (kind === 'request' && state === 'done')
    return `If they say that it is right: followup accept ${number}`;
  return null;
}
