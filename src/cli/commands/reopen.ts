import { decideReopen } from '../../domain/decisions/reopen.ts';
import { AT, BECAUSE, IDS } from '../run/arguments/shared-options.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const reopen = verbOnCommitments({
  name: 'reopen',
  summary: 'open a closed commitment again; its dates stand',
  arguments: { id: IDS },
  options: { because: BECAUSE, at: AT },
  examples: [['reopen 3 --because "the totals are wrong"', 'back to the state that it was in']],
  decide: decideReopen,
  parse: async (call, { saying }) => {
    const { because } = call.options;
    return {
      ...saying,
      because: because === undefined ? undefined : (await call.text(because)) || undefined,
    };
  },
});
