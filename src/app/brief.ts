import type { Client } from '../domain/client.ts';
import { type Commitment, isOpen } from '../domain/commitment.ts';
import type { Contact } from '../domain/contact.ts';
import type { StoryEvent } from '../domain/events.ts';
import type { Instant } from '../domain/moment.ts';
import type { Db } from '../store/db.ts';
import { readStream, readUndone } from '../store/journal.ts';
import { readClientRecords, readCommitmentsOf, readContacts } from '../store/queries.ts';

/** What to know about a client while the phone rings. */
export interface Brief {
  readonly client: Client;
  /** The last word that I gave them, about anything. */
  readonly lastWordAt: Instant | null;
  readonly open: readonly Commitment[];
  readonly contacts: readonly Contact[];
}

/** How many of the last words a brief shows. */
const LAST_WORDS = 5;

/** Every client with what is open, in the order of their names. */
export function readBriefs(db: Db): Brief[] {
  return readClientRecords(db).map(({ client, lastWordAt }) => ({
    client,
    lastWordAt,
    open: readCommitmentsOf(db, client.uid).filter(isOpen),
    contacts: readContacts(db, client.uid, LAST_WORDS),
  }));
}

/** One event of a commitment, with whether it was undone. */
export interface StoryEntry {
  readonly event: StoryEvent;
  readonly operation: string;
  readonly recordedAt: Instant;
  readonly undone: boolean;
}

/** What happened to a commitment, in the order in which it was recorded. */
export function readStory(db: Db, uid: string): StoryEntry[] {
  const undone = readUndone(db);
  return readStream(db, { kind: 'commitment', uid }).flatMap(({ event, operation, recordedAt }) =>
    // What this machine calls it is not part of its story.
    event.type === 'NumberGiven'
      ? []
      : [{ event: event as StoryEvent, operation, recordedAt, undone: undone.has(operation) }],
  );
}
