import { holds } from '../../domain/planning/held-up.ts';
import {
  ballOf,
  type Commitment,
  counterpart,
  isDecisionToConfirm,
  isTalk,
  isUnpriced,
  isUnwritten,
  openMeasures,
  pendingOffer,
  unansweredPrice,
} from '../../domain/streams/commitment.ts';
import { addedSincePut, hasResolution } from '../../domain/streams/complaint.ts';
import { isAcceptedBySilence, standingWindow } from '../../domain/streams/delivery.ts';
import { compareInstants } from '../../domain/time/moment.ts';
import type { ViewContext } from '../view-context.ts';
import { sayDate } from './time.ts';

/** What may come next: when that is, in words that a command follows, and the command that then records it. */
export interface NextStep {
  readonly when: string;
  readonly command: string;
}

type MakeStep = (when: string, verb: string, ...words: string[]) => NextStep;

/** What may come next of a commitment, likeliest first; none if nothing is expected any more. */
export function nextSteps(commitment: Commitment, view: ViewContext): NextStep[] {
  const { number, state, kind, wantedBy, due } = commitment;
  if (kind === 'complaint') return stepsOfComplaint(commitment, view);
  const offer = pendingOffer(commitment);
  const step: MakeStep = (when, verb, ...words) => ({
    when,
    command: ['followup', verb, number, ...words].join(' '),
  });
  const extra = stepsOfPrice(commitment, step);
  if (offer !== null) {
    return [
      ...extra,
      offer.date.at > view.now
        ? step('when they say yes', 'agree')
        : // A date is computed only where there is work to plan, which a request always has.
          step(
            'to offer another date, because that one has passed',
            'offer',
            ...(kind === 'request' ? [] : ['DATE']),
          ),
      step('if it does not suit them', 'counter', 'DATE', '--because', 'WHY'),
    ];
  }
  switch (state) {
    case 'asked':
      // Extra work is not begun before they have said yes to its price, which may name the date.
      if (extra.length > 0) return extra;
      return wantedBy !== null && wantedBy.at > view.now && view.canKeep(commitment, wantedBy)
        ? [step('when you have said yes', 'agree')]
        : [step('to offer a date that you can keep', 'offer')];
    case 'offered':
    case 'agreed':
      if (isUnwritten(commitment) && due !== null && due.at > view.now) {
        const write =
          counterpart(commitment) === null || isTalk(commitment)
            ? []
            : [step('to put it in writing', 'draft', 'confirm')];
        return [...extra, ...write, step('once it is in writing', 'confirm')];
      }
      return [
        ...extra,
        ...stepsOfLateness(commitment, view),
        step(kind === 'request' ? 'once it is delivered' : 'once it is done', 'done'),
      ];
    case 'owed':
      return isDecisionToConfirm(commitment)
        ? [step('once it is in writing', 'confirm')]
        : [step('when you answer', 'answer', 'TEXT')];
    case 'waiting':
      return [step('once it is here', 'done')];
    case 'done':
      if (kind === 'awaiting') return stepsOfLateness(commitment, view);
      return kind === 'request'
        ? [...extra, ...stepsOfAcceptance('when they accept it', commitment, view)]
        : [];
    case 'accepted':
    case 'dropped':
      return extra;
    case 'missed':
      return [
        step(kind === 'awaiting' ? 'if it came late' : 'if you did it late', 'done'),
        ...(commitment.missExplained === null
          ? [step('when they know why', 'drop', '--missed', '--because', 'WHY')]
          : []),
      ];
  }
}

/** What may come next of a complaint: it is worked out, put to them, and approved or refused. */
function stepsOfComplaint(commitment: Commitment, view: ViewContext): NextStep[] {
  const { uid, number, state, complaint } = commitment;
  const step = (when: string, ...words: string[]): NextStep => ({
    when,
    command: ['followup', ...words].join(' '),
  });
  const put = (when: string) => [
    step(when, 'draft', `${number}`, 'resolution'),
    step('once you have told them', 'offer', `${number}`),
  ];
  switch (state) {
    case 'owed':
      return [
        ...(complaint && hasResolution(complaint)
          ? put('to put it to them in writing')
          : [step('to work out what makes it right', 'resolve', `${number}`)]),
        step('when there is something to tell', 'update', `${number}`, 'TEXT'),
      ];
    case 'offered':
      return [
        ...(complaint && addedSincePut(complaint).length > 0 ? put('to put to them what was added') : []),
        step('when somebody there approves it', 'approve', `${number}`, 'WHO'),
        step('if it does not suit them', 'counter', `${number}`, '--because', 'WHY'),
      ];
    case 'agreed': {
      const open = openMeasures(view.belongingTo(uid)).map((each) => each.number);
      return [
        ...(open.length > 0 ? [step('once what was approved is done', 'done', open.join(','))] : []),
        step('once it is put right', 'done', `${number}`),
      ];
    }
    case 'done':
      if (complaint?.withoutApproval != null) return [];
      return stepsOfAcceptance('when they say that it is right', commitment, view);
    default:
      return [];
  }
}

/** What may come next where something of theirs was late: the date is told, and moves once both sides have settled it. */
function stepsOfLateness(about: Commitment, view: ViewContext): NextStep[] {
  // Of several that were late, the one by which it moves furthest; to move for that is to move for all.
  const [held] = view
    .heldUp(about)
    // Nothing moves where the date can still be kept, and an offer that waits for their answer says what comes next.
    .filter((each) => each.commitment.due && !each.commitment.offer && !holds(each))
    .toSorted((a, b) => compareInstants(b.movesTo?.at ?? '', a.movesTo?.at ?? ''));
  if (!held) return [];
  const { commitment, awaiting, movesTo } = held;
  const { number } = commitment;
  const step = (when: string, ...words: readonly (string | number)[]): NextStep => ({
    when,
    command: ['followup', ...words].join(' '),
  });
  const late = ['--late', awaiting.number];
  return [
    ...(counterpart(commitment) === null
      ? []
      : [step('to tell them, with both dates', 'draft', number, 'offer')]),
    movesTo
      ? step(`once both sides settled on ${sayDate(movesTo, view)}`, 'move', number, ...late)
      : step('once both sides settled on a date', 'move', number, 'DATE', ...late),
  ];
}

/** What may come next of what was delivered: they accept it, or their time to object is over. */
function stepsOfAcceptance(whenSaid: string, commitment: Commitment, { now }: ViewContext): NextStep[] {
  const accept = `followup accept ${commitment.number}`;
  const review = standingWindow(commitment);
  const isOver = review !== null && review.until.at <= now;
  return [
    ...(isOver ? [{ when: 'as they have not objected', command: `${accept} --by-silence` }] : []),
    { when: whenSaid, command: accept },
    // They have said something about it, which may be that it is not right.
    ...(commitment.delivery?.heardAt
      ? [{ when: 'if it is not right', command: `followup reopen ${commitment.number} --because WHY` }]
      : []),
  ];
}

/** What may come next of the price of extra work; nothing once it is settled. */
function stepsOfPrice(commitment: Commitment, step: MakeStep): NextStep[] {
  if (!isUnpriced(commitment)) return [];
  const free = step('if you give it', 'price', 'free', '--because', 'WHY');
  if (unansweredPrice(commitment) === null) {
    return [step('when you have told them what it costs', 'price', 'AMOUNT'), free];
  }
  return [
    step('when they approve the price', 'approve', 'WHO'),
    step('if it is too dear', 'counter', '--because', 'WHY'),
    free,
  ];
}

/** What to record if a word of theirs about a commitment was what I wait for, as sentences; none if I wait for nothing. */
export function remarksIfItCame(commitment: Commitment, view: ViewContext): string[] {
  const { number, delivery } = commitment;
  if (isAcceptedBySilence(commitment) && delivery?.objectedAt != null) {
    return [
      `${number} was accepted by silence, but there was a word of theirs. If it is not right: followup reopen ${number} --because WHY`,
    ];
  }
  const isAwaited =
    pendingOffer(commitment) !== null ||
    unansweredPrice(commitment) !== null ||
    ballOf(commitment) === 'them';
  return isAwaited
    ? nextSteps(commitment, view)
        .map(sayStep)
        .map((said) => said.charAt(0).toUpperCase() + said.slice(1))
    : [];
}

/** A step as a clause: "once it is here: followup done 3". */
export function sayStep({ when, command }: NextStep): string {
  return `${when}: ${command}`;
}
