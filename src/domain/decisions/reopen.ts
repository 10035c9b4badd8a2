import type { Commitment } from '../streams/commitment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';

/** Opens a closed commitment again, in its last open state; its dates stand. */
export function decideReopen(commitment: Commitment, input: Saying, situation: Situation): Decision {
  return (
    refuseVerb('reopen', commitment, input, situation) ?? [on(commitment, { type: 'Reopened', at: input.at })]
  );
}
