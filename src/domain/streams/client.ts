import { defined } from '../base/defined.ts';
import type { Cadence } from '../time/cadence.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { type Change, type ClientEvent, type FactDay, ignoreUnknown, type Person } from './events.ts';
import { isSameName } from './names.ts';
import { addSpent, NOTHING_SPENT, type Spent } from './spent.ts';

/**
 * A former name of the client (`merged` is null), or the name of a client that was merged into it, with that
 * client's uid.
 */
export interface OtherName {
  readonly name: string;
  readonly merged: string | null;
}

/** Something that matters to a client, and when it was noted. */
export interface Fact {
  readonly text: string;
  readonly at: Instant;
  /** The day that it is about. */
  readonly dated: FactDay | null;
  /** The last of its days (an ISO date) that I know to be near. */
  readonly seenDay: string | null;
}

/** When I mean to speak to a client next, and when I planned that. */
export interface PlannedWord {
  readonly next: Moment;
  readonly at: Instant;
}

/** A person or organisation that I deal with. What was spent on it is only what belongs to nothing else. */
export interface Client extends Spent {
  readonly uid: string;
  readonly name: string;
  readonly addedAt: Instant;
  /** IANA name of the zone they live in; null if unknown. */
  readonly zone: string | null;
  /** Other names that find this client. */
  readonly otherNames: readonly OtherName[];
  /** The people who work there. */
  readonly people: readonly Person[];
  /** What to remember about them, oldest first. */
  readonly facts: readonly Fact[];
  /** How often to be in touch even with nothing open. */
  readonly keepInTouch: Cadence | null;
  readonly plannedWord: PlannedWord | null;
  /** Since when nothing goes on with them; null if something does. The next word or commitment wakes them. */
  readonly retiredAt: Instant | null;
  /** Settings for this client alone: the values as typed, by key. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A client about whom only the name is known. */
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
    retiredAt: null,
    settings: {},
    ...NOTHING_SPENT,
  };
}

/** The names of the clients that changes create. */
export function newClientNames(changes: readonly Change[]): string[] {
  return changes.flatMap(({ event }) => (event.type === 'ClientAdded' ? [event.name] : []));
}

/** All addresses of somebody, the one to write to first. */
export function addressesOf({ email, otherEmails = [] }: Person): readonly string[] {
  return email === undefined ? otherEmails : [email, ...otherEmails];
}

/** Applies one event to a client; null once it is merged into another. Never throws. */
export function evolveClient(state: Client | null, event: ClientEvent, uid: string): Client | null {
  if (event.type === 'ClientAdded') return newClient(uid, event.name, event.at);
  if (state === null) return null;
  switch (event.type) {
    case 'ClientDetailsChanged':
      return changeDetails(state, event);
    case 'PersonDescribed': {
      const { name, email, otherEmails, role, zone } = event;
      const person = { name, ...defined({ email, otherEmails, role, zone }) };
      const isKnown = state.people.some((known) => isSameName(known.name, name));
      // Whoever is known keeps their place: the first is the one to write to.
      const people = state.people.map((known) =>
        isSameName(known.name, name) ? { ...known, ...person } : known,
      );
      return { ...state, people: isKnown ? people : [...people, person] };
    }
    case 'PersonLeft':
      return { ...state, people: state.people.filter(({ name }) => !isSameName(name, event.name)) };
    case 'FactRemembered': {
      const { text, at, on: dated = null } = event;
      // Remembering it twice, perhaps on two devices, changes nothing but its day.
      const isKnown = state.facts.some((fact) => fact.text === text);
      const facts = state.facts.map((fact) => (fact.text === text && dated ? { ...fact, dated } : fact));
      return { ...state, facts: isKnown ? facts : [...facts, { text, at, dated, seenDay: null }] };
    }
    case 'FactSeen': {
      const { text, day } = event;
      const facts = state.facts.map((fact) => (fact.text === text ? { ...fact, seenDay: day } : fact));
      return { ...state, facts };
    }
    case 'FactForgotten':
      return { ...state, facts: state.facts.filter(({ text }) => text !== event.text) };
    case 'WordPlanned':
      return { ...state, plannedWord: { next: event.next, at: event.at } };
    case 'ClientRetired':
      return { ...state, retiredAt: event.at };
    case 'ClientReturned':
      return { ...state, retiredAt: null };
    case 'NameAdopted': {
      const { name, merged = null } = event;
      const isKnown = state.otherNames.some((other) => other.name === name && other.merged === merged);
      return isKnown ? state : { ...state, otherNames: [...state.otherNames, { name, merged }] };
    }
    case 'SpentOnClient':
      return { ...state, ...addSpent(state, event.amount) };
    // When reports were made is read from the events themselves.
    case 'ReportMade':
      return state;
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
