import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, it } from 'vitest';
import { listBackups } from '../../src/store/backup-folder.ts';
import { LAUNCHER, newUser, type User } from '../support/cli.ts';
import { ENTER, inTerminal } from '../support/pty.ts';

async function busyUser(): Promise<User> {
  const user = await newUser();
  await user.given('add Report --for Joe', 'add Slides --for "Acme Corp"', 'note 1 hello');
  return user;
}

/** The files beside the database, apart from those that SQLite adds, and the automatic backups. */
function besideDatabase(user: User): string[] {
  return readdirSync(dirname(user.database))
    .filter((name) => !/-(?:wal|shm)$|\.backups$/.test(name))
    .sort();
}

/** The backups that restores have made of what they replaced, latest first. */
const keptBy = (user: User) =>
  listBackups(user.database).flatMap(({ file, occasion }) => (occasion === 'restore' ? [file] : []));

const rights = (file: string) => (statSync(file).mode & 0o777).toString(8);

describe.concurrent('backup', () => {
  it('writes a copy, and says what is in it', async ({ expect }) => {
    const user = await busyUser();
    await user.runAll(
      'backup copy.db',
      'backup copy.db',
      'backup copy.db --force',
      'backup copy.db --yes --json',
      'backup other.db --plain',
      '--db copy.db list',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/backup/backup.txt');
    expect(rights(join(user.home, 'other.db'))).toBe('600');
    // One file, which is complete by itself, and nothing left over.
    expect(readdirSync(user.home).sort()).toEqual(['copy.db', 'data', 'other.db']);
    expect(await user.run('backup third.db -q')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('is refused, and leaves everything as it was', async ({ expect }) => {
    const user = await newUser();
    await user.run('backup copy.db');
    await user.given('add Report --for Joe');
    const database = 'data/followup/followup.db';
    await user.runAll(
      `backup ${database}`,
      `backup ${database} --force`,
      `backup ${database}-wal --force`,
      'backup nowhere/copy.db',
      'backup data --force',
      'backup',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/backup/refused.txt');
    expect(await user.json<object[]>('list')).toHaveLength(1);
    expect(await user.json('doctor')).toMatchObject({ ok: true });
    expect(readdirSync(user.home)).toEqual(['data']);
  });

  it('replaces a file and nothing else', async ({ expect }) => {
    const user = await busyUser();
    const place = (name: string) => join(user.home, name);
    writeFileSync(place('real.db'), 'an old backup');
    symlinkSync('real.db', place('link'));
    symlinkSync('nowhere', place('dangling'));
    symlinkSync('circle', place('circle'));
    execFileSync('mkfifo', [place('pipe')]);
    for (const name of ['pipe', 'dangling', 'circle']) {
      const { exitCode, stderr } = await user.run(`backup ${name} --force`);
      expect({ name, isRefused: exitCode === 1 || exitCode === 5 }).toEqual({ name, isRefused: true });
      expect(stderr).toMatch(new RegExp(`${name} (?:is|cannot be) .*\\.\\n.+\\n$`));
    }
    expect(lstatSync(place('pipe')).isFIFO()).toBe(true);
    // What a link leads to is replaced, on the disk that it was meant for; the link stays.
    await user.given('backup link --force');
    expect(lstatSync(place('link')).isSymbolicLink()).toBe(true);
    expect(rights(place('real.db'))).toBe('600');
    expect(await user.json<object[]>('list --db real.db')).toHaveLength(2);
    expect(readdirSync(user.home).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('removes what killed processes have left, and nothing else', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db');
    const machine = hostname().replace(/[^A-Za-z0-9.]/g, '_');
    const { pid: gone } = spawnSync('true');
    const leave = (name: string, ageInHours = 0) => {
      mkdirSync(join(user.home, name));
      writeFileSync(join(user.home, name, 'copy.db'), 'a copy');
      const at = Date.now() / 1000 - ageInHours * 3600;
      utimesSync(join(user.home, name), at, at);
    };
    leave(`.followup-${machine}-${gone}-aB3dE6`);
    leave(`.followup-${machine}-${process.pid}-aB3dE7`, 25);
    leave('.followup-aB3dE8', 25);
    const others = [
      `.followup-${machine}-${process.pid}-aB3dE9`,
      `.followup-elsewhere-${gone}-aB3dE0`,
      '.followup-aB3dE1',
      '.followup-notes',
    ];
    for (const name of others) leave(name, name.endsWith('notes') ? 99 : 0);
    for (const line of ['backup copy.db --force', '--db new.db restore copy.db']) {
      await user.given(line);
      const left = readdirSync(user.home).filter((name) => name.startsWith('.followup'));
      expect(left).toEqual(others.sort());
    }
  });

  it('leaves no copy behind for longer than until the next one, even if it is killed', async ({ expect }) => {
    const user = await busyUser();
    const copies = () => readdirSync(user.home).filter((name) => name.startsWith('.followup'));
    const words = [LAUNCHER, 'backup', 'copy.db', '--force'];
    for (let count = 0; count < 30 && copies().length === 0; count++) {
      const child = spawn(process.execPath, words, { cwd: user.home, env: user.env() });
      const ended = new Promise((resolve) => child.on('close', resolve));
      while (copies().length === 0 && child.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      child.kill('SIGKILL');
      await ended;
    }
    expect(copies()).toHaveLength(1);
    await user.given('backup copy.db --force');
    expect(copies()).toEqual([]);
  });

  it('keeps the last copy when the database is damaged', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db');
    const copy = readFileSync(join(user.home, 'copy.db'));
    truncateSync(user.database, 4096 * 6 + 100);
    const { exitCode, stderr } = await user.run('backup copy.db --force');
    expect({ exitCode, stderr }).toEqual({ exitCode: 5, stderr: expect.stringContaining('damaged') });
    expect(stderr).not.toContain('.followup-');
    expect(readFileSync(join(user.home, 'copy.db'))).toEqual(copy);
  });

  it('is refused when doctor finds something wrong', async ({ expect }) => {
    const user = await busyUser();
    const db = new Database(user.database);
    db.exec(`UPDATE commitment SET title = 'Rumour'`);
    db.close();
    const { exitCode, stderr } = await user.run('backup copy.db');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 5,
      stderr: expect.stringContaining('commitment differ'),
    });
    await user.given('doctor --fix', 'backup copy.db');
    expect(await user.json('--db copy.db doctor')).toMatchObject({ ok: true });
  });
});

describe('backup, while others write', () => {
  it('is a copy of one moment', async ({ expect }) => {
    const user = await busyUser();
    const lines = Array.from({ length: 12 }, (_, index) =>
      index % 3 ? `add Report ${index} --for Joe` : `backup copy${index}.db`,
    );
    const results = await Promise.all(lines.map((line) => user.run(line)));
    expect(results.map(({ exitCode }) => exitCode)).toEqual(Array(12).fill(0));
    for (const index of [0, 3, 6, 9]) {
      expect(await user.json(`--db copy${index}.db doctor`)).toMatchObject({ ok: true });
    }
    expect(await user.json<object[]>('list')).toHaveLength(2 + 8);
  });
});

describe.concurrent('in a terminal', () => {
  it('backup asks before it replaces a file', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db');
    const before = readFileSync(join(user.home, 'copy.db'));
    await user.given('add Third --for Joe');
    const refused = inTerminal(user, 'backup copy.db');
    await refused.shows('copy.db already exists. Replace it?');
    refused.type(ENTER);
    expect((await refused.end()).exitCode).toBe(1);
    expect(readFileSync(join(user.home, 'copy.db'))).toEqual(before);
    const agreed = inTerminal(user, 'backup copy.db');
    await agreed.shows('Replace it?');
    agreed.type(`y${ENTER}`);
    await agreed.shows('Backed up: 4 operations');
    expect((await agreed.end()).exitCode).toBe(0);
  });

  it('restore says what is replaced by what, and asks', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db', 'add Third --for Joe');
    const refused = inTerminal(user, 'restore copy.db');
    await refused.shows('Now:    4 operations until Mon 2 Mar 2026 09:30, 3 commitments');
    await refused.shows('Backup: 3 operations until Mon 2 Mar 2026 09:30, 2 commitments');
    await refused.shows('Replace the database with copy.db?');
    refused.type(`n${ENTER}`);
    await refused.shows('Nothing was changed.');
    expect((await refused.end()).exitCode).toBe(1);
    expect(besideDatabase(user)).toEqual(['followup.db']);
    const agreed = inTerminal(user, 'restore copy.db');
    await agreed.shows('Replace the database');
    agreed.type(ENTER);
    await agreed.shows('Restored from copy.db: 3 operations');
    expect((await agreed.end()).exitCode).toBe(0);
    expect(await user.json<object[]>('list')).toHaveLength(2);
    const unasked = inTerminal(user, 'restore copy.db --yes');
    await unasked.shows('Restored from copy.db');
    expect((await unasked.end()).exitCode).toBe(0);
  });
});

describe.concurrent('restore', () => {
  it('brings back the old content, and keeps the present content', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db');
    user.at('2026-03-03T10:00');
    await user.given('add Summary --for Joe', 'done 1');
    const later = await user.journal();
    await user.runAll('restore copy.db', 'list', 'doctor');
    await user.runAll(`restore ${keptBy(user)[0]}`, 'list --all');
    expect(await user.journal()).toBe(later);
    // A kept copy is never replaced.
    expect(keptBy(user)).toHaveLength(2);
    for (const file of [user.database, ...keptBy(user)]) expect(rights(file)).toBe('600');
    await user.runAll('restore copy.db --json', 'restore copy.db --plain');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/backup/restore.txt');
  });

  it('makes a database where there is none', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db');
    const file = join(user.home, 'new', 'other.db');
    const { stdout } = await user.run(['--db', file, 'restore', 'copy.db']);
    expect(stdout).not.toContain('kept');
    expect(rights(file)).toBe('600');
    expect(rights(dirname(file))).toBe('700');
    expect(readdirSync(dirname(file))).toEqual(['other.db']);
    expect((await user.run(['--db', file, 'export'])).stdout).toBe(await user.journal());
  });

  it('does not disturb processes that have the database open or are reading it', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db', 'add Third --for Joe');
    const reader = new Database(user.database);
    const count = () => reader.prepare('SELECT count(*) FROM commitment').pluck().get();
    expect(reader.pragma('journal_mode', { simple: true })).toBe('wal');
    reader.exec('BEGIN');
    expect(count()).toBe(3);
    await user.given('restore copy.db');
    expect(count()).toBe(3);
    reader.exec('COMMIT');
    expect(count()).toBe(2);
    expect(reader.pragma('journal_mode', { simple: true })).toBe('wal');
    reader.close();
    await user.given('add Fourth --for Joe');
    expect(await user.json('doctor')).toMatchObject({ ok: true });
  });

  it('waits for another process that is writing, and loses none of it', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db');
    const writer = new Database(user.database);
    writer.exec('BEGIN IMMEDIATE');
    const restoring = user.run('restore copy.db');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    writer.exec(`INSERT INTO meta (key, value) VALUES ('late', 'word')`);
    writer.exec('COMMIT');
    writer.close();
    expect(await restoring).toMatchObject({ exitCode: 0, stderr: '' });
    const [kept = ''] = keptBy(user);
    const db = new Database(kept);
    expect(db.prepare(`SELECT value FROM meta WHERE key = 'late'`).pluck().get()).toBe('word');
    db.close();
  });

  it('does not wait forever', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db', 'add Third --for Joe');
    const writer = new Database(user.database);
    writer.exec('BEGIN IMMEDIATE');
    const { exitCode, stderr } = await user.run('restore copy.db');
    writer.exec('ROLLBACK');
    writer.close();
    expect({ exitCode, stderr }).toEqual({
      exitCode: 5,
      stderr: expect.stringContaining('in use by another program'),
    });
    expect(await user.json<object[]>('list')).toHaveLength(3);
  });

  it('replaces a database that is damaged, and keeps it', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db');
    const rubbish = 'this is no database, whatever its name says '.repeat(200);
    writeFileSync(user.database, rubbish);
    const { exitCode, stdout } = await user.run('restore copy.db');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('3 operations');
    const [, kept = ''] = besideDatabase(user);
    expect(readFileSync(join(dirname(user.database), kept), 'utf8')).toBe(rubbish);
    expect(await user.json<object[]>('list')).toHaveLength(2);
    expect(await user.json('doctor')).toMatchObject({ ok: true });
  });

  it('goes on as another device: what was kept can be imported', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db', 'add Third --for Joe', 'add Fourth --for Joe');
    const later = await user.journal();
    await user.given('restore copy.db', 'add Fifth --for Joe');
    writeFileSync(join(user.home, 'later.json'), later);
    const { stdout } = await user.run('import later.json');
    expect(stdout).toContain('Imported 2 operations; 3 were here already.');
    expect(stdout).toContain('Number 3 was taken here, so "Third" is now 5.');
    expect(await user.json('doctor')).toMatchObject({ ok: true });
    const titles = (await user.json<{ title: string }[]>('list')).map(({ title }) => title);
    expect(titles.sort()).toEqual(['Fifth', 'Fourth', 'Report', 'Slides', 'Third']);
  });

  it('is refused, and changes nothing', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db');
    const file = (name: string) => join(user.home, name);
    writeFileSync(file('text.db'), 'Dear diary\n'.repeat(1000));
    writeFileSync(file('empty.db'), '');
    new Database(file('foreign.db')).exec('CREATE TABLE note (text TEXT)').close();
    const copy = readFileSync(file('copy.db'));
    writeFileSync(file('newer.db'), copy);
    const newer = new Database(file('newer.db'));
    newer.pragma('user_version = 99');
    newer.close();
    writeFileSync(file('short.db'), copy.subarray(0, 4096 * 6 + 100));
    writeFileSync(file('unknown.db'), copy);
    const unknown = new Database(file('unknown.db'));
    unknown.exec(
      `INSERT INTO event SELECT operation, 99, 'client', 'x', 'Painted', 1, '{}' FROM event ORDER BY rowid LIMIT 1`,
    );
    unknown.close();
    const before = readFileSync(user.database);
    const names = ['nowhere', 'text', 'empty', 'foreign', 'newer', 'short', 'unknown'];
    await user.runAll(...names.map((name) => `restore ${name}.db`));
    await user.runAll('restore data', 'restore data/followup/followup.db', 'restore nowhere.db --json');
    await user.run('restore foreign.db --db foreign.db');
    await user.run('--db foreign.db restore copy.db');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/backup/restore-refused.txt');
    expect(readFileSync(user.database)).toEqual(before);
    expect(besideDatabase(user)).toEqual(['followup.db']);
    expect(readdirSync(user.home).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('reads a backup that may not be written to', async ({ expect }) => {
    const user = await busyUser();
    await user.given('backup copy.db');
    chmodSync(join(user.home, 'copy.db'), 0o400);
    const before = readFileSync(join(user.home, 'copy.db'));
    await user.given('restore copy.db');
    expect(readFileSync(join(user.home, 'copy.db'))).toEqual(before);
    expect(existsSync(join(user.home, 'copy.db-wal'))).toBe(false);
  });
});
