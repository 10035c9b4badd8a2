import { defined } from '../base/defined.ts';
import type { Commitment } from '../streams/commitment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseUnbegun, refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';

export function decideAccept(commitment: Commitment, input: Saying, situation: Situation): Decision {
  const { at, via } = input;
  return (
    refuseVerb('accept', commitment, input, situation) ??
    refuseUnbegun(commitment, input, situation) ?? [
      on(commitment, defined({ type: 'Accepted' as const, at, via })),
    ]
  );
}
