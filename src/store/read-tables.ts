import type { Client } from '../domain/client.ts';
import { ballOf, type Commitment, counterpart } from '../domain/commitment.ts';
import type { Contact } from '../domain/contact.ts';
import type { Stream } from '../domain/events.ts';
import { emptyStream, fold, foldOne, type StreamState } from '../domain/fold.ts';
import type { Moment } from '../domain/moment.ts';
import type { Db } from './db.ts';
import { readJournal, readStream, readUndone } from './journal.ts';
import { READ_SCHEMA, READ_VERSION } from './schema.ts';

/** A row of a read table: plain values by column. */
export type Row = Record<string, Value>;

type Value = string | number | null;
/** The values of a row, in the order of its columns. */
export type Values = readonly Value[];
type Reader = (column: string) => Value;

/** The read tables and the column that names a row, for reading them whole. */
export const READ_TABLES = {
  number: 'number',
  commitment: 'uid',
  client: 'uid',
  contact: 'uid',
  away: 'uid',
} as const;
export type ReadTable = keyof typeof READ_TABLES;

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
export function rowsOf(stream: Stream, folded: StreamState): Partial<Record<ReadTable, Row>> {
  switch (folded.kind) {
    case 'commitment': {
      const { state } = folded;
      const number = { number: state.number, uid: stream.uid };
      return state.state === null ? { number } : { number, commitment: toCommitmentRow(state) };
    }
    case 'client':
      return folded.state ? { client: toClientRow(folded.state) } : {};
    case 'contact':
      return folded.state ? { contact: { ...folded.state } } : {};
    case 'away':
      return folded.state ? { away: { ...folded.state } } : {};
  }
}

function writeRows(db: Db, stream: Stream, folded: StreamState): void {
  db.prepare(`DELETE FROM ${stream.kind} WHERE uid = ?`).run(stream.uid);
  if (stream.kind === 'commitment') db.prepare('DELETE FROM number WHERE uid = ?').run(stream.uid);
  for (const [table, row] of Object.entries(rowsOf(stream, folded))) {
    const columns = Object.keys(row);
    db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    ).run(row);
  }
}

function toClientRow(client: Client): Row {
  return { uid: client.uid, name: client.name, added_at: client.addedAt, zone: client.zone };
}

/** The client of a row of the read table. */
export function fromClientRow(row: Row): Client {
  return {
    uid: row.uid as string,
    name: row.name as string,
    addedAt: row.added_at as string,
    zone: row.zone as string | null,
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
    cadence: c.cadence?.rrule ?? null,
    cadence_text: c.cadence?.text ?? null,
    last_word_at: c.lastWordAt,
    estimate_hours: c.estimateHours,
    estimate_least: c.estimateRange?.[0] ?? null,
    estimate_most: c.estimateRange?.[1] ?? null,
    spent_hours: c.spentHours,
    scope: c.scope,
    snoozed_at: c.snoozedAt,
    blocks: c.blocks,
    reopened: c.reopened,
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
    cadence: value('cadence') === null ? null : { rrule: value('cadence'), text: value('cadence_text') },
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
  } as Commitment;
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
