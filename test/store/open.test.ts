import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../src/app/doctor.ts';
import { isNewlyShared, openForReading, openForWriting } from '../../src/store/open.ts';
import { newPath } from '../support/desk.ts';

const journalOf = (db: ReturnType<typeof openForWriting>) => db.pragma('journal_mode', { simple: true });

/** Opens a file as on a disk that other machines share, and as on any other. */
const openShared = (path: string) => openForWriting(path, undefined, true);
const openUsual = (path: string) => openForWriting(path, undefined, false);

describe('a write', () => {
  it('is on the disk before it is reported, whatever the journal', () => {
    // 2 is FULL, and 3 is EXTRA: a rollback journal is deleted for good too.
    for (const [open, synchronous] of [
      [openUsual, 2],
      [openShared, 3],
    ] as const) {
      const path = newPath();
      for (const db of [open(path), open(path)]) {
        expect(db.pragma('synchronous', { simple: true })).toBe(synchronous);
        db.close();
      }
    }
  });
});

describe('a file that other machines may share', () => {
  it('gets no write-ahead log, which is said when it is made', () => {
    const path = newPath();
    const db = openShared(path);
    expect([journalOf(db), isNewlyShared(db)]).toEqual(['delete', true]);
    db.close();
    const again = openShared(path);
    expect([journalOf(again), isNewlyShared(again)]).toEqual(['delete', false]);
    again.close();
  });

  it('loses the one that it had elsewhere, and gets it back there', () => {
    const path = newPath();
    openUsual(path).close();
    const moved = openShared(path);
    expect([journalOf(moved), isNewlyShared(moved)]).toEqual(['delete', true]);
    moved.close();
    const back = openUsual(path);
    expect([journalOf(back), isNewlyShared(back)]).toEqual(['wal', false]);
    back.close();
  });

  it('is a line of doctor there, and nowhere else', () => {
    const db = openShared(newPath());
    expect(checkFile(db, { isShared: true }).at(-1)).toEqual({
      name: 'place',
      ok: true,
      detail: 'other machines may share the file; it is kept without a write-ahead log',
    });
    expect(checkFile(db, { isShared: false }).map(({ name }) => name)).not.toContain('place');
    db.close();
  });
});

describe('an empty file', () => {
  it('is read as a new one, and left as it is', () => {
    const path = newPath();
    writeFileSync(path, '');
    const db = openForReading(path);
    expect(db.prepare('SELECT count(*) FROM operation').pluck().get()).toBe(0);
    db.close();
    expect(readFileSync(path)).toHaveLength(0);
  });
});
