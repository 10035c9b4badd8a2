import { messageFields } from '../../app/take-in-message.ts';
import { orThrow } from '../../domain/base/refusal.ts';
import { acceptText } from '../../domain/base/text.ts';
import { saidAt, wordsOf } from '../../domain/mail/message.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { MOST_BYTES_OF_MESSAGE } from '../../input/mail/bounded-message.ts';
import { decodeText } from '../../system/decode-text.ts';
import { readBytes } from '../../system/read-bytes.ts';
import { readMessageText } from '../../views/drafts/message.ts';
import type { Session } from '../run/session/session.ts';
import type { SentText } from './record-sent.ts';

/** The words that were sent, and when, if the text says so itself. */
export interface ReadSent extends SentText {
  readonly at: Instant | null;
}

/** Header fields that only a message has which was composed by a mail program. */
const OF_A_MAIL = /^(?:Message-ID|MIME-Version|Date|Received):/im;

/**
 * Reads what was really sent, from a file or (`-`) from standard input: the text, or the message as a mail program keeps it.
 * Throws a Refusal.
 */
export async function readSent({ io, now }: Session, from: string, subject: string): Promise<ReadSent> {
  const bytes =
    from === '-'
      ? await io.stdin.readBytes(() => MOST_BYTES_OF_MESSAGE)
      : readBytes(from, () => MOST_BYTES_OF_MESSAGE);
  const [head = ''] = bytes.toString('latin1').split(/\r?\n\r?\n/, 1);
  if (OF_A_MAIL.test(head)) {
    const { parseMessage } = await import('../../input/mail/parse-message.ts');
    const message = orThrow(await parseMessage(bytes));
    return { text: wordsOf(message), message: messageFields(message), at: saidAt(message, now).at };
  }
  const plain = readMessageText(decodeText(bytes)?.text ?? bytes.toString('utf8'));
  return { text: acceptText(plain.text, 'words'), message: { subject: plain.subject ?? subject }, at: null };
}
