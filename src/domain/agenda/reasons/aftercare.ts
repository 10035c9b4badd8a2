import { counterpart } from '../../streams/commitment.ts';
import { aftercareDue } from '../aftercare.ts';
import type { Ledger } from '../ledger.ts';
import { type CommitmentConcern, type ReasonDefinition, say } from '../reason.ts';
import { isSnoozed } from '../snoozed.ts';

/**
 * Something was delivered, and nobody there has said whether it works and whether they are content. It is asked a few times, and
 * each time only once; after that the record says that there was no answer. Who complains about it has answered.
 */
export const aftercare: ReasonDefinition<CommitmentConcern> = {
  find: (ledger) => {
    const { delivered, now } = ledger;
    const isLeftAlone = leftAlone(ledger);
    return delivered.flatMap((commitment): CommitmentConcern[] => {
      const whom = counterpart(commitment);
      const due = aftercareDue(commitment, ledger);
      if (due === null || whom === null || isSnoozed(commitment, now)) return [];
      if (isLeftAlone(whom, commitment.uid)) return [];
      return [{ commitment, counterpart: whom, due, since: due }];
    });
  },
  shown: 'as-it-nears',
  isSaidOnce: true,
  group: { overdue: 'ask-again', today: 'ask-again' },
  settle: say,
  draft: () => 'aftercare',
};

/** Whether nobody is asked: the client is retired, or complains about it. */
function leftAlone({ open, clients }: Ledger): (client: string, commitment: string) => boolean {
  const retired = new Set(
    clients.filter(({ client }) => client.retiredAt !== null).map(({ client }) => client.uid),
  );
  const complainedAbout = new Set(open.map(({ complaint }) => complaint?.about));
  return (client, commitment) => retired.has(client) || complainedAbout.has(commitment);
}
