import { nearWords } from '../base/edit-distance.ts';
import type { Cadence } from '../time/cadence.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { type ClientEvent, ignoreUnknown, type Person } from './events.ts';

/** What a client was called before; or how somebody was called who was merged into it, and the uid of that one. */
export interface OtherName {
  readonly name: string;
  readonly merged: string | null;
}

/** Something that matters to a client, and since when it is known. */
export interface Fact {
  readonly text: string;
  readonly at: Instant;
}

/** A person or organisation that I deal with. */
export interface Client {
  readonly uid: string;
  readonly name: string;
  readonly addedAt: Instant;
  /** IANA name of the zone that they live in; null where it is not known. */
  readonly zone: string | null;
  /** Other names that mean this client. */
  readonly otherNames: readonly OtherName[];
  /** Who works there. */
  readonly people: readonly Person[];
  /** What to remember about them, the oldest first. */
  readonly facts: readonly Fact[];
  /** How often they are to hear from me even with nothing open. */
  readonly keepInTouch: Cadence | null;
  /** When I mean to give them a word, and when I said so to myself. */
  readonly nextWord: Moment | null;
  readonly nextWordPlannedAt: Instant | null;
  /** Settings that hold for them alone, by key, as they were typed. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A client of whom nothing is known but the name. */
export function newClient(uid: string, name: string, addedAt: Instant): Client {
  return {
    uid,
    name,
    addedAt,
    zone: null,
    otherNames: [],
    people: [],
    facts: [],
    keepInTouch: null,
    nextWord: null,
    nextWordPlannedAt: null,
    settings: {},
  };
}

/** The next state of a client after one fact; null once they are merged into another. Never throws. */
export function evolveClient(state: Client | null, event: ClientEvent, uid: string): Client | null {
  if (event.type === 'ClientAdded') return newClient(uid, event.name, event.at);
  if (state === null) return null;
  switch (event.type) {
    case 'ClientDetailsChanged':
      return changeDetails(state, event);
    case 'PersonDescribed': {
      const { type: _type, at: _at, via: _via, ...person } = event;
      const known = state.people.find(({ name }) => isSameName(name, person.name));
      const others = state.people.filter((each) => each !== known);
      return { ...state, people: [...others, { ...known, ...person }] };
    }
    case 'PersonLeft':
      return { ...state, people: state.people.filter(({ name }) => !isSameName(name, event.name)) };
    case 'FactRemembered': {
      // Remembered again, perhaps on another device, it is the same.
      const isKnown = state.facts.some(({ text }) => text === event.text);
      return isKnown ? state : { ...state, facts: [...state.facts, { text: event.text, at: event.at }] };
    }
    case 'FactForgotten':
      return { ...state, facts: state.facts.filter(({ text }) => text !== event.text) };
    case 'WordPlanned':
      return { ...state, nextWord: event.next, nextWordPlannedAt: event.at };
    case 'NameAdopted': {
      const { name, merged = null } = event;
      const isKnown = state.otherNames.some((other) => other.name === name && other.merged === merged);
      return isKnown ? state : { ...state, otherNames: [...state.otherNames, { name, merged }] };
    }
    case 'ClientMerged':
      return null;
    default:
      return ignoreUnknown(event, state);
  }
}

function changeDetails(
  state: Client,
  { name, zone, keepInTouch, settings = {} }: Extract<ClientEvent, { type: 'ClientDetailsChanged' }>,
): Client {
  const changed = Object.entries({ ...state.settings, ...settings });
  return {
    ...state,
    ...(name !== undefined && {
      name,
      otherNames: [...state.otherNames, { name: state.name, merged: null }],
    }),
    ...(zone !== undefined && { zone }),
    ...(keepInTouch !== undefined && { keepInTouch }),
    settings: Object.fromEntries(changed.filter((entry): entry is [string, string] => entry[1] !== null)),
  };
}

/** The person of a client whom a name, or the first word of one, means; undefined when there is none, or more than one. */
export function findPerson({ people }: Client, name: string): Person | undefined {
  const same = people.find((person) => isSameName(person.name, name));
  const [begun, ...more] = people.filter((person) => beginnings(person.name).includes(keyOf(name)));
  return same ?? (more.length === 0 ? begun : undefined);
}

/** What a typed name can mean among the known clients. */
export type ClientMatch =
  | { readonly found: Client }
  | { readonly ambiguous: readonly Client[] }
  | { readonly near: readonly Client[] }
  | { readonly unknown: true };

/**
 * Finds the client that a name means. Letter case, spaces and dashes do not matter; a name that a client had before means
 * it still; the unique beginning of a name (three letters or more, whole words) is that client, and so is the name
 * of somebody who works there; a name one or two slips away is `near`, to be asked about.
 */
export function matchClient(name: string, clients: readonly Client[]): ClientMatch {
  const wanted = keyOf(name);
  const same =
    clients.find((client) => isSameName(client.name, name)) ??
    clients.find(({ otherNames }) => otherNames.some((other) => isSameName(other.name, name)));
  if (same) return { found: same };

  const beginning = clients.filter(({ name: own, otherNames }) =>
    [own, ...otherNames.map((other) => other.name)].some((each) => beginnings(each).includes(wanted)),
  );
  if ([...wanted].length >= 3 && beginning.length > 0) {
    return beginning.length === 1 && beginning[0] ? { found: beginning[0] } : { ambiguous: beginning };
  }
  // A first name stands for somebody only if it is long enough to be told from others.
  const employers = clients.filter((client) => {
    const person = findPerson(client, name);
    return person && ([...wanted].length >= 3 || isSameName(person.name, name));
  });
  if (employers.length > 0) {
    return employers.length === 1 && employers[0] ? { found: employers[0] } : { ambiguous: employers };
  }
  const near = clients.filter(
    (client) =>
      markOf(client.name) === markOf(name) &&
      nearWords(wanted, [keyOf(client.name), ...beginnings(client.name)]).length > 0,
  );
  return near.length > 0 ? { near } : { unknown: true };
}

/** Whether two names differ at most in what does not matter in a name. */
export function isSameName(a: string, b: string): boolean {
  return keyOf(a) === keyOf(b);
}

/** The numbers and single letters in a name. They tell names apart on purpose: "Store 7" is no slip for "Store 8". */
function markOf(name: string): string {
  return (name.normalize('NFKC').match(/\d+|(?<!\p{L})\p{L}(?!\p{L})/gu) ?? []).join(' ').toLowerCase();
}

/** A name without what does not matter in it: letter case, width, spaces, dashes and underscores; & is "and". */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s&\s/g, ' and ')
    .replace(/[\s\-_\u2010-\u2015]+/gu, '');
}

/** The keys of the first word of a name, of its first two words, and so on, short of the whole. */
function beginnings(name: string): string[] {
  const words = name.trim().split(/[\s\-_\u2010-\u2015]+/u);
  return words.slice(0, -1).map((_, index) => keyOf(words.slice(0, index + 1).join('')));
}
