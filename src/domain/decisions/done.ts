import { defined } from '../base/defined.ts';
import type { Commitment } from '../streams/commitment.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseUnbegun, refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';

export interface DoneInput extends Saying {
  /** The total work in hours. */
  readonly tookHours?: number | undefined;
  /** The work was checked against `rightWhen` and passed. */
  readonly isRight?: true | undefined;
}

/** Records that it is finished: delivered, kept, received or answered, depending on the kind. */
export function decideDone(commitment: Commitment, input: DoneInput, situation: Situation): Decision {
  const { tookHours, isRight, at, via } = input;
  const no = refuseVerb('done', commitment, input, situation) ?? refuseUnbegun(commitment, input, situation);
  if (no) return no;
  const finished = defined({ type: KIND_TRAITS[commitment.kind].finishedBy, tookHours, at, via });
  const isDelivered = finished.type === 'Delivered' && commitment.rightWhen !== null && isRight;
  return [on(commitment, isDelivered ? { ...finished, type: 'Delivered', isRight } : finished)];
}
