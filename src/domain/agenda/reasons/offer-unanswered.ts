import { addDuration } from '../../time/duration.ts';
import { byClock } from '../clocks.ts';
import { type CommitmentConcern, type ReasonDefinition, say } from '../reason.ts';

/** They have not answered an offer, so they are asked again. */
export const offerUnanswered: ReasonDefinition<CommitmentConcern> = {
  find: byClock(({ client, offer }, { calendar, clockSettingsOf }) =>
    offer ? { due: addDuration(calendar, offer.madeAt, clockSettingsOf(client).chaseAfter) } : null,
  ),
  shown: 'once-passed',
  group: { overdue: 'ask-again', today: 'ask-again' },
  settle: say,
};
