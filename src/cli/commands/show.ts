import { readStory } from '../../app/history.ts';
import { selectCommitments } from '../../app/select.ts';
import { commitmentJson } from '../../views/json/json.ts';
import { showCommitment } from '../../views/terminal/commitment.ts';
import { plainCommitment } from '../../views/terminal/list.ts';
import type { Command } from '../run/command.ts';
import { IDS } from '../run/options.ts';

export const show: Command = {
  name: 'show',
  summary: 'one commitment and its story',
  arguments: [IDS],
  options: [],
  examples: [
    ['show 3', 'where it stands, and every word that was said'],
    ['show .', 'the one last changed'],
  ],
  run: async (call) => {
    const { session } = call;
    const context = session.open('read');
    const { selection: numbers, many } = await call.selection();
    const commitments = selectCommitments(context, numbers);
    const frame = session.frame();
    return {
      json: () => {
        const all = commitments.map((commitment) => commitmentJson(commitment, frame));
        return many ? all : all[0];
      },
      plain: () => commitments.map((commitment) => plainCommitment(commitment, frame)),
      text: () =>
        commitments
          .map((commitment) => {
            const story = readStory(context.db, commitment.uid).filter(({ undone }) => !undone);
            return showCommitment(
              commitment,
              story.map(({ event }) => event),
              frame,
            );
          })
          .join('\n\n'),
    };
  },
};
