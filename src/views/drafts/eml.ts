import type { Message } from './message.ts';

/** The header by which a mail that was sent from a draft is known again. */
export const DRAFT_HEADER = 'X-Followup';

/**
 * The message as a file that mail programs open as a draft (RFC 5322, with CRLF). It has no Date and no Message-ID: those are given
 * by the mail program when it sends. The references name the draft, so that the sent copy and its answers are known again.
 */
export async function writeEml({ draft, to, cc, from, thread, references }: Message): Promise<string> {
  const addresses = (people: Message['to']) =>
    people.flatMap(({ name, email }) =>
      email === undefined ? [] : [{ name: inOneLine(name), address: email }],
    );
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    ...(from?.email !== undefined && { from: { name: inOneLine(from.name ?? ''), address: from.email } }),
    to: addresses(to),
    cc: addresses(cc),
    subject: inOneLine(draft.subject),
    text: `${draft.text}\n`,
    ...(thread && { inReplyTo: bracketed(thread.messageId) }),
    references: [...(thread ? [thread.messageId] : []), ...references].map(bracketed),
    headers: [
      { key: 'X-Unsent', value: '1' },
      { key: DRAFT_HEADER, value: references.map(bracketed).join(' ') },
    ],
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const built = (await composer.compile().build()).toString('latin1');
  const end = built.indexOf('\r\n\r\n');
  return withoutDate(built.slice(0, end + 2)) + built.slice(end + 2);
}

/** A header without those that the composer gives to every message. */
function withoutDate(header: string): string {
  return header.replace(/^(?:Date|Message-ID):.*\r\n(?:[ \t].*\r\n)*/gim, '');
}

function bracketed(messageId: string): string {
  return `<${messageId}>`;
}

/** What stands in a header has no line ends and no other controls, and nothing that would be read as an encoded word (RFC 2047). */
function inOneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim();
}
