import { decideConfirm } from '../../domain/decisions/confirm.ts';
import { AT, IDS, VIA } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';

export const confirm = onCommitments({
  name: 'confirm',
  summary: 'the agreed date now stands in writing',
  arguments: [IDS],
  options: [VIA, AT],
  examples: [
    ['confirm 3', 'you sent the message that says so'],
    ['confirm 3 5 --via email', 'several at once'],
  ],
  decide: decideConfirm,
  parse: (call) => call.saying(),
});
