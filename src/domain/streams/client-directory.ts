import { isWithin, slipsIn } from '../base/edit-distance.ts';
import { firstIndex } from '../base/first-index.ts';
import type { Client } from './client.ts';
import { matchClient } from './match-client.ts';
import { keyOf, keysOf, markOf, partsOf, restsOf, wordsOf } from './names.ts';

/** A text by which a client is found. */
interface Entry {
  readonly key: string;
  readonly client: Client;
}

/**
 * Clients by whatever a name can mean them by, so that a name is compared with a few of them instead of all. A client
 * that has changed needs a new directory.
 */
export class ClientDirectory {
  /** What each name has from one of its words on, in order. */
  private readonly rests: Entry[] = [];
  private readonly byWord = new Map<string, Set<Client>>();
  private readonly byAddress = new Map<string, Set<Client>>();
  /** By the segments of what may have been misspelt. */
  private readonly bySegment = new Map<string, Set<Entry>>();
  private readonly order = new Map<Client, number>();

  constructor(clients: readonly Client[]) {
    for (const client of clients) this.rests.push(...this.enter(client));
    this.rests.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Adds a client that is not in it. */
  add(client: Client): void {
    for (const rest of this.enter(client)) this.rests.splice(this.placeOf(rest.key), 0, rest);
  }

  /** The clients that a name can mean and perhaps others, in their order. Whatever it means is the same among them. */
  candidatesFor(name: string): Client[] {
    const plain = this.inOrder([
      ...(this.byAddress.get(addressOf(name)) ?? []),
      ...keysOf(name).flatMap((key) => this.beginningWith(key)),
      ...wordsOf(name).flatMap((words) => this.withAll(words)),
    ]);
    const match = matchClient(name, plain);
    return 'unknown' in match || 'near' in match ? this.inOrder([...plain, ...this.near(name)]) : plain;
  }

  /** Enters all but the rests of the names, which have an order, and returns those. */
  private enter(client: Client): Entry[] {
    const { name, otherNames, people } = client;
    this.order.set(client, this.order.size);
    const names = [name, ...otherNames.map((other) => other.name), ...people.map((person) => person.name)];
    for (const word of names.flatMap(wordsOf).flat()) addTo(this.byWord, word, client);
    for (const { email = '', otherEmails = [] } of people) {
      for (const address of [email, ...otherEmails]) addTo(this.byAddress, addressOf(address), client);
    }
    for (const key of partsOf(name)) {
      const part = { key, client };
      const letters = [...key];
      for (const [index, { start, end }] of segmentsOf(letters.length).entries()) {
        const segment = letters.slice(start, end).join('');
        addTo(this.bySegment, segmentKey(name, letters.length, index, segment), part);
      }
    }
    return names.flatMap(restsOf).map((key) => ({ key, client }));
  }

  private beginningWith(key: string): Client[] {
    const found: Client[] = [];
    for (let place = this.placeOf(key); this.rests[place]?.key.startsWith(key); place++) {
      const { client } = this.rests[place] as Entry;
      found.push(client);
    }
    return found;
  }

  /** The clients who have all these words, by the rarest of them. */
  private withAll(words: readonly string[]): Client[] {
    const sets = words.map((word) => this.byWord.get(word) ?? new Set<Client>());
    const [rarest, ...others] = sets.sort((a, b) => a.size - b.size);
    return [...(rarest ?? [])].filter((client) => others.every((set) => set.has(client)));
  }

  /**
   * The clients of whose name a part may be a slip away. Each slip touches two segments of the part at most, so one is
   * left as it is in what was typed, not far from its place.
   */
  private near(name: string): Client[] {
    const key = keyOf(name);
    const letters = [...key];
    const slips = slipsIn(letters.length);
    if (slips === 0) return [];
    const shifts = Array.from({ length: 2 * slips + 1 }, (_, index) => index - slips);
    const found = new Set<Entry>();
    for (const longer of shifts) {
      const length = letters.length + longer;
      for (const [index, { start, end }] of segmentsOf(length).entries()) {
        for (const shift of shifts) {
          const segment = letters.slice(Math.max(0, start + shift), Math.max(0, end + shift)).join('');
          for (const part of this.bySegment.get(segmentKey(name, length, index, segment)) ?? [])
            found.add(part);
        }
      }
    }
    return [...found].flatMap((part) => (isWithin(key, part.key, slips) ? [part.client] : []));
  }

  private placeOf(key: string): number {
    return firstIndex(this.rests.length, (index) => (this.rests[index]?.key ?? '') >= key);
  }

  private inOrder(clients: readonly Client[]): Client[] {
    return [...new Set(clients)].sort((a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0));
  }
}

function addressOf(text: string): string {
  return text.trim().toLowerCase();
}

/** Two slips touch four segments at most. */
const SEGMENTS = 5;

/** The segments of a word of so many letters, without empty ones. */
function segmentsOf(letters: number): { readonly start: number; readonly end: number }[] {
  const bounds = Array.from({ length: SEGMENTS + 1 }, (_, index) => Math.floor((index * letters) / SEGMENTS));
  return bounds
    .slice(1)
    .map((end, index) => ({ start: bounds[index] ?? 0, end }))
    .filter(({ start, end }) => end > start);
}

/** A segment of a part of a name with its place. Names with other marks are other names. */
function segmentKey(name: string, letters: number, index: number, segment: string): string {
  return `${letters} ${index} ${segment} ${markOf(name)}`;
}

function addTo<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
