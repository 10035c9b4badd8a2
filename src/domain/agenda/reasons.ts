import type { Concern, ReasonDefinition } from './reason.ts';
import { aftercare } from './reasons/aftercare.ts';
import { atRisk } from './reasons/at-risk.ts';
import { awaitingApproval } from './reasons/awaiting-approval.ts';
import { complaint } from './reasons/complaint.ts';
import { delivery } from './reasons/delivery.ts';
import { missed } from './reasons/missed.ts';
import { noDate } from './reasons/no-date.ts';
import { notInWriting } from './reasons/not-in-writing.ts';
import { offerUnanswered } from './reasons/offer-unanswered.ts';
import { overBudget } from './reasons/over-budget.ts';
import { promise } from './reasons/promise.ts';
import { quietClient } from './reasons/quiet-client.ts';
import { remembered } from './reasons/remembered.ts';
import { reply } from './reasons/reply.ts';
import { review } from './reasons/review.ts';
import { reviewWindow } from './reasons/review-window.ts';
import { unpricedScope } from './reasons/unpriced-scope.ts';
import { update } from './reasons/update.ts';
import { waiting } from './reasons/waiting.ts';

const DEFINITIONS = {
  complaint,
  delivery,
  promise,
  waiting,
  reply,
  missed,
  'no-date': noDate,
  'offer-unanswered': offerUnanswered,
  update,
  'not-in-writing': notInWriting,
  'at-risk': atRisk,
  'awaiting-approval': awaitingApproval,
  'unpriced-scope': unpricedScope,
  'over-budget': overBudget,
  'review-window': reviewWindow,
  aftercare,
  'quiet-client': quietClient,
  remembered,
  review,
};

/** Why something needs attention. */
export type Reason = keyof typeof DEFINITIONS;

/** The type that each reason finds. */
export type ConcernOf = {
  readonly [R in Reason]: (typeof DEFINITIONS)[R] extends ReasonDefinition<infer F extends Concern>
    ? F
    : never;
};

/** All reasons. */
export const REASONS: { readonly [R in Reason]: ReasonDefinition<ConcernOf[R]> } = DEFINITIONS;
