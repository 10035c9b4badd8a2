import type { Client } from '../domain/streams/client.ts';
import { ballOf, type Commitment, counterpart } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import type { Person, Stream, StreamKind } from '../domain/streams/events.ts';
import { emptyStream, fold, foldOne, type StreamState } from '../domain/streams/fold.ts';
import type { Cadence } from '../domain/time/cadence.ts';
import type { Moment } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { readJournal, readStream, readUndone } from './journal.ts';
import { READ_SCHEMA, READ_VERSION } from './schema.ts';
import { indexWords } from './words-index.ts';

/** A row of a read table: plain values by column. */
export type Row = Record<string, Value>;

type Value = string | number | null;
/** The values of a row, in the order of its columns. */
export type Values = readonly Value[];
type Reader = (column: string) => Value;

/** The read tables that the streams of each kind fill, and the column of each that names the stream. */
const TABLES = {
  commitment: { commitment: 'uid', number: 'uid', words: 'stream' },
  client: {
    client: 'uid',
    person: 'client',
    fact: 'client',
    other_name: 'client',
    client_setting: 'client',
    words: 'stream',
  },
  contact: { contact: 'uid', words: 'stream' },
  away: { away: 'uid' },
  review: { answer: 'uid', words: 'stream' },
} as const satisfies Record<StreamKind, Readonly<Record<string, string>>>;

/** The names of the read tables, each once. */
export const READ_TABLES: readonly string[] = [...new Set(Object.values(TABLES).flatMap(Object.keys))];

/** The state of one stream, folded from its facts. */
export function foldStream(db: Db, stream: Stream): StreamState {
  return fold(stream, readStream(db, stream), readUndone(db));
}

/** Folds streams anew, rewrites their rows, and returns what they came to. Must run inside a write transaction. */
export function refreshReadTables(db: Db, streams: readonly Stream[]): StreamState[] {
  const undone = readUndone(db);
  return streams.map((stream) => {
    const folded = fold(stream, readStream(db, stream), undone);
    writeRows(db, stream, folded);
    return folded;
  });
}

/** Drops the read tables and makes them anew from the journal. Must run inside a write transaction. */
export function rebuildReadTables(db: Db): void {
  db.exec(READ_SCHEMA);
  for (const { stream, state } of replay(db)) writeRows(db, stream, state);
  db.prepare(`INSERT OR REPLACE INTO meta (key, value) VALUES ('read_version', ?)`).run(String(READ_VERSION));
}

/** Every stream of the journal with its state, from the first fact to the last. */
export function replay(db: Db): { stream: Stream; state: StreamState }[] {
  const undone = readUndone(db);
  const streams = new Map<string, { stream: Stream; state: StreamState }>();
  for (const entry of readJournal(db)) {
    const key = `${entry.stream.kind} ${entry.stream.uid}`;
    const before = streams.get(key)?.state ?? emptyStream(entry.stream);
    streams.set(key, { stream: entry.stream, state: foldOne(before, entry.stream, entry, undone) });
  }
  return [...streams.values()];
}

/** The rows that a stream's state comes to, by table. */
export function rowsOf(stream: Stream, folded: StreamState): Readonly<Record<string, readonly Row[]>> {
  const words = folded.words.map((each) => ({ stream_kind: stream.kind, stream: stream.uid, ...each }));
  switch (folded.kind) {
    case 'commitment': {
      const { state } = folded;
      const number = [{ number: state.number, uid: stream.uid }];
      return state.state === null ? { number } : { number, commitment: [toCommitmentRow(state)], words };
    }
    case 'client':
      return folded.state ? { ...toClientRows(folded.state), words } : {};
    case 'contact':
      return folded.state ? { contact: [{ ...folded.state }], words } : {};
    case 'away':
      return folded.state ? { away: [{ ...folded.state }] } : {};
    case 'review':
      return folded.state ? { answer: [{ ...folded.state }], words } : {};
  }
}

function writeRows(db: Db, stream: Stream, folded: StreamState): void {
  db.prepare('DELETE FROM words_index WHERE rowid IN (SELECT id FROM words WHERE stream = ?)').run(
    stream.uid,
  );
  for (const [table, column] of Object.entries(TABLES[stream.kind])) {
    db.prepare(`DELETE FROM ${table} WHERE ${column} = ?`).run(stream.uid);
  }
  for (const [table, rows] of Object.entries(rowsOf(stream, folded))) {
    for (const row of rows) {
      const columns = Object.keys(row);
      const { lastInsertRowid } = db
        .prepare(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
        )
        .run(row);
      if (table === 'words') indexWords(db, lastInsertRowid, row.text as string);
    }
  }
}

function toClientRows(client: Client): Readonly<Record<string, readonly Row[]>> {
  const { uid } = client;
  return {
    client: [
      {
        uid,
        name: client.name,
        added_at: client.addedAt,
        zone: client.zone,
        ...toCadenceColumns('keep_in_touch', client.keepInTouch),
        next_word_planned_at: client.nextWordPlannedAt,
        ...toMomentColumns('next_word', client.nextWord),
      },
    ],
    person: client.people.map(({ name, email = null, role = null, zone = null }, place) => ({
      client: uid,
      place,
      name,
      email,
      role,
      zone,
    })),
    fact: client.facts.map((fact, place) => ({ client: uid, place, ...fact })),
    other_name: client.otherNames.map((other, place) => ({ client: uid, place, ...other })),
    client_setting: Object.entries(client.settings).map(([key, value]) => ({ client: uid, key, value })),
  };
}

/** What the tables beside that of the clients hold: by table, the rows of each client in their order. */
export type ClientDetails = Readonly<
  Record<'person' | 'fact' | 'other_name' | 'client_setting', ReadonlyMap<string, readonly Row[]>>
>;

/** The client of a row of the read table, with the rows of the tables beside it. */
export function fromClientRow(row: Row, details: ClientDetails): Client {
  const value: Reader = (column) => row[column] ?? null;
  const own = (table: keyof ClientDetails) => details[table].get(row.uid as string) ?? [];
  return {
    uid: row.uid as string,
    name: row.name as string,
    addedAt: row.added_at as string,
    zone: row.zone as string | null,
    keepInTouch: fromCadenceColumns('keep_in_touch', value),
    nextWordPlannedAt: row.next_word_planned_at as string | null,
    nextWord: fromMomentColumns('next_word', value),
    otherNames: own('other_name').map(({ name, merged }) => ({
      name: name as string,
      merged: merged as string | null,
    })),
    people: own('person').map(
      ({ name, email, role, zone }) =>
        ({ name, ...(email && { email }), ...(role && { role }), ...(zone && { zone }) }) as Person,
    ),
    facts: own('fact').map(({ text, at }) => ({ text: text as string, at: at as string })),
    settings: Object.fromEntries(own('client_setting').map(({ key, value: set }) => [key, set as string])),
  };
}

/** The contact of a row of the read table. */
export function fromContactRow(row: Row): Contact {
  return row as unknown as Contact;
}

function toCommitmentRow(c: Commitment): Row {
  return {
    uid: c.uid,
    number: c.number,
    kind: c.kind,
    title: c.title,
    client: c.client,
    who: c.who,
    counterpart: counterpart(c),
    project: c.project,
    state: c.state,
    last_open_state: c.lastOpenState,
    ball: ballOf(c),
    created_at: c.createdAt,
    closed_at: c.closedAt,
    undated_since: c.undatedSince,
    offered_at: c.offeredAt,
    settled_at: c.settledAt,
    in_writing: c.inWriting === null ? null : Number(c.inWriting),
    moves: c.moves,
    ...toCadenceColumns('cadence', c.cadence),
    last_word_at: c.lastWordAt,
    estimate_hours: c.estimateHours,
    estimate_least: c.estimateRange?.[0] ?? null,
    estimate_most: c.estimateRange?.[1] ?? null,
    spent_hours: c.spentHours,
    scope: c.scope,
    snoozed_at: c.snoozedAt,
    blocks: c.blocks,
    reopened: c.reopened,
    right_when: c.rightWhen,
    decided: Number(c.decided),
    source: c.source,
    ...toMomentColumns('wanted_by', c.wantedBy),
    ...toMomentColumns('offered', c.offered),
    ...toMomentColumns('offered_target', c.offeredTarget),
    ...toMomentColumns('due', c.due),
    ...toMomentColumns('target', c.target),
    ...toMomentColumns('next_promised', c.nextPromised),
    ...toMomentColumns('snoozed_until', c.snoozedUntil),
  };
}

/**
 * The commitments of rows of the read table, equal to the folds that the rows were written from. The rows come as plain
 * lists of values with the names of their columns, because making an object of each would take as long as all the rest.
 */
export function fromCommitmentRows(columns: readonly string[], rows: readonly Values[]): Commitment[] {
  const positions = new Map(columns.map((name, index) => [name, index]));
  return rows.map((values) => fromCommitmentRow((name) => values[positions.get(name) ?? -1] ?? null));
}

function fromCommitmentRow(value: Reader): Commitment {
  return {
    uid: value('uid'),
    number: value('number'),
    kind: value('kind'),
    title: value('title'),
    client: value('client'),
    who: value('who'),
    project: value('project'),
    state: value('state'),
    lastOpenState: value('last_open_state'),
    createdAt: value('created_at'),
    closedAt: value('closed_at'),
    wantedBy: fromMomentColumns('wanted_by', value),
    undatedSince: value('undated_since'),
    offered: fromMomentColumns('offered', value),
    offeredAt: value('offered_at'),
    offeredTarget: fromMomentColumns('offered_target', value),
    due: fromMomentColumns('due', value),
    target: fromMomentColumns('target', value),
    settledAt: value('settled_at'),
    inWriting: value('in_writing') === null ? null : value('in_writing') === 1,
    moves: value('moves'),
    cadence: fromCadenceColumns('cadence', value),
    lastWordAt: value('last_word_at'),
    nextPromised: fromMomentColumns('next_promised', value),
    estimateHours: value('estimate_hours'),
    estimateRange:
      value('estimate_least') === null ? null : [value('estimate_least'), value('estimate_most')],
    spentHours: value('spent_hours'),
    scope: value('scope'),
    snoozedUntil: fromMomentColumns('snoozed_until', value),
    snoozedAt: value('snoozed_at'),
    blocks: value('blocks'),
    reopened: value('reopened'),
    rightWhen: value('right_when'),
    decided: value('decided') === 1,
    source: value('source'),
  } as Commitment;
}

function toCadenceColumns(name: string, cadence: Cadence | null): Row {
  return { [name]: cadence?.rrule ?? null, [`${name}_text`]: cadence?.text ?? null };
}

function fromCadenceColumns(name: string, value: Reader): Cadence | null {
  const rrule = value(name);
  return rrule === null ? null : { rrule: rrule as string, text: value(`${name}_text`) as string };
}

function toMomentColumns(name: string, moment: Moment | null): Row {
  return {
    [name]: moment?.at ?? null,
    [`${name}_from`]: moment?.from ?? null,
    [`${name}_zone`]: moment?.zone ?? null,
    [`${name}_grain`]: moment?.grain ?? null,
    [`${name}_text`]: moment?.text ?? null,
  };
}

function fromMomentColumns(name: string, value: Reader): Moment | null {
  const at = value(name);
  if (typeof at !== 'string') return null;
  const from = value(`${name}_from`);
  const text = value(`${name}_text`);
  return {
    at,
    zone: value(`${name}_zone`) as string,
    grain: value(`${name}_grain`) as Moment['grain'],
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof text === 'string' ? { text } : {}),
  };
}
