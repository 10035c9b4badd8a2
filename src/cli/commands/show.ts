import { readHeld } from '../../app/held.ts';
import { readEvents } from '../../app/history.ts';
import { selectCommitments } from '../../app/select.ts';
import { commitmentJson } from '../../views/json/commitment.ts';
import { heldJson } from '../../views/json/held.ts';
import { plainCommitment } from '../../views/plain/commitment.ts';
import { showCommitment } from '../../views/terminal/commitment.ts';
import { IDS } from '../run/arguments/shared-options.ts';
import { command } from '../run/declare-command.ts';
import { selectOrChoose } from '../run/prompts/select-or-choose.ts';

export const show = command({
  name: 'show',
  summary: 'one commitment, and everything said about it',
  arguments: { id: IDS },
  options: {},
  examples: [
    ['show 3', 'where it stands, and every word that was said'],
    ['show .', 'the one last changed'],
  ],
  run: async (call) => {
    const { session } = call;
    const context = session.open('read');
    const { selection: numbers, many } = await selectOrChoose(call, call.args.id);
    const commitments = selectCommitments(context, numbers);
    const view = session.viewContext();
    return {
      json: () => {
        const all = commitments.map((commitment) => ({
          ...commitmentJson(commitment, view),
          held: heldJson(readHeld(context, commitment, readEvents(context.db, commitment.uid)), view),
        }));
        return many ? all : all[0];
      },
      plain: () => commitments.map((commitment) => plainCommitment(commitment, view)),
      text: () =>
        commitments
          .map((commitment) => {
            const events = readEvents(context.db, commitment.uid);
            return showCommitment(commitment, events, readHeld(context, commitment, events), view);
          })
          .join('\n\n'),
    };
  },
});
