import { describe, expect, it } from 'vitest';
import { checkFile, repairReadTables } from '../../src/app/check.ts';
import { exportJournal, importJournal } from '../../src/app/journal-file.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideLog } from '../../src/domain/decisions/log.ts';
import { readOperations } from '../../src/store/journal.ts';
import { type Desk, newDesk, newFileDesk, refusalOf } from '../support/desk.ts';
import { date, march } from '../support/situation.ts';

const exportOf = (desk: Desk) => [...exportJournal(desk.db)].join('');

/** A desk where something of everything happened. */
function busyDesk(): Desk {
  const desk = newDesk();
  const first = desk.add('Report "X"\n✓ 株式会社', 'Acme Corp', { wantedBy: { ...date(9), text: 'monday' } });
  desk.add('Slides', 'Joe', { agreed: date(6), estimateHours: 2.5 });
  desk.note(first);
  desk.now = march(5, '10:00');
  desk.start('heard', decideLog, {
    client: { name: 'Joe', isNew: false },
    direction: 'in',
    text: 'Where are we?',
    needsReply: true,
  });
  desk.apply('done', [first], decideDone, { tookHours: 3 });
  desk.undo();
  desk.add('Summary');
  desk.undo();
  desk.redo();
  return desk;
}

describe('an export', () => {
  it('is JSON, an operation a line', () => {
    const text = exportOf(busyDesk());
    const journal = JSON.parse(text) as { format: string; version: number; operations: object[] };
    expect(journal).toMatchObject({ format: 'followup-journal', version: 1 });
    expect(journal.operations).toHaveLength(9);
    expect(text.trim().split('\n')).toHaveLength(11);
  });
  it('of an empty file can be imported too', () => {
    const desk = newDesk();
    expect(importJournal(desk.db, exportOf(newDesk()))).toBe(0);
  });
  it('and its import and its export are the same text', () => {
    const desk = busyDesk();
    const text = exportOf(desk);
    const other = newDesk();
    expect(importJournal(other.db, text)).toBe(9);
    expect(exportOf(other)).toBe(text);
    expect(other.readTables()).toEqual(desk.readTables());
    expect(checkFile(other.db).every(({ ok }) => ok)).toBe(true);
  });
  it('goes on where it was, on the other machine as well', () => {
    const other = newDesk();
    importJournal(other.db, exportOf(busyDesk()));
    const devices = new Set(readOperations(other.db).map(({ device }) => device));
    expect(other.add('Next')).toBe(5);
    const last = readOperations(other.db).at(-1);
    expect(last).toMatchObject({ verb: 'add', deviceSeq: 1 });
    expect(devices.has(last?.device ?? '')).toBe(false);
    expect(other.undo(2)).toEqual(['add', 'add']);
  });
});

describe('an import is refused, and changes nothing', () => {
  const operation = {
    id: '01A',
    device: '01D',
    deviceSeq: 1,
    hlc: '001772701200000-000000',
    recordedAt: '2026-03-05T09:00:00.000Z',
    zone: 'UTC',
    verb: 'add',
    undoes: null,
    events: [] as object[],
  };
  const event = {
    stream: { kind: 'commitment', uid: '01C' },
    type: 'RequestRecorded',
    version: 1,
    payload: { title: 'Report', scope: 'in', at: '2026-03-05T09:00:00.000Z' },
  };
  const journal = (...operations: object[]) =>
    JSON.stringify({ format: 'followup-journal', version: 1, operations });
  const refusedImport = (text: string) => {
    const desk = newDesk();
    const refusal = refusalOf(() => importJournal(desk.db, text));
    expect(readOperations(desk.db)).toEqual([]);
    expect(Object.values(desk.readTables()).flat()).toEqual([]);
    return refusal;
  };

  it('unless it is one', () => {
    const desk = newDesk();
    expect(importJournal(desk.db, journal({ ...operation, events: [event] }))).toBe(1);
    expect(desk.column('commitment', 'title')).toEqual(['Report']);
  });
  it.each([
    ['nothing', ''],
    ['no JSON', 'Dear diary'],
    ['half an export', '{"format":"followup-journal","version":1,"operations":['],
    ['other JSON', '[]'],
    ['null', 'null'],
    ['the export of another program', '{"format":"todo","version":1,"operations":[]}'],
    ['an operation that is none', journal({ id: 1 })],
    ['a field that is not known', journal({ ...operation, colour: 'red' })],
    [
      'a stream that is not known',
      journal({ ...operation, events: [{ ...event, stream: { kind: 'x', uid: 'y' } }] }),
    ],
    ['a payload that is none', journal({ ...operation, events: [{ ...event, payload: 'x' }] })],
  ])('of %s', (_name, text) => {
    expect(refusedImport(text)).toMatchObject({ code: 'not-an-export', kind: 'refused' });
  });
  it('of a newer followup', () => {
    const text = JSON.stringify({ format: 'followup-journal', version: 2, operations: [] });
    expect(refusedImport(text)).toMatchObject({ code: 'newer-file' });
  });
  it('of a fact that a newer followup wrote', () => {
    expect(refusedImport(journal({ ...operation, events: [{ ...event, type: 'Painted' }] })).code).toBe(
      'newer-file',
    );
    expect(refusedImport(journal({ ...operation, events: [{ ...event, version: 2 }] })).code).toBe(
      'newer-file',
    );
  });
  it.each([
    ['the same operation twice', journal(operation, operation)],
    ['an undo of what is not there', journal({ ...operation, verb: 'undo', undoes: '01Z' })],
    ['a fact without what belongs to it', journal({ ...operation, events: [{ ...event, payload: {} }] })],
    [
      'a fact of another kind of thing',
      journal({ ...operation, events: [{ ...event, type: 'ClientAdded' }] }),
    ],
    ['a clock that is none', journal({ ...operation, hlc: 'noon', events: [event] })],
  ])('of %s', (_name, text) => {
    expect(refusedImport(text)).toMatchObject({ kind: 'refused' });
  });
  it('into a file in which there is something', () => {
    const text = exportOf(busyDesk());
    const desk = newDesk();
    desk.add('Report');
    desk.undo();
    const before = exportOf(desk);
    expect(refusalOf(() => importJournal(desk.db, text))).toMatchObject({
      code: 'file-not-empty',
      hint: expect.stringContaining('--db NEW.db'),
    });
    expect(exportOf(desk)).toBe(before);
  });
});

describe('doctor', () => {
  const failed = (desk: Desk) =>
    checkFile(desk.db)
      .filter(({ ok }) => !ok)
      .map(({ name, detail }) => `${name}: ${detail}`);

  it('finds nothing in a file that is sound', () => {
    expect(failed(newDesk())).toEqual([]);
    expect(failed(busyDesk())).toEqual([]);
  });
  it.each([
    ['a value that was changed', `UPDATE commitment SET title = 'x' WHERE number = 2`, 'commitment'],
    ['a date that was changed', `UPDATE commitment SET due = NULL WHERE number = 2`, 'commitment'],
    ['a row that was taken away', 'DELETE FROM contact', 'contact'],
    ['a row that was added', `INSERT INTO client (uid, name, added_at) VALUES ('x', 'x', 'x')`, 'client'],
    ['a number that names another', 'UPDATE number SET number = 99 WHERE number = 1', 'number'],
    ['two things at once', 'DELETE FROM client; DELETE FROM number', 'number, client'],
  ])('finds %s, and repairs it', (_name, sql, tables) => {
    const desk = busyDesk();
    const before = desk.readTables();
    desk.db.exec(sql);
    expect(failed(desk)).toEqual([`read tables: ${tables} differ from a fresh replay of the journal`]);
    repairReadTables(desk.db);
    expect(failed(desk)).toEqual([]);
    expect(desk.readTables()).toEqual(before);
  });
  it('finds an event that belongs to no operation', () => {
    const desk = newFileDesk();
    desk.add('Report');
    desk.db.pragma('foreign_keys = OFF');
    desk.db.exec(
      `INSERT INTO event VALUES ('nothing', 0, 'client', 'x', 'ClientAdded', 1, '{"name":"x","at":"x"}')`,
    );
    expect(failed(desk)).toEqual(['journal: 1 rows refer to nothing']);
    desk.db.close();
  });
});
