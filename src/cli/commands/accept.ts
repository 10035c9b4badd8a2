import { decideAccept } from '../../domain/decisions/accept.ts';
import { AT, IDS, MAIL, VIA } from '../run/arguments/shared-options.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const accept = verbOnCommitments({
  name: 'accept',
  summary: 'record that they said the work is right',
  arguments: { id: IDS },
  options: { via: VIA, at: AT, mail: MAIL },
  examples: [['accept 3', 'closes the request for good']],
  decide: decideAccept,
  parse: (_call, { saying }) => saying,
});
