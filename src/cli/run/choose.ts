import { readEligible } from '../../app/eligible.ts';
import { refuse } from '../../domain/base/refusal.ts';
import { counterpart } from '../../domain/streams/commitment.ts';
import { readClients } from '../../store/queries.ts';
import { nameOf } from '../../views/frame.ts';
import { chooseable } from '../../views/terminal/list.ts';
import { chooseFromList } from './prompts.ts';
import type { Session } from './session.ts';

/** Lets somebody choose one of the commitments that a verb fits, from a list that can be searched. Throws a Refusal. */
export async function chooseCommitment(session: Session, verb: string): Promise<number> {
  const { db } = session.open('read');
  const fitting = readEligible(db, verb);
  if (fitting.length === 0) {
    throw refuse('nothing-to-choose', `There is nothing for ${verb}.`, 'See: followup list --all');
  }
  const frame = session.frame();
  const rows = chooseable(fitting, { ...frame, width: frame.width - 4 });
  return chooseFromList(
    'Which one?',
    fitting.map((commitment, index) => {
      const name = rows[index] ?? '';
      const party = nameOf(counterpart(commitment), frame) ?? '';
      return { name, words: `${name} ${party} ${commitment.title}`, value: commitment.number };
    }),
  );
}

/** Lets somebody choose a client, from a list that can be searched. Throws a Refusal when there is none. */
export async function chooseClient(session: Session): Promise<string> {
  const clients = readClients(session.open('read').db);
  if (clients.length === 0) throw refuse('client-missing', 'There are no clients yet.', 'Name the client.');
  return chooseFromList(
    'Which client?',
    clients.map(({ name }) => ({ name, value: name })),
  );
}
