import type { Contact } from '../domain/streams/contact.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { readUndone } from './journal.ts';
import { valueStatement } from './statement.ts';
import { selectContacts } from './tables/contact.ts';

const HAS_ID = `type IN ('ContactRecorded', 'SentCopyFound') AND json_extract(payload, '$.messageId')`;

/** Finds a message in the journal by its Message-ID, also if its operation was undone. */
export const MESSAGE_INDEX = `
CREATE INDEX event_message ON event (json_extract(payload, '$.messageId')) WHERE ${HAS_ID} IS NOT NULL;
`;

/** Whether a message was taken in before: it stands in the record, or was taken back by undo; null if it never was. */
export function findTakenMessage(db: Db, messageId: string): 'recorded' | 'taken-back' | null {
  const operations = valueStatement(db, `SELECT operation FROM event WHERE ${HAS_ID} = ?`).all(messageId);
  if (operations.length === 0) return null;
  const undone = readUndone(db);
  return operations.some((operation) => !undone.has(operation as string)) ? 'recorded' : 'taken-back';
}

/** The contact that a message with this Message-ID was recorded as; null if there is none, or it was undone. */
export function readContactOfMessage(db: Db, messageId: string): Contact | null {
  return selectContacts(db, 'WHERE message_id = ? LIMIT 1', messageId)[0] ?? null;
}

/** A contact by its uid; null if it was undone. */
export function readContact(db: Db, uid: string): Contact | null {
  return selectContacts(db, 'WHERE uid = ?', uid)[0] ?? null;
}

/** The last contacts in the thread of messages that began with this one, latest first. */
export function readThread(db: Db, messageId: string, most: number): Contact[] {
  return selectContacts(db, 'WHERE thread = ? ORDER BY at DESC LIMIT ?', messageId, most);
}

/** The last message to or from a client that was about a commitment, or opened it; null if there is none. */
export function readLastMessageAbout(db: Db, client: string, commitment: string): Contact | null {
  return (
    selectContacts(
      db,
      `WHERE client = ? AND message_id IS NOT NULL AND (about = ? OR opened = ?) ORDER BY at DESC LIMIT 1`,
      client,
      commitment,
      commitment,
    )[0] ?? null
  );
}

/** The words of a contact that was sent from a draft, as its sent copy has them if that was found; null if it was sent from none. */
export function readTextSent(db: Db, contact: string): string | null {
  return selectContacts(db, 'WHERE uid = ? AND draft IS NOT NULL', contact)[0]?.text ?? null;
}

/** What I sent to a client from drafts, from one instant to another, without knowing yet what the messages are known by. */
export function readSentWithoutId(db: Db, client: string, from: Instant, to: Instant): Contact[] {
  return selectContacts(
    db,
    `WHERE client = ? AND direction = 'out' AND at BETWEEN ? AND ? AND draft IS NOT NULL AND message_id IS NULL`,
    client,
    from,
    to,
  );
}

/** The contact that a draft became once it was sent; null if it was not. */
export function readContactOfDraft(db: Db, draft: string): Contact | null {
  return selectContacts(db, 'WHERE draft = ? LIMIT 1', draft)[0] ?? null;
}
