import { decideAgree } from '../../domain/decisions/agree.ts';
import { pendingOffer } from '../../domain/streams/commitment.ts';
import { dateWords } from '../run/arguments/argument.ts';
import { AT, ID, IN_WRITING, MAIL, VIA } from '../run/arguments/shared-options.ts';
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
  options: { inWriting: IN_WRITING, via: VIA, at: AT, mail: MAIL },
  examples: [
    ['agree 3', 'they took the date that you offered'],
    ['agree 3 thursday 3pm --via email', 'another date, in writing'],
    ['agree 3 --mail message.eml', 'their message says so: kept with its time and text'],
  ],
  decide: decideAgree,
  // My offer is answered by them; to the date that they would like, I may have said yes myself.
  speaker: (commitment) => (pendingOffer(commitment) ? 'they' : 'either'),
  parse: async ({ args, options }, { saying, dates }) => ({
    ...saying,
    date: await args.date?.read(dates),
    inWriting: options.inWriting,
  }),
});
