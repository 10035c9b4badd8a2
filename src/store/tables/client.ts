import type { Client, Fact, OtherName, PlannedWord } from '../../domain/streams/client.ts';
import type { FactDay, Person } from '../../domain/streams/events.ts';
import type { Duration } from '../../domain/time/duration.ts';
import type { Db } from '../db.ts';
import {
  type Column,
  type Columns,
  cadence,
  group,
  integer,
  moment,
  moneyList,
  nullable,
  optionalText,
  real,
  text,
  type Value,
  wordList,
} from './column.ts';
import type { StreamTables } from './stream-tables.ts';
import { type Table, table } from './table.ts';

/** The list fields of a client; each has a table of its own. */
type Lists = Pick<Client, 'otherNames' | 'people' | 'facts' | 'settings'>;

/** A client without the lists. */
type Basics = Omit<Client, keyof Lists>;

const CLIENTS = table<Basics>('client', {
  uid: text('PRIMARY KEY'),
  name: text(),
  addedAt: text(),
  zone: optionalText(),
  keepInTouch: nullable(cadence()),
  plannedWord: nullable(group<PlannedWord>({ next: moment(), at: text() })),
  retiredAt: optionalText(),
  spentHours: real(),
  spentMoney: moneyList(),
});

/** An item of a list, with its client and its index. */
type Entry<T> = T & { readonly client: string; readonly place: number };

function listTable<T>(
  name: string,
  columns: Columns<T>,
  indexes: Readonly<Record<string, string>> = {},
): Table<Entry<T>> {
  const placed = { ...columns, client: text(), place: integer() } as unknown as Columns<Entry<T>>;
  return table(name, placed, { indexes: { [`${name}_client`]: '(client, place)', ...indexes } });
}

/** A person as a row: missing details are null. */
type PersonRow = { readonly [F in keyof Person]-?: Exclude<Person[F], undefined> | null } & {
  readonly name: string;
};

/** The day of a fact: `name` is the ISO date. */
function factDay(): Column<FactDay> {
  return {
    define: (name) => [
      `${name} TEXT NOT NULL`,
      `${name}_ahead TEXT NOT NULL`,
      `${name}_is_yearly INTEGER NOT NULL`,
    ],
    write: ({ day, ahead, isYearly = false }) => [day, JSON.stringify(ahead), Number(isYearly)],
    read: (row, place) => ({
      day: row[place] as string,
      ahead: JSON.parse(row[place + 1] as string) as Duration,
      ...(row[place + 2] === 1 && { isYearly: true as const }),
    }),
  };
}

const LISTS = {
  people: listTable<PersonRow>('person', {
    name: text(),
    email: optionalText(),
    otherEmails: nullable(wordList()),
    role: optionalText(),
    zone: optionalText(),
  }),
  facts: listTable<Fact>(
    'fact',
    { text: text(), at: text(), dated: nullable(factDay()), seenDay: optionalText() },
    { fact_dated: '(dated) WHERE dated IS NOT NULL' },
  ),
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
    client.people.forEach(({ name, email = null, otherEmails = null, role = null, zone = null }, place) => {
      LISTS.people.insert(db, { client: uid, place, name, email, otherEmails, role, zone });
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
  const people = itemsOf(db, LISTS.people, toPerson);
  const facts = itemsOf(db, LISTS.facts, toFact);
  const otherNames = itemsOf(db, LISTS.otherNames, ({ name, merged }) => ({ name, merged }));
  const settings = selectSettings(db);
  return CLIENTS.select(db, rest, ...values).map((client) => ({
    ...client,
    people: people.get(client.uid) ?? [],
    facts: facts.get(client.uid) ?? [],
    otherNames: otherNames.get(client.uid) ?? [],
    settings: settings.get(client.uid) ?? {},
  }));
}

/** Reads clients without their lists; `rest` follows `FROM client`. */
export function selectClientBasics(db: Db, rest = ''): Basics[] {
  return CLIENTS.select(db, rest);
}

/** The settings of all clients that have any, by uid. */
export function selectSettings(db: Db): ReadonlyMap<string, Client['settings']> {
  const pairs = itemsOf(db, LISTS.settings, ({ key, value }) => [key, value] as const);
  return new Map([...pairs].map(([client, settings]) => [client, Object.fromEntries(settings)]));
}

/** The items of a list, by client. Few clients have any, so all are read at once. */
function itemsOf<T, Item>(
  db: Db,
  list: Table<Entry<T>>,
  toItem: (entry: Entry<T>) => Item,
): ReadonlyMap<string, readonly Item[]> {
  const byClient = new Map<string, Item[]>();
  for (const entry of list.select(db, 'ORDER BY client, place')) {
    const items = byClient.get(entry.client);
    if (items) items.push(toItem(entry));
    else byClient.set(entry.client, [toItem(entry)]);
  }
  return byClient;
}

function toFact({ text: words, at, dated, seenDay }: Fact): Fact {
  return { text: words, at, dated, seenDay };
}

/** Facts that have a day, from a day on (an ISO date) or again every year, each with its client and its place there. */
export function selectDatedFacts(db: Db, since: string): Entry<Fact>[] {
  // Without the hint, SQLite reads every fact.
  const dated =
    'INDEXED BY fact_dated WHERE dated IS NOT NULL AND (dated >= ? OR dated_is_yearly = 1) ORDER BY client, place';
  return LISTS.facts.select(db, dated, since);
}

function toPerson({ name, email, otherEmails, role, zone }: PersonRow): Person {
  return {
    name,
    ...(email !== null && { email }),
    ...(otherEmails !== null && { otherEmails }),
    ...(role !== null && { role }),
    ...(zone !== null && { zone }),
  };
}
