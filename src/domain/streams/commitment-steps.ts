import { type Instant, latest, type Moment } from '../time/moment.ts';
import type { Commitment } from './commitment.ts';
import type { OpenState } from './kinds.ts';

// The steps that the events of all kinds of commitments are made of.

/** It is open, in a state. */
export function enter(state: Commitment, next: OpenState): Commitment {
  return { ...state, state: next, lastOpenState: next, closedAt: null };
}

/** It is closed. What hid it until then ends. */
export function close(state: Commitment, next: 'done' | 'dropped' | 'missed', at: Instant): Commitment {
  return { ...state, state: next, closedAt: at, snooze: null };
}

/**
 * Records that the other side heard from me. The latest word counts, so recording an earlier one afterwards
 * turns no clock back. A next update that it promised still counts, unless something has been said since that
 * time.
 */
export function withWord(
  state: Commitment,
  at: Instant,
  changes: Partial<Commitment>,
  next: Moment | null = null,
): Commitment {
  const lastWordAt = latest(at, state.lastWordAt ?? at);
  const isAhead = next !== null && next.at > lastWordAt;
  return {
    ...state,
    ...changes,
    lastWordAt,
    isSaid: true,
    nextPromised: isAhead ? next : lastWordAt === at ? null : state.nextPromised,
  };
}

/** When they last said yes or no to something, with an answer that was given at `at`. */
export function answered({ answeredAt }: Commitment, at: Instant): Instant {
  return latest(at, answeredAt ?? at);
}
