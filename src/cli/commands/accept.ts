import { decideAccept } from '../../domain/decisions/accept.ts';
import { AT, IDS, VIA } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';

export const accept = onCommitments({
  name: 'accept',
  summary: 'they said that the work is right',
  arguments: [IDS],
  options: [VIA, AT],
  examples: [['accept 3', 'closes the request for good']],
  decide: decideAccept,
  parse: (call) => call.saying(),
});
