import { addDuration } from '../../time/duration.ts';
import { byClock } from '../clocks.ts';
import { bare, type CommitmentConcern, type ReasonDefinition } from '../reason.ts';

/** A request has no date yet, agreed or offered. */
export const noDate: ReasonDefinition<CommitmentConcern> = {
  find: byClock(({ state, undatedSince }, { calendar }) =>
    state === 'asked' ? { due: addDuration(calendar, undatedSince, { workingDays: 1 }) } : null,
  ),
  shown: 'from-the-start',
  group: { overdue: 'settle-date', today: 'settle-date' },
  settle: (concern) => bare('offer', concern),
  draft: () => 'offer',
};
