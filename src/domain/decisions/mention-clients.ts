import { type Refusal, refuse } from '../base/refusal.ts';
import { type Client, newClient } from '../streams/client.ts';
import type { Change } from '../streams/events.ts';
import { matchClient } from '../streams/match-client.ts';
import { isSameName } from '../streams/names.ts';
import type { Instant } from '../time/moment.ts';
import type { Situation } from './situation.ts';

/** A client as it was typed; `isNew` when the user has said that it is nobody known. */
export interface ClientMention {
  readonly name: string;
  readonly isNew: boolean;
}

/** Whether somebody to whom a promise is made is the one who makes it. */
export function isMyself({ name, isNew }: ClientMention): boolean {
  return !isNew && /^(?:me|myself)$/i.test(name);
}

/**
 * The uids of the clients that were mentioned, with the facts that create those mentioned for the first time.
 * Refused when a name is a near miss of a known one, or the beginning of several.
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
    // Somebody new may well be called like the beginning of a known name, but not the same.
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

/** The refusal of a name that may mean one of several clients, or is a near miss of one. */
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
