import { type Commitment, counterpart } from '../../streams/commitment.ts';
import type { Ledger } from '../ledger.ts';
import type { CommitmentConcern, ReasonDefinition } from '../reason.ts';

/** Times of a standing promise that were missed; its commitment is the last of them. */
export interface MissedTimes extends CommitmentConcern {
  readonly first: Commitment;
  readonly count: number;
}

/**
 * Times of a standing promise passed, and the ones after them too, before anybody settled them: one line for all of them, until each
 * was done late, or somebody said why.
 */
export const missed: ReasonDefinition<MissedTimes> = {
  find: (ledger) => [...byStanding(ledger).values()].flatMap(concernOf),
  shown: 'once-passed',
  group: { overdue: 'late', today: 'late', theirs: 'ask-again' },
  settle: ({ commitment }) => ({
    args: ['drop', String(commitment.number), '--missed', '--because', 'TEXT'],
    needs: ['TEXT'],
  }),
  // What they have to hear is why, in words that nobody can write for me.
  draft: () => null,
};

function byStanding({ missed: all }: Ledger): ReadonlyMap<string, readonly Commitment[]> {
  const times = new Map<string, Commitment[]>();
  for (const each of all) {
    const standing = each.occurrence?.standing ?? each.uid;
    times.set(standing, [...(times.get(standing) ?? []), each]);
  }
  return times;
}

/** The times of one standing promise are in order. */
function concernOf(times: readonly Commitment[]): MissedTimes[] {
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last?.due) return [];
  const { at: due } = last.due;
  return [{ commitment: last, counterpart: counterpart(last), due, since: due, first, count: times.length }];
}
