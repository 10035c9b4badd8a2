import { byClock, dueClock } from '../clocks.ts';
import { type AboutCommitment, bare, type ReasonDefinition } from '../reason.ts';

/** An agreed request is due. */
export const delivery: ReasonDefinition<AboutCommitment> = {
  find: byClock((commitment) =>
    commitment.kind === 'request' && commitment.state === 'agreed' ? dueClock(commitment) : null,
  ),
  shown: 'as-it-nears',
  group: { overdue: 'late', today: 'today' },
  settle: (found) => bare('done', found),
};
