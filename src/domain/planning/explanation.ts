import type { Commitment } from '../streams/commitment.ts';
import { workingDayHours } from '../time/calendar.ts';
import { chanceBehind, chanceOf, type Displacement } from './chance.ts';
import type { PlanningContext } from './context.ts';
import { type Proposal, searchDate } from './offer.ts';

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
  const settings = context.settingsOf(commitment.client);
  const { others, earliest, proposal } = searchDate(context, commitment);
  const { finish, place } = earliest;
  const { hours } = proposal.reckoning;
  const effort = trackRecord.effort([hours]);
  const probabilities = [...new Set([0.5, settings.confidence, 0.9])].sort((a, b) => a - b);
  return {
    commitment,
    proposal,
    tried: others.slice(Math.max(0, place - 1)).map((work) => ({
      work,
      before: chanceOf(context, work),
      after: chanceBehind(context, work, hours),
    })),
    place: place + 1,
    days: probabilities.map((probability) => ({ probability, count: finish.quantile(probability) })),
    effort: probabilities.map((probability) => ({ probability, hours: effort.quantile(probability) })),
    hoursPerDay: workingDayHours(calendar) * focus,
    learntFrom,
  };
}
