import { byClock, dueClock } from '../clocks.ts';
import { type CommitmentConcern, draftMine, type ReasonDefinition, settleMine } from '../reason.ts';

/** Something that I promised is due. */
export const promise: ReasonDefinition<CommitmentConcern> = {
  find: byClock((commitment) => (commitment.kind === 'promise' ? dueClock(commitment) : null)),
  shown: 'as-it-nears',
  group: { overdue: 'late', today: 'today' },
  settle: settleMine,
  draft: draftMine,
};
