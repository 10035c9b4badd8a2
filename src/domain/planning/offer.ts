import type { Commitment } from '../streams/commitment.ts';
import type { Reckoning } from '../streams/events.ts';
import type { Moment } from '../time/moment.ts';
import type { PlanningContext } from './context.ts';
import { judge } from './feasibility.ts';
import { type Candidate, candidateFor, earliestPlacement, type Placement, placeAt } from './place.ts';
import { isSmall, type Planned, placeFor } from './queue.ts';
import { targetAt } from './target.ts';

/** A date that can be kept, and how it was found. */
export interface Proposal {
  readonly date: Moment;
  /** When the work will be done with a probability of one half. */
  readonly target: Moment;
  readonly reckoning: Reckoning;
}

/** A commitment that needs a date, with the date that they would like. */
export type Undated = Planned & Pick<Commitment, 'wantedBy'>;

/** A proposal, and the search that led to it. */
interface Search {
  readonly candidate: Candidate;
  readonly earliest: Placement;
  readonly proposal: Proposal;
}

/** Finds the date to offer for a commitment, which stood as `before` in the queue; null if it is new. */
export function propose(
  context: PlanningContext,
  commitment: Undated,
  before: Planned | null = commitment,
): Proposal {
  return searchDate(context, commitment, before).proposal;
}

/** Finds the date to offer, and says how it was found. */
export function searchDate(
  context: PlanningContext,
  commitment: Undated,
  before: Planned | null = commitment,
): Search {
  const { days, learntFrom } = context;
  const candidate = candidateFor(context, commitment, before);
  const { left, settings, others } = candidate;
  const earliest = earliestPlacement(context, candidate);
  const wish = wishThatFits(context, commitment, earliest);
  const { place, finish, likely, date } = wish
    ? { ...placeAt(context, candidate, placeFor(others, wish.at, commitment)), date: wish }
    : earliest;
  const ahead = others.slice(0, place).filter(({ isLate }) => !isLate || !isSmall(left));
  const proposal: Proposal = {
    date,
    target: targetAt(context, days.after(likely), date),
    reckoning: {
      ahead: ahead.map((other) => other.commitment.uid),
      hoursAhead: ahead.reduce((sum, { hours }) => sum + hours, 0),
      ...left,
      ...(wish && { isWish: true }),
      ...(settings.buffer !== 'learned' && { buffer: settings.buffer }),
      confidence: settings.confidence,
      chance: finish.chance(days.until(date.at)),
      learntFrom,
    },
  };
  return { candidate, earliest, proposal };
}

/**
 * The date they want, if it can be kept and is later than the earliest date: nobody gains from an earlier
 * one. Once a date was agreed, what they wanted before no longer counts.
 */
function wishThatFits(context: PlanningContext, commitment: Undated, { date }: Placement): Moment | null {
  const { due, wantedBy } = commitment;
  if (due !== null || wantedBy === null || wantedBy.at <= date.at) return null;
  return judge(context, commitment, wantedBy).fits ? wantedBy : null;
}
