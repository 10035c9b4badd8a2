import { asTitle, asWords } from '../base/text.ts';
import type { Instant } from '../time/moment.ts';

/** Somebody's address, and the name beside it (empty if there is none). */
export interface Mailbox {
  readonly name: string;
  /** In lower case. */
  readonly address: string;
}

/** A file that came with a message. It is named, not kept. */
export interface Attachment {
  readonly name: string | null;
  /** Its MIME type. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** What the header of a message says. */
export interface MailHead {
  /** Its Message-ID, without angle brackets; null if it has none. */
  readonly id: string | null;
  readonly from: Mailbox;
  readonly replyTo: readonly Mailbox[];
  /** To, then Cc, then Bcc. */
  readonly recipients: readonly Mailbox[];
  readonly subject: string;
  /** When it was sent, as it says itself; null if it does not. */
  readonly sentAt: Instant | null;
  /** When it arrived, as the last server says; null if none does. */
  readonly receivedAt: Instant | null;
  /** The messages that it answers, by Message-ID: the one that it answers itself, then those before it, latest first. */
  readonly answers: readonly string[];
  /** All messages that it refers to, by Message-ID, oldest first. */
  readonly references: readonly string[];
  /** The drafts that it says it was sent from, as the references of `drafts/reference.ts`. */
  readonly draftReferences: readonly string[];
  /** Why it is no word of a person: the header field that says so; null if it may be one. */
  readonly automatic: string | null;
}

/** A message as it is taken in. */
export interface MailMessage extends MailHead {
  /** Its Message-ID; one made of its content, if it has none. */
  readonly id: string;
  /** What the sender wrote. */
  readonly text: string;
  /** What it repeats of earlier messages, and what stands below every message. */
  readonly elided: string;
  readonly attachments: readonly Attachment[];
}

/** When the words of a message were said, and why that is not what it says itself (null: it is). */
export interface SaidAt {
  readonly at: Instant;
  readonly instead: { readonly of: 'no-date' | 'future'; readonly by: 'arrival' | 'now' } | null;
}

/**
 * When the words of a message were said: when it was sent, if that is known and not ahead; else when it arrived; else
 * now.
 */
export function saidAt({ sentAt, receivedAt }: MailHead, now: Instant): SaidAt {
  if (sentAt !== null && sentAt <= now) return { at: sentAt, instead: null };
  const of = sentAt === null ? 'no-date' : 'future';
  return receivedAt !== null && receivedAt <= now
    ? { at: receivedAt, instead: { of, by: 'arrival' } }
    : { at: now, instead: { of, by: 'now' } };
}

/** The words of a message as they are recorded: what the sender wrote, else its subject; and the names of what came with it. */
export function wordsOf({ text, subject, attachments }: MailMessage): string {
  const files = attachments.map(({ name, type }) => name ?? type);
  const attached = files.length > 0 ? `[attached: ${files.join(', ')}]` : '';
  const words = [text.trim() || subject, attached].filter((part) => part !== '').join('\n\n');
  return asWords(words || '(no words)');
}

/** The message that the thread of a message began with, by Message-ID; undefined if it answers none. */
export function threadOf({ references: [root], answers }: Pick<MailHead, 'references' | 'answers'>) {
  return root ?? answers.at(-1);
}

/** What a message is about in a few words: its subject, else how its text begins. */
export function titleOf({ subject, text }: Pick<MailMessage, 'subject' | 'text'>): string {
  return bareSubject(subject) || asTitle(text.split('\n').find((line) => line.trim() !== '') ?? '(no words)');
}

/** What a subject is about, without the marks of answers and forwards before it, in the languages of mail programs. */
export function bareSubject(subject: string): string {
  let bare = subject.trim();
  for (;;) {
    const shorter = bare.replace(MARK, '');
    if (shorter === bare) return bare;
    bare = shorter;
  }
}

/** "Re:", "AW: ", "Fwd:", "Re[2]:", "RE: ", in a few languages. */
const MARK =
  /^(?:re|aw|antw|antwort|sv|vs|ref|rif|res|tr|rv|enc|odp|ynt|fw|fwd|wg|vl|vb|i|doorst|回复|答复|转发|返信)\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s*[:：]\s*/iu;
