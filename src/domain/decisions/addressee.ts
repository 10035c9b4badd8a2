import { Refusal, refuse } from '../base/refusal.ts';
import type { Client } from '../streams/client.ts';
import { type Commitment, counterpart } from '../streams/commitment.ts';
import type { Change } from '../streams/events.ts';
import type { Instant } from '../time/moment.ts';
import { refuseAnotherClient } from './guards.ts';
import { type ClientMention, mentionClients, wakeKnown } from './mention-clients.ts';
import type { Situation } from './situation.ts';

/** A client that need not be found by a name, because it is known. */
export type KnownClient = Pick<Client, 'uid' | 'name'>;

/** Who words were exchanged with, by uid, and what that changes about them. */
export interface Addressee {
  readonly uid: string;
  /** The name of the person that they were named by, if it was one. */
  readonly person: string | undefined;
  readonly changes: readonly Change[];
}

/**
 * Finds whom words were exchanged with: the client named, else whoever hears about the commitment that they are about. Refused if
 * that does not concern the client; `instead` says then how to say it.
 */
export function findAddressee(
  client: ClientMention | KnownClient | undefined,
  about: Commitment | null,
  at: Instant,
  situation: Situation,
  instead: (about: Commitment) => string,
): Addressee | Refusal {
  if (!client) return addresseeOf(about, at, situation);
  const addressee = 'uid' in client ? known(client.uid, at, situation) : mentioned(client, at, situation);
  if (addressee instanceof Refusal || about === null) return addressee;
  const { uid } = addressee;
  return refuseAnotherClient(about, { uid, name: client.name }, instead(about)) ?? addressee;
}

function mentioned(client: ClientMention, at: Instant, situation: Situation): Addressee | Refusal {
  const found = mentionClients([client], at, situation);
  if (found instanceof Refusal) return found;
  const [uid = ''] = found.uids;
  return { uid, person: found.people[0]?.name, changes: found.changes };
}

function known(uid: string, at: Instant, situation: Situation): Addressee {
  return { uid, person: undefined, changes: wakeKnown(uid, at, situation) };
}

function addresseeOf(about: Commitment | null, at: Instant, situation: Situation): Addressee | Refusal {
  const uid = about && counterpart(about);
  if (uid === null) {
    const why = about ? `${about.number} is for no client.` : 'Who was it with?';
    return refuse('client-missing', why, 'Name the client first.');
  }
  return known(uid, at, situation);
}
