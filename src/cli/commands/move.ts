import { decideMove } from '../../domain/decisions/move.ts';
import { dateWords } from '../run/arguments/argument.ts';
import { AT, BECAUSE, ID, IN_WRITING, VIA } from '../run/arguments/shared-options.ts';
import { askDate, reasonOrAsk } from '../run/prompts/ask.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const move = verbOnCommitments({
  name: 'move',
  summary: 'change a date that was settled',
  arguments: { id: ID, date: dateWords('[date...]', 'the new date') },
  options: { because: BECAUSE, inWriting: IN_WRITING, via: VIA, at: AT },
  examples: [['move 3 "16 mar" --because "parts are late" --via email', 'the old date stays in the history']],
  decide: decideMove,
  parse: async (call, { saying, dates }) => ({
    ...saying,
    date: (await call.args.date?.read(dates)) ?? (await askDate(call, 'What is the new date?', dates)),
    because: await reasonOrAsk(call, call.options.because, 'Why does the date move?'),
    inWriting: call.options.inWriting,
  }),
});
