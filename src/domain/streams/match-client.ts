import { nearWords } from '../base/edit-distance.ts';
import type { Client } from './client.ts';
import type { Person } from './events.ts';
import { beginnings, isSameName, keyOf, markOf } from './names.ts';

/**
 * The person that a full name or a first word identifies at a client; undefined if nobody, or more than one,
 * goes by it.
 */
export function findPerson({ people }: Client, name: string): Person | undefined {
  const same = people.find((person) => isSameName(person.name, name));
  const [begun, ...more] = people.filter((person) => beginnings(person.name).includes(keyOf(name)));
  return same ?? (more.length === 0 ? begun : undefined);
}

/** The client with a name, now or formerly. */
export function findByFullName(name: string, clients: readonly Client[]): Client | undefined {
  return (
    clients.find((client) => isSameName(client.name, name)) ??
    clients.find(({ otherNames }) => otherNames.some((other) => isSameName(other.name, name)))
  );
}

/** What a typed name can mean. */
export type ClientMatch =
  | { readonly found: Client }
  | { readonly ambiguous: readonly Client[] }
  | { readonly near: readonly Client[] }
  | { readonly unknown: true };

/**
 * Finds the client that a name means. Letter case, spaces and dashes do not matter, and former names still
 * work. A unique beginning of a name (whole words, three letters or more) also identifies the client, and so
 * does the name of somebody who works there. A name one or two slips away is `near`, and has to be confirmed.
 */
export function matchClient(name: string, clients: readonly Client[]): ClientMatch {
  const key = keyOf(name);
  const same = findByFullName(name, clients);
  if (same) return { found: same };

  const beginning = clients.filter(({ name: currentName, otherNames }) =>
    [currentName, ...otherNames.map((other) => other.name)].some((candidate) =>
      beginnings(candidate).includes(key),
    ),
  );
  if ([...key].length >= 3 && beginning.length > 0) return oneOf(beginning);
  // A first name counts only if it has three letters or more; a full name always does.
  const employers = clients.filter((client) => {
    const person = findPerson(client, name);
    return person && ([...key].length >= 3 || isSameName(person.name, name));
  });
  if (employers.length > 0) return oneOf(employers);
  const near = clients.filter(
    (client) =>
      markOf(client.name) === markOf(name) &&
      nearWords(key, [keyOf(client.name), ...beginnings(client.name)]).length > 0,
  );
  return near.length > 0 ? { near } : { unknown: true };
}

function oneOf(clients: readonly Client[]): ClientMatch {
  const [found, ...others] = clients;
  return found && others.length === 0 ? { found } : { ambiguous: clients };
}
