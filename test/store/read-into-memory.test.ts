import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readIntoMemory } from '../../src/store/read-into-memory.ts';
import { newPath } from '../support/desk.ts';

const LIBRARY = fileURLToPath(import.meta.resolve('better-sqlite3'));

/** Writes in many transactions, with checkpoints in between, and is killed. */
const WRITE = `
  const db = new (require(${JSON.stringify(LIBRARY)}))(process.argv[1]);
  let seed = Number(process.argv[2]);
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  db.pragma('page_size = ' + [512, 1024, 4096, 65536][random(4)]);
  db.pragma('journal_mode = WAL');
  db.pragma('wal_autocheckpoint = ' + random(40));
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, text BLOB)');
  for (let count = random(30) + 5; count > 0; count--) {
    db.transaction(() => {
      for (let row = random(20); row > 0; row--) {
        db.prepare('INSERT OR REPLACE INTO t VALUES (?, randomblob(?))').run(random(50), random(3000));
      }
      if (random(4) === 0) db.prepare('DELETE FROM t WHERE id % 3 = ?').run(random(3));
    })();
    if (random(6) === 0) db.pragma('wal_checkpoint(' + ['PASSIVE', 'RESTART', 'TRUNCATE'][random(3)] + ')');
    if (random(9) === 0) db.exec('VACUUM');
  }
  process.kill(process.pid, 'SIGKILL');`;

function rowsOf(db: Database.Database): unknown[] {
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    return db.prepare('SELECT id, hex(text) FROM t ORDER BY id').all();
  } finally {
    db.close();
  }
}

describe('a database in memory', () => {
  it.for(Array.from({ length: 12 }, (_, index) => index + 1))(
    'has what SQLite finds in the file and its log, whole or cut short: %i',
    (seed) => {
      const path = newPath();
      spawnSync(process.execPath, ['-e', WRITE, path, String(seed * 7919)]);
      const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`).length : 0;
      for (const length of [log, Math.floor(log * 0.7), Math.floor(log * 0.3), 40, 0]) {
        const copy = newPath();
        copyFileSync(path, copy);
        if (log > 0) {
          copyFileSync(`${path}-wal`, `${copy}-wal`);
          truncateSync(`${copy}-wal`, Math.min(length, log));
        }
        const content = readIntoMemory(copy);
        const before = readFileSync(copy);
        expect(before).toEqual(readFileSync(path));
        const inMemory = rowsOrFault(() => new Database(content));
        expect(inMemory).toEqual(rowsOrFault(() => new Database(copy)));
      }
    },
  );
});

describe('a file that others keep changing', () => {
  it('is read once they pause', async () => {
    const path = newPath();
    new Database(path).exec('CREATE TABLE t (id INTEGER PRIMARY KEY, text BLOB)').close();
    // Each change is another time, so no two looks see the same file until it ends.
    const touch = `
      const { utimesSync } = require('node:fs');
      console.log('begun');
      for (const end = Date.now() + 1_000; Date.now() < end; ) utimesSync(process.argv[1], 1, Math.random() * 1e9);`;
    const other = spawn(process.execPath, ['-e', touch, path]);
    await once(other.stdout, 'data');
    expect(rowsOf(new Database(readIntoMemory(path)))).toEqual([]);
    other.kill();
  });
});

/** A log that is cut short after a checkpoint lacks what the file needs; both have to say so alike. */
function rowsOrFault(open: () => Database.Database): unknown {
  try {
    return rowsOf(open());
  } catch {
    return 'damaged';
  }
}
