import type { Commitment } from '../streams/commitment.ts';
import type { Reckoning } from '../streams/events.ts';
import type { Moment } from '../time/moment.ts';
import { chanceOf } from './chance.ts';
import type { PlanningContext } from './context.ts';
import { judge } from './feasibility.ts';
import { type Candidate, candidateFor, earliestPlacement, type Placement, placeAt } from './place.ts';
import { datedWork, isSmall, type Planned, placeFor, queuedAmong } from './queue.ts';
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
  const { days } = context;
  const candidate = candidateFor(context, commitment, before);
  const { others } = candidate;
  const earliest = earliestPlacement(context, candidate);
  const wish = wishThatFits(context, commitment, earliest);
  const { place, finish, likely, date } = wish
    ? { ...placeAt(context, candidate, placeFor(others, wish.at, commitment)), date: wish }
    : earliest;
  const { buffer } = candidate.settings;
  const proposal: Proposal = {
    date,
    target: targetAt(context, days.after(likely), date),
    reckoning: {
      ...reckonAt(context, candidate, place, finish.chance(days.until(date.at))),
      ...(wish && { isWish: true }),
      ...(buffer !== 'learned' && { buffer }),
    },
  };
  return { candidate, earliest, proposal };
}

/** What a date for a commitment is reckoned from: all that comes first, and how likely the date is to be kept. */
export function reckon(context: PlanningContext, commitment: Planned, date: Moment): Reckoning {
  const candidate = candidateFor(context, commitment);
  const { others, left } = candidate;
  const work = queuedAmong(others, datedWork(commitment, date, left, context.now));
  return reckonAt(context, candidate, work.place - 1, chanceOf(context, work));
}

/** What stands behind the first `place` others is reckoned from. */
function reckonAt(
  { learntFrom }: PlanningContext,
  { left, settings, others }: Candidate,
  place: number,
  chance: number,
): Reckoning {
  const ahead = others.slice(0, place).filter(({ isLate }) => !isLate || !isSmall(left));
  return {
    ahead: ahead.map((other) => other.commitment.uid),
    hoursAhead: ahead.reduce((sum, { hours }) => sum + hours, 0),
    ...left,
    confidence: settings.confidence,
    chance,
    learntFrom,
  };
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
