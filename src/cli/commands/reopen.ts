import { decideReopen } from '../../domain/decisions/reopen.ts';
import { AT, IDS } from '../run/arguments/shared-options.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const reopen = verbOnCommitments({
  name: 'reopen',
  summary: 'open a closed commitment again; its dates stand',
  arguments: { id: IDS },
  options: { at: AT },
  examples: [['reopen 3', 'back to the state that it was in']],
  decide: decideReopen,
  parse: (_call, { saying }) => saying,
});
