import { defined } from '../base/defined.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { type Commitment, type Unborn, unborn } from './commitment.ts';
import { answered, close, enter, withWord } from './commitment-steps.ts';
import { heardOf, newDelivery, toldOf, windowOpened } from './delivery.ts';
import { estimateIn } from './estimate-fields.ts';
import { type CommitmentEvent, ignoreUnknown } from './events.ts';
import { beginComplaint, evolveComplaint } from './evolve-complaint.ts';
import { evolvePrice } from './evolve-price.ts';
import { KIND_TRAITS, type Kind } from './kinds.ts';
import { addSpent, NOTHING_SPENT } from './spent.ts';

/**
 * Applies one event to a commitment. Never throws: an event that is out of place (its commitment was undone,
 * two devices crossed) leaves the most sensible state.
 */
export function evolveCommitment(state: Commitment | Unborn, event: CommitmentEvent): Commitment | Unborn {
  if (event.type === 'NumberGiven') return { ...state, number: event.number };
  if (state.state === null) return begin(state, event);
  switch (event.type) {
    case 'RequestRecorded':
    case 'PromiseMade':
    case 'PromiseAwaited':
    case 'ReplyOwed':
    case 'ComplaintRaised':
      return state;
    case 'DateOffered': {
      const { date, at, target = null } = event;
      const next = state.state === 'agreed' ? 'agreed' : 'offered';
      return withWord(enter(state, next), at, { offer: { date, madeAt: at, target }, snooze: null });
    }
    case 'DateRejected': {
      const wantedBy = event.wanted ?? state.wantedBy;
      // The agreed date stands even when a new one is refused.
      if (state.state === 'agreed') return { ...state, offer: null, wantedBy, snooze: null };
      return { ...enter(state, 'asked'), offer: null, undatedSince: event.at, wantedBy, snooze: null };
    }
    case 'DateAgreed':
      // Agreeing to a date in place of another is a move, whatever the event is called.
      return withWord(enter(state, 'agreed'), event.at, {
        ...settle(event),
        ...(state.due && replaced(state, event.at)),
      });
    case 'DateMoved': {
      const moved = { ...settle(event), ...replaced(state, event.at) };
      // A new date for something they owe is their word, not mine, so none of my clocks restart.
      return KIND_TRAITS[state.kind].owedBy === 'them'
        ? { ...state, ...moved }
        : withWord(state, event.at, moved);
    }
    case 'PutInWriting':
      return withWord(state, event.at, {
        agreement: state.agreement && { ...state.agreement, inWriting: true },
      });
    case 'UpdateGiven':
      // Only the contact says which of two was told: whoever promised, or the client it concerns.
      if (event.contact && state.who !== null && state.who !== state.client) return state;
      return withWord(
        toldOf(event.cadence ? { ...state, cadence: event.cadence } : state, event.at),
        event.at,
        {},
        event.next ?? null,
      );
    case 'UpdatePlanned':
      // If something was said after the update was planned, the plan is obsolete.
      return event.at < (state.lastWordAt ?? event.at) ? state : { ...state, nextPromised: event.next };
    case 'WordHeard':
      return event.due && state.kind === 'reply'
        ? { ...state, due: event.due, createdAt: event.at, undatedSince: event.at }
        : heardOf(state, event.at);
    case 'NoteAdded':
      return state;
    case 'EffortSpent':
      return { ...state, ...addSpent(state, event) };
    case 'MoneySpent':
      return { ...state, ...addSpent(state, event.money) };
    case 'Delivered': {
      const ended = close(endComplaint(state, event), 'done', event.at);
      // Nobody spoke to them where a complaint ends without their approval, so nothing was handed over.
      if (event.withoutApproval) return { ...ended, evidence: proven(event, state), delivery: null };
      return withWord(ended, event.at, { ...finished(event, state), delivery: newDelivery(event.at) });
    }
    case 'PromiseKept': {
      const kept = withWord(close(state, 'done', event.at), event.at, finished(event, state));
      // That I did what I only planned does not say that they ever waited for it.
      return { ...kept, isSaid: state.isSaid };
    }
    case 'ReplyGiven':
      return withWord(close(state, 'done', event.at), event.at, finished(event, state));
    case 'AwaitedReceived':
      return { ...close(state, 'done', event.at), ...finished(event, state) };
    case 'Accepted': {
      const { delivery, closedAt } = state;
      const isBySilence = event.bySilence ?? false;
      return {
        ...state,
        state: 'accepted',
        closedAt: closedAt ?? event.at,
        // Silence is no word of theirs, nor is what another program calls completed.
        answeredAt: isBySilence || event.unsaid ? state.answeredAt : answered(state, event.at),
        delivery: delivery && { ...delivery, isBySilence },
      };
    }
    case 'ReviewWindowOpened': {
      const { delivery } = state;
      const review = { until: event.until, at: event.at };
      return withWord(state, event.at, { delivery: delivery && windowOpened(delivery, review) });
    }
    case 'Dropped':
      return close(state, 'dropped', event.at);
    case 'Snoozed':
      return { ...state, snooze: { until: event.until, at: event.at } };
    case 'Reopened':
      return {
        ...state,
        state: state.lastOpenState,
        closedAt: null,
        reopened: state.reopened + 1,
        snooze: null,
        delivery: null,
        complaint: state.complaint && { ...state.complaint, withoutApproval: null },
      };
    case 'DetailsChanged':
      return changeDetails(state, event);
    case 'AffectedNamed':
    case 'FactFound':
    case 'ConclusionDrawn':
    case 'CauseNamed':
    case 'RemedyProposed':
    case 'PreventionProposed':
    case 'ResolutionOffered':
    case 'ResolutionRejected':
    case 'ResolutionApproved':
    case 'TalkHeld':
      return evolveComplaint(state, event);
    case 'PriceRejected':
    case 'PriceApproved':
      return evolvePrice(heardOf(state, event.at), event);
    case 'PricePut':
    case 'GivenFree':
      return evolvePrice(state, event);
    case 'RemovalNamed':
      return state;
    case 'OccurrenceMissed':
      // Another device may have settled it, or opened it again on purpose.
      return state.closedAt === null && state.reopened === 0
        ? { ...close(state, 'missed', event.at), missedAt: event.at }
        : state;
    case 'MissExplained':
      return { ...state, missExplained: event.because };
    case 'OccurrenceShifted':
      return {
        ...state,
        occurrence: state.occurrence && { ...state.occurrence, due: event.due.at },
        // What somebody has moved stays where they put it.
        ...(state.agreement === null && { due: event.due, snooze: null }),
      };
    case 'OccurrenceWithdrawn':
      return { ...unborn(state.uid), number: state.number };
    default:
      return ignoreUnknown(event, state);
  }
}

function begin(unborn: Unborn, event: CommitmentEvent): Commitment | Unborn {
  switch (event.type) {
    case 'RequestRecorded':
      return {
        ...start('request', unborn, event),
        client: event.client ?? null,
        wantedBy: event.wantedBy ?? null,
        estimate: estimateIn(event),
        cadence: event.cadence ?? null,
        scope: event.scope,
        rightWhen: event.rightWhen ?? null,
        person: event.person ?? null,
        topic: event.topic ?? null,
        extraTo: event.extraTo ?? null,
      };
    case 'PromiseMade':
      return {
        ...start('promise', unborn, event),
        client: event.client ?? null,
        due: event.due,
        target: event.target ?? null,
        estimate: estimateIn(event),
        belongsTo: event.belongsTo ?? null,
        occurrence: event.occurrence ?? null,
        // A promise to myself, or one that nobody was told about, is not a word to anybody.
        isSaid: event.client !== undefined && !event.unsaid,
        lastWordAt:
          event.client === undefined || event.unsaid || event.occurrence?.byItself ? null : event.at,
      };
    case 'PromiseAwaited':
      return {
        ...start('awaiting', unborn, event),
        client: event.client,
        who: event.who,
        due: event.due,
        person: event.person ?? null,
        blocks: event.blocks ?? null,
        question: event.contact ?? null,
        belongsTo: event.belongsTo ?? null,
        occurrence: event.occurrence ?? null,
        lastWordAt: event.contact ? event.at : null,
      };
    case 'ReplyOwed':
      return {
        ...start('reply', unborn, event),
        client: event.client,
        due: event.due,
        person: event.person ?? null,
        topic: event.topic ?? null,
        replyOrder: event.order ?? null,
        restOf: event.restOf ?? null,
        // The decision was made then, and is not in writing until I answer.
        ...(event.decided && { decided: true, agreement: { at: event.at, inWriting: false } }),
      };
    case 'ComplaintRaised':
      return beginComplaint(start('complaint', unborn, event), event);
    default:
      return unborn;
  }
}

interface StartDetails {
  readonly title: string;
  readonly at: Instant;
  readonly project?: string;
  readonly source?: string;
}

function start(
  kind: Kind,
  { uid, number }: Unborn,
  { title, at, project = undefined, source = undefined }: StartDetails,
): Commitment {
  const { start: state } = KIND_TRAITS[kind];
  return {
    uid,
    number,
    kind,
    title,
    client: null,
    who: null,
    person: null,
    project: project ?? null,
    state,
    lastOpenState: state,
    createdAt: at,
    closedAt: null,
    wantedBy: null,
    undatedSince: at,
    offer: null,
    due: null,
    target: null,
    agreement: null,
    moves: 0,
    missed: 0,
    missedDates: [],
    cadence: null,
    lastWordAt: null,
    isSaid: true,
    nextPromised: null,
    estimate: null,
    ...NOTHING_SPENT,
    scope: 'in',
    snooze: null,
    blocks: null,
    question: null,
    reopened: 0,
    rightWhen: null,
    people: [],
    decided: false,
    source: source ?? null,
    price: null,
    approval: null,
    answeredAt: null,
    topic: null,
    extraTo: null,
    complaint: null,
    belongsTo: null,
    occurrence: null,
    missedAt: null,
    missExplained: null,
    delivery: null,
    evidence: [],
    replyOrder: null,
    restOf: null,
  };
}

function endComplaint(state: Commitment, event: Extract<CommitmentEvent, { type: 'Delivered' }>): Commitment {
  const { complaint } = state;
  return complaint
    ? { ...state, complaint: { ...complaint, withoutApproval: event.withoutApproval ?? null } }
    : state;
}

/** A new date. It was snoozed under another one, so the snooze ends. */
function settle(event: { date: Moment; target?: Moment; at: Instant; inWriting: boolean }) {
  const { date, target = null, at, inWriting } = event;
  return { offer: null, due: date, target, agreement: { at, inWriting }, snooze: null };
}

/** Counts a date that is replaced, and keeps it if it had passed by then. */
function replaced({ due, moves, missed, missedDates }: Commitment, at: Instant) {
  if (due === null || due.at >= at) return { moves: moves + 1 };
  return { moves: moves + 1, missed: missed + 1, missedDates: [...missedDates, { due, until: at }] };
}

type FinishEvent = Extract<
  CommitmentEvent,
  { type: 'Delivered' | 'PromiseKept' | 'AwaitedReceived' | 'ReplyGiven' }
>;

/** The work that it took, and what proves it. */
function finished(event: FinishEvent, state: Commitment) {
  return { spentHours: event.tookHours ?? state.spentHours, evidence: proven(event, state) };
}

/** What proves that it was finished, now and before it was opened again. */
function proven({ evidence = [] }: FinishEvent, state: Commitment) {
  return evidence.length === 0 ? state.evidence : [...state.evidence, ...evidence];
}

function changeDetails(
  state: Commitment,
  event: Extract<CommitmentEvent, { type: 'DetailsChanged' }>,
): Commitment {
  const { title, client, project, wantedBy, target, cadence, scope, blocks, rightWhen, topic, extraTo } =
    event;
  const { estimateHours } = event;
  const details = defined({
    title,
    client,
    project,
    wantedBy,
    target,
    cadence,
    scope,
    blocks,
    rightWhen,
    topic,
    extraTo,
  });
  const isOthers = client !== undefined && client !== state.client;
  // The client made the promise too, unless somebody else was named.
  const follows = client !== undefined && state.who !== null && state.who === state.client;
  const estimated =
    estimateHours === undefined
      ? {}
      : {
          estimate: estimateIn(event),
          // The target of the offer was computed from the old estimate.
          offer: state.offer && { ...state.offer, target: null },
        };
  return {
    ...state,
    ...details,
    ...estimated,
    ...correctDates(state, event),
    who: event.who ?? (follows ? client : state.who),
    // Whoever asked or promised works for the client that it was recorded for.
    person: isOthers && (state.who === null || (follows && event.who === undefined)) ? null : state.person,
    people: event.people === undefined ? (isOthers ? [] : state.people) : (event.people ?? []),
  };
}

/** Dates that were recorded wrong. It was snoozed under a wrong one, so the snooze ends. */
function correctDates(
  state: Commitment,
  { due, offered }: Extract<CommitmentEvent, { type: 'DetailsChanged' }>,
): Partial<Commitment> {
  return {
    ...(due && state.due && { due: due.date, target: due.target ?? null, snooze: null }),
    ...(offered &&
      state.offer && {
        offer: { ...state.offer, date: offered.date, target: offered.target ?? null },
        snooze: null,
      }),
  };
}
