import { type Commitment, counterpart, isOpen, unansweredPrice } from '../../streams/commitment.ts';
import { addDuration } from '../../time/duration.ts';
import type { Instant } from '../../time/moment.ts';
import { byClock, chaseClock } from '../clocks.ts';
import { type CommitmentConcern, type ReasonDefinition, say } from '../reason.ts';

/** They have not said yes or no to a price or a resolution, so they are asked again. */
export const awaitingApproval: ReasonDefinition<CommitmentConcern> = {
  find: byClock(
    (commitment, ledger) => {
      const putAt = putToThem(commitment);
      // Nobody can be asked about work that was delivered to nobody.
      if (putAt === null || (counterpart(commitment) === null && !isOpen(commitment))) return null;
      const { calendar, clockSettingsOf } = ledger;
      const due = addDuration(calendar, putAt, clockSettingsOf(commitment.client).chaseAfter);
      return chaseClock(commitment, { due }, ledger);
    },
    ({ open, deliveredUnpriced }) => [...open, ...deliveredUnpriced],
  ),
  shown: 'once-passed',
  group: { overdue: 'ask-again', today: 'ask-again' },
  settle: say,
  draft: () => 'chase',
};

/** When what waits for their yes was put to them; null if nothing does. */
export function putToThem(commitment: Commitment): Instant | null {
  const { state, complaint } = commitment;
  const isOffered = complaint !== null && state === 'offered';
  return isOffered ? complaint.putAt : (unansweredPrice(commitment)?.putAt ?? null);
}
