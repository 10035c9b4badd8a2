import { decidePromise } from '../../domain/decisions/promise.ts';
import { estimateFields } from '../../domain/streams/estimate-fields.ts';
import { AGAIN, readAgain } from '../run/again.ts';
import { title } from '../run/arguments/argument.ts';
import { client } from '../run/arguments/option.ts';
import { AT, BY, ESTIMATE, NEW_CLIENT, VIA } from '../run/arguments/shared-options.ts';
import { saidTo } from '../run/date-context.ts';
import { clientOrAsk, readNewCommitment } from '../run/new-commitment.ts';
import { ask, askDate, textOrAsk } from '../run/prompts/ask.ts';
import { verbThatStarts } from '../run/write-verb.ts';

export const promise = verbThatStarts({
  name: 'promise',
  summary: 'record what you said you would do',
  arguments: { what: title('what you promised') },
  options: {
    to: client('-c, --to', 'who you promised it to, or myself'),
    by: BY,
    ...AGAIN,
    estimate: ESTIMATE,
    via: VIA,
    at: AT,
    newClient: NEW_CLIENT,
  },
  examples: [
    ['promise "send the notes" --to Joe --by "tomorrow noon"', 'a promise has a date, always'],
    ['promise call back @dana by 3pm', 'the same, typed in one go'],
    [
      'promise "weekly status" --to "Acme Corp" --every "friday 4pm"',
      'again and again; see: followup standing',
    ],
  ],
  decide: decidePromise,
  parse: async (call) => {
    const { options } = call;
    const question = 'What did you promise?';
    const words = await textOrAsk(call, call.args.what, question);
    const whom = await clientOrAsk(call, options.to, words, () => ask(call, 'Who did you promise it to?'));
    const { saying, dates } = await saidTo(call, whom);
    const again = await readAgain(options, dates);
    const { title, by, estimate, project, hints } = await readNewCommitment(call, words, dates, {
      question,
      client: { option: 'to', given: options.to },
      hasDate: again !== undefined,
    });
    return {
      hints,
      dates,
      input: {
        ...saying,
        title,
        client: whom,
        due: again ? undefined : (by ?? (await askDate(call, 'By when?', dates))),
        again,
        ...estimateFields(estimate),
        project,
      },
    };
  },
});
