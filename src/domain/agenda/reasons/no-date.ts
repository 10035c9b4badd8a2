import { unansweredPrice } from '../../streams/commitment.ts';
import { addDuration } from '../../time/duration.ts';
import { byClock } from '../clocks.ts';
import { bare, type CommitmentConcern, type ReasonDefinition, say } from '../reason.ts';

/** A request has no date yet, agreed or offered. */
export const noDate: ReasonDefinition<CommitmentConcern> = {
  find: byClock((commitment, { calendar }) => {
    const { state, undatedSince } = commitment;
    if (state !== 'asked') return null;
    // Until they have said yes to a price, which may name the date, it is for them to answer.
    const isWithThem = unansweredPrice(commitment) !== null;
    return { due: addDuration(calendar, undatedSince, { workingDays: 1 }), isWithThem };
  }),
  shown: 'from-the-start',
  group: { overdue: 'settle-date', today: 'settle-date' },
  settle: (concern) => (concern.isWithThem ? say(concern) : bare('offer', concern)),
  draft: () => 'offer',
};
