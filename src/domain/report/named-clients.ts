import type { Client } from '../streams/client.ts';
import { hasUnspaced, keysOf } from '../streams/names.ts';
import { isOrdinaryWord } from './ordinary-words.ts';

/** Another client whom a text names, or somebody who works there. */
export interface NamedClient {
  readonly client: Client;
  /** The name as it is known. */
  readonly name: string;
  /** False where the words may mean something else: "next" is a client, and a word. */
  readonly isSure: boolean;
}

/**
 * Makes what finds the other clients that texts for one client name: each at most once, and only where whole words mean them. Letter
 * case, accents, dashes and quotes do not matter, and a closing 's is no part of a name. What belongs to a name of the client itself
 * names nobody else: Acme in "Acme Labs", for Acme Labs.
 */
export function findsOthers(own: Client, clients: readonly Client[]): (text: string) => NamedClient[] {
  const ours = namesOf(own).flatMap(({ name, as }) => (as === 'short' ? [] : keysOf(name)));
  const ownWords = new Set(
    namesOf(own).flatMap(({ name }) => cutIntoParts(name).flatMap(({ keys }) => keys)),
  );
  const sought = clients
    .filter(({ uid }) => uid !== own.uid)
    .map((client) => ({
      client,
      names: namesOf(client)
        .map((name) => ({ ...name, keys: keysOf(name.name) }))
        .filter(({ as, keys }) => as !== 'short' || !keys.some((key) => ownWords.has(key))),
    }));
  return (text) => {
    const readings = readingsOf(text);
    const hidden = readings.map((reading) => ours.flatMap((key) => placesOf(key, reading)));
    return sought.flatMap(({ client, names }) => {
      let doubtful: NamedClient | null = null;
      for (const known of names) {
        for (const [index, reading] of readings.entries()) {
          for (const place of known.keys.flatMap((key) => placesOf(key, reading))) {
            if (hidden[index]?.some((span) => span.start <= place.start && place.end <= span.end)) continue;
            const found = { client, name: known.name, isSure: isMeant(known, place, reading, ownWords) };
            if (found.isSure) return [found];
            doubtful ??= found;
          }
        }
      }
      return doubtful ? [doubtful] : [];
    });
  };
}

/** A name by which a client may be meant. */
interface KnownName {
  readonly name: string;
  /** `short`: the beginning of a name of several words, by which it may be called. */
  readonly as: 'client' | 'person' | 'short';
}

/** How the law calls companies, which people leave out. */
const LEGAL_FORM =
  /[\s,]+(?:ag|b\.?v\.?|co\.?|company|corp\.?|corporation|e\.?k\.?|gmbh(?: & co\.? kg)?|inc\.?|kg|limited|llc|llp|ltd\.?|n\.?v\.?|oy|plc|pty|s\.?a\.?|s\.?a\.?r\.?l\.?|s\.?a\.?s\.?|s\.?l\.?|s\.?r\.?l\.?|ug)$/iu;

function namesOf({ name, otherNames, people }: Client): KnownName[] {
  const names = [name, ...otherNames.map((other) => other.name)];
  const all = [...names, ...names.map((each) => each.replace(LEGAL_FORM, ''))];
  return [
    ...[...new Set(all)].map((each) => ({ name: each, as: 'client' as const })),
    ...people.map((person) => ({ name: person.name, as: 'person' as const })),
    ...names.flatMap(shortNameOf),
  ];
}

/** Whoever is called Lumen Analytics may be called Lumen. */
function shortNameOf(name: string): KnownName[] {
  const [first, ...more] = cutIntoParts(name);
  const [key = ''] = first?.keys ?? [];
  const tells = more.length > 0 && [...key].length >= LEAST_IN_SHORT && !isOrdinaryWord(key);
  return first && tells ? [{ name: first.raw, as: 'short' }] : [];
}

const LEAST_IN_SHORT = 4;

/** A part of a text: a word, or what stands on either side of an apostrophe in one. */
interface Part {
  readonly raw: string;
  /** It as names are compared, in each way to write it. */
  readonly keys: readonly string[];
  /** Where it stands in the text. */
  readonly index: number;
}

const PART = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

function cutIntoParts(text: string): Part[] {
  return Array.from(text.normalize('NFKC').matchAll(PART), ({ 0: raw, index }) => ({
    raw,
    keys: keysOf(raw),
    index,
  }));
}

/** A text in one way to write it: all its parts without spaces, and where they begin. */
interface Reading {
  readonly text: string;
  readonly key: string;
  readonly parts: readonly (Part & { readonly start: number; readonly end: number })[];
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

function readingsOf(text: string): Reading[] {
  const plain = text.normalize('NFKC');
  // A name is compared without "and", because & is.
  const parts = cutIntoParts(plain).filter(({ keys }) => keys[0] !== 'and');
  const readings = [0, 1].map((way): Reading => {
    let length = 0;
    const placed = parts.map((part) => {
      const key = part.keys[way] ?? part.keys[0] ?? '';
      const start = length;
      length += key.length;
      return { ...part, key, start, end: length };
    });
    return {
      text: plain,
      key: placed.map(({ key }) => key).join(''),
      parts: placed,
      starts: new Set(placed.map(({ start }) => start)),
      ends: new Set(placed.map(({ end }) => end)),
    };
  });
  const [first, second] = readings;
  return first && second && first.key !== second.key ? [first, second] : readings.slice(0, 1);
}

/** A stretch of the key of a reading. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a name stands in a text as whole words. Signs that are not spaced may stand beside it. */
function placesOf(key: string, { key: whole, starts, ends }: Reading): Place[] {
  if (key === '') return [];
  const places: Place[] = [];
  for (let start = whole.indexOf(key); start >= 0; start = whole.indexOf(key, start + 1)) {
    const end = start + key.length;
    // "Acmes Server" is the server of Acme.
    const hasGenitive = key.length >= LEAST_IN_SHORT && whole[end] === 's' && ends.has(end + 1);
    const begins = starts.has(start) || hasUnspaced(whole.slice(start - 1, start + 1));
    if (begins && (ends.has(end) || hasGenitive || hasUnspaced(whole.slice(end - 1, end + 1)))) {
      places.push({ start, end });
    }
  }
  return places;
}

/** Whether words that are a name mean it. */
function isMeant(
  { name, as }: KnownName,
  place: Place,
  reading: Reading,
  ownWords: ReadonlySet<string>,
): boolean {
  const words = cutIntoParts(name).filter(({ keys }) => keys[0] !== 'and');
  if (as === 'short') return false;
  // A first name may be that of somebody at the client itself.
  if (as === 'person' && words.length === 1)
    return !words.some(({ keys }) => keys.some((key) => ownWords.has(key)));
  const isOrdinary = words.every(({ keys: [key = ''] }) => isOrdinaryWord(key) && !isSeveralSigns(key));
  return !isOrdinary || isWrittenAsName(place, reading);
}

/** Of a script that does not space words, two signs are a name already. */
function isSeveralSigns(key: string): boolean {
  return [...key].length > 1 && hasUnspaced(key);
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
