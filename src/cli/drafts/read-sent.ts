import { messageFields } from '../../app/take-in-message.ts';
import { orThrow, Refusal } from '../../domain/base/refusal.ts';
import { acceptText } from '../../domain/base/text.ts';
import { saidAt, wordsOf } from '../../domain/mail/message.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { headOf, MOST_BYTES_OF_MESSAGE } from '../../input/mail/bounded-message.ts';
import { decodeText } from '../../system/decode-text.ts';
import { readBytes } from '../../system/read-bytes.ts';
import { readMessageText } from '../../views/drafts/message.ts';
import { placedRefusal } from '../../views/words/mail.ts';
import type { Session } from '../run/session/session.ts';
import type { SentText } from './record-sent.ts';

/** The words that were sent, and when, if the text says so itself. */
export interface ReadSent extends SentText {
  readonly at: Instant | null;
}

/** Fields that stand in the header of a message and that nobody types above a text. */
const OF_A_MAIL = /^(?:Message-ID|MIME-Version|Received|X-Unsent):/im;

/**
 * Reads what was really sent, from a file or (`-`) from standard input: the text, or the message as a mail program keeps it.
 * `subject` is that of the draft, where the text has none. Throws a Refusal.
 */
export async function readSent({ io, now }: Session, from: string, subject: string): Promise<ReadSent> {
  const most = () => MOST_BYTES_OF_MESSAGE;
  const bytes = from === '-' ? await io.stdin.readBytes(most) : readBytes(from, most);
  if (OF_A_MAIL.test(Buffer.from(headOf(bytes)).toString('latin1'))) {
    return readMail(bytes, now).catch((error: unknown) => {
      const place = from === '-' ? 'standard input' : from;
      throw error instanceof Refusal ? placedRefusal({ place, refusal: error }) : error;
    });
  }
  const plain = readMessageText(decodeText(bytes)?.text ?? bytes.toString('utf8'));
  return { text: acceptText(plain.text, 'words'), message: { subject: plain.subject ?? subject }, at: null };
}

async function readMail(bytes: Buffer, now: Instant): Promise<ReadSent> {
  const { parseHead, parseMessage } = await import('../../input/mail/parse-message.ts');
  const { id, sentAt } = orThrow(await parseHead(bytes));
  const message = orThrow(await parseMessage(bytes));
  const fields = messageFields(message);
  const { messageId: _, ...unsent } = fields;
  return {
    text: wordsOf(message),
    // A draft that was saved is known by no Message-ID yet.
    message: id === null ? unsent : fields,
    at: sentAt === null ? null : saidAt(message, now).at,
  };
}
