import { isDecisionToConfirm } from '../../streams/commitment.ts';
import { byClock, dueClock } from '../clocks.ts';
import { bare, type CommitmentConcern, type ReasonDefinition } from '../reason.ts';

/** They wrote and I owe an answer. */
export const reply: ReasonDefinition<CommitmentConcern> = {
  find: byClock((commitment) => (commitment.kind === 'reply' ? dueClock(commitment) : null)),
  shown: 'as-it-nears',
  group: { overdue: 'late', today: 'today' },
  settle: (concern) => {
    const { commitment } = concern;
    if (isDecisionToConfirm(commitment)) return bare('confirm', concern);
    return { args: ['answer', String(commitment.number), 'TEXT'], needs: ['TEXT'] };
  },
  draft: ({ commitment }) => (isDecisionToConfirm(commitment) ? 'confirm' : null),
};
