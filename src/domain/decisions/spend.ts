import type { Commitment } from '../streams/commitment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';

export interface SpendInput extends Saying {
  readonly hours: number;
}

/** Records work on it. Nobody was told, so no clock restarts. */
export function decideSpend(commitment: Commitment, input: SpendInput, situation: Situation): Decision {
  const { hours, at } = input;
  return (
    refuseVerb('spend', commitment, input, situation) ?? [on(commitment, { type: 'EffortSpent', hours, at })]
  );
}
