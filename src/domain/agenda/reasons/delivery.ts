import { byClock, dueClock } from '../clocks.ts';
import { type CommitmentConcern, draftMine, type ReasonDefinition, settleMine } from '../reason.ts';

/** An agreed request is due. */
export const delivery: ReasonDefinition<CommitmentConcern> = {
  find: byClock((commitment) =>
    commitment.kind === 'request' && commitment.state === 'agreed' ? dueClock(commitment) : null,
  ),
  shown: 'as-it-nears',
  group: { overdue: 'late', today: 'today' },
  settle: settleMine,
  draft: draftMine,
};
