import { cpSync, existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../src/app/doctor.ts';
import { exportJournal } from '../../src/app/journal-file.ts';
import { listBackups } from '../../src/store/backup-folder.ts';
import { JOURNAL_VERSION, type Migration, migrate } from '../../src/store/migrations.ts';
import { openForWriting } from '../../src/store/open.ts';
import { readCommitments } from '../../src/store/queries.ts';
import { newDesk, newPath } from '../support/desk.ts';

/** A file of the first version, as written then. It is frozen, because users have such files. */
const FIRST = fileURLToPath(new URL('./fixtures/followup-1.db', import.meta.url));

function copyOfFirst(): string {
  const path = newPath();
  cpSync(FIRST, path);
  return path;
}

const ADD_MARKS: Migration = {
  to: JOURNAL_VERSION + 1,
  change: (db) => db.exec('CREATE TABLE mark (key TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT'),
};
const FILL_MARKS: Migration = {
  to: JOURNAL_VERSION + 2,
  change: (db) => db.exec(`INSERT INTO mark VALUES ('a', 'b')`),
};
const FAIL: Migration = {
  to: JOURNAL_VERSION + 2,
  change: (db) => {
    db.exec(`INSERT INTO mark VALUES ('a', 'b')`);
    throw new Error('It cannot be done.');
  },
};

const versionOf = (db: ReturnType<typeof openForWriting>) => db.pragma('user_version', { simple: true });

/** The files beside a file, without its write-ahead log. */
const besides = (path: string) =>
  readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)) && !/-(?:wal|shm)$/.test(name));

describe('a file of the first version', () => {
  it('is read as it was meant, and its read tables are rebuilt', () => {
    const db = openForWriting(copyOfFirst());
    expect(checkFile(db).filter(({ ok }) => !ok)).toEqual([]);
    const commitments = readCommitments(db);
    expect(commitments.map(({ number, kind, title, state }) => [number, kind, title, state])).toEqual([
      [1, 'request', 'Quarterly report', 'agreed'],
      [2, 'promise', 'send the notes', 'agreed'],
      [3, 'awaiting', 'the logins', 'waiting'],
      [4, 'reply', 'how is it going?', 'done'],
      [5, 'request', 'Logo', 'accepted'],
      [6, 'request', 'Old thing', 'asked'],
    ]);
    expect(commitments[0]).toMatchObject({
      due: { at: '2026-03-05T14:00:00.000Z', zone: 'Europe/Berlin', grain: 'time' },
      agreement: { at: '2026-03-02T10:30:00.000Z', inWriting: true },
      estimate: { hours: 20, range: [16, 24] },
      nextPromised: { at: '2026-03-04T13:00:00.000Z' },
      spentHours: 3,
      rightWhen: 'totals match',
    });
    expect(commitments[2]?.snooze).toMatchObject({ until: { grain: 'day' } });
    db.close();
  });

  it('exports the same as ever', () => {
    const db = openForWriting(copyOfFirst());
    const again = openForWriting(copyOfFirst());
    expect([...exportJournal(db)]).toEqual([...exportJournal(again)]);
    expect([...exportJournal(db)].join('').match(/"id":/g)).toHaveLength(26);
    db.close();
    again.close();
  });
});

describe('migrations', () => {
  it('are applied in order, after a copy of the file is kept', () => {
    const path = copyOfFirst();
    const db = openForWriting(path);
    const kept = migrate(db, [ADD_MARKS, FILL_MARKS]);
    expect(versionOf(db)).toBe(JOURNAL_VERSION + 2);
    expect(db.prepare('SELECT * FROM mark').all()).toEqual([{ key: 'a', at: 'b' }]);
    expect(listBackups(path).map(({ file }) => file)).toContain(kept);
    const before = openForWriting(kept ?? '');
    expect(versionOf(before)).toBe(JOURNAL_VERSION);
    expect(readCommitments(before)).toEqual(readCommitments(db));
    before.close();
    db.close();
  });

  it('are not applied twice', () => {
    const path = copyOfFirst();
    const db = openForWriting(path);
    migrate(db, [ADD_MARKS]);
    expect(migrate(db, [ADD_MARKS])).toBeNull();
    expect(migrate(db, [ADD_MARKS, FILL_MARKS])).not.toBeNull();
    expect(db.prepare('SELECT count(*) FROM mark').pluck().get()).toBe(1);
    db.close();
  });

  it('leave everything as it was when one of them fails', () => {
    const path = copyOfFirst();
    const db = openForWriting(path);
    const before = readCommitments(db);
    expect(() => migrate(db, [ADD_MARKS, FAIL])).toThrow('It cannot be done.');
    expect(versionOf(db)).toBe(JOURNAL_VERSION);
    expect(readCommitments(db)).toEqual(before);
    expect(db.prepare(`SELECT name FROM sqlite_schema WHERE name = 'mark'`).get()).toBeUndefined();
    db.close();
  });

  it('never overwrite an existing copy', () => {
    const path = copyOfFirst();
    const db = openForWriting(path);
    const kept = [migrate(db, [ADD_MARKS]), migrate(db, [ADD_MARKS, FILL_MARKS])];
    expect(new Set(kept).size).toBe(2);
    expect(kept.every((file) => existsSync(file ?? ''))).toBe(true);
    db.close();
  });

  it('keep no copy of a file that holds nothing yet', () => {
    const { db } = newDesk();
    expect(migrate(db, [ADD_MARKS])).toBeNull();
    expect(versionOf(db)).toBe(JOURNAL_VERSION + 1);
    const path = newPath();
    const blank = openForWriting(path);
    migrate(blank, [ADD_MARKS]);
    expect(besides(path)).toEqual([basename(path)]);
    blank.close();
  });
});
