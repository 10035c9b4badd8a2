import type { Cadence } from '../time/cadence.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { type ClientEvent, ignoreUnknown, type Person } from './events.ts';
import { isSameName } from './names.ts';

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

/** A word that I mean to give a client at a time, and when I planned it. */
export interface PlannedWord {
  readonly next: Moment;
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
  /** When I mean to give them a word, and when I planned it. */
  readonly plannedWord: PlannedWord | null;
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
    plannedWord: null,
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
      return { ...state, plannedWord: { next: event.next, at: event.at } };
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
