import { decideLog } from '../../domain/decisions/log.ts';
import { TOPIC } from '../run/arguments/shared-options.ts';
import { verbThatStarts } from '../run/write-verb.ts';
import { CONTACT_ARGUMENTS, CONTACT_OPTIONS, readContact, showContact } from './log.ts';

export const heard = verbThatStarts({
  name: 'heard',
  summary: 'record what a client told you',
  arguments: CONTACT_ARGUMENTS,
  options: { ...CONTACT_OPTIONS, topic: TOPIC },
  examples: [
    [
      'heard --about 3 "wants the figures by region" --via phone',
      'from its client; kept in the history of 3',
    ],
    ['heard Mark "when is my car back?" --needs-reply --by "today 5pm"', 'and you owe an answer'],
  ],
  decide: decideLog,
  parse: (call) => readContact(call, 'in', { topic: call.options.topic }),
  show: showContact,
});
