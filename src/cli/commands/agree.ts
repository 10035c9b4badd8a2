import { decideAgree } from '../../domain/decisions/agree.ts';
import { dateWords } from '../run/arguments/argument.ts';
import { AT, ID, IN_WRITING, VIA } from '../run/arguments/shared-options.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const agree = verbOnCommitments({
  name: 'agree',
  summary: 'settle the date: theirs, yours or another',
  arguments: {
    id: ID,
    date: dateWords(
      '[date...]',
      'the date; if left out, the one that was offered, else the one they would like',
    ),
  },
  options: { inWriting: IN_WRITING, via: VIA, at: AT },
  examples: [
    ['agree 3', 'they took the date that you offered'],
    ['agree 3 thursday 3pm --via email', 'another date, in writing'],
  ],
  decide: decideAgree,
  parse: async ({ args, options }, { saying, dates }) => ({
    ...saying,
    date: await args.date?.read(dates),
    inWriting: options.inWriting,
  }),
});
