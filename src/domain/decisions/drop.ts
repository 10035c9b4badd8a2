import { refuse } from '../base/refusal.ts';
import type { Commitment } from '../streams/commitment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';
import { decideExplainMissed } from './standing.ts';
import { dropTalks } from './talk.ts';

export interface DropInput extends Saying {
  readonly because?: string | undefined;
  /** It is about what was missed of its standing promise: why, and that whoever waited for it knows. */
  readonly missed?: boolean | undefined;
}

/** Records that it will not be done, and why. */
export function decideDrop(commitment: Commitment, input: DropInput, situation: Situation): Decision {
  const { because, missed, at } = input;
  if (missed) return decideExplainMissed(commitment, input, situation);
  const no = refuseVerb('drop', commitment, input, situation);
  if (no) return no;
  if (!because) {
    return refuse(
      'reason-missing',
      `Why is ${commitment.number} dropped?`,
      `Use: followup drop ${commitment.number} --because WHY`,
    );
  }
  return [on(commitment, { type: 'Dropped', because, at }), ...dropTalks(commitment, because, at, situation)];
}
