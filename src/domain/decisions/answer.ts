import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { MessageFields } from '../streams/events.ts';
import { connect } from './connect-message.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseVerb } from './guards.ts';
import { decideLog } from './log.ts';
import type { Situation } from './situation.ts';

export interface AnswerInput extends Saying {
  readonly text: string;
  /** The message in which it stands. */
  readonly message?: MessageFields | undefined;
}

/** Records the answer that I owed: the words went out, and the reply is done. */
export function decideAnswer(reply: Commitment, input: AnswerInput, situation: Situation): Decision {
  const no = refuseVerb('answer', reply, input, situation);
  if (no) return no;
  if (!input.text) {
    return refuse('text-missing', 'What did you answer?', `Say it: followup answer ${reply.number} TEXT`);
  }
  const { text, message, at, via } = input;
  const contact = message?.messageId === undefined ? null : situation.contactWith(message.messageId);
  if (contact !== null) {
    return [
      ...connect(contact, 'about', reply, situation),
      on(reply, defined({ type: 'ReplyGiven' as const, text, contact: contact.uid, at, via })),
    ];
  }
  return decideLog(reply, { ...input, direction: 'out', needsReply: false }, situation);
}
