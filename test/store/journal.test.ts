import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { decideAccept } from '../../src/domain/decisions/accept.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { appendOperation } from '../../src/store/append.ts';
import { writing } from '../../src/store/db.ts';
import { readJournal, readOperations, readOperationsBackwards, readStream } from '../../src/store/journal.ts';
import { openForReading, openForWriting } from '../../src/store/open.ts';
import {
  readClosedInQuestion,
  readCommitments,
  readCommitmentsOf,
  readContactStates,
  readLastClosings,
  readOpenCommitments,
} from '../../src/store/queries.ts';
import { foldStream, READ_VERSION } from '../../src/store/read-tables.ts';

import { Desk, newDesk, newFileDesk, newPath, refusalOf } from '../support/desk.ts';
import { date, march, NOW } from '../support/situation.ts';

describe('the journal is append-only', () => {
  it.each(['device', 'operation', 'event'])('no %s can be changed or taken away', (table) => {
    const desk = newDesk();
    desk.add('Report', 'Joe');
    const before = desk.db.prepare(`SELECT * FROM ${table}`).all();
    expect(before).not.toEqual([]);
    const key = table === 'event' ? 'operation' : 'id';
    expect(() => desk.db.exec(`UPDATE ${table} SET ${key} = 'other'`)).toThrow('append-only');
    expect(() => desk.db.exec(`DELETE FROM ${table}`)).toThrow('append-only');
    expect(desk.db.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
  });
  it('an event belongs to an operation', () => {
    const desk = newDesk();
    expect(() =>
      desk.db.exec(`INSERT INTO event VALUES ('nothing', 0, 'commitment', 'x', 'NoteAdded', 1, '{}')`),
    ).toThrow('FOREIGN KEY');
  });
  it('a payload is JSON', () => {
    const desk = newDesk();
    desk.add('Report');
    const [operation] = desk.column('operation', 'id');
    expect(() =>
      desk.db
        .prepare(`INSERT INTO event VALUES (?, 9, 'commitment', 'x', 'NoteAdded', 1, 'no')`)
        .run(operation),
    ).toThrow('CHECK');
  });
});

describe('one command is one operation', () => {
  it('with its events in their order, on any number of streams', () => {
    const desk = newDesk();
    desk.add('Report', 'Joe', { agreed: date(6) });
    expect(readOperations(desk.db)).toMatchObject([
      { verb: 'add', deviceSeq: 1, recordedAt: NOW, zone: 'UTC', undoes: null },
    ]);
    expect(
      [...readJournal(desk.db)].map(({ idx, stream, event }) => `${idx} ${stream.kind} ${event.type}`),
    ).toEqual([
      '0 client ClientAdded',
      '1 commitment NumberGiven',
      '2 commitment RequestRecorded',
      '3 commitment DateAgreed',
    ]);
  });
  it('or none, when one of its decisions is refused', () => {
    const desk = newDesk();
    const [first, second] = [desk.add('Report'), desk.add('Slides')];
    desk.apply('done', [second], decideDone, {});
    const before = desk.readTables();
    expect(refusalOf(() => desk.apply('done', [first, second], decideDone, {})).code).toBe(
      'transition-not-allowed',
    );
    expect(desk.readTables()).toEqual(before);
    expect(readOperations(desk.db)).toHaveLength(3);
  });
  it('an unknown number is missing, even among others', () => {
    const desk = newDesk();
    const first = desk.add('Report');
    expect(refusalOf(() => desk.apply('done', [first, 99], decideDone, {}))).toMatchObject({
      code: 'no-such-commitment',
      kind: 'missing',
    });
    expect(readOperations(desk.db)).toHaveLength(1);
  });
  it('operations of one device are numbered without a gap', () => {
    const desk = newDesk();
    const number = desk.add('Report');
    for (let i = 0; i < 3; i++) desk.note(number);
    expect(readOperations(desk.db).map(({ deviceSeq }) => deviceSeq)).toEqual([1, 2, 3, 4]);
    expect(new Set(readOperations(desk.db).map(({ device }) => device)).size).toBe(1);
  });
});

describe('the clock of the journal', () => {
  it('never runs backwards when that of the machine does', () => {
    const desk = newDesk();
    const number = desk.add('Report');
    for (const now of [march(6), march(4), march(4), march(6), march(7)]) {
      desk.now = now;
      desk.note(number, now);
    }
    const clocks = readOperations(desk.db).map(({ hlc }) => hlc);
    expect(clocks).toEqual([...new Set(clocks)].sort());
    expect(
      readStream(desk.db, { kind: 'commitment', uid: String(desk.column('commitment', 'uid')[0]) }),
    ).toHaveLength(7);
    // Records keep the machine's time; the logical clock only gives their order.
    expect(readOperations(desk.db).map(({ recordedAt }) => recordedAt)).toEqual([
      NOW,
      march(6),
      march(4),
      march(4),
      march(6),
      march(7),
    ]);
  });
  it('reads the latest operation first when going backwards', () => {
    const desk = newDesk();
    const number = desk.add('Report');
    desk.now = march(1);
    desk.note(number);
    expect([...readOperationsBackwards(desk.db)].map(({ verb }) => verb)).toEqual(['note', 'add']);
  });
});

describe('a fact that a newer followup wrote', () => {
  const withUnknown = (type: string, version: number) => {
    const desk = newFileDesk();
    const number = desk.add('Report', 'Joe');
    const [operation] = desk.column('operation', 'id');
    const [uid] = desk.column('commitment', 'uid');
    desk.db
      .prepare(`INSERT INTO event VALUES (?, 9, 'commitment', ?, ?, ?, '{}')`)
      .run(operation, uid, type, version);
    return { desk, number };
  };
  it.each([
    ['Painted', 1],
    ['NoteAdded', 2],
  ])('stops every write to its stream: %s %i', (type, version) => {
    const { desk, number } = withUnknown(type, version);
    const before = readOperations(desk.db);
    expect(refusalOf(() => desk.note(number))).toMatchObject({ code: 'newer-file', kind: 'database' });
    expect(readOperations(desk.db)).toEqual(before);
  });
  it('stops the rebuild, and leaves the read tables as they were', () => {
    const { desk } = withUnknown('Painted', 1);
    const before = desk.readTables();
    desk.db.exec(`UPDATE meta SET value = '0' WHERE key = 'read_version'`);
    const path = desk.db.name;
    desk.db.close();
    expect(refusalOf(() => openForWriting(path))).toMatchObject({ code: 'newer-file', kind: 'database' });
    const raw = new Desk(new Database(path));
    expect(raw.readTables()).toEqual(before);
    raw.db.close();
  });
});

describe('the file', () => {
  it('is created at the first write, with its folder, for its owner only', () => {
    const path = `${newPath('folder')}/deep/followup.db`;
    openForReading(path).close();
    expect(existsSync(dirname(path))).toBe(false);
    const desk = newFileDesk(path);
    desk.add('Report');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(`${path}-wal`).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    desk.db.close();
  });
  it('is read as an empty one when it is not there', () => {
    const db = openForReading(newPath());
    expect(readCommitments(db)).toEqual([]);
    db.close();
  });
  it('keeps what was written', () => {
    const desk = newFileDesk();
    desk.add('Report', 'Joe', { wantedBy: date(9) });
    const before = desk.readTables();
    desk.db.close();
    const again = newFileDesk(desk.db.name);
    expect(again.readTables()).toEqual(before);
    again.db.close();
  });
  it('is marked as ours, survives a power cut, and can be read during a write', () => {
    const { db } = newFileDesk();
    expect(db.pragma('application_id', { simple: true })).toBe(0x66757031);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('trusted_schema', { simple: true })).toBe(0);
    db.close();
  });

  it('of another program is refused, and left as it is', () => {
    const path = newPath('foreign.db');
    const foreign = new Database(path);
    foreign.exec('CREATE TABLE songs (title TEXT)');
    foreign.close();
    const before = readFileSync(path);
    expect(refusalOf(() => openForWriting(path))).toMatchObject({
      code: 'not-a-followup-file',
      kind: 'database',
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
  it('of another program that counts its versions too is refused', () => {
    const path = newPath('foreign.db');
    const foreign = new Database(path);
    foreign.exec('CREATE TABLE songs (title TEXT)');
    foreign.pragma('user_version = 1');
    foreign.close();
    expect(refusalOf(() => openForWriting(path))).toMatchObject({
      code: 'not-a-followup-file',
      kind: 'database',
    });
  });
  it('that is a text is refused, and left as it is', () => {
    const path = newPath('notes.txt');
    const text = 'Dear diary, '.repeat(200);
    writeFileSync(path, text);
    expect(refusalOf(() => openForWriting(path))).toMatchObject({
      code: 'database-damaged',
      kind: 'database',
    });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
  it('that is empty becomes one of ours', () => {
    const path = newPath();
    writeFileSync(path, '');
    const desk = newFileDesk(path);
    expect(desk.add('Report')).toBe(1);
    desk.db.close();
  });
  it('that is a folder is refused', () => {
    expect(refusalOf(() => openForWriting(dirname(newPath())))).toMatchObject({ kind: 'database' });
  });
  it('of a newer followup is refused', () => {
    const desk = newFileDesk();
    desk.add('Report');
    desk.db.pragma('user_version = 99');
    const path = desk.db.name;
    desk.db.close();
    expect(refusalOf(() => openForReading(path))).toMatchObject({ code: 'newer-file', kind: 'database' });
  });
  it('that another process is writing to is refused after a while', () => {
    const desk = newFileDesk();
    desk.add('Report');
    const other = new Database(desk.db.name);
    other.exec('BEGIN IMMEDIATE');
    desk.db.pragma('busy_timeout = 10');
    expect(refusalOf(() => desk.add('Slides'))).toMatchObject({ code: 'database-locked', kind: 'database' });
    other.exec('ROLLBACK');
    expect(desk.add('Slides')).toBe(2);
    other.close();
    desk.db.close();
  });
});

describe('read tables', () => {
  it.each(['0', `${READ_VERSION}x`])('of another version (%s) are rebuilt from the journal', (version) => {
    const desk = newFileDesk();
    desk.add('Report', 'Joe', { agreed: date(6), estimateHours: 2.5 });
    const before = desk.readTables();
    desk.db.exec(`
      UPDATE meta SET value = '${version}' WHERE key = 'read_version';
      DROP TABLE commitment; CREATE TABLE commitment (uid TEXT PRIMARY KEY, old TEXT);
      DELETE FROM client; DELETE FROM number;`);
    desk.db.close();
    const again = newFileDesk(desk.db.name);
    expect(again.readTables()).toEqual(before);
    expect(again.db.prepare(`SELECT value FROM meta WHERE key = 'read_version'`).pluck().get()).toBe(
      READ_VERSION,
    );
    again.db.close();
  });
  it('give back the commitment that the fold leads to', () => {
    const desk = newDesk();
    const cadence = { rrule: 'FREQ=DAILY', text: 'daily' };
    desk.add('Report', 'Joe', { wantedBy: { ...date(9), text: 'monday' }, agreed: date(6), cadence });
    desk.add('Slides');
    for (const commitment of readCommitments(desk.db)) {
      expect(foldStream(desk.db, { kind: 'commitment', uid: commitment.uid }).state).toEqual(commitment);
    }
  });
  it('find what is open, what was closed since a time and is in question, and what concerns a client', () => {
    const desk = newDesk();
    const [open, early, late, right] = [
      desk.add('a', 'Joe'),
      desk.add('b', 'Joe', { at: march(4) }),
      desk.add('c', 'Ann'),
      desk.add('d', 'Ann'),
    ];
    desk.apply('done', [early], decideDone, { at: march(5, '08:00') });
    desk.apply('done', [late, right], decideDone, {});
    desk.apply('accept', [right], decideAccept, {});
    const [toJoe] = readOpenCommitments(desk.db);
    const [toAnn] = readClosedInQuestion(desk.db, NOW);
    expect([toJoe?.number, toAnn?.number]).toEqual([open, late]);
    expect([...readLastClosings(desk.db, NOW)]).toEqual([[toAnn?.client, NOW]]);
    expect(readCommitmentsOf(desk.db, String(toJoe?.client)).map(({ number }) => number)).toEqual([
      open,
      early,
    ]);
  });
  it('find the last word to each client', () => {
    const desk = newDesk();
    desk.add('a', 'Joe');
    desk.add('b', 'Ann', { agreed: date(9), at: march(5, '08:30') });
    expect(readContactStates(desk.db).map(({ client, lastWordAt }) => [client.name, lastWordAt])).toEqual([
      ['Ann', march(5, '08:30')],
      ['Joe', null],
    ]);
  });
  it('and the journal are left as they were when something fails half way', () => {
    const desk = newDesk();
    expect(() =>
      writing(desk.db, () => {
        appendOperation(desk.db, { recordedAt: NOW, zone: 'UTC', verb: 'note' });
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(readOperations(desk.db)).toEqual([]);
  });
});

describe('rebuilding the read tables', () => {
  it('reports how far it is, up to the end', () => {
    const desk = newFileDesk();
    for (let count = 0; count < 3; count++) desk.add(`Report ${count}`);
    desk.db.exec(`UPDATE meta SET value = 'x' WHERE key = 'read_version'`);
    desk.db.close();
    const shares: number[] = [];
    openForWriting(desk.db.name, (share) => shares.push(share)).close();
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    // Nothing has to be rebuilt when it is opened again.
    openForWriting(desk.db.name, () => expect.unreachable()).close();
  });
});
