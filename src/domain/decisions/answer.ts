import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import { asTitle } from '../base/text.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { MessageFields } from '../streams/events.ts';
import { connect } from './connect-message.ts';
import { begin, type Decision, on, type Saying, together } from './decision.ts';
import { refuseVerb } from './guards.ts';
import { decideLog } from './log.ts';
import { answerTo, replyDue } from './reply.ts';
import type { Situation } from './situation.ts';

export interface AnswerInput extends Saying {
  readonly text: string;
  /** The message in which it stands. */
  readonly message?: MessageFields | undefined;
  /** What they asked too and was not answered by it: each opens a reply. */
  readonly still?: readonly string[] | undefined;
}

/** Records the answer that I owed: the words went out, and the reply is done. What they leave open is a reply of its own. */
export function decideAnswer(reply: Commitment, input: AnswerInput, situation: Situation): Decision {
  const no = refuseVerb('answer', reply, input, situation);
  if (no) return no;
  if (!input.text) {
    return refuse('text-missing', 'What did you answer?', `Say it: followup answer ${reply.number} TEXT`);
  }
  const { text, message, at, via, still = [] } = input;
  const known = message?.messageId === undefined ? null : situation.contactWith(message.messageId);
  const contact = known?.uid ?? situation.newId();
  const rests = still.map((words) => beginRest(reply, words, contact, input, situation));
  const [first] = rests;
  const answered =
    known === null
      ? decideLog(
          reply,
          { at, via, text, message, contact, direction: 'out', needsReply: false, leavesOpen: first?.uid },
          situation,
        )
      : [
          ...connect(known, 'about', reply, situation),
          on(reply, answerTo(reply, { text, contact, at, via })),
          ...(first ? connect(known, 'opened', first, situation) : []),
        ];
  return together(answered, ...rests.map(({ changes }) => changes));
}

/** The reply that an answer leaves open. Its clock runs from the answer. */
function beginRest(
  reply: Commitment,
  words: string,
  contact: string,
  { at, via }: Saying,
  situation: Situation,
) {
  const client = reply.client ?? '';
  return begin(
    defined({
      type: 'ReplyOwed' as const,
      title: asTitle(words),
      client,
      due: replyDue(client, { at, via }, situation),
      contact,
      person: reply.person ?? undefined,
      topic: reply.topic ?? undefined,
      order: 'next' as const,
      restOf: reply.uid,
      at,
      via,
    }),
    situation,
  );
}
