import { addDuration } from '../../time/duration.ts';
import { byClock } from '../clocks.ts';
import { bare, type CommitmentConcern, type ReasonDefinition } from '../reason.ts';

/** A date was agreed or moved, lies ahead, and is not in writing yet. */
export const notInWriting: ReasonDefinition<CommitmentConcern> = {
  find: byClock(({ agreement, due }, { now, calendar }) =>
    agreement && !agreement.inWriting && due && due.at > now
      ? { due: addDuration(calendar, agreement.at, { workingDays: 1 }) }
      : null,
  ),
  shown: 'from-the-start',
  group: { overdue: 'tell', today: 'tell' },
  settle: (concern) => bare('confirm', concern),
  draft: () => 'confirm',
};
