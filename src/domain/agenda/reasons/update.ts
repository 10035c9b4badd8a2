import { byClock, nextUpdateOf } from '../clocks.ts';
import { type CommitmentConcern, type ReasonDefinition, say } from '../reason.ts';

/** An update is owed, news or none. */
export const update: ReasonDefinition<CommitmentConcern> = {
  find: byClock((commitment, { calendar, clockSettingsOf }) => {
    const due = nextUpdateOf(commitment, clockSettingsOf, calendar);
    return due === null ? null : { due };
  }),
  shown: 'as-it-nears',
  group: { overdue: 'tell', today: 'tell' },
  settle: say,
  draft: () => 'update',
};
