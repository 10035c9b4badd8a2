import { defined } from '../domain/base/defined.ts';
import type { Saying } from '../domain/decisions/decision.ts';
import { decideLog } from '../domain/decisions/log.ts';
import type { ClientMention } from '../domain/decisions/mention-clients.ts';
import {
  type Correspondent,
  findCorrespondent,
  isMine,
  type UnknownCorrespondent,
} from '../domain/mail/correspondent.ts';
import { type MailMessage, saidAt, wordsOf } from '../domain/mail/message.ts';
import { refuseUnknown } from '../domain/mail/refuse-unknown.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import type { MessageFields } from '../domain/streams/events.ts';
import { readContactOfMessage } from '../store/messages.ts';
import { readClients, readCommitment } from '../store/queries.ts';
import type { Context } from './context.ts';
import type { Step } from './execute.ts';
import { findSubjects } from './find-subjects.ts';
import type { Selection } from './select.ts';
import { messageFields } from './take-in-message.ts';

/** A message that is the word which a verb records. */
export interface MailedWord {
  readonly message: MailMessage;
  readonly saying: Saying;
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly fields: MessageFields & { readonly messageId: string };
  readonly correspondent: Correspondent | UnknownCorrespondent;
  /** Named by the address of the person, if that is known; undefined if nobody knows whose the message is. */
  readonly client: ClientMention | undefined;
  /** The commitments that it refers to. */
  readonly about: readonly Commitment[];
}

/** What a message means as a word; `me` are my addresses. */
export function understandMailedWord(
  context: Context,
  message: MailMessage,
  me: readonly string[],
): MailedWord {
  const { db, now } = context;
  const correspondent = findCorrespondent(message, readClients(db), me);
  const name = 'client' in correspondent && (correspondent.person?.email ?? correspondent.client.name);
  return {
    message,
    saying: { at: saidAt(message, now).at, via: 'email' },
    direction: isMine(message, me) ? 'out' : 'in',
    text: wordsOf(message),
    fields: messageFields(message),
    correspondent,
    client: name ? { name, isNew: false } : undefined,
    about: findSubjects(context, message),
  };
}

/** The request that was made of a message before, as it stands; null if none was. */
export function requestMadeOf({ db }: Context, { message }: MailedWord): Commitment | null {
  const contact = readContactOfMessage(db, message.id);
  const opened = contact?.opened ? readCommitment(db, contact.opened) : null;
  return opened?.kind === 'request' ? opened : null;
}

/** Throws the refusal of a word of which nobody knows whose it is. */
export function refuseUnknownWord({ db }: Context, word: MailedWord, me: readonly string[]): void {
  if ('client' in word.correspondent) return;
  throw refuseUnknown(word.message, word.correspondent, readClients(db), me);
}

/** Records the message itself beside what the verb records of it, unless it is recorded already. */
export function keepMessage(word: MailedWord, about: Selection | null): Step {
  const { saying, direction, text, fields, client } = word;
  return {
    selection: about,
    decide: (target, situation) =>
      situation.contactWith(fields.messageId) !== null
        ? []
        : decideLog(
            target,
            // Whoever a commitment is for may write from any address.
            defined({
              ...saying,
              client,
              direction,
              text,
              message: fields,
              needsReply: false,
              isSettled: true as const,
            }),
            situation,
          ),
  };
}
