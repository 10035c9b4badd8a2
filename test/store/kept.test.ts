import { describe, expect, it } from 'vitest';
import { writing } from '../../src/store/db.ts';
import { keepUntilChanged } from '../../src/store/kept.ts';
import { openForWriting } from '../../src/store/open.ts';
import { newPath } from '../support/desk.ts';

/** An open file with a table, and a read of its words that counts how often it was needed. */
function words() {
  const path = newPath();
  const db = openForWriting(path);
  db.exec('CREATE TABLE word (text TEXT)');
  let reads = 0;
  const read = keepUntilChanged((file) => {
    reads++;
    return file.prepare('SELECT text FROM word ORDER BY rowid').pluck().all().join(' ');
  });
  return { path, db, read: () => read(db), reads: () => reads };
}

const add = "INSERT INTO word VALUES ('new')";

describe('what was read of a file is kept', () => {
  it('until this connection changes it', () => {
    const { db, read, reads } = words();
    expect([read(), read(), reads()]).toEqual(['', '', 1]);
    db.exec(add);
    expect([read(), reads()]).toEqual(['new', 2]);
  });
  it('until another connection changes it', () => {
    const { path, read } = words();
    expect(read()).toBe('');
    openForWriting(path).exec(add);
    expect(read()).toBe('new');
  });
  it('but not what a transaction changed and took back', () => {
    const { db, read } = words();
    expect(() =>
      writing(db, () => {
        db.exec(add);
        expect(read()).toBe('new');
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(read()).toBe('');
  });
});
