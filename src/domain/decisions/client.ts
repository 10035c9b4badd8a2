import { defined } from '../base/defined.ts';
import { type Refusal, refuse } from '../base/refusal.ts';
import type { Client } from '../streams/client.ts';
import type { Change, ClientEvent, Person } from '../streams/events.ts';
import { findPerson } from '../streams/match-client.ts';
import { isSameName } from '../streams/names.ts';
import type { Cadence } from '../time/cadence.ts';
import type { Instant } from '../time/moment.ts';
import { type Decision, type Saying, together } from './decision.ts';
import { reassign } from './reassign.ts';
import type { Situation } from './situation.ts';

export interface ClientInput extends Saying {
  readonly client: Client;
  readonly name?: string | undefined;
  /** IANA name of the zone they live in; null removes it, undefined leaves it. */
  readonly zone?: string | null | undefined;
  /** How often to be in touch even with nothing open; null removes it. */
  readonly keepInTouch?: Cadence | null | undefined;
  /** Settings for this client alone, by key; null removes one. */
  readonly settings?: Readonly<Record<string, string | null>> | undefined;
  readonly person?: Person | undefined;
  /** The name of somebody who no longer works there. */
  readonly gone?: string | undefined;
  /** Something to know before the next call. */
  readonly remember?: string | undefined;
  /** A remembered fact that is no longer true: its beginning, or its number from 1. */
  readonly outdated?: string | undefined;
  /** The client that turned out to be the same one. */
  readonly merge?: Client | undefined;
}

/** Corrects a client's details. What is already so is not recorded again. */
export function decideClient(_about: unknown, input: ClientInput, situation: Situation): Decision {
  const client = situation.clients.find(({ uid }) => uid === input.client.uid);
  if (!client) return refuseMissing(input.client);
  return together(
    changeDetails(client, input, situation),
    changePeople(client, input),
    changeFacts(client, input),
    merge(client, input, situation),
  );
}

/** Facts on the stream of a client. */
function onClient({ uid }: Client, ...events: readonly ClientEvent[]): Change[] {
  return events.map((event) => ({ stream: { kind: 'client', uid }, event }));
}

function changeDetails(client: Client, input: ClientInput, situation: Situation): Decision {
  const { name, zone, keepInTouch, settings = {}, at } = input;
  const namesake = name === undefined ? undefined : findNamesake(client, name, situation);
  if (namesake) {
    return refuse(
      'name-taken',
      `There is already a client ${namesake.name}.`,
      `If they are the same: followup client "${client.name}" --merge "${namesake.name}"`,
    );
  }
  const changed = Object.entries(settings).filter(([key, value]) => (client.settings[key] ?? null) !== value);
  const details = defined({
    name: name === client.name ? undefined : name,
    zone: zone === client.zone ? undefined : zone,
    keepInTouch: keepInTouch?.rrule === client.keepInTouch?.rrule ? undefined : keepInTouch,
    settings: changed.length > 0 ? Object.fromEntries(changed) : undefined,
  });
  return Object.keys(details).length > 0
    ? onClient(client, { type: 'ClientDetailsChanged', ...details, at })
    : [];
}

function findNamesake(client: Client, name: string, { clients }: Situation): Client | undefined {
  return clients.find((other) => other.uid !== client.uid && isSameName(other.name, name));
}

function changePeople(client: Client, { person, gone, at }: ClientInput): Decision {
  // The first name is enough for somebody already known.
  const name = person && (findPerson(client, person.name)?.name ?? person.name);
  const described = person && name ? onClient(client, { type: 'PersonDescribed', ...person, name, at }) : [];
  if (gone === undefined) return described;
  const left = findPerson(client, gone);
  return left
    ? [...described, ...onClient(client, { type: 'PersonLeft', name: left.name, at })]
    : refuse(
        'no-such-person',
        `Nobody at ${client.name} is known as "${gone}".`,
        `See: followup client "${client.name}"`,
      );
}

function changeFacts(client: Client, { remember, outdated, at }: ClientInput): Decision {
  const isKnown = client.facts.some(({ text }) => text === remember);
  const remembered =
    remember && !isKnown ? onClient(client, { type: 'FactRemembered', text: remember, at }) : [];
  if (outdated === undefined) return remembered;
  const beginning = outdated.trim().toLowerCase();
  const numbered = client.facts[Number(outdated) - 1];
  const facts = numbered
    ? [numbered]
    : client.facts.filter(({ text }) => beginning !== '' && text.toLowerCase().startsWith(beginning));
  const [fact] = facts;
  return fact && facts.length === 1
    ? [...remembered, ...onClient(client, { type: 'FactForgotten', text: fact.text, at })]
    : refuse(
        'no-such-fact',
        `${facts.length === 0 ? 'Nothing' : 'More than one thing'} that is remembered about ${client.name} begins with "${outdated}".`,
        `See: followup client "${client.name}"`,
      );
}

/** Gives everything of the other client to this one. Where both have a detail, this client's stays. */
function merge(client: Client, { merge: other, at }: ClientInput, situation: Situation): Decision {
  if (!other) return [];
  if (other.uid === client.uid) {
    return refuse('same-client', `${other.name} is already ${client.name}.`, 'Name the other one.');
  }
  const current = situation.clients.find(({ uid }) => uid === other.uid);
  if (!current) return refuseMissing(other);
  const into = client.uid;
  const adopted: ClientEvent[] = [
    ...[{ name: current.name, merged: current.uid }, ...current.otherNames].map(
      ({ name, merged }): ClientEvent => ({
        type: 'NameAdopted',
        name,
        ...(merged !== null && { merged }),
        at,
      }),
    ),
    ...fillDetails(client, current, at),
    ...current.people.map((person): ClientEvent => {
      const same = client.people.find(({ name }) => isSameName(name, person.name));
      return { type: 'PersonDescribed', ...person, ...same, at };
    }),
    ...current.facts.map(({ text, at: since }): ClientEvent => ({ type: 'FactRemembered', text, at: since })),
  ];
  return [
    ...onClient(client, ...adopted),
    ...reassign(current.uid, into, at, situation),
    ...onClient(current, { type: 'ClientMerged', name: current.name, into, at }),
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

function refuseMissing({ name }: Client): Refusal {
  return refuse('no-such-client', `There is no longer a client "${name}".`, 'See: followup client');
}
