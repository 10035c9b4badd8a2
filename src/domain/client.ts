import { nearWords } from './edit-distance.ts';
import { type ClientEvent, ignoreUnknown } from './events.ts';
import type { Instant } from './moment.ts';

/** A person or organisation that I deal with. */
export interface Client {
  readonly uid: string;
  readonly name: string;
  readonly addedAt: Instant;
  /** IANA name of the zone that they live in; null where it is not known. */
  readonly zone: string | null;
}

/** The next state of a client after one fact. Never throws. */
export function evolveClient(state: Client | null, event: ClientEvent, uid: string): Client | null {
  switch (event.type) {
    case 'ClientAdded':
      return { uid, name: event.name, addedAt: event.at, zone: null };
    case 'ClientDetailsChanged':
      return state && { ...state, zone: event.zone === undefined ? state.zone : event.zone };
    default:
      return ignoreUnknown(event, state);
  }
}

/** What a typed name can mean among the known clients. */
export type ClientMatch =
  | { readonly found: Client }
  | { readonly ambiguous: readonly Client[] }
  | { readonly near: readonly Client[] }
  | { readonly unknown: true };

/**
 * Finds the client that a name means. Letter case, spaces and dashes do not matter; the unique beginning of a name
 * (three letters or more, whole words) is that client; a name one or two slips away is `near`, to be asked about.
 */
export function matchClient(name: string, clients: readonly Client[]): ClientMatch {
  const wanted = keyOf(name);
  const same = clients.find((client) => isSameName(client.name, name));
  if (same) return { found: same };

  const beginning = clients.filter((client) => beginnings(client.name).includes(wanted));
  if ([...wanted].length >= 3 && beginning.length > 0) {
    return beginning.length === 1 && beginning[0] ? { found: beginning[0] } : { ambiguous: beginning };
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

/** A name without what does not matter in it: letter case, width, spaces, dashes and underscores. */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_\u2010-\u2015]+/gu, '');
}

/** The keys of the first word of a name, of its first two words, and so on, short of the whole. */
function beginnings(name: string): string[] {
  const words = name.trim().split(/[\s\-_\u2010-\u2015]+/u);
  return words.slice(0, -1).map((_, index) => keyOf(words.slice(0, index + 1).join('')));
}
