import type { Commitment } from '../streams/commitment.ts';
import { workingDayHours } from '../time/calendar.ts';
import { chanceOf, type Displacement } from './chance.ts';
import type { PlanningContext } from './context.ts';
import { type Proposal, searchDate } from './offer.ts';
import { delayOf } from './standing.ts';

/** A proposal and everything that went into it. */
export interface Explanation {
  readonly commitment: Commitment;
  readonly proposal: Proposal;
  /** The dates that were tried, in queue order: from the first that must not wait to the end. */
  readonly tried: readonly Displacement[];
  /** Its place in the queue, from 1. */
  readonly place: number;
  /** Working days until it is done, for several probabilities. */
  readonly days: readonly { readonly probability: number; readonly count: number }[];
  /** Hours that work of this estimate takes, for several probabilities. */
  readonly effort: readonly { readonly probability: number; readonly hours: number }[];
  readonly hoursPerDay: number;
  readonly learntFrom: number;
}

/** Explains the date to offer for a commitment. */
export function explain(context: PlanningContext, commitment: Commitment): Explanation {
  const { trackRecord, calendar, focus, learntFrom } = context;
  const { candidate, earliest, proposal } = searchDate(context, commitment);
  const { others, standing, settings, left } = candidate;
  const { finish, place } = earliest;
  const { hours } = left;
  const effort = trackRecord.effort([hours]);
  const probabilities = [...new Set([0.5, settings.confidence, 0.9])].sort((a, b) => a - b);
  return {
    commitment,
    proposal,
    tried: others.flatMap((work, index) => {
      if (index < place - 1) return [];
      const { before, after } = delayOf(work, index, standing, { place: 0, hours, isLate: false }) ?? {
        before: work,
        after: work,
      };
      return [{ work, before: chanceOf(context, before), after: chanceOf(context, after) }];
    }),
    place: place + 1,
    days: probabilities.map((probability) => ({ probability, count: finish.quantile(probability) })),
    effort: probabilities.map((probability) => ({ probability, hours: effort.quantile(probability) })),
    hoursPerDay: workingDayHours(calendar) * focus,
    learntFrom,
  };
}
