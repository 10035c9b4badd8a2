import { type Refusal, refuse } from '../base/refusal.ts';
import { type Commitment, counterpart, isOpen, unansweredPrice } from './commitment.ts';
import { CLOSED_STATES, KIND_TRAITS, KINDS, type Kind, OPEN_STATES, STATES, type State } from './kinds.ts';

/** A permitted transition for some kinds. */
interface Transition {
  readonly kinds: readonly Kind[];
  readonly from: readonly State[];
  readonly to: State | 'same' | 'last open';
  /** When the row counts; always, unless it says so. */
  readonly when?: (commitment: Commitment) => boolean;
  /** Returns the reason if a further condition fails, else null. */
  readonly refuse?: (commitment: Commitment) => Refusal | null;
}

interface VerbTransitions {
  /** Completes the message "... cannot be ...". */
  readonly participle: string;
  readonly ways: readonly Transition[];
  /** The command that was probably meant. Not needed if the verb is always allowed. */
  readonly instead?: (commitment: Commitment) => string;
}

const REQUEST: readonly Kind[] = ['request'];
const COMPLAINT: readonly Kind[] = ['complaint'];
/** Delivered work can still be priced. */
const NOT_DROPPED: readonly State[] = STATES.filter((state) => state !== 'dropped');
/** The kinds whose agreed date can be negotiated anew. */
const WITH_DATES: readonly Kind[] = ['request', 'promise'];

/** All transitions. Anything not listed here is refused. */
const TRANSITIONS = {
  offer: {
    participle: 'offered a date',
    ways: [
      { kinds: REQUEST, from: ['asked', 'offered'], to: 'offered' },
      { kinds: WITH_DATES, from: ['agreed'], to: 'agreed' },
      // The resolution is put to them.
      { kinds: COMPLAINT, from: ['owed', 'offered'], to: 'offered' },
    ],
    instead: (c) =>
      c.kind === 'complaint' && c.state === 'agreed' ? `followup done ${c.number}` : moveOrReopen(c),
  },
  agree: {
    participle: 'agreed on',
    ways: [
      { kinds: REQUEST, from: ['asked', 'offered'], to: 'agreed' },
      { kinds: WITH_DATES, from: ['agreed'], to: 'agreed', refuse: refuseWithoutOffer },
    ],
    instead: (c) =>
      c.kind === 'complaint' && isOpen(c) ? `followup approve ${c.number} WHO` : moveOrReopen(c),
  },
  counter: {
    participle: 'countered',
    ways: [
      { kinds: REQUEST, from: NOT_DROPPED, to: 'same', when: countersPrice },
      { kinds: COMPLAINT, from: ['offered'], to: 'owed' },
      { kinds: REQUEST, from: ['asked', 'offered'], to: 'asked' },
      { kinds: WITH_DATES, from: ['agreed'], to: 'agreed', refuse: refuseCounterWithoutOffer },
    ],
    instead: (c) => (c.kind === 'complaint' && isOpen(c) ? `followup resolve ${c.number}` : moveOrReopen(c)),
  },
  approve: {
    participle: 'approved',
    ways: [
      { kinds: COMPLAINT, from: ['offered'], to: 'agreed' },
      { kinds: COMPLAINT, from: ['owed'], to: 'agreed', refuse: refuseWithoutResolution },
      { kinds: REQUEST, from: NOT_DROPPED, to: 'same', refuse: refuseWithoutPrice },
    ],
    instead: (c) => {
      if (c.kind === 'complaint' && isOpen(c)) return `followup done ${c.number}`;
      if (c.kind === 'complaint' || c.kind === 'request') return reopenFirst(c);
      return `followup ${c.offer && isOpen(c) ? 'agree' : 'show'} ${c.number}`;
    },
  },
  price: {
    participle: 'priced',
    ways: [{ kinds: REQUEST, from: NOT_DROPPED, to: 'same', refuse: refuseInScope }],
    instead: (c) => (c.kind === 'request' ? reopenFirst(c) : `followup show ${c.number}`),
  },
  resolve: {
    participle: 'resolved',
    ways: [
      { kinds: COMPLAINT, from: ['owed', 'offered'], to: 'same' },
      // What is added has to be approved again.
      { kinds: COMPLAINT, from: ['agreed'], to: 'owed' },
    ],
    instead: (c) => (c.kind === 'complaint' ? reopenFirst(c) : `followup show ${c.number}`),
  },
  move: {
    participle: 'moved',
    ways: [{ kinds: KINDS, from: ['agreed', 'waiting', 'owed'], to: 'same' }],
    instead: (c) => {
      if (!isOpen(c)) return reopenFirst(c);
      return c.kind === 'complaint' ? `followup resolve ${c.number}` : `followup agree ${c.number} DATE`;
    },
  },
  confirm: {
    participle: 'confirmed in writing',
    ways: [{ kinds: KINDS, from: STATES, to: 'same', refuse: refuseWithoutAgreement }],
  },
  update: {
    participle: 'updated',
    ways: [{ kinds: KINDS, from: OPEN_STATES, to: 'same' }],
    // Words about something finished are a contact.
    instead: say,
  },
  spend: { participle: 'worked on', ways: [{ kinds: KINDS, from: STATES, to: 'same' }] },
  done: {
    participle: 'marked as done',
    ways: [
      { kinds: ['request', 'promise', 'awaiting', 'reply'], from: OPEN_STATES, to: 'done' },
      // What was missed may have been done late.
      { kinds: KINDS, from: ['missed'], to: 'done' },
      { kinds: COMPLAINT, from: ['agreed'], to: 'done' },
      { kinds: COMPLAINT, from: OPEN_STATES, to: 'done', refuse: refuseWithoutApproval },
    ],
    instead: (c) =>
      c.state === 'done' && c.kind === 'request' ? `followup accept ${c.number}` : reopenFirst(c),
  },
  'done without approval': {
    participle: 'done without approval',
    ways: [{ kinds: COMPLAINT, from: OPEN_STATES, to: 'done' }],
    instead: (c) => (isOpen(c) ? `followup done ${c.number}` : reopenFirst(c)),
  },
  answer: {
    participle: 'answered',
    ways: [{ kinds: ['reply'], from: ['owed'], to: 'done' }],
    instead: (c) => (c.kind === 'reply' ? reopenFirst(c) : say(c)),
  },
  accept: {
    participle: 'accepted',
    ways: [{ kinds: ['request', 'complaint'], from: ['done'], to: 'accepted' }],
    instead: (c) =>
      isOpen(c)
        ? `followup ${c.kind === 'complaint' && c.state !== 'agreed' ? 'resolve' : 'done'} ${c.number}`
        : c.state === 'dropped'
          ? reopenFirst(c)
          : `followup show ${c.number}`,
  },
  drop: {
    participle: 'dropped',
    ways: [{ kinds: KINDS, from: OPEN_STATES, to: 'dropped' }],
    instead: (c) =>
      c.state === 'missed' ? `followup drop ${c.number} --missed --because WHY` : reopenFirst(c),
  },
  snooze: {
    participle: 'snoozed',
    ways: [
      { kinds: KINDS, from: OPEN_STATES, to: 'same' },
      // Work that was delivered may still have lines.
      { kinds: ['request', 'complaint'], from: ['done'], to: 'same' },
    ],
    instead: reopenFirst,
  },
  reopen: {
    participle: 'reopened',
    ways: [{ kinds: KINDS, from: CLOSED_STATES, to: 'last open' }],
    instead: (c) => `followup show ${c.number}`,
  },
  note: { participle: 'noted', ways: [{ kinds: KINDS, from: STATES, to: 'same' }] },
  edit: { participle: 'edited', ways: [{ kinds: KINDS, from: STATES, to: 'same' }] },
} as const satisfies Readonly<Record<string, VerbTransitions>>;

/** What can be done to a commitment, by the name of its verb. */
export type TransitionVerb = keyof typeof TRANSITIONS;

const BY_VERB: Readonly<Record<TransitionVerb, VerbTransitions>> = TRANSITIONS;

function reopenFirst({ number }: Commitment): string {
  return `followup reopen ${number}`;
}

/** Words about it: to whoever is concerned, else a note. */
function say(commitment: Commitment): string {
  const verb = counterpart(commitment) === null ? 'note' : 'told --about';
  return `followup ${verb} ${commitment.number} TEXT`;
}

function moveOrReopen(commitment: Commitment): string {
  return isOpen(commitment)
    ? `followup move ${commitment.number} DATE --because WHY`
    : reopenFirst(commitment);
}

function refuseWithoutOffer({ number, offer }: Commitment): Refusal | null {
  if (offer) return null;
  return refuse(
    'nothing-offered',
    `${number} is already agreed, and no new date is offered.`,
    `To change the date: followup move ${number} DATE --because WHY`,
  );
}

function refuseCounterWithoutOffer(commitment: Commitment): Refusal | null {
  return commitment.offer ? null : refuseAlways('counter', commitment);
}

function refuseWithoutAgreement(commitment: Commitment): Refusal | null {
  const { number, kind, agreement } = commitment;
  if (agreement) return null;
  return refuse(
    'nothing-agreed',
    `No date of ${number} was agreed or moved, so there is none to confirm.`,
    !isOpen(commitment)
      ? `First: followup reopen ${number}`
      : kind === 'request'
        ? `First: followup agree ${number} DATE`
        : `When its date changes: followup move ${number} DATE --because WHY`,
  );
}

function refuseWithoutApproval({ number, state }: Commitment): Refusal {
  const next =
    state === 'offered'
      ? `When somebody has: followup approve ${number} WHO`
      : `Work it out and put it to them: followup resolve ${number}`;
  return refuse(
    'approval-missing',
    `${number} is a complaint: it is done only when somebody there has approved the resolution.`,
    `${next}. If nobody will: followup done ${number} --without-approval --because WHY`,
  );
}

function refuseWithoutResolution({ number }: Commitment): Refusal {
  return refuse(
    'nothing-offered',
    `No resolution of ${number} was put to them, so there is none to approve.`,
    `When you have told them: followup offer ${number}`,
  );
}

function refuseWithoutPrice(commitment: Commitment): Refusal | null {
  const { number, scope, state, price, approval } = commitment;
  if (unansweredPrice(commitment)) return null;
  if (price !== null && price.refused === null && scope === 'out') {
    return refuse(
      'nothing-offered',
      price.isFree
        ? `${number} was given free.`
        : `${approval?.by} has approved the price of ${number} already.`,
      `To name another price: followup price ${number} AMOUNT`,
    );
  }
  return refuse(
    'nothing-offered',
    `No price of ${number} was put to them, so there is none to approve.`,
    scope === 'out'
      ? `Name it: followup price ${number} AMOUNT`
      : state === 'offered'
        ? `To agree on its date: followup agree ${number}`
        : `If it is not part of what was agreed: followup edit ${number} --scope out`,
  );
}

function refuseInScope({ number, scope }: Commitment): Refusal | null {
  if (scope === 'out') return null;
  return refuse(
    'in-scope',
    `${number} is part of what was agreed, so it has no price of its own.`,
    `If it is not: followup edit ${number} --scope out`,
  );
}

/** Whether a no is to the price, which was put to them after any date. */
export function countersPrice(commitment: Commitment): boolean {
  const price = unansweredPrice(commitment);
  const { offer } = commitment;
  return price !== null && (offer === null || offer.madeAt <= price.putAt);
}

/** Whether a word is one of the transition verbs. */
export function isTransitionVerb(word: string): word is TransitionVerb {
  return Object.hasOwn(TRANSITIONS, word);
}

/** Why a verb is not allowed on a commitment, with the verb to use instead; null if it is allowed. */
export function refuseTransition(verb: TransitionVerb, commitment: Commitment): Refusal | null {
  const way = wayOf(verb, commitment);
  return way ? (way.refuse?.(commitment) ?? null) : refuseAlways(verb, commitment);
}

/** The kinds and states that a verb applies to, leaving further conditions aside. */
export function scopeOf(verb: TransitionVerb): {
  readonly kinds: readonly Kind[];
  readonly states: readonly State[];
} {
  const { ways } = BY_VERB[verb];
  return {
    kinds: [...new Set(ways.flatMap(({ kinds }) => kinds))],
    states: [...new Set(ways.flatMap(({ from }) => from))],
  };
}

/** The state of a commitment after a verb; null if the verb is refused. */
export function stateAfter(verb: TransitionVerb, commitment: Commitment): State | null {
  const way = wayOf(verb, commitment);
  if (!way || way.refuse?.(commitment)) return null;
  if (way.to === 'same') return commitment.state;
  return way.to === 'last open' ? commitment.lastOpenState : way.to;
}

function wayOf(verb: TransitionVerb, commitment: Commitment): Transition | undefined {
  const { kind, state } = commitment;
  return BY_VERB[verb].ways.find(
    ({ kinds, from, when }) => kinds.includes(kind) && from.includes(state) && (when?.(commitment) ?? true),
  );
}

function refuseAlways(verb: TransitionVerb, commitment: Commitment): Refusal {
  const { ways, participle, instead } = BY_VERB[verb];
  const { number, kind, state } = commitment;
  const fitsKind = ways.some(({ kinds }) => kinds.includes(kind));
  const why = fitsKind ? `its state is "${state}"` : `it is ${KIND_TRAITS[kind].withArticle}`;
  return refuse(
    'transition-not-allowed',
    `${number} cannot be ${participle}: ${why}.`,
    instead ? `Use: ${instead(commitment)}` : null,
  );
}
