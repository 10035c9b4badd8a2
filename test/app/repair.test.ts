import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpToday } from '../../src/app/automatic-backup.ts';
import { checkFile } from '../../src/app/doctor.ts';
import { exportJournal } from '../../src/app/journal-file.ts';
import { type Repair, repair } from '../../src/app/repair.ts';
import { VALUE_CHECKS } from '../../src/cli/run/value-checks.ts';
import { sealAll } from '../../src/store/checksum.ts';
import { openForReading, openForWriting } from '../../src/store/open.ts';
import { damaged } from '../support/damage.ts';
import { type Desk, newFileDesk, newPath, refusalOf } from '../support/desk.ts';
import { NOW } from '../support/situation.ts';

interface Exported {
  readonly id: string;
  readonly deviceSeq: number;
  readonly verb: string;
}

/** The operations in a file by id, each as it is exported. */
function operationsIn(path: string): Map<string, string> {
  const db = openForWriting(path);
  const { operations } = JSON.parse([...exportJournal(db)].join('')) as { operations: Exported[] };
  const failed = checkFile(db).filter(({ ok }) => !ok);
  db.close();
  expect(failed).toEqual([]);
  return new Map(operations.map((operation) => [operation.id, JSON.stringify(operation)]));
}

/** A file with enough in it to fill pages of every kind, and a text that needs pages of its own. */
function busyDesk(): Desk {
  const desk = newFileDesk();
  for (let index = 0; index < 40; index++) {
    const number = desk.add(`Report ${index}`, `Client ${index % 7}`);
    desk.note(number, index % 10 === 0 ? `long ${'words '.repeat(2000)}` : 'likes blue');
    if (index % 9 === 0) desk.undo();
  }
  return desk;
}

/** The bytes of a desk's file, with its log written into it. */
function closed(desk: Desk): Buffer {
  desk.db.close();
  return readFileSync(desk.db.name);
}

const fix = (path: string): Repair => repair(path, { now: NOW, keep: 14, values: VALUE_CHECKS });

const PLACES = Number(process.env.DAMAGED_PLACES ?? 42);

describe('a file that is damaged in one place', () => {
  it(`keeps all that can be read, and says what is lost (${PLACES} places)`, {
    timeout: 5_000 * PLACES,
  }, () => {
    const desk = busyDesk();
    const bytes = closed(desk);
    const all = operationsIn(desk.db.name);
    const figures = { places: 0, untouched: 0, whole: 0, operations: 0, lost: 0, nothing: 0 };
    for (let nth = 0; nth < PLACES; nth++) {
      const path = newPath();
      writeFileSync(path, damaged(bytes, nth));
      figures.places++;
      const before = readFileSync(path);
      const done = repairOrNull(path);
      if (done === null) {
        // Too little is left, or its version is damaged to one that may exist one day. Nothing has changed.
        expect(readFileSync(path)).toEqual(before);
        figures.nothing++;
        continue;
      }
      const left = operationsIn(path);
      for (const [id, operation] of left) expect(operation).toBe(all.get(id));
      const gone = [...all.values()]
        .map((operation) => JSON.parse(operation) as Exported)
        .filter(({ id }) => !left.has(id));
      const isSaid = ({ id, deviceSeq }: Exported) =>
        done.lost.some(({ number, operation }) => number === deviceSeq || operation === id);
      const unsaid = gone.filter((operation) => !isSaid(operation));
      // Where the end of the file is missing, or only backups are left, nothing may be known of the last operations.
      if (!done.isCutOff) expect(unsaid).toEqual([]);
      // A row of which the number was damaged may be named under that.
      expect(done.lost.length).toBeLessThanOrEqual(gone.length + 1);
      if (done.kept === null) figures.untouched++;
      else expect(readFileSync(done.kept)).toEqual(before);
      if (gone.length === 0) figures.whole++;
      figures.operations += all.size;
      figures.lost += gone.length;
    }
    if (PLACES > 42) console.log(figures);
    expect(figures.whole).toBeGreaterThan(figures.places / 2);
  });

  it('gets back from its automatic backups what is damaged', () => {
    const desk = busyDesk();
    for (let call = 0; call < 100; call++) backUpToday(desk.context, 14);
    desk.add('Last thing');
    const last = operationsIn(desk.db.name);
    const bytes = closed(desk);
    const hurt = bytes.toString('latin1').replaceAll('{"text":"likes blue"', '{"text":"likes blew"');
    writeFileSync(desk.db.name, hurt, 'latin1');
    const done = fix(desk.db.name);
    expect(done).toMatchObject({ lost: [], kept: expect.stringContaining('.damaged-') });
    expect(done.broughtBack).toBeGreaterThan(0);
    expect(operationsIn(desk.db.name)).toEqual(last);
  });

  it('goes on where a backup cannot be read, and says which', () => {
    const desk = newFileDesk();
    desk.add('Report');
    backUpToday(desk.context, 14);
    desk.note(1, 'likes blue');
    const bytes = closed(desk);
    const folder = `${desk.db.name}.backups`;
    mkdirSync(join(folder, '20260301T080000000Z-day.db'));
    writeFileSync(desk.db.name, bytes.toString('latin1').replaceAll('"Report"', '"Rapport'), 'latin1');
    const done = fix(desk.db.name);
    expect(done).toMatchObject({ operations: 2, broughtBack: 1, lost: [] });
    expect(done.unreadable).toEqual([join(folder, '20260301T080000000Z-day.db')]);
  });

  it('names a stretch of numbers that is longer than any loss as a whole', () => {
    const desk = newFileDesk();
    desk.add('Report');
    desk.note(1, 'likes blue');
    desk.note(1, 'likes red');
    desk.db.exec(`DROP TRIGGER operation_no_update; DROP TRIGGER checksum_no_delete;
      UPDATE operation SET device_seq = 1000000000 WHERE device_seq = 3; DELETE FROM checksum`);
    sealAll(desk.db);
    const bytes = closed(desk);
    writeFileSync(desk.db.name, bytes.toString('latin1').replaceAll('likes blue', 'likes blew'), 'latin1');
    expect(fix(desk.db.name).lost.map(({ number, upTo }) => [number, upTo])).toEqual([
      [2, 2],
      [2, 999_999_999],
    ]);
  });

  it('counts an altered word as lost, and says what can still be read', () => {
    const desk = newFileDesk();
    desk.add('Report');
    desk.note(1, 'likes blue');
    const bytes = closed(desk);
    writeFileSync(desk.db.name, bytes.toString('latin1').replaceAll('likes blue', 'likes blew'), 'latin1');
    expect(fix(desk.db.name).lost).toEqual([
      { number: 2, upTo: 2, operation: expect.any(String), at: NOW, verb: 'note', words: 'likes blew' },
    ]);
    expect(operationsIn(desk.db.name).size).toBe(1);
  });

  it('keeps no undo of what is lost', () => {
    const desk = newFileDesk();
    desk.add('Report');
    desk.note(1, 'likes blue');
    desk.undo();
    const bytes = closed(desk);
    writeFileSync(desk.db.name, bytes.toString('latin1').replaceAll('likes blue', 'likes blew'), 'latin1');
    expect(fix(desk.db.name).lost.map(({ verb }) => verb)).toEqual(['note', 'undo']);
  });

  it('is read with what is still in its log', () => {
    const desk = newFileDesk();
    desk.add('Report');
    const path = newPath();
    for (const suffix of ['', '-wal']) {
      const bytes = readFileSync(desk.db.name + suffix);
      writeFileSync(path + suffix, suffix === '' ? bytes.fill(0, 0, 100) : bytes);
    }
    expect(fix(path)).toMatchObject({ operations: 1, lost: [] });
    desk.db.close();
  });
});

describe('a file of which nothing can be read', () => {
  it('is what its backups have, and says until when', () => {
    const desk = newFileDesk();
    desk.add('Report');
    backUpToday(desk.context, 14);
    desk.note(1, 'likes blue');
    closed(desk);
    writeFileSync(desk.db.name, Buffer.alloc(50_000));
    expect(fix(desk.db.name)).toMatchObject({ operations: 1, broughtBack: 1, onlyUntil: NOW });
  });

  it('because it was emptied is not taken for a new one', () => {
    const desk = newFileDesk();
    desk.add('Report');
    backUpToday(desk.context, 14);
    closed(desk);
    writeFileSync(desk.db.name, '');
    for (const open of [openForReading, openForWriting]) {
      expect(refusalOf(() => open(desk.db.name))).toMatchObject({ code: 'content-lost', kind: 'database' });
    }
    expect(fix(desk.db.name)).toMatchObject({ operations: 1, onlyUntil: NOW });
  });
});

describe('an operation with an event of a type that nobody knows', () => {
  it('is damaged if its checksum says so, and is not from a newer followup', () => {
    const desk = newFileDesk();
    desk.add('Report');
    desk.note(1, 'likes blue');
    const bytes = closed(desk);
    writeFileSync(desk.db.name, bytes.toString('latin1').replaceAll('NoteAdded', 'NoteAdder'), 'latin1');
    expect(fix(desk.db.name).lost.map(({ verb }) => verb)).toEqual(['note']);
    expect(operationsIn(desk.db.name).size).toBe(1);
  });
});

describe('a file that is not damaged', () => {
  it('stays, with a backup, and its read tables are made again', () => {
    const desk = newFileDesk();
    desk.add('Report');
    desk.db.exec(`UPDATE commitment SET title = 'Rumour'`);
    desk.db.close();
    expect(fix(desk.db.name)).toEqual({
      kept: null,
      operations: 1,
      broughtBack: 0,
      lost: [],
      unreadable: [],
      isCutOff: false,
      onlyUntil: null,
    });
    expect(existsSync(`${desk.db.name}.backups`)).toBe(true);
    expect(operationsIn(desk.db.name).size).toBe(1);
  });
  it('is refused if it holds nothing of ours', () => {
    const path = newPath();
    writeFileSync(path, 'Dear Joe, '.repeat(1000));
    expect(refusalOf(() => fix(path))).toMatchObject({ code: 'nothing-saved', kind: 'database' });
    expect(readFileSync(path, 'utf8')).toBe('Dear Joe, '.repeat(1000));
    expect(existsSync(dirname(path))).toBe(true);
  });
});

function repairOrNull(path: string): Repair | null {
  try {
    return fix(path);
  } catch (error) {
    expect(error).toMatchObject({ kind: 'database' });
    return null;
  }
}
