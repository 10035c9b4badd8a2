import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, type ExpectStatic, it } from 'vitest';
import { listBackups } from '../../src/store/backup-folder.ts';
import { copyOf, newUser, type RunOptions, type User } from '../support/cli.ts';
import { asOtherUser, NOBODY } from '../support/other-user.ts';
import { hasSmallDisk, onSmallDisk } from '../support/small-disk.ts';

/** Each test starts several processes, which takes its time while other tests do so too. */
const TOGETHER = { concurrent: true, timeout: 180_000 };

/** A failure of the disk, and how its cause goes away. */
interface Failure {
  /** Brings it about, for a file in which one request was recorded. */
  readonly arrange: (file: string) => unknown;
  readonly repair: (file: string) => unknown;
  /** Whether reading works all the same. */
  readonly canRead?: boolean;
  /** Whether permissions have to hold, as they do not with root. */
  readonly needsPermissions?: boolean;
  /** A line of a shell before the program is run. */
  readonly limit?: string;
}

const allow = (path: string) => chmodSync(path, lstatSync(path).isDirectory() ? 0o700 : 0o600);

const asideOf = (file: string) => join(dirname(dirname(file)), 'aside.db');

/** Puts something else in the place of the file, and back again. */
function replaced(put: (file: string, aside: string) => unknown): Failure {
  return {
    arrange: (file) => {
      renameSync(file, asideOf(file));
      put(file, asideOf(file));
    },
    repair: (file) => {
      rmSync(file, { recursive: true, force: true });
      renameSync(asideOf(file), file);
    },
  };
}

const LIBRARY = fileURLToPath(import.meta.resolve('better-sqlite3'));

/** Writes to a file as a process does that is killed in the middle of it. */
function writeAndDie(file: string, ...statements: readonly string[]): void {
  const script = `
    const db = new (require(${JSON.stringify(LIBRARY)}))(process.argv[1]);
    for (const each of process.argv.slice(2)) db.exec(each);
    process.kill(process.pid, 'SIGKILL');`;
  spawnSync(process.execPath, ['-e', script, file, ...statements]);
}

/** What fills a table with more than the memory of a small cache. */
const FILL = `
  CREATE TABLE filling AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
  SELECT i, randomblob(200) FROM n`;

/** Leaves a change in the write-ahead log. */
const leaveLog = (file: string) =>
  writeAndDie(file, 'PRAGMA wal_autocheckpoint = 0', `INSERT INTO meta VALUES ('late', 'word')`);

/** Leaves a change half in the file, with the journal by which it is taken back. */
const leaveHalf = (file: string) =>
  writeAndDie(
    file,
    'PRAGMA journal_mode = DELETE',
    'PRAGMA cache_size = 2',
    'BEGIN',
    `UPDATE commitment SET title = 'Half'`,
    FILL,
  );

const LOCKS = new Map<string, Database.Database>();

const FAILURES: Readonly<Record<string, Failure>> = {
  'a file that may only be read': {
    arrange: (file) => chmodSync(file, 0o444),
    repair: allow,
    canRead: true,
    needsPermissions: true,
  },
  'a folder that may only be read': {
    arrange: (file) => chmodSync(dirname(file), 0o555),
    repair: (file) => allow(dirname(file)),
    canRead: true,
    needsPermissions: true,
  },
  'a file that may not be read': {
    arrange: (file) => chmodSync(file, 0),
    repair: allow,
    needsPermissions: true,
  },
  'a folder that may not be entered': {
    arrange: (file) => chmodSync(dirname(file), 0),
    repair: (file) => allow(dirname(file)),
    needsPermissions: true,
  },
  'a folder in its place': replaced((file) => mkdirSync(file)),
  'a pipe in its place': replaced((file) => execFileSync('mkfifo', [file])),
  'a socket in its place': replaced((file) => {
    const listen = `require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;
    spawnSync(process.execPath, ['-e', listen, file]);
  }),
  'a link to itself in its place': replaced((file) => symlinkSync(file, file)),
  'a text in its place': replaced((file) =>
    writeFileSync(file, 'Dear diary, today nothing happened. '.repeat(99)),
  ),
  'the file of another program in its place': replaced((file) =>
    new Database(file).exec('CREATE TABLE note (text TEXT)').close(),
  ),
  'the file of a newer followup': replaced((file, aside) => {
    copyFileSync(aside, file);
    chmodSync(file, 0o666);
    const db = new Database(file);
    db.pragma('user_version = 99');
    db.close();
  }),
  'a file that another program locks': {
    arrange: (file) => LOCKS.set(file, new Database(file).exec('BEGIN IMMEDIATE')),
    repair: (file) => LOCKS.get(file)?.close(),
    canRead: true,
  },
  'a limit to the size of files': {
    arrange: () => {},
    repair: () => {},
    canRead: true,
    limit: 'ulimit -f 20',
  },
  'the log of another file beside it': {
    arrange: (file) => {
      const other = `${file}.other`;
      copyFileSync(file, other);
      // Another device in the log, as in a file that began elsewhere.
      writeAndDie(
        other,
        'PRAGMA wal_autocheckpoint = 0',
        `UPDATE meta SET value = '01KJPTP8T0R9SDT5AD1Q000000' WHERE key = 'device'`,
      );
      renameSync(`${other}-wal`, `${file}-wal`);
      for (const suffix of ['', '-shm']) rmSync(other + suffix);
    },
    repair: (file) => rmSync(`${file}-wal`),
  },
  'a file that was emptied, beside its log': {
    arrange: (file) => {
      copyFileSync(file, asideOf(file));
      leaveLog(file);
      truncateSync(file);
    },
    repair: (file) => {
      rmSync(`${file}-wal`);
      renameSync(asideOf(file), file);
    },
  },
};

/** A user with one request. */
const busyUser = newUser().then((user) => user.given('add Report --for Joe'));

/** A user with one request, whose files belong to somebody whom permissions hold back, if that can be had here. */
async function heldBackUser(): Promise<User> {
  const user = await copyOf(busyUser);
  chmodSync(dirname(user.home), 0o711);
  handOver(user.home);
  return user;
}

function handOver(folder: string): void {
  if (!asOtherUser?.length) return;
  for (const name of ['', ...(readdirSync(folder, { recursive: true }) as string[])]) {
    lchownSync(join(folder, name), NOBODY, NOBODY);
  }
}

/** Runs a command as the user who is held back, with a limit if there is one. */
const heldBack = (limit?: string): RunOptions => ({
  through: [...(asOtherUser ?? []), ...(limit ? ['bash', '-c', `${limit}; exec "$@"`, 'limited'] : [])],
});

const TRACE = /\n\s+at |Error:|SQLITE|undefined|inside followup/;

async function expectRefusal(expect: ExpectStatic, user: User, line: string, options?: RunOptions) {
  const { exitCode, stderr, stdout } = await user.run(line, options);
  expect({ line, exitCode, stdout }).toEqual({ line, exitCode: 5, stdout: '' });
  expect(stderr.split('\n')).toHaveLength(3);
  expect(stderr).not.toMatch(TRACE);
}

async function expectReport(expect: ExpectStatic, user: User, options?: RunOptions) {
  expect(await user.run('list --plain', options)).toEqual({
    stdout: '1\trequest\tasked\tme\tJoe\tReport\t\n',
    stderr: '',
    exitCode: 0,
  });
}

/** Everything works again, and what was recorded is there. */
async function expectWhole(expect: ExpectStatic, user: User, options?: RunOptions) {
  await user.run('add Page --for Joe --quiet', options);
  expect((await user.run('list --plain', options)).stdout).toMatch(/\tReport\t\n.*\tPage\t/);
  expect((await user.run('doctor', options)).exitCode).toBe(0);
}

describe('a failure of the disk has its sentence, and harms nothing:', TOGETHER, () => {
  for (const [what, failure] of Object.entries(FAILURES)) {
    const { arrange, repair, canRead = false, needsPermissions = false, limit } = failure;
    it.skipIf(needsPermissions && asOtherUser === null)(what, async ({ expect }) => {
      const user = await heldBackUser();
      const file = user.database;
      const before = readFileSync(file);
      arrange(file);
      handOver(user.home);
      if (canRead) await expectReport(expect, user, heldBack(limit));
      else await expectRefusal(expect, user, 'list', heldBack(limit));
      await expectRefusal(expect, user, 'add Page --for Joe', heldBack(limit));
      await expect(user.transcript()).toMatchFileSnapshot(
        `snapshots/disk-failures/${what.replaceAll(/\W+/g, '-')}.txt`,
      );
      repair(file);
      expect(readFileSync(file)).toEqual(before);
      await expectWhole(expect, user, heldBack());
    });
  }

  it.skipIf(!hasSmallDisk)('a full disk', async ({ expect }) => {
    const user = await copyOf(busyUser);
    await onSmallDisk(dirname(user.database), async (fill) => {
      fill.all();
      const before = readFileSync(user.database);
      await expectReport(expect, user);
      await expectRefusal(expect, user, 'add Page --for Joe');
      await expectRefusal(expect, user, ['backup', join(dirname(user.database), 'copy.db')].join(' '));
      await expectRefusal(expect, user, `--db ${join(dirname(user.database), 'new.db')} add Page`);
      await expect(user.transcript()).toMatchFileSnapshot('snapshots/disk-failures/a-full-disk.txt');
      expect(readFileSync(user.database)).toEqual(before);
      fill.none();
      await expectWhole(expect, user);
    });
  });

  it.skipIf(asOtherUser === null)(
    'what is in the log can be read where nothing may be written',
    async ({ expect }) => {
      const held = await heldBackUser();
      leaveTitleInLog(held);
      handOver(held.home);
      chmodSync(dirname(held.database), 0o555);
      const { stdout } = await held.run('list --plain', heldBack());
      chmodSync(dirname(held.database), 0o700);
      expect(stdout).toContain('Written to the log');
    },
  );

  it.skipIf(asOtherUser === null)(
    'files beside it that may only be read are put right',
    async ({ expect }) => {
      const user = await heldBackUser();
      for (const suffix of ['-wal', '-shm']) {
        // The index has a size of its own; SQLite puts right the permissions of an empty one, but too late.
        writeFileSync(user.database + suffix, suffix === '-shm' ? Buffer.alloc(32_768) : '');
        chmodSync(user.database + suffix, 0o444);
      }
      handOver(user.home);
      await expectWhole(expect, user, heldBack());
    },
  );

  it.skipIf(asOtherUser === null)(
    'a look at what may only be read leaves nothing beside it',
    async ({ expect }) => {
      const user = await heldBackUser();
      chmodSync(user.database, 0o444);
      await user.run('list', heldBack());
      await user.run(['--db', join(user.home, 'new.db'), 'restore', user.database], heldBack());
      expect(readdirSync(dirname(user.database)).sort()).toEqual(['followup.db', 'followup.db.backups']);
      expect((await user.run(['--db', join(user.home, 'new.db'), 'list', '--plain'])).stdout).toContain(
        'Report',
      );
    },
  );
});

describe('what a killed process or a hand has left', TOGETHER, () => {
  it('a change that was half written is taken back', async ({ expect }) => {
    const user = await copyOf(busyUser);
    leaveHalf(user.database);
    expect(existsSync(`${user.database}-journal`)).toBe(true);
    await expectWhole(expect, user);
  });

  it.skipIf(asOtherUser === null)('but not where nothing may be written', async ({ expect }) => {
    const user = await heldBackUser();
    leaveHalf(user.database);
    handOver(user.home);
    chmodSync(dirname(user.database), 0o555);
    chmodSync(user.database, 0o444);
    await expectRefusal(expect, user, 'list', heldBack());
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/disk-failures/half-written.txt');
    chmodSync(dirname(user.database), 0o700);
    chmodSync(user.database, 0o600);
    await expectWhole(expect, user, heldBack());
  });

  it('a log is read, and its index made again', async ({ expect }) => {
    const user = await copyOf(busyUser);
    leaveTitleInLog(user);
    rmSync(`${user.database}-shm`);
    expect((await user.run('list --plain')).stdout).toContain('Written to the log');
    expect((await user.run('doctor')).exitCode).toBe(1);
  });

  it('an index whose log was deleted does no harm', async ({ expect }) => {
    const user = await copyOf(busyUser);
    leaveLog(user.database);
    rmSync(`${user.database}-wal`);
    await expectWhole(expect, user);
  });

  it('an empty file is as good as none: reading leaves it, writing fills it', async ({ expect }) => {
    const user = await copyOf(busyUser);
    truncateSync(user.database);
    expect(await user.run('')).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('there are backups of it'),
    });
    rmSync(`${user.database}.backups`, { recursive: true });
    expect((await user.run('')).stdout).toContain('Welcome');
    expect(readFileSync(user.database)).toHaveLength(0);
    await user.given('add Page --for Joe');
    expect((await user.run('doctor')).exitCode).toBe(0);
  });

  it('a link is followed: to a file elsewhere, and to one that is still to be made', async ({ expect }) => {
    const user = await copyOf(busyUser);
    const elsewhere = join(user.home, 'elsewhere');
    mkdirSync(elsewhere);
    renameSync(user.database, join(elsewhere, 'real.db'));
    symlinkSync(join(elsewhere, 'real.db'), user.database);
    await expectWhole(expect, user);
    await user.given('backup copy.db', 'restore copy.db');
    expect(lstatSync(user.database).isSymbolicLink()).toBe(true);
    expect(readdirSync(dirname(user.database)).sort()).toEqual(['followup.db', 'followup.db.backups']);
    expect(listBackups(join(elsewhere, 'real.db')).some(({ occasion }) => occasion === 'restore')).toBe(true);

    symlinkSync(join(elsewhere, 'later.db'), join(user.home, 'link.db'));
    await user.given('--db link.db add Later');
    expect(existsSync(join(elsewhere, 'later.db'))).toBe(true);
  });
});

/** Leaves another title of the request in the write-ahead log. */
function leaveTitleInLog({ database }: User): void {
  writeAndDie(
    database,
    'PRAGMA wal_autocheckpoint = 0',
    `UPDATE commitment SET title = 'Written to the log'`,
  );
}

describe('the name of the database', TOGETHER, () => {
  for (const name of [
    ':memory:',
    '',
    '  ',
    ' :memory: ',
    'file:x.db',
    'file:///tmp/x.db?mode=memory',
    'x.db ',
  ]) {
    it(`is refused where SQLite would take it for something else: "${name}"`, async ({ expect }) => {
      const user = await newUser();
      for (const words of [['list'], ['add', 'Page'], ['overdue'], ['backup', 'copy.db']]) {
        const { exitCode, stdout, stderr } = await user.run(['--db', name, ...words]);
        expect({ words, exitCode, stdout }).toEqual({ words, exitCode: 5, stdout: '' });
        expect(stderr).toMatch(/^.+\nNothing was saved\..+\n$/);
      }
      expect(readdirSync(user.home)).toEqual([]);
      const { exitCode } = await user.run('add Page', { env: { FOLLOWUP_DB: name } });
      expect(exitCode).toBe(name === '' ? 0 : 5);
      expect((await user.run('when friday', { env: { FOLLOWUP_DB: name } })).exitCode).toBe(0);
    });
  }

  for (const name of [
    '-x.db',
    ' x.db',
    './a b/x y.db',
    '~/x.db',
    './:memory:',
    'x?mode=ro#y%20.db',
    '../x.db',
  ]) {
    it(`means one file, for reading and writing: "${name}"`, async ({ expect }) => {
      const user = await newUser();
      const env = { FOLLOWUP_DB: name };
      await user.run('add Page', { env });
      expect((await user.run('list --plain', { env })).stdout).toContain('Page');
      expect((await user.run(['--db', name, 'list', '--plain'])).stdout).toContain('Page');
      const file = join(user.home, name.replace('~/', ''));
      expect(existsSync(file)).toBe(true);
      rmSync(file);
    });
  }
});

describe('what failed is named:', TOGETHER, () => {
  const NOWHERE = join('/', 'nowhere', 'at all');

  it('the folder for temporary files', async ({ expect }) => {
    const user = await newUser();
    expect(await user.run('demo', { env: { TMPDIR: NOWHERE } })).toEqual({
      stdout: '',
      stderr: `The folder for temporary files, ${NOWHERE}, cannot be used: there is no such file or folder.\nNothing was saved. Set TMPDIR to a folder in which you may write.\n`,
      exitCode: 1,
    });
  });

  it('a cache that cannot be kept is no failure', async ({ expect }) => {
    const user = await copyOf(busyUser);
    await user.given('config work.holidays US');
    // In /proc nobody may make a folder, and Node's own way of making several never ends there.
    for (const XDG_CACHE_HOME of ['/proc/nowhere', join(user.database, 'below')]) {
      const env = { XDG_CACHE_HOME, NODE_OPTIONS: '--max-old-space-size=300' };
      expect(await user.run('list --plain', { env })).toMatchObject({ exitCode: 0, stderr: '' });
    }
  });

  it('a folder that cannot be made', async ({ expect }) => {
    const user = await copyOf(busyUser);
    const { exitCode, stderr } = await user.run('--db /proc/nowhere/x/y.db add Page');
    expect(exitCode).toBe(5);
    expect(stderr).toMatch(/^\/proc\/nowhere cannot be made: /);
  });

  it('the current folder, once it is gone', async ({ expect }) => {
    const user = await copyOf(busyUser);
    const gone = { through: ['bash', '-c', 'mkdir gone && cd gone && rmdir ../gone && exec "$@"', 'gone'] };
    const { exitCode, stderr } = await user.run('--db x.db list', gone);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 5,
      stderr: expect.stringMatching(/^The current folder cannot be found: .*\nNothing was saved\..*\n$/),
    });
    await expectReport(expect, user, gone);
  });
});
