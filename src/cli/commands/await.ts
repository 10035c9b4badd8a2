import { decideAwait } from '../../domain/decisions/await.ts';
import { readNewCommitment } from '../run/new-commitment.ts';
import { AT, BY, NEW_CLIENT, VIA } from '../run/options.ts';
import { starting } from '../run/write-verb.ts';

export const awaitCommand = starting({
  name: 'await',
  summary: 'record what they said they would do',
  arguments: [['[what...]', 'what they promised']],
  options: [
    ['-c, --from <who>', 'who promised'],
    BY,
    ['--for <client>', 'the client whose matter it is, where that is someone else'],
    ['--blocks <id>', 'the commitment that cannot go on without it'],
    VIA,
    AT,
    NEW_CLIENT,
  ],
  examples: [
    ['await "logins for the test server" --from Dana --by thursday', 'they owe it, you chase it'],
    ['await "board approval" --from Dana --for "Acme Corp" --by "12 mar" --blocks 4', 'and what it holds up'],
  ],
  decide: decideAwait,
  parse: async (call) => {
    const read = await readNewCommitment(call, 'What did they promise?', 'from');
    const { title, project } = read;
    const who = read.client ?? (await call.client(await call.ask('Who promised it?')));
    const due = read.by ?? (await call.askDate('By when?'));
    const client = await call.client(call.option('for'));
    return {
      input: { ...(await call.saying()), title, who, client, due, project },
      about: call.selected('blocks'),
      hints: read.hints,
    };
  },
});
