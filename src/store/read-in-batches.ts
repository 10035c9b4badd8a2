import type { Commitment } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import type { CommitmentEvent } from '../domain/streams/events.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { type JournalEntry, readEffectiveByTime } from './journal.ts';
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

/** What was said with a verb about a commitment: the event, and the commitment as it is now. */
export interface SaidWithVerb {
  readonly event: CommitmentEvent;
  readonly commitment: Commitment;
}

/** Events of some types on commitments, what was undone left out, earliest first: what was said since, to the client or by them. */
export function* readEverySaid(
  db: Db,
  types: readonly CommitmentEvent['type'][],
  { client, since }: BatchFilter,
): Generator<SaidWithVerb> {
  const isWanted = `payload ->> 'at' >= @since AND EXISTS (SELECT 1 FROM commitment
    WHERE commitment.uid = event.stream AND counterpart IS NOT NULL AND (@client IS NULL OR counterpart = @client))`;
  const values = { client, since: since ?? '' };
  let batch: JournalEntry<'commitment'>[] = [];
  for (const entry of readEffectiveByTime(db, 'commitment', types, isWanted, values)) {
    batch.push(entry);
    if (batch.length < BATCH) continue;
    yield* withCommitments(db, batch);
    batch = [];
  }
  yield* withCommitments(db, batch);
}

/** Whether a message about a commitment, of a direction, is among the contacts that was written at an instant. */
export function hasMessageOf(
  db: Db,
  { uid, client, who }: Commitment,
  { at, direction }: Pick<Contact, 'at' | 'direction'>,
): boolean {
  const found = valueStatement(
    db,
    `SELECT 1 FROM contact WHERE client = ? AND at = ? AND direction = ? AND message_id IS NOT NULL
       AND ? IN (about, opened, joined) LIMIT 1`,
  ).get(who ?? client, at, direction, uid);
  return found !== undefined;
}

function withCommitments(db: Db, batch: readonly JournalEntry<'commitment'>[]): SaidWithVerb[] {
  const uids = JSON.stringify([...new Set(batch.map(({ stream }) => stream.uid))]);
  const commitments = new Map(selectCommitments(db, AMONG, uids).map((each) => [each.uid, each]));
  return batch.flatMap(({ stream, event }) => {
    const commitment = commitments.get(stream.uid);
    return commitment ? [{ event, commitment }] : [];
  });
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
