import { decideLog } from '../../domain/decisions/log.ts';
import { NEXT } from '../run/arguments/shared-options.ts';
import { verbThatStarts } from '../run/write-verb.ts';
import { CONTACT_ARGUMENTS, CONTACT_OPTIONS, readContact, showContact } from './log.ts';

export const told = verbThatStarts({
  name: 'told',
  summary: 'record what you told a client',
  arguments: CONTACT_ARGUMENTS,
  options: { ...CONTACT_OPTIONS, next: NEXT },
  examples: [
    [
      'told --about 3 "the figures are on their way"',
      'to its client; restarts the clock for the next update on 3',
    ],
    ['told "Acme Corp" "can you send the logins?" --needs-reply --by friday', 'and waits for their answer'],
  ],
  decide: decideLog,
  parse: (call) => readContact(call, 'out', { next: call.options.next }),
  show: showContact,
});
