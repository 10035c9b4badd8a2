import { addDuration } from '../../time/duration.ts';
import { byClock, chaseClock } from '../clocks.ts';
import { type CommitmentConcern, type ReasonDefinition, say } from '../reason.ts';

/** They have not answered an offer, so they are asked again. */
export const offerUnanswered: ReasonDefinition<CommitmentConcern> = {
  find: byClock((commitment, ledger) => {
    const { client, offer } = commitment;
    if (!offer) return null;
    const due = addDuration(ledger.calendar, offer.madeAt, ledger.clockSettingsOf(client).chaseAfter);
    return chaseClock(commitment, { due }, ledger);
  }),
  shown: 'once-passed',
  group: { overdue: 'ask-again', today: 'ask-again' },
  settle: say,
  draft: () => 'chase',
};
