import { hoursIn } from '../agenda/favours.ts';
import { groupBy } from '../base/group-by.ts';
import type { Cause } from '../streams/complaint-events.ts';
import { compareInstants } from '../time/moment.ts';
import type { CommitmentRecord } from './commitment-record.ts';
import { isIn, type Period } from './period.ts';

/** A topic that brought something more than once. */
export interface RecurringTopic {
  readonly topic: string;
  readonly count: number;
  readonly hours: number;
  /** How often the fault of a complaint about it lay where, most often first; complaints without a cause are left out. */
  readonly causes: readonly { readonly cause: Cause; readonly count: number }[];
  /** What would remove the need, in the words of each time, the last one first. */
  readonly removals: readonly string[];
}

/** From how many times on a topic recurs. */
const RECURS = 2;

/** The topics that brought something more than once in a period, most often first. */
export function recurringTopics(records: readonly CommitmentRecord[], period: Period): RecurringTopic[] {
  const byTopic = groupBy(records, ({ commitment }) => commitment.topic);
  return [...byTopic]
    .flatMap(([topic, all]) => {
      const within = all
        .filter(({ commitment }) => isIn(period, commitment.createdAt))
        .sort((a, b) => compareInstants(b.commitment.createdAt, a.commitment.createdAt));
      if (topic === null || within.length < RECURS) return [];
      return [
        {
          topic,
          count: within.length,
          hours: within.reduce((sum, { commitment }) => sum + hoursIn(commitment), 0),
          causes: causesOf(within),
          removals: [...new Set(within.flatMap(({ removals }) => removals))],
        },
      ];
    })
    .sort((a, b) => b.count - a.count || b.hours - a.hours);
}

function causesOf(records: readonly CommitmentRecord[]): RecurringTopic['causes'] {
  return [...groupBy(records, ({ cause }) => cause)]
    .flatMap(([cause, all]) => (cause === null ? [] : [{ cause, count: all.length }]))
    .sort((a, b) => b.count - a.count);
}
