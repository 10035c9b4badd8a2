import { defined } from '../base/defined.ts';
import { type Commitment, isTalk } from '../streams/commitment.ts';
import type { Evidence } from '../streams/delivery-events.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import type { Moment } from '../time/moment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseUnbegun, refuseVerb } from './guards.ts';
import { answerTo } from './reply.ts';
import { openWindow, refuseWindow } from './review-window.ts';
import type { Situation } from './situation.ts';
import { dropTalks, keepTalk } from './talk.ts';

export interface DoneInput extends Saying {
  /** The total work in hours. */
  readonly tookHours?: number | undefined;
  /** The work was checked against `rightWhen` and passed. */
  readonly isRight?: true | undefined;
  /** Why a complaint ends although nobody has approved its resolution. */
  readonly withoutApproval?: string | undefined;
  /** What would remove the need for it. */
  readonly removal?: string | undefined;
  /** What proves it. */
  readonly evidence?: readonly Evidence[] | undefined;
  /** They were told that without an objection by then it counts as accepted. */
  readonly reviewUntil?: Moment | undefined;
}

/** Records that it is finished: delivered, kept, received or answered, depending on the kind. */
export function decideDone(commitment: Commitment, input: DoneInput, situation: Situation): Decision {
  const { tookHours, isRight, removal, withoutApproval, evidence, reviewUntil, at, via } = input;
  const verb = withoutApproval === undefined ? 'done' : 'done without approval';
  const no =
    refuseVerb(verb, commitment, input, situation) ??
    refuseUnbegun(commitment, input, situation) ??
    (reviewUntil ? refuseWindow(commitment, input, reviewUntil, situation) : null);
  if (no) return no;
  const { kind, state, rightWhen, belongsTo } = commitment;
  const said = defined({ tookHours, evidence, at, via });
  const finished =
    kind === 'reply' ? answerTo(commitment, said) : { type: KIND_TRAITS[kind].finishedBy, ...said };
  // What they have approved needs no reason.
  const isUnapproved = withoutApproval !== undefined && state !== 'agreed';
  const more = {
    ...(rightWhen !== null && isRight && { isRight }),
    ...(isUnapproved && { withoutApproval }),
  };
  return [
    on(commitment, finished.type === 'Delivered' ? { ...finished, type: 'Delivered', ...more } : finished),
    ...(isUnapproved
      ? dropTalks(commitment, withoutApproval, at, situation)
      : keepTalk(commitment, input, undefined, situation)),
    ...(isTalk(commitment) && belongsTo
      ? [on({ uid: belongsTo.complaint }, defined({ type: 'TalkHeld' as const, at, via }))]
      : []),
    ...(reviewUntil ? [openWindow(commitment, input, reviewUntil)] : []),
    ...(removal ? [on(commitment, { type: 'RemovalNamed', text: removal, at })] : []),
  ];
}
