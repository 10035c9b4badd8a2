import type { Commitment } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { valueStatement } from './statement.ts';
import { selectCommitments } from './tables/commitment.ts';
import { selectContacts } from './tables/contact.ts';

/** How many rows are in memory at once. */
const BATCH = 500;

const AMONG = 'WHERE uid IN (SELECT value FROM json_each(?))';

/** Which rows are read: of all clients, or what concerns one (by uid); ever, or since an instant. */
export interface BatchFilter {
  readonly client: string | null;
  readonly since: Instant | null;
}

/** Commitments that were asked or promised since, by number, closed ones too; only their uids are in memory at once. */
export function* readEveryCommitment(db: Db, { client, since }: BatchFilter): Generator<Commitment> {
  const uids = valueStatement(
    db,
    `SELECT uid FROM commitment WHERE created_at >= @since
       AND (@client IS NULL OR uid IN (SELECT uid FROM commitment WHERE client = @client
                                       UNION SELECT uid FROM commitment WHERE who = @client))
     ORDER BY number`,
  ).all({ client, since: since ?? '' }) as string[];
  yield* readInBatches(uids, (batch) => selectCommitments(db, AMONG, batch));
}

/** Contacts that took place since, earliest first. */
export function* readEveryContact(db: Db, { client, since }: BatchFilter): Generator<Contact> {
  const uids = valueStatement(
    db,
    `SELECT uid FROM contact WHERE at >= @since AND (@client IS NULL OR client = @client) ORDER BY at, uid`,
  ).all({ client, since: since ?? '' }) as string[];
  yield* readInBatches(uids, (batch) => selectContacts(db, AMONG, batch));
}

/** Reads things by their uids, a batch at a time, in the order of the uids. */
function* readInBatches<T extends { readonly uid: string }>(
  uids: readonly string[],
  read: (batch: string) => readonly T[],
): Generator<T> {
  for (let begin = 0; begin < uids.length; begin += BATCH) {
    const batch = uids.slice(begin, begin + BATCH);
    const things = new Map(read(JSON.stringify(batch)).map((thing) => [thing.uid, thing]));
    yield* batch.flatMap((uid) => things.get(uid) ?? []);
  }
}
