import type { SentEventType } from '../domain/advice/outgoing.ts';
import type { Stream } from '../domain/streams/events.ts';
import type { Db } from './db.ts';
import { type JournalEntry, readLastEvents } from './journal.ts';
import { valueStatement } from './statement.ts';

/** An event for the words of a contact and one for the commitment that they were about, and as many that were undone. */
const EVENTS_FOR_EACH = 4;

/**
 * The last events with words of mine to a client, latest first, enough for so many texts: those of the last contacts, and
 * of the commitments about which they heard last. Some may be undone.
 */
export function readLastSent(
  db: Db,
  client: string,
  types: readonly SentEventType[],
  most: number,
): JournalEntry[] {
  const contacts = "SELECT uid FROM contact WHERE client = ? AND direction = 'out' ORDER BY at DESC LIMIT ?";
  const commitments =
    'SELECT uid FROM commitment WHERE counterpart = ? AND last_word_at IS NOT NULL ORDER BY last_word_at DESC LIMIT ?';
  const streams = [
    ...uidsOf('contact', valueStatement(db, contacts).all(client, most)),
    ...uidsOf('commitment', valueStatement(db, commitments).all(client, most)),
  ];
  return readLastEvents(db, streams, types, EVENTS_FOR_EACH * most);
}

function uidsOf(kind: Stream['kind'], uids: readonly unknown[]): Stream[] {
  return uids.map((uid) => ({ kind, uid: uid as string }));
}
