import type { ClientRecord } from '../domain/attention.ts';
import type { Brief } from '../domain/brief.ts';
import type { Client } from '../domain/client.ts';
import { isPending } from '../domain/commitment.ts';
import type { Db } from '../store/db.ts';
import { readClientRecords, readCommitmentsOf, readContacts } from '../store/queries.ts';

/** How many of the last words a brief shows. */
const LAST_WORDS = 5;

/** Every client with what is open, in the order of their names. */
export function readBriefs(db: Db): Brief[] {
  return readClientRecords(db).map((record) => briefOf(db, record));
}

/** One client with what is open. */
export function readBrief(db: Db, client: Client): Brief {
  const record = readClientRecords(db).find(({ client: { uid } }) => uid === client.uid);
  return briefOf(db, record ?? { client, lastWordAt: null });
}

function briefOf(db: Db, { client, lastWordAt }: ClientRecord): Brief {
  return {
    client,
    lastWordAt,
    open: readCommitmentsOf(db, client.uid).filter(isPending),
    contacts: readContacts(db, client.uid, LAST_WORDS),
  };
}
