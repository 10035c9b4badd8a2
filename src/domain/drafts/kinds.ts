import { type Refusal, refuse } from '../base/refusal.ts';
import { type Commitment, isOpen, isUnwritten, pendingOffer } from '../streams/commitment.ts';
import type { DraftKind } from '../streams/draft.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { refuseTransition } from '../streams/transitions.ts';

/** Why a kind of message makes no sense for each commitment; null if it does. */
const REFUSALS: Readonly<Record<DraftKind, (commitment: Commitment) => Refusal | null>> = {
  confirm: (commitment) => refuseTransition('confirm', commitment),
  offer: (commitment) => refuseTransition('offer', commitment),
  update: (commitment) => refuseTransition('update', commitment),
  late: refuseLate,
  chase: refuseChase,
  delivered: refuseDelivered,
  thanks: () => null,
};

/** Why a message of a kind cannot be drafted about a commitment, with what to do instead; null if it can. */
export function refuseDraft(kind: DraftKind, commitment: Commitment): Refusal | null {
  return REFUSALS[kind](commitment);
}

/** The kind of message that a commitment asks for by itself, where no line of the agenda is about it. */
export function kindFor(commitment: Commitment): DraftKind {
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
      return 'update';
    case 'done':
      return KIND_TRAITS[commitment.kind].ballWhenDone === 'them' ? 'delivered' : 'thanks';
    case 'accepted':
    case 'dropped':
      return 'thanks';
  }
}

function refuseLate(commitment: Commitment): Refusal | null {
  const { number, due } = commitment;
  if (due === null) {
    return refuse(
      'nothing-agreed',
      `${number} has no date that could be missed.`,
      `Offer one: followup draft ${number} offer`,
    );
  }
  return refuseTransition('offer', commitment);
}

function refuseChase(commitment: Commitment): Refusal | null {
  const { number, kind } = commitment;
  const isWaitedFor =
    (kind === 'awaiting' && isOpen(commitment)) || pendingOffer(commitment) || commitment.state === 'done';
  if (isWaitedFor) return null;
  return refuse(
    'nothing-awaited',
    `Nothing of theirs is awaited in ${number}: there is nothing to chase.`,
    `To tell them something: followup draft ${number} update --say TEXT`,
  );
}

function refuseDelivered(commitment: Commitment): Refusal | null {
  const { kind, number } = commitment;
  const isMine = kind === 'request' || kind === 'promise';
  if (!isMine) {
    return refuse(
      'transition-not-allowed',
      `${number} cannot be delivered: it is ${KIND_TRAITS[kind].withArticle}.`,
      null,
    );
  }
  return isOpen(commitment) ? refuseTransition('done', commitment) : null;
}
