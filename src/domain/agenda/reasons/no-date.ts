import { addDuration } from '../../time/duration.ts';
import { byClock } from '../clocks.ts';
import { type AboutCommitment, bare, type ReasonDefinition } from '../reason.ts';

/** A request has no date yet, agreed or offered. */
export const noDate: ReasonDefinition<AboutCommitment> = {
  find: byClock(({ state, undatedSince }, { calendar }) =>
    state === 'asked' ? { due: addDuration(calendar, undatedSince, { workingDays: 1 }) } : null,
  ),
  shown: 'from-the-start',
  group: { overdue: 'settle-date', today: 'settle-date' },
  settle: (found) => bare('offer', found),
};
