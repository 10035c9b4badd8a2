import type { Client, Fact, OtherName, PlannedWord } from '../../domain/streams/client.ts';
import type { Person } from '../../domain/streams/events.ts';
import type { Db } from '../db.ts';
import {
  type Columns,
  cadence,
  group,
  integer,
  moment,
  nullable,
  optionalText,
  text,
  type Value,
} from './column.ts';
import type { StreamTables } from './stream-tables.ts';
import { type Table, table } from './table.ts';

/** The list fields of a client; each has a table of its own. */
type Lists = Pick<Client, 'otherNames' | 'people' | 'facts' | 'settings'>;

const CLIENTS = table<Omit<Client, keyof Lists>>('client', {
  uid: text('PRIMARY KEY'),
  name: text(),
  addedAt: text(),
  zone: optionalText(),
  keepInTouch: nullable(cadence()),
  plannedWord: nullable(group<PlannedWord>({ next: moment(), at: text() })),
});

/** An item of a list, with its client and its index. */
type Entry<T> = T & { readonly client: string; readonly place: number };

function listTable<T>(name: string, columns: Columns<T>): Table<Entry<T>> {
  const placed = { ...columns, client: text(), place: integer() } as unknown as Columns<Entry<T>>;
  return table(name, placed, { indexes: { [`${name}_client`]: '(client, place)' } });
}

/** A person as a row: missing details are null. */
type PersonRow = { readonly [F in keyof Person]-?: Exclude<Person[F], undefined> | null } & {
  readonly name: string;
};

const LISTS = {
  people: listTable<PersonRow>('person', {
    name: text(),
    email: optionalText(),
    role: optionalText(),
    zone: optionalText(),
  }),
  facts: listTable<Fact>('fact', { text: text(), at: text() }),
  otherNames: listTable<OtherName>('other_name', { name: text(), merged: optionalText() }),
  settings: listTable<{ readonly key: string; readonly value: string }>('client_setting', {
    key: text(),
    value: text(),
  }),
} satisfies Record<keyof Lists, unknown>;

export const clientTables: StreamTables<'client'> = {
  tables: [CLIENTS, ...Object.values(LISTS)],
  insert: (db, uid, client) => {
    if (client === null) return;
    CLIENTS.insert(db, client);
    client.people.forEach(({ name, email = null, role = null, zone = null }, place) => {
      LISTS.people.insert(db, { client: uid, place, name, email, role, zone });
    });
    client.facts.forEach((fact, place) => {
      LISTS.facts.insert(db, { client: uid, place, ...fact });
    });
    client.otherNames.forEach((other, place) => {
      LISTS.otherNames.insert(db, { client: uid, place, ...other });
    });
    Object.entries(client.settings)
      .sort()
      .forEach(([key, value], place) => {
        LISTS.settings.insert(db, { client: uid, place, key, value });
      });
  },
  remove: (db, uid) => {
    CLIENTS.remove(db, 'uid', uid);
    for (const list of Object.values(LISTS)) list.remove(db, 'client', uid);
  },
  readAll: (db) => new Map(selectClients(db).map((client) => [client.uid, client])),
};

/** Reads clients; `rest` follows `FROM client`, with a `?` for each value. */
export function selectClients(db: Db, rest = '', ...values: readonly Value[]): Client[] {
  const clients = CLIENTS.select(db, rest, ...values);
  const people = entriesOf(db, LISTS.people);
  const facts = entriesOf(db, LISTS.facts);
  const otherNames = entriesOf(db, LISTS.otherNames);
  const settings = entriesOf(db, LISTS.settings);
  return clients.map((client) => ({
    ...client,
    people: people(client.uid).map(toPerson),
    facts: facts(client.uid).map(({ text: words, at }) => ({ text: words, at })),
    otherNames: otherNames(client.uid).map(({ name, merged }) => ({ name, merged })),
    settings: Object.fromEntries(settings(client.uid).map(({ key, value }) => [key, value])),
  }));
}

/** The items of each client's list. Few clients have any, so all are read at once. */
function entriesOf<T>(db: Db, list: Table<Entry<T>>): (client: string) => readonly Entry<T>[] {
  const byClient = new Map<string, Entry<T>[]>();
  for (const entry of list.select(db, 'ORDER BY client, place')) {
    const entries = byClient.get(entry.client);
    if (entries) entries.push(entry);
    else byClient.set(entry.client, [entry]);
  }
  return (client) => byClient.get(client) ?? [];
}

function toPerson({ name, email, role, zone }: PersonRow): Person {
  return {
    name,
    ...(email !== null && { email }),
    ...(role !== null && { role }),
    ...(zone !== null && { zone }),
  };
}
