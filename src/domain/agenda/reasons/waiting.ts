import { byClock, chaseClock, dueClock } from '../clocks.ts';
import { bare, type CommitmentConcern, type ReasonDefinition, say } from '../reason.ts';

/** Something that they promised is due. Once it is late, I have to ask: it has hardly arrived without a word. */
export const waiting: ReasonDefinition<CommitmentConcern> = {
  find: byClock((commitment, ledger) => {
    const clock = commitment.kind === 'awaiting' ? dueClock(commitment) : null;
    return clock && chaseClock(commitment, clock, ledger);
  }),
  shown: 'as-it-nears',
  group: { overdue: 'ask-again', today: 'today' },
  settle: (found, severity) => (severity === 'overdue' ? say(found) : bare('done', found)),
  draft: (_, severity) => (severity === 'overdue' ? 'chase' : null),
};
