import { byClock, dueClock } from '../clocks.ts';
import { type AboutCommitment, bare, type ReasonDefinition } from '../reason.ts';

/** Something that I promised is due. */
export const promise: ReasonDefinition<AboutCommitment> = {
  find: byClock((commitment) => (commitment.kind === 'promise' ? dueClock(commitment) : null)),
  shown: 'as-it-nears',
  group: { overdue: 'late', today: 'today' },
  settle: (found) => bare('done', found),
};
