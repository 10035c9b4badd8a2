import { type Refusal, refuse } from '../base/refusal.ts';
import { type Client, newClient } from '../streams/client.ts';
import type { Change } from '../streams/events.ts';
import { matchClient } from '../streams/match-client.ts';
import { isSameName } from '../streams/names.ts';
import type { Instant } from '../time/moment.ts';
import type { Situation } from './situation.ts';

/** A client as typed; `isNew` if the user has said that it is not an existing one. */
export interface ClientMention {
  readonly name: string;
  readonly isNew: boolean;
}

/** Whether the person to whom a promise is made is the one who makes it. */
export function isMyself({ name, isNew }: ClientMention): boolean {
  return !isNew && /^(?:me|myself)$/i.test(name);
}

/**
 * The uids of the clients mentioned, and the facts that create the new ones.
 * Refused if a name is close to a known one, or is the beginning of several.
 */
export function mentionClients(
  mentions: readonly ClientMention[],
  at: Instant,
  situation: Situation,
): { readonly uids: readonly string[]; readonly changes: readonly Change[] } | Refusal {
  const uids: string[] = [];
  const changes: Change[] = [];
  const clients: Client[] = [...situation.clients];
  for (const { name, isNew } of mentions) {
    const match = matchClient(name, clients);
    // A new client may have a name with which a known one begins, but not the same name.
    const isKnown = 'found' in match && (!isNew || isSameName(match.found.name, name));
    if (isKnown) {
      uids.push(match.found.uid);
    } else if ('found' in match || 'unknown' in match || isNew) {
      const uid = situation.newId();
      clients.push(newClient(uid, name, at));
      uids.push(uid);
      changes.push({ stream: { kind: 'client', uid }, event: { type: 'ClientAdded', name, at } });
    } else {
      return refuseMatch(name, match);
    }
  }
  return { uids, changes };
}

/** The refusal of a name that could mean several clients, or is close to the name of one. */
export function refuseMatch(
  name: string,
  match: { readonly ambiguous: readonly Client[] } | { readonly near: readonly Client[] },
): Refusal {
  const candidates = 'near' in match ? match.near : match.ambiguous;
  const names = candidates.map((client) => client.name).join(', ');
  return 'near' in match
    ? refuse(
        'client-near-miss',
        `There is no client "${name}", but there is ${names}.`,
        'Use that name, or add --new-client if this is someone else.',
      )
    : refuse(
        'client-ambiguous',
        `"${name}" may be ${names}.`,
        'Type more of the name, or the name of the client.',
      );
}
