import type { Refusal } from '../domain/base/refusal.ts';
import { asWords } from '../domain/base/text.ts';
import { decideClient } from '../domain/decisions/client.ts';
import { decideLog } from '../domain/decisions/log.ts';
import type { ClientMention } from '../domain/decisions/mention-clients.ts';
import {
  type Correspondent,
  findCorrespondent,
  isMine,
  type UnknownCorrespondent,
} from '../domain/mail/correspondent.ts';
import {
  type Mailbox,
  type MailMessage,
  saidAt,
  threadOf,
  titleOf,
  wordsOf,
} from '../domain/mail/message.ts';
import { refuseUnknown } from '../domain/mail/refuse-unknown.ts';
import type { Client } from '../domain/streams/client.ts';
import { type Commitment, counterpart } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import type { MessageFields, Person } from '../domain/streams/events.ts';
import type { Instant, Moment } from '../domain/time/moment.ts';
import { writing } from '../store/db.ts';
import { findTakenMessage, readContactOfMessage } from '../store/messages.ts';
import { readClientName, readClients, readNumberOf } from '../store/queries.ts';
import { runEffects } from './after-commit.ts';
import type { Context } from './context.ts';
import { execute, type Step, startNew } from './execute.ts';
import { findOriginal, findSentDraft, type SentFrom } from './find-sent-draft.ts';
import { findSubjects } from './find-subjects.ts';
import type { Outcome } from './outcome.ts';
import { type Selection, selectCommitments } from './select.ts';
import { recordSentDraft } from './sent-drafts.ts';

/** How messages are to be taken in. */
export interface TakeInOptions {
  /** My own addresses. */
  readonly me: readonly string[];
  /** The commitment that they are about, whatever they refer to. */
  readonly about: Selection | null;
  /** Whether they have to be answered. */
  readonly needsReply: boolean;
  /** Whether what was taken back by undo is taken in again. */
  readonly again: boolean;
}

/** What a person knows about a message that it does not say itself. */
export interface Answers {
  readonly client?: ClientMention | undefined;
  /** Whose address is to be recorded with the client. */
  readonly person?: Person | undefined;
  /** Which of the commitments it is about; null for none. */
  readonly about?: Commitment | null | undefined;
  /** With it came what I was waiting for. */
  readonly received?: true | undefined;
  readonly replyBy?: Moment | undefined;
  /** It stands for what its draft stood for, although the dates of the draft are no longer in it. */
  readonly keepsDates?: boolean | undefined;
}

/** What a message is, by the record as it stands. */
export type Understood =
  | { readonly kind: 'known'; readonly contact: Contact | null }
  | { readonly kind: 'taken-back'; readonly client: Client | null }
  | { readonly kind: 'automatic'; readonly why: string; readonly client: Client | null }
  | Word;

/** A message that is no word to a client or from one, or one that was recorded before. */
type LeftOut =
  | Exclude<Understood, Word>
  /** Of mine, to nobody who is a client. */
  | { readonly kind: 'elsewhere'; readonly recipient: Mailbox | null };

/** A message that is a word to a client or from one. */
export interface Word {
  readonly kind: 'word';
  readonly direction: 'in' | 'out';
  readonly correspondent: Correspondent | UnknownCorrespondent;
  /** The commitments that it refers to. */
  readonly about: readonly Commitment[];
  /** The draft that it was sent from. */
  readonly draft: SentFrom | null;
}

/** A message once it was taken in, or why it was not. */
export interface TakenIn {
  readonly kind: 'contact' | 'reply' | 'draft' | 'automatic' | 'elsewhere' | 'known' | 'taken-back';
  readonly message: MailMessage;
  readonly at: Instant;
  readonly direction: 'in' | 'out';
  /** The name of the client; null if nobody knows whose it is. */
  readonly client: string | null;
  /** The number of the commitment that it is about. */
  readonly about: number | null;
  /** Null if nothing was recorded. */
  readonly outcome: Outcome | null;
  /** The field of its header that says that it is no word of a person. */
  readonly why?: string;
  /** Whom a message of mine is to that is to no client; null if it is only to me. */
  readonly recipient?: Mailbox | null;
  /** Other clients that it is to, who have no word of it. */
  readonly others?: readonly Client[];
  /** Commitments that it may be about. */
  readonly candidates?: readonly Commitment[];
  /** Whether it was sent from a draft that did not settle all it stood for. */
  readonly isWordsAlone?: boolean;
  /** Why it did not settle all that it says, though it says it. */
  readonly unsettled?: readonly Refusal[];
}

/** Whether a message with this Message-ID was taken in before, or taken back; null if neither. */
export function recallMessage({ db }: Context, id: string): 'recorded' | 'taken-back' | null {
  return findTakenMessage(db, id);
}

/** What a message is, without recording anything. Throws a Refusal for a commitment that does not exist. */
export function understandMessage(
  context: Context,
  message: MailMessage,
  options: TakeInOptions,
): Understood {
  const { db } = context;
  const taken = findTakenMessage(db, message.id);
  if (taken === 'recorded') return { kind: 'known', contact: readContactOfMessage(db, message.id) };
  const correspondent = findCorrespondent(message, readClients(db), options.me);
  const client = 'client' in correspondent ? correspondent.client : null;
  if (taken === 'taken-back' && !options.again) return { kind: 'taken-back', client };
  if (message.automatic !== null) return { kind: 'automatic', why: message.automatic, client };
  const direction = isMine(message, options.me) ? 'out' : 'in';
  return {
    kind: 'word',
    direction,
    correspondent,
    about: options.about
      ? selectCommitments(context, options.about)
      : findSubjects(context, message).filter((found) => client === null || concerns(client, found)),
    draft: direction === 'out' ? sentFrom(context, message, correspondent, options) : null,
  };
}

/**
 * Takes in a message as one operation, unless it was taken in before. What it is, is asked again inside the transaction, so that
 * two processes with the same message record it once. The file is opened for writing only if there is something to write.
 * Throws a Refusal.
 */
export function takeInMessage(
  open: (purpose: 'read' | 'write') => Context,
  message: MailMessage,
  options: TakeInOptions,
  answers: Answers = {},
): TakenIn {
  const before = understandMessage(open('read'), message, options);
  if (before.kind !== 'word') return leaveOut(open('read'), message, before, options);
  const elsewhere = checkWhose(open('read'), message, before, options, answers);
  if (elsewhere) return leaveOut(open('read'), message, elsewhere, options);
  const context = open('write');
  const taken = writing(context.db, () => {
    const understood = understandMessage(context, message, options);
    if (understood.kind !== 'word') return leaveOut(context, message, understood, options);
    return understood.draft
      ? recordDraft(context, message, understood.draft, answers)
      : recordWord(context, message, understood, options, answers);
  });
  if (taken.outcome) runEffects(context, taken.outcome);
  return taken;
}

function leaveOut(
  { db, now }: Context,
  message: MailMessage,
  understood: LeftOut,
  { me }: TakeInOptions,
): TakenIn {
  const { kind } = understood;
  const common = { kind, message, at: saidAt(message, now).at, outcome: null };
  if (kind !== 'known') {
    const direction = isMine(message, me) ? 'out' : 'in';
    const why = kind === 'automatic' ? { why: understood.why } : {};
    const recipient = kind === 'elsewhere' ? { recipient: understood.recipient } : {};
    const client = kind === 'elsewhere' ? null : understood.client;
    return { ...common, direction, client: client?.name ?? null, about: null, ...why, ...recipient };
  }
  const { contact } = understood;
  return {
    ...common,
    direction: contact?.direction ?? 'in',
    client: nameOfClient(db, contact?.client),
    about: numberOf(contact, db),
  };
}

function nameOfClient(db: Context['db'], uid: string | undefined): string | null {
  return uid === undefined ? null : readClientName(db, uid);
}

function numberOf(contact: Contact | null | undefined, db: Context['db']): number | null {
  return contact?.about ? readNumberOf(db, contact.about) : null;
}

/** Throws the refusal of a word of which nobody knows whose it is. What I wrote to others is none, unless somebody said that it is. */
function checkWhose(
  { db }: Context,
  message: MailMessage,
  { direction, correspondent, about, draft }: Word,
  options: TakeInOptions,
  answers: Answers,
): LeftOut | null {
  if ('client' in correspondent || answers.client || draft) return null;
  // Whoever it is about is the client where that was said.
  if (options.about && about.some((each) => counterpart(each) !== null)) return null;
  const { mailbox, candidates } = correspondent;
  if (direction === 'out' && !options.about && candidates.length === 0) {
    return { kind: 'elsewhere', recipient: mailbox };
  }
  throw refuseUnknown(message, correspondent, readClients(db), options.me);
}

function recordDraft(context: Context, message: MailMessage, draft: SentFrom, answers: Answers): TakenIn {
  const { at } = saidAt(message, context.now);
  const hasDates = answers.keepsDates ?? draft.hasDates(message.text);
  const { outcome, refusals, isCopy } = recordSentDraft(context, 'mail', {
    draft,
    text: wordsOf(message),
    message: messageFields(message),
    hasDates,
    wordsAtLeast: true,
    at,
    via: 'email',
  });
  return {
    kind: 'draft',
    message,
    at,
    direction: 'out',
    client: nameOfClient(context.db, draft.client),
    about: numberOf(outcome.contacts[0], context.db),
    outcome,
    isWordsAlone: !isCopy && !hasDates,
    unsettled: refusals,
  };
}

function recordWord(
  context: Context,
  message: MailMessage,
  { direction, correspondent, about: found }: Word,
  options: TakeInOptions,
  answers: Answers,
): TakenIn {
  const { at } = saidAt(message, context.now);
  const [only = null, ...more] = found;
  const about = answers.about === undefined ? (more.length === 0 ? only : null) : answers.about;
  const known = 'client' in correspondent ? correspondent : null;
  const client = answers.client ?? (known ? { uid: known.client.uid, name: known.client.name } : undefined);
  const words = startNew(
    decideLog,
    {
      at,
      via: 'email' as const,
      client,
      direction,
      text: wordsOf(message),
      needsReply: options.needsReply,
      replyBy: answers.replyBy,
      received: answers.received,
      title: titleOf(message),
      message: messageFields(message),
      person: (known?.person ?? answers.person)?.name,
    },
    about ? [about.number] : null,
  );
  const outcome = execute(context, 'mail', ...introduce(context, answers), words);
  const [contact] = outcome.contacts;
  return {
    kind: contact?.opened ? 'reply' : 'contact',
    message,
    at,
    direction,
    client: nameOfClient(context.db, contact?.client),
    about: numberOf(contact, context.db),
    outcome,
    others: known?.others ?? [],
    candidates: about === null ? found : [],
  };
}

/** Records whose address it is, if a person said so. */
function introduce({ now }: Context, { client, person }: Answers): Step[] {
  return client && person
    ? [startNew(decideClient, { at: now, client: { added: client.name }, people: [person] })]
    : [];
}

/** What the record keeps of a message beside its words. */
export function messageFields(message: MailMessage): MessageFields & { readonly messageId: string } {
  const { id, subject, elided } = message;
  const thread = threadOf(message);
  return {
    messageId: id,
    ...(thread !== undefined && thread !== id && { thread }),
    ...(subject !== '' && { subject }),
    ...(elided.trim() !== '' && { quoted: asWords(elided) }),
  };
}

/** The draft that a message of mine was sent from: by its references, or else because it says what was recorded as sent. */
function sentFrom(
  context: Context,
  message: MailMessage,
  correspondent: Correspondent | UnknownCorrespondent,
  { about }: TakeInOptions,
): SentFrom | null {
  const draft = about ? null : findSentDraft(context, message);
  if (draft || !('client' in correspondent)) return draft;
  return findOriginal(context, message, [correspondent.client, ...correspondent.others]);
}

function concerns({ uid }: Client, commitment: Commitment): boolean {
  const other = counterpart(commitment);
  return other === null || other === uid || commitment.client === uid;
}
