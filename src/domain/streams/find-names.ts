import { memoizeByObject } from '../base/memo.ts';
import type { Client } from './client.ts';
import { companyNamesOf, type KnownName, type KnownNames, prepareNames, wordsIn } from './known-names.ts';
import { hasUnspaced, keysOf } from './names.ts';

/** A client whom a text names, or somebody who works there. */
export interface NamedClient {
  readonly client: Client;
  /** The name as it is known, or the address. */
  readonly name: string;
  /** False where the words may mean something else: "next" is a client, and a word. */
  readonly isSure: boolean;
}

/**
 * Makes what finds the other clients that texts for one client name: each at most once, and only where whole words mean them. Letter
 * case, accents, dashes and quotes do not matter, and a genitive s is no part of a name. What belongs to a name of the client itself
 * names nobody else: Acme in "Acme Labs", for Acme Labs.
 */
export function findsOthers(own: Client, known: KnownNames): (text: string) => NamedClient[] {
  const people = own.people.map(({ name }) => name);
  const ownNames = [...companyNamesOf(own), ...people];
  const hidden = ownNames.flatMap(keysOf);
  const ownWords = new Set(ownNames.flatMap(wordsIn).map(({ key }) => key));
  const ownProjects = known.projectsOf.get(own.uid);
  return (text) => {
    const found = readingsOf(text).flatMap((reading) => {
      const places = hidden.flatMap((key) => placesOf(key, reading));
      const others = findIn(reading, known).filter(
        ({ key, isPart, client, ...place }) =>
          client.uid !== own.uid &&
          !(isPart && ownWords.has(key)) &&
          !ownProjects?.has(key) &&
          !places.some((other) => isWithin(place, other)),
      );
      // "Acme Labs" is not Acme.
      return others.filter(
        (one) =>
          !others.some(
            (other) => other.client !== one.client && isWithin(one, other) && !isWithin(other, one),
          ),
      );
    });
    const written = addressesIn(text, known).filter(({ clients }) =>
      clients.every(({ uid }) => uid !== own.uid),
    );
    return oncePerClient([
      ...written.flatMap(({ address, clients }) =>
        clients.map((client) => ({ client, name: address, isSure: true })),
      ),
      ...found.map(({ client, name, isSure }) => ({ client, name, isSure })),
    ]);
  };
}

/**
 * Whether a text may name somebody, for whom it is better to leave it out: any client or person, surely or perhaps, and those whom it
 * concerns (by uid) also by any word of their names. It rather finds a name too many: "The Board" is named by every "board".
 */
export function mayNameSomebody(
  text: string,
  clients: readonly Client[],
  concerned: readonly (string | null)[],
): boolean {
  const known = prepared(clients);
  if (addressesIn(text, known).length > 0) return true;
  const readings = readingsOf(text);
  if (readings.some((reading) => findIn(reading, known).length > 0)) return true;
  const words = clients
    .filter(({ uid }) => concerned.includes(uid))
    .flatMap((client) => [...companyNamesOf(client), ...client.people.map(({ name }) => name)])
    .flatMap(wordsIn);
  return words.some(({ key }) => readings.some((reading) => hasWordLike(reading, key)));
}

const prepared = memoizeByObject((clients: readonly Client[]) => prepareNames(clients));

/** Fewer letters stand in too many words that are no name. */
const LEAST_LETTERS = 3;

/** Whether a word of a text begins with a word of a name ("Acmes"); where words are not spaced it stands anywhere. */
function hasWordLike({ key, parts }: Reading, word: string): boolean {
  if (hasUnspaced(word)) return key.includes(word);
  return [...word].length >= LEAST_LETTERS && parts.some((part) => part.key.startsWith(word));
}

/** Each client once, by a name that is sure if there is one. */
function oncePerClient(named: readonly NamedClient[]): NamedClient[] {
  const byClient = new Map<Client, NamedClient>();
  for (const each of named) {
    const before = byClient.get(each.client);
    if (!before || (each.isSure && !before.isSure)) byClient.set(each.client, each);
  }
  return [...byClient.values()];
}

/** A stretch of the key of a reading. */
interface Place {
  readonly start: number;
  readonly end: number;
}

function isWithin(one: Place, other: Place): boolean {
  return other.start <= one.start && one.end <= other.end;
}

/** A part of a text: a word, or what stands on either side of an apostrophe in one. */
interface Part extends Place {
  readonly raw: string;
  /** It as names are compared. */
  readonly key: string;
  /** Where it stands in the text. */
  readonly index: number;
}

/** A text in one way to write it: all its parts without spaces, and where names may begin and end in it. */
interface Reading {
  readonly text: string;
  readonly key: string;
  readonly parts: readonly Part[];
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

const PART = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

function readingsOf(text: string): Reading[] {
  const plain = text.normalize('NFKC');
  const cut = Array.from(plain.matchAll(PART), ({ 0: raw, index }) => ({ raw, keys: keysOf(raw), index }))
    // A name is compared without "and", because & is.
    .filter(({ keys }) => keys[0] !== 'and');
  const first = readingOf(plain, cut, 0);
  const second = readingOf(plain, cut, 1);
  return first.key === second.key ? [first] : [first, second];
}

function readingOf(
  text: string,
  cut: readonly { readonly raw: string; readonly keys: readonly string[]; readonly index: number }[],
  way: number,
): Reading {
  let length = 0;
  const parts = cut.map(({ raw, keys, index }): Part => {
    const key = keys[way] ?? keys[0] ?? '';
    const start = length;
    length += key.length;
    return { raw, key, index, start, end: length };
  });
  const key = parts.map((part) => part.key).join('');
  // Signs that are not spaced may stand beside a name.
  const unspaced = hasUnspaced(key)
    ? Array.from(key.matchAll(/./gsu)).filter(({ 0: sign }) => hasUnspaced(sign))
    : [];
  const inside = unspaced.flatMap(({ 0: sign, index }) => [index, index + sign.length]);
  return {
    text,
    key,
    parts,
    starts: new Set([...parts.map(({ start }) => start), ...inside]),
    ends: new Set([...parts.map(({ end }) => end), ...inside]),
  };
}

/** From so many letters on, an s behind a name is a genitive. */
const LEAST_BEFORE_S = 4;

/** Whether a name may end there: with a word, or before a genitive s ("Acmes Server" is the server of Acme). */
function endsAt({ key, ends }: Reading, { start, end }: Place): boolean {
  return ends.has(end) || (end - start >= LEAST_BEFORE_S && key[end] === 's' && ends.has(end + 1));
}

/** Where a name stands in a text as whole words. */
function placesOf(name: string, reading: Reading): Place[] {
  const { key, starts } = reading;
  return [...starts]
    .map((start) => ({ start, end: start + name.length }))
    .filter((place) => key.startsWith(name, place.start) && endsAt(reading, place));
}

interface Found extends Place {
  readonly key: string;
  readonly client: Client;
  readonly name: string;
  readonly isPart: boolean;
  readonly isSure: boolean;
}

/** All names in a text. */
function findIn(reading: Reading, { byKey, lengths }: KnownNames): Found[] {
  const found: Found[] = [];
  for (const start of reading.starts) {
    for (const length of lengths) {
      const place = { start, end: start + length };
      if (place.end > reading.key.length || !endsAt(reading, place)) continue;
      const key = reading.key.slice(start, place.end);
      for (const known of byKey.get(key) ?? []) {
        const isWritten = known.certainty.endsWith('written') && isWrittenAsName(place, reading);
        if (known.certainty === 'doubtful-written' && !isWritten) continue;
        const isSure = known.certainty === 'sure' || (known.certainty === 'written' && isWritten);
        found.push({ ...place, ...pick(known), key, isSure });
      }
    }
  }
  return found;
}

function pick({ client, name, isPart }: KnownName): Pick<KnownName, 'client' | 'name' | 'isPart'> {
  return { client, name, isPart };
}

/** Whether ordinary words are written as a name: with capitals, and not only because a sentence begins there. */
function isWrittenAsName({ start, end }: Place, { text, parts }: Reading): boolean {
  const written = parts.filter((part) => part.start >= start && part.start < end);
  const [first] = written;
  const last = written.at(-1);
  if (!first || !last || !written.every(({ raw }) => /^[\p{Lu}\p{Lt}\p{N}]/u.test(raw))) return false;
  const before = text.slice(0, first.index);
  const after = text.slice(last.index + last.raw.length);
  const isPossessive = /^['\u2018\u2019\u02bc]s(?![\p{L}\p{N}])/iu.test(after);
  const isQuoted =
    /["'\u2018\u201c\u201e\u00ab\u300c]\s?$/u.test(before) &&
    /^\s?["'\u2019\u201d\u201c\u00bb\u300d]/u.test(after);
  const beginsSentence = /(?:^|[.!?:;\u2013\u2014-])\s*$/u.test(before);
  return isPossessive || isQuoted || !beginsSentence;
}

/** An address of somebody, or a name in the network such as stands behind the @ of one. */
const ADDRESS = /(?:[\p{L}\p{N}._%+-]{1,64}@)?((?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63})/gu;

/** The addresses in a text that are those of clients. */
function addressesIn(
  text: string,
  { byAddress }: KnownNames,
): { readonly address: string; readonly clients: readonly Client[] }[] {
  if (byAddress.size === 0) return [];
  return Array.from(text.matchAll(ADDRESS), ({ 0: address, 1: domain = '' }) => {
    const labels = domain.toLowerCase().split('.');
    const ends = labels.map((_, index) => labels.slice(index).join('.'));
    const key = [address.toLowerCase(), ...ends].find((each) => byAddress.has(each));
    return { address, clients: key === undefined ? [] : (byAddress.get(key) ?? []) };
  }).filter(({ clients }) => clients.length > 0);
}
