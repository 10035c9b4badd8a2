import { decideAgree } from '../../domain/decisions/agree.ts';
import { AT, ID, IN_WRITING, VIA } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';

export const agree = onCommitments({
  name: 'agree',
  summary: 'settle the date: theirs, yours or another',
  arguments: [
    ID,
    ['[date...]', 'the date; without one the date that was offered, else the one they wished for'],
  ],
  options: [IN_WRITING, VIA, AT],
  examples: [
    ['agree 3', 'they took the date that you offered'],
    ['agree 3 thursday 3pm --via email', 'another date, in writing'],
  ],
  decide: decideAgree,
  parse: async (call) => ({
    ...(await call.saying()),
    date: await call.dateOf(1),
    inWriting: call.flag('inWriting'),
  }),
});
