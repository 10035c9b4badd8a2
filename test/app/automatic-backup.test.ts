import { readdirSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backUpBefore, backUpToday, listBackups } from '../../src/app/automatic-backup.ts';
import { checkFile } from '../../src/app/doctor.ts';
import { exportJournal } from '../../src/app/journal-file.ts';
import { backupFolder } from '../../src/store/backup-folder.ts';
import { copyJournal } from '../../src/store/journal-copy.ts';
import { openForWriting } from '../../src/store/open.ts';
import { type Desk, newFileDesk, newPath, refusalOf } from '../support/desk.ts';

const MONDAY = '2026-03-02T09:00:00.000Z';
const DAY_MS = 86_400_000;

function deskWith(requests: number): Desk {
  const desk = newFileDesk();
  for (let index = 0; index < requests; index++) desk.add(`Report ${index}`, 'Joe');
  return desk;
}

const journalOf = (path: string) => {
  const db = openForWriting(path);
  expect(checkFile(db).filter(({ ok }) => !ok)).toEqual([]);
  const journal = [...exportJournal(db)].join('');
  db.close();
  return journal;
};

const filesOf = (desk: Desk) => listBackups(desk.db.name).map(({ file }) => file);

describe('the backup of the day', () => {
  it('has everything that was recorded, and is made once', () => {
    const desk = deskWith(3);
    backUpToday(desk.context, 14);
    const [file = ''] = filesOf(desk);
    expect(journalOf(file)).toBe([...exportJournal(desk.db)].join(''));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(backupFolder(desk.db.name)).mode & 0o777).toBe(0o700);
    desk.add('Slides');
    backUpToday(desk.context, 14);
    expect(filesOf(desk)).toEqual([file]);
  });

  it('of the next day takes in what came since, and the oldest one goes', () => {
    const desk = deskWith(1);
    for (let day = 0; day < 5; day++) {
      desk.now = new Date(Date.parse(MONDAY) + day * DAY_MS).toISOString();
      desk.add(`Report of day ${day}`);
      backUpToday(desk.context, 3);
    }
    const backups = listBackups(desk.db.name);
    expect(backups.map(({ at }) => at.slice(0, 10))).toEqual(['2026-03-06', '2026-03-05', '2026-03-04']);
    expect(journalOf(backups[0]?.file ?? '')).toBe([...exportJournal(desk.db)].join(''));
  });

  it('is not made if none are to be kept, or nothing is in a file', () => {
    const desk = deskWith(1);
    backUpToday(desk.context, 0);
    expect(filesOf(desk)).toEqual([]);
    const blank = newFileDesk();
    backUpBefore(blank.db, blank.now, 'import', 14);
    expect(filesOf(blank)).toEqual([]);
  });

  it('does not push out those before an import, nor they it', () => {
    const desk = deskWith(1);
    backUpToday(desk.context, 2);
    for (let count = 0; count < 4; count++) backUpBefore(desk.db, desk.now, 'import', 2);
    expect(
      listBackups(desk.db.name)
        .map(({ occasion }) => occasion)
        .sort(),
    ).toEqual(['day', 'import', 'import']);
  });

  it('fails, and is not made, when an operation is not as it was recorded', () => {
    const desk = deskWith(2);
    desk.db.exec(`DROP TRIGGER event_no_update;
      UPDATE event SET payload = replace(payload, 'Report 1', 'Report 7')`);
    expect(refusalOf(() => backUpToday(desk.context, 14))).toMatchObject({ code: 'database-damaged' });
    expect(readdirSync(backupFolder(desk.db.name))).toEqual([]);
  });
});

describe('a copy of a journal in steps', () => {
  it('goes on where it stopped, while others write', () => {
    const desk = deskWith(130);
    const [unfinished, place] = [newPath('unfinished.db'), newPath('copy.db')];
    let steps = 1;
    while (!copyJournal(desk.db, unfinished, place, () => false)) {
      desk.add(`Report of step ${steps++}`, 'Acme Corp');
      if (steps % 3 === 0) desk.undo();
    }
    expect(steps).toBeGreaterThan(3);
    expect(journalOf(place)).toBe([...exportJournal(desk.db)].join(''));
  });

  it('stands back while another process is at it', () => {
    const desk = deskWith(1);
    const unfinished = newPath('unfinished.db');
    copyJournal(desk.db, unfinished, newPath(), () => false);
    const other = new Database(unfinished);
    other.exec('BEGIN IMMEDIATE');
    expect(copyJournal(desk.db, unfinished, newPath())).toBe(false);
    other.close();
  });

  it('begins anew if what is there of it is no copy', () => {
    const desk = deskWith(1);
    const [unfinished, place] = [newPath('unfinished.db'), newPath('copy.db')];
    writeFileSync(unfinished, 'junk '.repeat(2000));
    expect(() => copyJournal(desk.db, unfinished, place)).toThrow();
    expect(copyJournal(desk.db, unfinished, place)).toBe(true);
    expect(journalOf(place)).toBe([...exportJournal(desk.db)].join(''));
  });
});
