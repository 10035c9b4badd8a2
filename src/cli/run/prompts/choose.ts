import { readEligible } from '../../../app/eligible.ts';
import { refuse } from '../../../domain/base/refusal.ts';
import { counterpart } from '../../../domain/streams/commitment.ts';
import { readClients } from '../../../store/queries.ts';
import { commitmentChoices } from '../../../views/terminal/list.ts';
import { nameOf } from '../../../views/view-context.ts';
import type { Session } from '../session/session.ts';

/**
 * Lets the user choose one of the commitments that a verb can be applied to, from a searchable list. Throws a
 * Refusal.
 */
export async function chooseCommitment(session: Session, verb: string): Promise<number> {
  const { db } = session.open('read');
  const eligible = readEligible(db, verb);
  if (eligible.length === 0) {
    throw refuse('nothing-to-choose', `There is nothing for ${verb}.`, 'See: followup list --all');
  }
  const view = session.viewContext();
  const rows = commitmentChoices(eligible, { ...view, width: view.width - 4 });
  const prompts = await session.prompts();
  return prompts.chooseFromList(
    'Which one?',
    eligible.map((commitment, index) => {
      const name = rows[index] ?? '';
      const whom = nameOf(counterpart(commitment), view) ?? '';
      const brief = `${commitment.number} ${commitment.title}`;
      return { name, brief, words: `${name} ${whom} ${brief}`, value: commitment.number };
    }),
  );
}

/** Lets the user choose a client from a searchable list. Throws a Refusal if there are none. */
export async function chooseClient(session: Session): Promise<string> {
  const clients = readClients(session.open('read').db).filter(({ retiredAt }) => retiredAt === null);
  if (clients.length === 0) throw refuse('client-missing', 'There are no clients yet.', 'Name the client.');
  const prompts = await session.prompts();
  return prompts.chooseFromList(
    'Which client?',
    clients.map(({ name }) => ({ name, value: name })),
  );
}
