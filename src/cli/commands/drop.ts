import { decideDrop } from '../../domain/decisions/drop.ts';
import { AT, BECAUSE, IDS } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';

export const drop = onCommitments({
  name: 'drop',
  summary: 'it will not be done, and why',
  arguments: [IDS],
  options: [BECAUSE, AT],
  examples: [['drop 3 --because "the client bought a tool instead"', 'kept in the history, with the reason']],
  decide: decideDrop,
  parse: async (call) => ({
    ...(await call.saying()),
    because: await call.because('Why is it dropped?'),
  }),
});
