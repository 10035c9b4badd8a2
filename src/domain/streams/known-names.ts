import { isPublicProvider } from '../base/public-providers.ts';
import { addressesOf, type Client } from './client.ts';
import { hasUnspaced, keysOf } from './names.ts';
import { isOrdinaryWord } from './ordinary-words.ts';

/** How sure it is that words which are a name mean it; `written`: only where they are written as a name. */
type Certainty = 'sure' | 'written' | 'doubtful' | 'doubtful-written';

/** A name by which a client may be meant. */
export interface KnownName {
  readonly client: Client;
  readonly name: string;
  readonly certainty: Certainty;
  /** Whether it is a word of a name, which may be that of somebody else. */
  readonly isPart: boolean;
}

/** A project of a client, as far as it may name them. */
export interface NamedProject {
  readonly name: string;
  readonly client: string | null;
}

/** All names that are looked for in texts, prepared once for any number of texts. */
export interface KnownNames {
  /** By the name as names are compared, without spaces. */
  readonly byKey: ReadonlyMap<string, readonly KnownName[]>;
  /** How long the keys are, the longest first. */
  readonly lengths: readonly number[];
  /** By an address in lower case, or its domain. */
  readonly byAddress: ReadonlyMap<string, readonly Client[]>;
  /** The names of the projects of a client by its uid, as names are compared. */
  readonly projectsOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Prepares what texts are searched for: the names of clients, of the people there and of their projects, and addresses. */
export function prepareNames(clients: readonly Client[], projects: readonly NamedProject[] = []): KnownNames {
  const byUid = new Map(clients.map((client) => [client.uid, client]));
  const byKey = new Map<string, KnownName[]>();
  const enter = (known: KnownName) => {
    for (const key of keysOf(known.name)) addTo(byKey, key, known);
  };
  const ofWord = clientsByWord(clients);
  for (const client of clients) {
    for (const name of companyNamesOf(client))
      enter({ client, name, certainty: ofWhole(name), isPart: false });
    for (const { raw, key } of companyNamesOf(client).flatMap(wordsIn)) {
      const sharing = ofWord.get(key)?.size ?? 0;
      if (isOrdinaryWord(key) || sharing > MOST_SHARING) continue;
      enter({ client, name: raw, certainty: sharing === 1 ? 'sure' : 'doubtful', isPart: true });
    }
    for (const { name } of client.people) {
      if (isFullName(name)) enter({ client, name, certainty: ofWhole(name), isPart: false });
      for (const { raw, key } of wordsIn(name)) {
        if (!isOrdinaryWord(key) || isSeveralSigns(key)) {
          enter({ client, name: raw, certainty: 'doubtful', isPart: true });
        }
      }
    }
  }
  const projectsOf = new Map<string, Set<string>>();
  for (const { name, client: uid } of projects) {
    const client = uid === null ? undefined : byUid.get(uid);
    if (!client) continue;
    const keys = projectsOf.get(client.uid) ?? new Set<string>();
    projectsOf.set(client.uid, keys);
    for (const key of keysOf(name)) keys.add(key);
    enter({
      client,
      name,
      certainty: ofWhole(name) === 'sure' ? 'doubtful' : 'doubtful-written',
      isPart: false,
    });
  }
  const lengths = [...new Set([...byKey.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  return { byKey, lengths, byAddress: clientsByAddress(clients), projectsOf };
}

/** A word that so many companies are called by says nothing of any. */
const MOST_SHARING = 3;

/** Ordinary words may mean something else than the name that they are. */
function ofWhole(name: string): Certainty {
  return wordsIn(name).every(({ key }) => isOrdinaryWord(key) && !isSeveralSigns(key)) ? 'written' : 'sure';
}

/** Of a script that does not space words, two signs are a name already. */
function isSeveralSigns(key: string): boolean {
  return [...key].length > 1 && hasUnspaced(key);
}

/** Whether a name is more than a first or a last name. */
function isFullName(name: string): boolean {
  return wordsIn(name).length > 1 || (hasUnspaced(name) && [...name].length > 2);
}

/** How the law calls companies, which people leave out. */
const LEGAL_FORM =
  /[\s,]+(?:ab|ag|a\/s|aps|as|b\.?v\.?|& co\.?|co\.?|company|corp\.?|corporation|e\.?k\.?|eurl|gbr|gmbh|inc\.?|k\.?k\.?|kg|limited|llc|llp|ltd\.?|n\.?v\.?|ohg|oyj?|plc|pte\.?|pty\.?|pvt\.?|s\.?a\.?|s\.?a\.?r\.?l\.?|s\.?a\.?s\.?|sasu|se|s\.?l\.?|s\.?p\.?a\.?|s\.?r\.?l\.?|ug)$|^(?:株式会社|有限会社|合同会社)\s*|\s*(?:株式会社|有限会社|合同会社)$/iu;

/** All names of a client, each also as it is without the form that the law gives it. */
export function companyNamesOf({ name, otherNames }: Client): string[] {
  const names = [name, ...otherNames.map((other) => other.name)];
  return [...new Set(names.flatMap((each) => [each, withoutForm(each)]))];
}

function withoutForm(name: string): string {
  const shorter = name.replace(LEGAL_FORM, '');
  return shorter === name || shorter === '' ? name : withoutForm(shorter);
}

/** The words of a name: as they stand there, and as they are compared, in each way to write them. */
export function wordsIn(name: string): { readonly raw: string; readonly key: string }[] {
  const raws = name.normalize('NFKC').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'\u2018\u2019\u02bc]*/gu) ?? [];
  // "Joe's Diner" is called Joe.
  const all = raws.flatMap((raw) => [raw, raw.replace(/['\u2018\u2019\u02bc]s$/iu, '')]);
  return [...new Set(all)].flatMap((raw) =>
    keysOf(raw).flatMap((key) => (key === 'and' ? [] : [{ raw, key }])),
  );
}

/** In the names of which clients a word stands. */
function clientsByWord(clients: readonly Client[]): ReadonlyMap<string, ReadonlySet<Client>> {
  const byWord = new Map<string, Set<Client>>();
  for (const client of clients) {
    for (const { key } of companyNamesOf(client).flatMap(wordsIn)) {
      byWord.set(key, (byWord.get(key) ?? new Set()).add(client));
    }
  }
  return byWord;
}

function clientsByAddress(clients: readonly Client[]): ReadonlyMap<string, readonly Client[]> {
  const byAddress = new Map<string, Client[]>();
  for (const client of clients) {
    const addresses = client.people.flatMap(addressesOf).map((address) => address.toLowerCase());
    const domains = addresses
      .map((address) => address.replace(/^.*@/, ''))
      .filter((domain) => domain !== '' && !isPublicProvider(domain));
    for (const key of new Set([...addresses, ...domains])) addTo(byAddress, key, client);
  }
  return byAddress;
}

function addTo<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
