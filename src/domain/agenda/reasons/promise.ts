import { isTalk } from '../../streams/commitment.ts';
import { byClock, dueClock } from '../clocks.ts';
import { bare, type CommitmentConcern, draftMine, type ReasonDefinition, settleMine } from '../reason.ts';

/** Something that I promised is due. */
export const promise: ReasonDefinition<CommitmentConcern> = {
  find: byClock((commitment) => (commitment.kind === 'promise' ? dueClock(commitment) : null)),
  shown: 'as-it-nears',
  group: { overdue: 'late', today: 'today' },
  // What was promised is a word about a complaint: to say it is to keep it.
  settle: (concern, severity) =>
    isTalk(concern.commitment) ? bare('done', concern) : settleMine(concern, severity),
  draft: draftMine,
};
