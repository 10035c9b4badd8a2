import { describe, expect, it } from 'vitest';
import { checkFile, repairReadTables } from '../../src/app/doctor.ts';
import { dryRun } from '../../src/app/dry-run.ts';
import { readExport } from '../../src/app/journal-file.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideLog } from '../../src/domain/decisions/log.ts';
import { EVENT_TYPES, STREAM_KINDS, streamKindOf } from '../../src/domain/streams/registry.ts';
import { readOperations } from '../../src/store/journal.ts';
import { readClients, readCommitments } from '../../src/store/queries.ts';
import { ANY_VALUES } from '../support/any-values.ts';
import { type Desk, newDesk, newFileDesk, refusalOf } from '../support/desk.ts';
import { date, march } from '../support/situation.ts';
import { exportOf, take } from '../support/two-desks.ts';

/** A desk with every kind of record. */
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
    expect(take(desk, exportOf(newDesk()))).toMatchObject({ operations: 0, known: 0 });
  });
  it('is the same text after an import and another export', () => {
    const desk = busyDesk();
    const text = exportOf(desk);
    const other = newDesk();
    expect(take(other, text)).toMatchObject({ operations: 9, known: 0 });
    expect(exportOf(other)).toBe(text);
    expect(other.readTables()).toEqual(desk.readTables());
    expect(checkFile(other.db).every(({ ok }) => ok)).toBe(true);
  });
  it('can be continued on the other machine', () => {
    const other = newDesk();
    take(other, exportOf(busyDesk()));
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
    const refusal = refusalOf(() => take(desk, text));
    expect(readOperations(desk.db)).toEqual([]);
    expect(Object.values(desk.readTables()).flat()).toEqual([]);
    return refusal;
  };

  it('if it is not an export', () => {
    const desk = newDesk();
    expect(take(desk, journal({ ...operation, events: [event] }))).toMatchObject({
      operations: 1,
    });
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
  it.each(
    EVENT_TYPES.flatMap((type) =>
      STREAM_KINDS.filter((kind) => kind !== streamKindOf(type)).map((kind) => [type, kind] as const),
    ),
  )('of %s on the stream of a %s, with its place in the file', (type, kind) => {
    const misplaced = { ...event, type, stream: { kind, uid: 'y' } };
    const refusal = refusedImport(
      journal(operation, { ...operation, id: '02X', events: [event, misplaced] }),
    );
    expect(refusal).toMatchObject({ code: 'not-an-export', kind: 'refused' });
    expect(refusal.message).toContain(
      `operations.1.events.1: ${type} is an event of a ${streamKindOf(type)}`,
    );
  });
  it('of an operation that is here with different content', () => {
    const desk = busyDesk();
    const before = exportOf(desk);
    const told = before.replace('"title":"Slides"', '"title":"Rumour"');
    expect(refusalOf(() => take(desk, told))).toMatchObject({
      code: 'operation-differs',
      message: expect.stringContaining('with different content'),
    });
    const other = before.replace('"verb":"note"', '"verb":"snooze"');
    expect(refusalOf(() => take(desk, other)).code).toBe('operation-differs');
    expect(exportOf(desk)).toBe(before);
  });
});

describe('an import into a file in which there is something', () => {
  const titles = (desk: Desk) => readCommitments(desk.db).map(({ number, title }) => `${number} ${title}`);

  it('of its own export brings nothing', () => {
    const desk = busyDesk();
    const before = exportOf(desk);
    expect(take(desk, before)).toEqual({
      operations: 0,
      known: 9,
      renumbered: [],
      merged: [],
    });
    expect(exportOf(desk)).toBe(before);
  });
  it('adds what is missing here', () => {
    const desk = newDesk();
    desk.add('Report', 'Joe');
    const other = newDesk();
    take(other, exportOf(desk));
    other.now = march(5, '10:00');
    other.note(1);
    other.add('Slides', 'Joe');
    expect(take(desk, exportOf(other))).toMatchObject({ operations: 2, known: 1 });
    expect(titles(desk)).toEqual(['1 Report', '2 Slides']);
    expect(exportOf(desk)).toBe(exportOf(other));
    expect(desk.readTables()).toEqual(other.readTables());
  });
  it('brings an undo of what is here', () => {
    const desk = newDesk();
    desk.add('Report');
    const other = newDesk();
    take(other, exportOf(desk));
    other.undo();
    take(desk, exportOf(other));
    expect(titles(desk)).toEqual([]);
    expect(checkFile(desk.db).every(({ ok }) => ok)).toBe(true);
  });
  it('does not reuse a number that is taken here', () => {
    const desk = newDesk();
    for (const title of ['Report', 'Slides', 'Summary']) desk.add(title);
    desk.undo();
    const other = newDesk();
    for (const title of ['Price list', 'Logo', 'Poster', 'Flyer', 'Banner']) other.add(title);
    other.undo();
    expect(take(desk, exportOf(other)).renumbered).toEqual([
      { title: 'Price list', from: 1, to: 6 },
      { title: 'Logo', from: 2, to: 7 },
      // Its number belonged here to something that is now undone, and is never reused.
      { title: 'Poster', from: 3, to: 8 },
    ]);
    expect(titles(desk)).toEqual(['1 Report', '2 Slides', '4 Flyer', '6 Price list', '7 Logo', '8 Poster']);
    expect(desk.add('Next')).toBe(9);
    // Both files have another number for it, and still treat it as one commitment.
    expect(take(other, exportOf(desk))).toMatchObject({ known: 6, operations: 5 });
    expect(take(desk, exportOf(other))).toMatchObject({ operations: 0, renumbered: [] });
  });
  it('merges clients with the same name, in an operation that can be undone', () => {
    const desk = newDesk();
    desk.add('Report', 'Acme Corp');
    const other = newDesk();
    other.now = march(5, '10:00');
    other.add('Slides', 'acme-corp');
    other.start('told', decideLog, {
      client: { name: 'Acme Corp', isNew: false },
      direction: 'out',
      text: 'hello',
      needsReply: false,
    });
    expect(take(desk, exportOf(other)).merged).toEqual([{ name: 'acme-corp', into: 'Acme Corp' }]);
    expect(readClients(desk.db)).toMatchObject([{ name: 'Acme Corp', otherNames: [{ name: 'acme-corp' }] }]);
    const [client] = readClients(desk.db);
    expect(desk.column('commitment', 'client')).toEqual([client?.uid, client?.uid]);
    expect(desk.column('contact', 'client')).toEqual([client?.uid]);
    expect(checkFile(desk.db).every(({ ok }) => ok)).toBe(true);
    expect(desk.undo()).toEqual(['import']);
    expect(readClients(desk.db)).toHaveLength(2);
    expect(desk.redo()).toBe('import');
    // The other file keeps the same of the two.
    expect(take(other, exportOf(desk)).operations).toBeGreaterThan(0);
    expect(readClients(other.db)).toMatchObject([{ uid: client?.uid }]);
  });
  it('treats the continuation of a copied file as another device', () => {
    const desk = newDesk();
    desk.add('Report');
    const other = newDesk();
    take(other, exportOf(desk));
    const [device = ''] = desk.column('device', 'id') as string[];
    other.db.prepare(`INSERT INTO meta (key, value) VALUES ('device', ?)`).run(device);
    desk.add('Slides');
    other.add('Summary');
    other.add('Poster');
    take(desk, exportOf(other));
    const operations = readOperations(desk.db);
    expect(operations).toHaveLength(4);
    expect(new Set(operations.map((each) => each.device)).size).toBe(2);
    // A later record in the other file continues on its device.
    other.add('Flyer');
    take(desk, exportOf(other));
    expect(new Set(readOperations(desk.db).map((each) => each.device)).size).toBe(2);
    expect(titles(desk).map((each) => each.split(' ')[1])).toHaveLength(5);
  });
  it('holds up nobody while the file is checked', () => {
    const desk = newDesk();
    const inTransaction = new Set<boolean>();
    const isZone = () => {
      inTransaction.add(desk.db.inTransaction);
      return true;
    };
    readExport(exportOf(busyDesk()), { ...ANY_VALUES, isZone });
    expect([...inTransaction]).toEqual([false]);
  });
  it('can be tried in a dry run', () => {
    const desk = newDesk();
    desk.add('Report', 'Joe');
    const before = { journal: exportOf(desk), tables: desk.readTables() };
    const other = newDesk();
    other.add('Slides', 'joe');
    const imported = dryRun(desk.db, () => take(desk, exportOf(other)));
    expect(imported).toMatchObject({ operations: 1, renumbered: [{ from: 1, to: 2 }], merged: [{}] });
    expect({ journal: exportOf(desk), tables: desk.readTables() }).toEqual(before);
    expect(take(desk, exportOf(other))).toEqual(imported);
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
    [
      'a column for queries that was changed',
      `UPDATE commitment SET ball = 'them' WHERE number = 2`,
      'commitment',
    ],
    [
      'a zone without a date',
      `UPDATE commitment SET snooze_until_zone = 'UTC' WHERE number = 2`,
      'commitment',
    ],
    ['a number in two ways', 'UPDATE commitment SET number = 77 WHERE number = 2', 'commitment'],
    ['words that were taken away', 'DELETE FROM words', 'words, words_index'],
    [
      'a row that was added',
      `INSERT INTO client (uid, name, added_at, spent_hours, spent_money) VALUES ('x', 'x', 'x', 0, '')`,
      'client',
    ],
    ['a number that names another', 'UPDATE number SET number = 99 WHERE number = 1', 'commitment'],
    ['two things at once', 'DELETE FROM client; DELETE FROM number', 'commitment, client'],
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
