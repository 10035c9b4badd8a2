import { readdirSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backUpBefore, backUpToday } from '../../src/app/automatic-backup.ts';
import { checkFile } from '../../src/app/doctor.ts';
import { exportJournal } from '../../src/app/journal-file.ts';
import { backupFolder, listBackups } from '../../src/store/backup-folder.ts';
import { copyJournal, goOnCopying } from '../../src/store/journal-copy.ts';
import { openForWriting } from '../../src/store/open.ts';
import { Desk, newFileDesk, newPath, refusalOf } from '../support/desk.ts';

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
  const newFiles = () => ({ unfinished: newPath('unfinished.db'), place: newPath('copy.db') });
  const never = () => false;
  const always = () => true;

  it('goes on where it stopped, while others write at any time', () => {
    const desk = deskWith(130);
    const files = newFiles();
    const other = new Desk(openForWriting(desk.db.name));
    let steps = 0;
    const write = () => {
      other.add(`Report of step ${++steps}`, 'Acme Corp');
      if (steps % 3 === 0) other.undo();
      return false;
    };
    while (!goOnCopying(desk.db, files, write)) desk.add('Between two steps', 'Joe');
    expect(steps).toBeGreaterThan(3);
    const all = [...exportJournal(desk.db)].join('');
    // What was recorded after the last look is for the next backup.
    const copied = JSON.parse(journalOf(files.place)) as { operations: object[] };
    const recorded = JSON.parse(all) as { operations: object[] };
    expect(recorded.operations.slice(0, copied.operations.length)).toEqual(copied.operations);
    expect(recorded.operations.length - copied.operations.length).toBeLessThan(3);
  });

  it('begins anew when a restore has put other content in place', () => {
    const desk = deskWith(130);
    const files = newFiles();
    goOnCopying(desk.db, files, never);
    const restored = deskWith(130);
    expect(goOnCopying(restored.db, files, always)).toBe(true);
    expect(journalOf(files.place)).toBe([...exportJournal(restored.db)].join(''));
  });

  it('stands back while another process is at it', () => {
    const desk = deskWith(1);
    const files = newFiles();
    const other = new Database(files.unfinished);
    other.exec('BEGIN IMMEDIATE');
    expect(goOnCopying(desk.db, files, always)).toBe(false);
    other.close();
  });

  it('begins anew, without a word, if what is there of it is no copy', () => {
    const desk = deskWith(1);
    const files = newFiles();
    writeFileSync(files.unfinished, 'junk '.repeat(2000));
    expect(goOnCopying(desk.db, files, always)).toBe(true);
    expect(journalOf(files.place)).toBe([...exportJournal(desk.db)].join(''));
  });

  it('is whole at once where there is time', () => {
    const desk = deskWith(70);
    const files = newFiles();
    copyJournal(desk.db, files);
    expect(journalOf(files.place)).toBe([...exportJournal(desk.db)].join(''));
  });
});
