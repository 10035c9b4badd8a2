import { refuse } from '../base/refusal.ts';
import type { Commitment, Kind } from '../streams/commitment.ts';
import { type Decision, known, on, refuseVerb, type Saying } from './guards.ts';
import type { Situation } from './situation.ts';

export interface DoneInput extends Saying {
  /** All the work that it took, in hours. */
  readonly tookHours?: number | undefined;
  /** What makes it correct was looked at, and holds. */
  readonly isRight?: true | undefined;
}

/** What "done" means, by kind: delivered, kept, received or answered. */
const FINISHED = {
  request: 'Delivered',
  promise: 'PromiseKept',
  awaiting: 'AwaitedReceived',
  reply: 'ReplyGiven',
  complaint: 'Delivered',
} as const satisfies Record<Kind, string>;

/** Records that it is finished. A complaint is not, before its remedy is approved. */
export function decideDone(commitment: Commitment, input: DoneInput, situation: Situation): Decision {
  const { tookHours, isRight, at, via } = input;
  const no = refuseVerb('done', commitment, input, situation);
  if (no) return no;
  if (commitment.kind === 'complaint') {
    return refuse(
      'approval-missing',
      `${commitment.number} is a complaint: it is done only when they have approved the remedy.`,
      `Until then: followup update ${commitment.number} TEXT`,
    );
  }
  const finished = known({ type: FINISHED[commitment.kind], tookHours, at, via });
  const isDelivered = finished.type === 'Delivered' && commitment.rightWhen !== null && isRight;
  return [on(commitment, isDelivered ? { ...finished, type: 'Delivered', isRight } : finished)];
}
