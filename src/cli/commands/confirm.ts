import { decideConfirm } from '../../domain/decisions/confirm.ts';
import { AT, IDS, VIA } from '../run/arguments/shared-options.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const confirm = verbOnCommitments({
  name: 'confirm',
  summary: 'record that the agreed date is now in writing',
  arguments: { id: IDS },
  options: { via: VIA, at: AT },
  examples: [
    ['confirm 3', 'you sent the message that says so'],
    ['confirm 3 5 --via email', 'several at once'],
  ],
  decide: decideConfirm,
  parse: (_call, { saying }) => saying,
});
