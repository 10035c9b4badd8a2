import { decideDone } from '../domain/decisions/done.ts';
import { AT, IDS, VIA } from './options.ts';
import { onCommitments } from './write-verb.ts';

export const done = onCommitments({
  name: 'done',
  summary: 'delivered, kept, received or answered',
  arguments: [IDS],
  options: [['-t, --took <duration>', 'all the work that it took'], VIA, AT],
  examples: [
    ['done 3 --took 3h', 'delivered, with the work that it took'],
    ['done 3 5', 'several at once'],
    ['done . --at "friday 4pm"', 'the one last changed, done earlier'],
  ],
  decide: decideDone,
  parse: async (call) => ({ ...(await call.saying()), tookHours: call.effort('took') }),
});
