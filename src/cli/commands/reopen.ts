import { decideReopen } from '../../domain/decisions/reopen.ts';
import { AT, IDS } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';

export const reopen = onCommitments({
  name: 'reopen',
  summary: 'open what was closed; its dates stand',
  arguments: [IDS],
  options: [AT],
  examples: [['reopen 3', 'back to the state that it was in']],
  decide: decideReopen,
  parse: (call) => call.saying(),
});
