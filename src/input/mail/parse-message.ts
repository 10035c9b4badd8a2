import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import { asTitle, MOST_IN_TITLE } from '../../domain/base/text.ts';
import type { Mailbox, MailHead, MailMessage } from '../../domain/mail/message.ts';
import { type Instant, instant, isInstant } from '../../domain/time/moment.ts';
import { automaticBecause, type HeaderFields } from './automatic.ts';
import { boundMessage, headOf } from './bounded-message.ts';
import { decodedText } from './decoded-text.ts';
import { keepLines, type WithLines } from './flowed.ts';
import { htmlAsText } from './html-as-text.ts';
import { separateQuotation } from './own-words.ts';

/** How much of a list is read: more than people write. */
const MOST_ADDRESSES = 1_000;
const MOST_REFERENCES = 100;
const MOST_ATTACHMENTS = 100;

const LIMITS = {
  // A forwarded message is an attachment: its words are no words of the sender.
  forceRfc822Attachments: true,
  maxNestingDepth: 100,
};

/** What the header of a message says, without reading the rest. A Refusal if it is no message. */
export async function parseHead(bytes: Uint8Array): Promise<MailHead | Refusal> {
  const email = await parse(headOf(bytes));
  return 'headers' in email ? readHead(email) : email;
}

/** A whole message from its bytes (RFC 5322, MIME). A Refusal if it is none, or cannot be read. */
export async function parseMessage(bytes: Uint8Array): Promise<MailMessage | Refusal> {
  const bounded = boundMessage(bytes);
  if (!(bounded instanceof Uint8Array)) return bounded;
  const { bytes: kept, joinLines } = keepLines(bounded);
  const email = await parse(kept);
  if (!('headers' in email)) return email;
  const head = readHead(email);
  if (!('from' in head)) return head;
  const body = bodyOf(email, joinLines);
  const { text, elided } = separateQuotation(body);
  const attachments = email.attachments.slice(0, MOST_ATTACHMENTS).map(({ filename, mimeType, content }) => ({
    name: filename === null ? null : asTitle(decodedText(filename)),
    type: mimeType,
    size: typeof content === 'string' ? content.length : content.byteLength,
  }));
  return { ...head, id: head.id ?? idOf(head, body), text, elided, attachments };
}

async function parse(bytes: Uint8Array): Promise<Email | Refusal> {
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch (error) {
    // Its own limits are the only reason why this parser gives up.
    return refuse('message-broken', `it cannot be read: ${(error as Error).message.replace(/\.$/, '')}`);
  }
}

function readHead(email: Email): MailHead | Refusal {
  const fields: HeaderFields = new Map([...email.headers].reverse().map(({ key, value }) => [key, value]));
  const replyTo = mailboxes(email.replyTo);
  const [from] = [...mailboxes([email.from, email.sender].flatMap((each) => each ?? [])), ...replyTo];
  if (!from) {
    return email.headers.some(({ value }) => value !== '')
      ? refuse('no-sender', 'it does not say who it is from')
      : refuse('not-a-message', 'it is no mail message');
  }
  const subject = asTitle(decodedText((email.subject ?? '').replace(/\s+/g, ' ').trim()));
  const references = idsIn(fields.get('references'));
  const inReplyTo = idsIn(fields.get('in-reply-to'));
  return {
    id: idsIn(fields.get('message-id'))[0] ?? null,
    from,
    replyTo,
    recipients: [email.to, email.cc, email.bcc].flatMap((each) => mailboxes(each)).slice(0, MOST_ADDRESSES),
    subject,
    sentAt: readDate(email.date),
    receivedAt: readDate(fields.get('received')?.split(';').at(-1)),
    answers: [...new Set([...inReplyTo, ...references.toReversed()])],
    references,
    draftReferences: idsIn(fields.get('x-followup')),
    automatic: automaticBecause(fields, subject),
  };
}

function mailboxes(addresses: readonly Address[] = []): Mailbox[] {
  return addresses
    .flatMap((each) => each.group ?? [each])
    .map(({ name, address }) => ({
      name: decodedText(name.trim()).slice(0, MOST_IN_TITLE),
      address: decodedText(address.trim().toLowerCase()),
    }))
    .filter(({ address }) => address.includes('@') && address.length <= MOST_IN_ADDRESS)
    .slice(0, MOST_ADDRESSES);
}

/** RFC 5321 allows 254 characters; some are written longer. */
const MOST_IN_ADDRESS = 1_000;

/** The Message-IDs in a field, without angle brackets. Some programs leave these out. */
function idsIn(field = ''): string[] {
  const bracketed = [...field.matchAll(/<([^<>\s]+)>/g)].map(([, id = '']) => id);
  const ids = bracketed.length > 0 ? bracketed : field.split(/[\s,<>]+/);
  return ids
    .map(decodedText)
    .filter((id) => id !== '' && id.length <= MOST_IN_ID)
    .slice(-MOST_REFERENCES);
}

/** A line of a header has at most 998 characters (RFC 5322). */
const MOST_IN_ID = 998;

/** A date of RFC 5322 or of ISO 8601; null if it is none. */
function readDate(text: string | undefined): Instant | null {
  const ms = Date.parse(text?.trim() ?? '');
  if (Number.isNaN(ms) || ms < 0) return null;
  const at = instant(ms);
  return isInstant(at) ? at : null;
}

function bodyOf({ text = '', html = '' }: Email, joinLines: WithLines['joinLines']): string {
  const lines = text.replaceAll('\r\n', '\n');
  const body = text.trim() === '' ? htmlAsText(html).replaceAll('\r\n', '\n') : (joinLines?.(lines) ?? lines);
  return decodedText(body);
}

/** The id of a message that has none: the same for each copy of it, however it is stored. */
function idOf({ from, sentAt, subject }: MailHead, body: string): string {
  const content = JSON.stringify([from.address, sentAt, subject, body.trim()]);
  return `${createHash('sha256').update(content).digest('hex').slice(0, 40)}@no-message-id.invalid`;
}
