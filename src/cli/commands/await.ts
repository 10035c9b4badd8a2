import { Refusal } from '../../domain/base/refusal.ts';
import { decideAwait } from '../../domain/decisions/await.ts';
import { AGAIN, readAgain } from '../run/again.ts';
import { title } from '../run/arguments/argument.ts';
import { client, commitment } from '../run/arguments/option.ts';
import { AT, BY, NEW_CLIENT, VIA } from '../run/arguments/shared-options.ts';
import { saidTo } from '../run/date-context.ts';
import { clientOrAsk, readNewCommitment } from '../run/new-commitment.ts';
import { ask, askDate, textOrAsk } from '../run/prompts/ask.ts';
import { mentionClient } from '../run/prompts/mention-client.ts';
import { verbThatStarts } from '../run/write-verb.ts';

export const awaitCommand = verbThatStarts({
  name: 'await',
  summary: 'record what they said they would do',
  arguments: { what: title('what they promised') },
  options: {
    from: client('-c, --from', 'who promised', 'who'),
    by: BY,
    ...AGAIN,
    for: client('--for', 'the client it concerns, if that is someone else'),
    blocks: commitment('--blocks', 'the commitment that cannot go on without it'),
    via: VIA,
    at: AT,
    newClient: NEW_CLIENT,
  },
  examples: [
    ['await "logins for the test server" --from Dana --by thursday', 'they owe it, you chase it'],
    ['await "sales figures" --from Dana --every "monday noon"', 'again and again'],
    ['await "board approval" --from Dana --for "Acme Corp" --by "12 mar" --blocks 4', 'and what it holds up'],
  ],
  decide: decideAwait,
  parse: async (call) => {
    const { options } = call;
    const question = 'What did they promise?';
    const words = await textOrAsk(call, call.args.what, question);
    const who = await clientOrAsk(call, options.from, words, () => ask(call, 'Who promised it?'));
    const whose = await mentionClient(call, options.for);
    const { saying, dates } = await saidTo(call, who, whose);
    const again = await readAgain(options, dates);
    if (again && options.blocks) {
      throw new Refusal(
        'option-unused',
        'What comes again holds nothing up by itself.',
        'Leave out --blocks; once one of them does: followup edit ID --blocks ID',
        'usage',
      );
    }
    const { title, by, project, hints } = await readNewCommitment(call, words, dates, {
      question,
      client: { option: 'from', given: options.from },
      hasDate: again !== undefined,
    });
    return {
      hints,
      dates,
      about: options.blocks,
      input: {
        ...saying,
        title,
        who,
        client: whose,
        due: again ? undefined : (by ?? (await askDate(call, 'By when?', dates))),
        again,
        project,
      },
    };
  },
});
