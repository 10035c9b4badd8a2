import { countLetters, nearWords } from '../base/edit-distance.ts';
import type { Client } from './client.ts';
import type { Person } from './events.ts';
import { hasBeginning, hasWords, isSameName, keyOf, markOf, partsOf } from './names.ts';

/** What a typed name can mean. */
export type ClientMatch =
  /** A client; the person if the name is that of somebody who works there. */
  | { readonly found: Client; readonly person?: Person }
  | { readonly ambiguous: readonly Client[] }
  /** Names with a word that begins like this; it may be somebody new as well. */
  | { readonly begun: readonly Client[] }
  /** Names one or two slips away. */
  | { readonly near: readonly Client[] }
  | { readonly unknown: true };

/** The person at a client whose full name, address, or words of a name these are; undefined if that is not one person. */
export function findPerson({ people }: Client, name: string): Person | undefined {
  const whole = people.find(isPerson(name));
  const [named, ...more] = people.filter((person) => hasWords(person.name, name));
  return whole ?? (more.length === 0 ? named : undefined);
}

/** Whether this is the full name of a client, now or formerly. */
export function goesBy({ name, otherNames }: Client, typed: string): boolean {
  return isSameName(name, typed) || otherNames.some((other) => isSameName(other.name, typed));
}

function isPerson(name: string): (person: Person) => boolean {
  const address = name.trim().toLowerCase();
  return ({ name: known, email = '', otherEmails = [] }) =>
    isSameName(known, name) || [email, ...otherEmails].some((each) => each.toLowerCase() === address);
}

/** A way in which a name can mean a client. */
interface Way {
  readonly as: 'found' | 'begun' | 'near';
  readonly fits: (client: Client, name: string) => boolean;
  /** Whether the name is that of a person. */
  readonly ofPerson?: true;
}

/** The ways to mean a client, the plainest first. */
const WAYS: readonly Way[] = [
  { as: 'found', fits: (client, name) => client.name === name },
  { as: 'found', fits: (client, name) => isSameName(client.name, name) },
  { as: 'found', fits: goesBy },
  { as: 'found', fits: (client, name) => client.people.some(isPerson(name)), ofPerson: true },
  { as: 'found', fits: (client, name) => anyName(client, (known) => hasWords(known, name)) },
  { as: 'found', fits: (client, name) => findPerson(client, name) !== undefined, ofPerson: true },
  { as: 'begun', fits: (client, name) => anyName(client, (known) => hasBeginning(known, name)) },
  { as: 'begun', fits: ({ people }, name) => people.some((person) => hasBeginning(person.name, name)) },
  { as: 'near', fits: (client, name) => isNear(client.name, name) },
];

/**
 * Finds the client that a name means: its full name, now or formerly; the full name or the address of somebody
 * who works there; words that stand in no other name. The beginning of a word, and a slip, have to be confirmed
 * where something is recorded. A client who is retired is meant if no other can be.
 */
export function matchClient(name: string, clients: readonly Client[]): ClientMatch {
  for (const { as, fits, ofPerson } of WAYS) {
    const fitting = clients.filter((client) => fits(client, name));
    const active = fitting.filter(({ retiredAt }) => retiredAt === null);
    const candidates = active.length > 0 ? active : fitting;
    const [found, ...others] = candidates;
    if (!found) continue;
    if (as === 'begun') return { begun: candidates };
    if (as === 'near') return { near: candidates };
    if (others.length > 0) return { ambiguous: candidates };
    const person = ofPerson && findPerson(found, name);
    return { found, ...(person && { person }) };
  }
  return { unknown: true };
}

/** Like `matchClient`, for something to look up: there the beginning of a word is enough if only one name has it. */
export function lookUpClient(
  name: string,
  clients: readonly Client[],
): Exclude<ClientMatch, { begun: unknown }> {
  const match = matchClient(name, clients);
  if (!('begun' in match)) return match;
  const [found, ...others] = match.begun;
  return found && others.length === 0 ? { found } : { ambiguous: match.begun };
}

function anyName({ name, otherNames }: Client, fits: (name: string) => boolean): boolean {
  return fits(name) || otherNames.some((other) => fits(other.name));
}

/** Whether a name may be a slip. Those of three letters are too short to say. */
function isNear(known: string, name: string): boolean {
  const key = keyOf(name);
  if (countLetters(key) <= SHORT || markOf(known) !== markOf(name)) return false;
  const parts = partsOf(known).filter((part) => countLetters(part) > SHORT);
  return nearWords(key, parts).length > 0;
}

const SHORT = 3;
