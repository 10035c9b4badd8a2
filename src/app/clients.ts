import { Refusal } from '../domain/base/refusal.ts';
import { refuseMatch } from '../domain/decisions/mention-clients.ts';
import type { Client } from '../domain/streams/client.ts';
import { lookUpClient } from '../domain/streams/match-client.ts';
import type { Db } from '../store/db.ts';
import { readClients } from '../store/queries.ts';

/** The client that a name means; null if there is none, or more than one. */
export function knownClient(db: Db, name: string): Client | null {
  const match = lookUpClient(name, readClients(db));
  return 'found' in match ? match.found : null;
}

/** The client with a uid, as it is now; null if there is none. */
export function clientWithUid(db: Db, uid: string): Client | null {
  return readClients(db).find((client) => client.uid === uid) ?? null;
}

/** The client that a name means. Throws a Refusal, of kind `missing` if there is none. */
export function findClient(db: Db, name: string): Client {
  const match = lookUpClient(name, readClients(db));
  if ('found' in match) return match.found;
  const near = 'near' in match ? match.near.map((client) => client.name) : [];
  if ('ambiguous' in match) throw refuseMatch(name, match);
  throw new Refusal(
    'no-such-client',
    `There is no client "${name}".`,
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'See: followup client',
    'missing',
  );
}
