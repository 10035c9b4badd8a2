import { earliest, type Instant, latest, type Moment } from '../time/moment.ts';
import type { State } from './kinds.ts';

/** Until when they may object, after which it counts as accepted, and when they were told so. */
export interface ReviewWindow {
  readonly until: Moment;
  readonly at: Instant;
}

/** What was handed over to a client, and what was said about it since. */
export interface Delivery {
  readonly at: Instant;
  /** My last word about it since then. */
  readonly toldAt: Instant | null;
  /** Their last word about it since then. */
  readonly heardAt: Instant | null;
  readonly review: ReviewWindow | null;
  /** Their first word about it since they were told of the review window; null if there was none, or no window. */
  readonly objectedAt: Instant | null;
  /** Whether it was accepted because the review window ended without a word of theirs. */
  readonly isBySilence: boolean;
}

/** Something that may have been delivered. */
interface Deliverable {
  readonly delivery: Delivery | null;
  readonly state: State;
}

/** A delivery about which nothing was said since. */
export function newDelivery(at: Instant): Delivery {
  return { at, toldAt: null, heardAt: null, review: null, objectedAt: null, isBySilence: false };
}

/** Notes that they spoke about what was delivered. Words from before the delivery are about something else. */
export function heardOf<D extends Deliverable>(state: D, at: Instant): D {
  const { delivery } = state;
  if (delivery === null || at < delivery.at) return state;
  const { review, objectedAt, heardAt } = delivery;
  const isObjection = review !== null && at >= review.at;
  return {
    ...state,
    delivery: {
      ...delivery,
      heardAt: latest(at, heardAt ?? at),
      objectedAt: isObjection ? earliest(at, objectedAt ?? at) : objectedAt,
    },
  };
}

/** Notes that I spoke about what was delivered. */
export function toldOf<D extends Deliverable>(state: D, at: Instant): D {
  const { delivery } = state;
  if (delivery === null || at < delivery.at) return state;
  return { ...state, delivery: { ...delivery, toldAt: latest(at, delivery.toldAt ?? at) } };
}

/** They were told of a review window. A word of theirs since then may be on record already. */
export function windowOpened(delivery: Delivery, review: ReviewWindow): Delivery {
  const { heardAt } = delivery;
  return { ...delivery, review, objectedAt: heardAt !== null && heardAt >= review.at ? heardAt : null };
}

/** When a word of theirs ended the review window of what was delivered; null if none did, or there is no window. */
export function windowEndedAt({ delivery }: Pick<Deliverable, 'delivery'>): Instant | null {
  return delivery?.objectedAt ?? null;
}

/** The review window that waits for a word of theirs; null if there is none, a word ended it, or it was accepted. */
export function standingWindow(it: Deliverable): ReviewWindow | null {
  const { delivery, state } = it;
  return state === 'done' && windowEndedAt(it) === null ? (delivery?.review ?? null) : null;
}

/** Whether it was accepted because the review window ended without a word of theirs. */
export function isAcceptedBySilence({ delivery, state }: Deliverable): boolean {
  return state === 'accepted' && delivery !== null && delivery.isBySilence;
}
