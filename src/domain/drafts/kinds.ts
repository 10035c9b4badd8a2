import { type Refusal, refuse } from '../base/refusal.ts';
import {
  ballOf,
  type Commitment,
  isDecisionToConfirm,
  isOpen,
  isUnpriced,
  isUnwritten,
  pendingOffer,
  unansweredPrice,
} from '../streams/commitment.ts';
import { hasResolution } from '../streams/complaint.ts';
import type { DraftKind } from '../streams/draft.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { refuseTransition } from '../streams/transitions.ts';
import type { Moment } from '../time/moment.ts';

/** Why a kind of message makes no sense for each commitment; null if it does. */
const REFUSALS: Readonly<Record<DraftKind, (commitment: Commitment) => Refusal | null>> = {
  confirm: (commitment) => refuseTransition('confirm', commitment),
  offer: refuseOffer,
  update: (commitment) => refuseTransition('update', commitment),
  late: refuseLate,
  chase: refuseChase,
  delivered: refuseDelivered,
  thanks: () => null,
  resolution: refuseResolution,
  scope: refuseScope,
  price: (commitment) => refuseTransition('price', commitment),
  aftercare: refuseAftercare,
};

/** Why a message of a kind cannot be drafted about a commitment, with what to do instead; null if it can. */
export function refuseDraft(kind: DraftKind, commitment: Commitment): Refusal | null {
  return REFUSALS[kind](commitment);
}

/** The kind of message that a commitment asks for by itself, where no line of the agenda is about it. */
export function kindFor(commitment: Commitment): DraftKind {
  if (isUnpriced(commitment)) return unansweredPrice(commitment) ? 'chase' : 'price';
  switch (commitment.state) {
    case 'asked':
      return 'offer';
    case 'offered':
    case 'waiting':
      return 'chase';
    case 'agreed':
      if (commitment.offer) return 'chase';
      return isUnwritten(commitment) ? 'confirm' : 'update';
    case 'owed':
      if (commitment.complaint && hasResolution(commitment.complaint)) return 'resolution';
      return isDecisionToConfirm(commitment) ? 'confirm' : 'update';
    case 'done':
      return isDelivery(commitment) ? 'delivered' : 'thanks';
    case 'accepted':
    case 'dropped':
      return 'thanks';
    case 'missed':
      return commitment.kind === 'awaiting' ? 'chase' : 'update';
  }
}

/** What is put to them of a complaint is a resolution, which has no date. */
function refuseOffer(commitment: Commitment): Refusal | null {
  const { kind, number } = commitment;
  if (kind !== 'complaint') return refuseTransition('offer', commitment);
  return refuse(
    'transition-not-allowed',
    `${number} cannot be offered a date: it is ${KIND_TRAITS[kind].withArticle}.`,
    isOpen(commitment)
      ? `What would make them whole: followup draft ${number} ${commitment.state === 'agreed' ? 'update' : 'resolution'}`
      : `First: followup reopen ${number}`,
  );
}

function refuseResolution(commitment: Commitment): Refusal | null {
  const { kind, number } = commitment;
  if (kind === 'complaint') return refuseTransition('offer', commitment);
  return refuse(
    'transition-not-allowed',
    `${number} has no resolution: it is ${KIND_TRAITS[kind].withArticle}.`,
    `If something went wrong with it: followup complain --about ${number} TEXT --next WHEN`,
  );
}

function refuseLate(commitment: Commitment): Refusal | null {
  const { number, due } = commitment;
  const no = refuseOffer(commitment);
  if (no || due !== null) return no;
  return refuse(
    'nothing-agreed',
    `${number} has no date that could be missed.`,
    `Offer one: followup draft ${number} offer`,
  );
}

function refuseChase(commitment: Commitment): Refusal | null {
  const { number } = commitment;
  if (ballOf(commitment) === 'them' || pendingOffer(commitment) || unansweredPrice(commitment)) return null;
  return refuse(
    'nothing-awaited',
    `Nothing of theirs is awaited in ${number}: there is nothing to chase.`,
    isOpen(commitment)
      ? `To tell them something: followup draft ${number} update --say TEXT`
      : `It is closed. To write anyway: followup draft ${number} thanks`,
  );
}

function refuseDelivered(commitment: Commitment): Refusal | null {
  const { kind, number } = commitment;
  if (!isDelivery(commitment)) {
    return refuse(
      'transition-not-allowed',
      `${number} cannot be delivered: it is ${KIND_TRAITS[kind].withArticle}.`,
      null,
    );
  }
  return isHandedOver(commitment) ? null : refuseTransition('done', commitment);
}

/** Whether it works is asked once it was handed over, as long as nobody there has said so. */
function refuseAftercare(commitment: Commitment): Refusal | null {
  const { kind, number, state } = commitment;
  if (KIND_TRAITS[kind].owedBy === 'them' || kind === 'reply') {
    return refuse(
      'transition-not-allowed',
      `${number} cannot be delivered: it is ${KIND_TRAITS[kind].withArticle}.`,
      `To write anyway: followup draft ${number} thanks`,
    );
  }
  if (state === 'done') return null;
  if (isOpen(commitment)) {
    return refuse(
      'not-delivered',
      `${number} is not delivered yet, so nobody can say whether it works.`,
      `When it is: followup done ${number}`,
    );
  }
  return refuse(
    'nothing-to-ask',
    `${number} is ${state}, so nothing is to be asked.`,
    `To write anyway: followup draft ${number} thanks`,
  );
}

/** That nothing is done before there is a price can only be said while nobody has said yes to one, and nothing is delivered. */
function refuseScope(commitment: Commitment): Refusal | null {
  const { number, price, approval } = commitment;
  const no = refuseTransition('price', commitment);
  if (no) return no;
  if (price?.isFree || approval) {
    return refuse(
      'scope-settled',
      `${number} ${price?.isFree ? 'was given free' : 'has an approved price'}.`,
      `To tell them something: followup ${isOpen(commitment) ? 'update' : 'told --about'} ${number} TEXT`,
    );
  }
  if (isOpen(commitment)) return null;
  return refuse(
    'scope-settled',
    `${number} is delivered already.`,
    `Say what it costs: followup draft ${number} price`,
  );
}

/** Whether it ends with something that I hand over. */
function isDelivery({ kind }: Commitment): boolean {
  return kind === 'request' || kind === 'promise';
}

/** Whether it was delivered, so that a message about the delivery only says so again. */
export function isHandedOver({ state }: Commitment): boolean {
  return state === 'done' || state === 'accepted';
}

/** The date that a confirmation puts in writing; null for a decision of theirs, whose date is only that of my answer. */
export function dateToConfirm({ decided, due }: Commitment): Moment | null {
  return decided ? null : due;
}

/** Whether a commitment is finished once a message of a kind about it was sent, so that nobody waits for more. */
export function isFinishedBy(kind: DraftKind, commitment: Commitment): boolean {
  return kind === 'delivered' || (kind === 'confirm' && isDecisionToConfirm(commitment));
}
