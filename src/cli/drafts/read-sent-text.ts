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

/** Words that were sent, and when, if they say so themselves. */
export interface ReadSentText extends SentText {
  readonly at: Instant | null;
}

/**
 * The words that were sent, from a file or standard input (`-`): a message as a mail program saves it, or its text. `subject` is
 * that of the draft, where they have none. Throws a Refusal.
 */
export async function readSentText(session: Session, from: string, subject: string): Promise<ReadSentText> {
  const most = () => MOST_BYTES_OF_MESSAGE;
  const bytes = from === '-' ? await session.io.stdin.readBytes(most) : readBytes(from, most);
  if (isSavedMessage(bytes)) {
    try {
      return await readSavedMessage(bytes, session.now);
    } catch (error) {
      const place = from === '-' ? 'standard input' : from;
      throw error instanceof Refusal ? placedRefusal({ place, refusal: error }) : error;
    }
  }
  const typed = acceptText(decodeText(bytes)?.text ?? bytes.toString('utf8'), 'words');
  const { subject: its, text } = readMessageText(typed);
  return { text, message: { subject: its ?? subject }, at: null };
}

/** Fields that stand in the header of a message and that nobody types above a text. */
const OF_MESSAGE = /^(?:Message-ID|MIME-Version|X-Unsent):/im;

function isSavedMessage(bytes: Buffer): boolean {
  return OF_MESSAGE.test(Buffer.from(headOf(bytes)).toString('latin1'));
}

async function readSavedMessage(bytes: Buffer, now: Instant): Promise<ReadSentText> {
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
