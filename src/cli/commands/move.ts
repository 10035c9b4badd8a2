import { decideMove } from '../../domain/decisions/move.ts';
import { AT, BECAUSE, ID, IN_WRITING, VIA } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';

export const move = onCommitments({
  name: 'move',
  summary: 'change a date that was settled',
  arguments: [ID, ['[date...]', 'the new date']],
  options: [BECAUSE, IN_WRITING, VIA, AT],
  examples: [['move 3 "16 mar" --because "parts are late" --via email', 'the old date stays in the history']],
  decide: decideMove,
  parse: async (call) => ({
    ...(await call.saying()),
    date: (await call.dateOf(1)) ?? (await call.askDate('To when does it move?')),
    because: await call.because('Why does the date move?'),
    inWriting: call.flag('inWriting'),
  }),
});
