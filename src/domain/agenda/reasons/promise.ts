import { byClock, dueClock } from '../clocks.ts';
import { bare, type CommitmentConcern, type ReasonDefinition } from '../reason.ts';

/** Something that I promised is due. */
export const promise: ReasonDefinition<CommitmentConcern> = {
  find: byClock((commitment) => (commitment.kind === 'promise' ? dueClock(commitment) : null)),
  shown: 'as-it-nears',
  group: { overdue: 'late', today: 'today' },
  settle: (concern) => bare('done', concern),
};
