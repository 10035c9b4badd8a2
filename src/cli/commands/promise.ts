import { decidePromise } from '../../domain/decisions/promise.ts';
import { readNewCommitment } from '../run/new-commitment.ts';
import { AT, BY, ESTIMATE, NEW_CLIENT, VIA } from '../run/options.ts';
import { starting } from '../run/write-verb.ts';

export const promise = starting({
  name: 'promise',
  summary: 'record what you said you would do',
  arguments: [['[what...]', 'what you promised']],
  options: [['-c, --to <client>', 'to whom; or myself'], BY, ESTIMATE, VIA, AT, NEW_CLIENT],
  examples: [
    ['promise "send the notes" --to Joe --by "tomorrow noon"', 'a promise has a date, always'],
    ['promise call back @dana by 3pm', 'the same, typed in one go'],
  ],
  decide: decidePromise,
  parse: async (call) => {
    const read = await readNewCommitment(call, 'What did you promise?', 'to');
    const { title, estimate, project } = read;
    const client = read.client ?? (await call.client(await call.ask('To whom?')));
    const due = read.by ?? (await call.askDate('By when?'));
    const work = { estimateHours: estimate?.hours, estimateRange: estimate?.range };
    return { input: { ...(await call.saying()), title, client, due, ...work, project }, hints: read.hints };
  },
});
