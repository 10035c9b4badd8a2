import type { Commitment } from '../../streams/commitment.ts';
import { byClock, nextUpdateOf } from '../clocks.ts';
import { type CommitmentConcern, type ReasonDefinition, say } from '../reason.ts';

/** An update that is owed. */
export interface DueUpdate extends CommitmentConcern {
  /** Where several updates are due to a client: what they are about, all of it, because one word covers them. */
  readonly together?: readonly Commitment[];
}

/** An update is owed, news or none. */
export const update: ReasonDefinition<DueUpdate> = {
  find: byClock((commitment, { calendar, clockSettingsOf }) => {
    const due = nextUpdateOf(commitment, clockSettingsOf, calendar);
    return due === null ? null : { due };
  }),
  shown: 'as-it-nears',
  group: { overdue: 'tell', today: 'tell' },
  settle: (concern) =>
    concern.together
      ? { args: ['update', '-c', { client: concern.counterpart }, 'TEXT'], needs: ['TEXT'] }
      : say(concern),
  draft: () => 'update',
};
