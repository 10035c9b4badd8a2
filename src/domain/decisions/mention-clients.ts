import { type Refusal, refuse } from '../base/refusal.ts';
import { type Client, newClient } from '../streams/client.ts';
import type { Change, Person } from '../streams/events.ts';
import { type ClientMatch, matchClient } from '../streams/match-client.ts';
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

/** Whether words name nobody: "I", "you", "they". What was approved was approved by somebody with a name. */
export function namesNobody(name: string): boolean {
  return /^(?:i|me|myself|you|we|us|he|she|they|them|it|who|somebody|someone|anybody|nobody|client)$/i.test(
    name,
  );
}

/** The clients mentioned, by uid, and the person that each was named by (undefined: by none). */
export interface Mentioned {
  readonly uids: readonly string[];
  readonly people: readonly (Person | undefined)[];
  /** The facts that create the new ones. */
  readonly changes: readonly Change[];
}

/**
 * Finds the clients mentioned, and creates the new ones. Refused if a name may be a slip or the beginning of a
 * known one, or stands for several.
 */
export function mentionClients(
  mentions: readonly ClientMention[],
  at: Instant,
  situation: Situation,
): Mentioned | Refusal {
  const uids: string[] = [];
  const people: (Person | undefined)[] = [];
  const changes: Change[] = [];
  const added: Client[] = [];
  for (const { name, isNew } of mentions) {
    const match = matchClient(name, [...situation.clientsLike(name), ...added]);
    // A new client may have a name that is part of a known one, but not the same name.
    const isKnown = 'found' in match && (!isNew || isSameName(match.found.name, name));
    people.push(isKnown ? match.person : undefined);
    if (isKnown) {
      if (!uids.includes(match.found.uid)) changes.push(...wakeClient(match.found, at));
      uids.push(match.found.uid);
    } else if ('found' in match || 'unknown' in match || isNew) {
      const uid = situation.newId();
      added.push(newClient(uid, name, at));
      uids.push(uid);
      changes.push({ stream: { kind: 'client', uid }, event: { type: 'ClientAdded', name, at } });
    } else {
      return refuseMatch(name, match);
    }
  }
  return { uids, people, changes };
}

/** What a word or a commitment means for a client: that they are no longer retired. */
export function wakeClient({ uid, retiredAt }: Client, at: Instant): Change[] {
  if (retiredAt === null) return [];
  return [{ stream: { kind: 'client', uid }, event: { type: 'ClientReturned', at } }];
}

/** The same for a client by uid; nothing if there is none any more. */
export function wakeKnown(uid: string, at: Instant, { clients }: Pick<Situation, 'clients'>): Change[] {
  const client = clients.find((each) => each.uid === uid);
  return client ? wakeClient(client, at) : [];
}

/** The clients that an unclear name may mean; none if it is clear, or means nobody. */
export function candidatesIn(match: ClientMatch): readonly Client[] {
  if ('ambiguous' in match) return match.ambiguous;
  if ('begun' in match) return match.begun;
  return 'near' in match ? match.near : [];
}

/** The refusal of a name that could mean several clients, or is nearly the name of one. */
export function refuseMatch(name: string, match: ClientMatch): Refusal {
  const names = candidatesIn(match)
    .map((client) => client.name)
    .join(', ');
  return !('ambiguous' in match)
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
