import { defined } from '../base/defined.ts';
import { type Refusal, refuse } from '../base/refusal.ts';
import { addressesOf, type Client, type Fact } from '../streams/client.ts';
import type { Change, ClientEvent, GivenWay, Person } from '../streams/events.ts';
import { isSameName } from '../streams/names.ts';
import type { Instant } from '../time/moment.ts';
import type { Decision } from './decision.ts';
import { wakeClient } from './mention-clients.ts';
import { reassign } from './reassign.ts';
import type { Situation } from './situation.ts';

/** Facts on the stream of a client. */
export function onClient({ uid }: Client, ...events: readonly ClientEvent[]): Change[] {
  return events.map((event) => ({ stream: { kind: 'client', uid }, event }));
}

/**
 * Gives everything of the other client to this one. Where both have a detail of which there can be only one,
 * this client's stays, and the other is kept in the fact of the merge.
 */
export function mergeClient(client: Client, named: Client, at: Instant, situation: Situation): Decision {
  if (named.uid === client.uid) {
    return refuse('same-client', `${named.name} is already ${client.name}.`, 'Name the other one.');
  }
  const other = situation.clients.find(({ uid }) => uid === named.uid);
  if (!other) return refuseMissing(named);
  const into = client.uid;
  const adopted: ClientEvent[] = [
    ...[{ name: other.name, merged: other.uid }, ...other.otherNames].map(
      ({ name, merged }): ClientEvent => ({
        type: 'NameAdopted',
        name,
        ...(merged !== null && { merged }),
        at,
      }),
    ),
    ...fillDetails(client, other, at),
    ...other.people.map((person): ClientEvent => {
      const same = client.people.find(({ name }) => isSameName(name, person.name));
      return { type: 'PersonDescribed', ...(same ? unite(same, person) : person), at };
    }),
    ...other.facts.flatMap((fact) => adoptFact(fact, client)),
  ];
  const gaveWay = lostDetails(client, other);
  return [
    ...(other.retiredAt === null ? wakeClient(client, at) : []),
    ...onClient(client, ...adopted),
    ...reassign(other.uid, into, at, situation),
    ...onClient(other, {
      type: 'ClientMerged',
      name: other.name,
      into,
      ...(Object.keys(gaveWay).length > 0 && { gaveWay }),
      at,
    }),
  ];
}

/** What is remembered about the other client, with its day, unless this one has a day of its own for it. */
function adoptFact({ text, at, dated, seenDay }: Fact, client: Client): ClientEvent[] {
  const own = client.facts.find((fact) => fact.text === text)?.dated ?? null;
  const adopted = own === null ? dated : null;
  return [
    { type: 'FactRemembered', text, at, ...(adopted && { on: adopted }) },
    ...(adopted && seenDay !== null ? [{ type: 'FactSeen' as const, text, day: seenDay, at }] : []),
  ];
}

/** The details that the other client has and this one lacks. */
function fillDetails(client: Client, other: Client, at: Instant): ClientEvent[] {
  const missing = Object.entries(other.settings).filter(([key]) => client.settings[key] === undefined);
  const details = defined({
    zone: client.zone === null ? (other.zone ?? undefined) : undefined,
    keepInTouch: client.keepInTouch === null ? (other.keepInTouch ?? undefined) : undefined,
    settings: missing.length > 0 ? Object.fromEntries(missing) : undefined,
  });
  return Object.keys(details).length > 0 ? [{ type: 'ClientDetailsChanged', ...details, at }] : [];
}

/** The details of the other client that differ from those of this one. */
function lostDetails(client: Client, other: Client): GivenWay {
  const { zone, keepInTouch, settings, people } = client;
  const ownSettings = Object.entries(other.settings).filter(
    ([key, value]) => settings[key] !== undefined && settings[key] !== value,
  );
  const otherPeople = other.people.flatMap((person) => {
    const same = people.find(({ name }) => isSameName(name, person.name));
    const lost =
      same && defined({ role: differing(same.role, person.role), zone: differing(same.zone, person.zone) });
    return lost && Object.keys(lost).length > 0 ? [{ name: person.name, ...lost }] : [];
  });
  return defined({
    zone: differing(zone, other.zone) ?? undefined,
    keepInTouch:
      keepInTouch && other.keepInTouch?.rrule !== keepInTouch.rrule
        ? (other.keepInTouch ?? undefined)
        : undefined,
    settings: ownSettings.length > 0 ? Object.fromEntries(ownSettings) : undefined,
    people: otherPeople.length > 0 ? otherPeople : undefined,
  });
}

/** The other one of two details, if both are known and differ. */
function differing<T>(own: T, other: T): T | undefined {
  return own && other && own !== other ? other : undefined;
}

/** One person from what two clients know: all addresses, and of what else is known to both, the first. */
function unite(own: Person, other: Person): Person {
  const [email, ...otherEmails] = new Set([own, other].flatMap(addressesOf));
  return {
    ...other,
    ...own,
    ...(email !== undefined && { email }),
    ...(otherEmails.length > 0 && { otherEmails }),
  };
}

/** The refusal of a client who is gone. */
export function refuseMissing({ name }: Client): Refusal {
  return refuse('no-such-client', `There is no longer a client "${name}".`, 'See: followup client');
}
