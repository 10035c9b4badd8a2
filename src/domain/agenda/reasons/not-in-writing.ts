import { addDuration } from '../../time/duration.ts';
import { byClock } from '../clocks.ts';
import { bare, type CommitmentConcern, type ReasonDefinition } from '../reason.ts';

/** A date was agreed or moved and is not in writing yet. */
export const notInWriting: ReasonDefinition<CommitmentConcern> = {
  find: byClock(({ agreement }, { calendar }) =>
    agreement && !agreement.inWriting
      ? { due: addDuration(calendar, agreement.at, { workingDays: 1 }) }
      : null,
  ),
  shown: 'from-the-start',
  group: { overdue: 'tell', today: 'tell' },
  settle: (concern) => bare('confirm', concern),
};
