import { spawn } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, it } from 'vitest';
import { LAUNCHER, newUser, type User } from '../support/cli.ts';

/** Runs a line of a real shell, with `followup` standing for the built program. */
function shell(
  user: User,
  line: string,
): Promise<{ stdout: string; stderr: string; exitCode: number | null }> {
  const followup = `followup() { '${process.execPath}' '${LAUNCHER}' "$@"; }`;
  const child = spawn('bash', ['-c', `set -o pipefail; ${followup}; ${line}`], {
    env: user.env(),
    cwd: user.home,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ stdout, stderr, exitCode }));
  });
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** An export with N requests, to fill a file faster than N commands would. */
async function exportOf(requests: number): Promise<string> {
  const other = await newUser();
  await other.given('add Report 1 -c Joe');
  const journal = JSON.parse(await other.journal()) as { operations: Record<string, unknown>[] };
  const [first] = journal.operations as [
    { hlc: string; events: { stream: { kind: string; uid: string }; payload: object }[] },
  ];
  const client = first.events.find(({ stream }) => stream.kind === 'client')?.stream.uid;
  const digits = (value: number) => String(value).padStart(6, '0');
  const operations = Array.from({ length: requests }, (_, index) => ({
    ...first,
    id: `01KJPTP8T0R9SDT5AD1Q${digits(index)}`,
    deviceSeq: index + 1,
    hlc: first.hlc.replace(/\d{6}$/, digits(index)),
    events: first.events
      .filter(({ stream }) => index === 0 || stream.kind !== 'client')
      .map((event) => ({
        ...event,
        stream:
          event.stream.kind === 'client'
            ? { kind: 'client', uid: client }
            : { ...event.stream, uid: `01KJPTP8T0R9SDT5AD2Q${digits(index)}` },
        payload: {
          ...event.payload,
          ...('number' in event.payload && { number: index + 1 }),
          ...('title' in event.payload && { title: `Report ${index + 1}` }),
        },
      })),
  }));
  return JSON.stringify({ ...journal, operations });
}

describe('several processes', () => {
  it('give 20 requests 20 numbers, on a file that does not exist yet', async ({ expect }) => {
    const user = await newUser();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => user.run(`add Report ${index} --for Joe`)),
    );
    expect(results.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual(
      Array(20).fill({ exitCode: 0, stderr: '' }),
    );
    const all = await user.json<{ id: number; title: string }[]>('list --sort number');
    expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(new Set(all.map(({ title }) => title)).size).toBe(20);
    expect(await user.json<object[]>('client')).toHaveLength(1);
    expect(await user.json('doctor')).toMatchObject({ ok: true });
  });

  it('read while others write', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report --for Joe');
    const lines = Array.from({ length: 16 }, (_, index) => (index % 2 ? 'list' : `note 1 ${index}`));
    const results = await Promise.all(lines.map((line) => user.run(line)));
    expect(results.map(({ exitCode }) => exitCode)).toEqual(Array(16).fill(0));
    expect(await user.json<object[]>('history 1')).toHaveLength(1 + 8);
  });
});

describe('settings changed by several processes', () => {
  it('are all kept, in a file that stays a link with its rights', async ({ expect }) => {
    const user = await newUser();
    const folder = join(user.home, 'elsewhere');
    const { stdout } = await user.run('config --json');
    const keys = (JSON.parse(stdout) as { key: string; value: string }[]).filter(({ value }) => value !== '');
    const [file = ''] = /\/\S+config\.toml/.exec((await user.run('config')).stdout) ?? [];
    mkdirSync(folder);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(join(folder, 'settings.toml'), '# mine\n', { mode: 0o640 });
    symlinkSync(join(folder, 'settings.toml'), file);
    const results = await Promise.all(keys.map(({ key, value }) => user.run(['config', key, value])));
    expect(results.map(({ exitCode }) => exitCode)).toEqual(keys.map(() => 0));
    const kept = JSON.parse((await user.run('config --json')).stdout) as { key: string; isSet: boolean }[];
    expect(kept.filter(({ isSet }) => isSet).map(({ key }) => key)).toEqual(keys.map(({ key }) => key));
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['settings.toml']);
    expect(readFileSync(file, 'utf8')).toContain('# mine');
  });
});

describe.concurrent('pipes', () => {
  it('lets a reader close the pipe early', async ({ expect }) => {
    const user = await newUser();
    const file = join(user.home, 'export.json');
    writeFileSync(file, await exportOf(4000));
    await user.given('import export.json');
    for (const line of ['list', 'list --plain', 'list --json', 'export', 'history -n 4000', 'today --all']) {
      const { stdout, stderr, exitCode } = await shell(user, `followup ${line} | head -1`);
      expect({ line, stderr, exitCode }).toEqual({ line, stderr: '', exitCode: 0 });
      expect(stdout.length, line).toBeGreaterThan(0);
    }
    const { stdout } = await shell(user, 'followup list --plain | wc -l');
    expect(stdout.trim()).toBe('4000');
  });

  it('exports and imports the same journal', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add Report -c Joe',
      'offer 1 friday',
      'note 1 "über ✓"',
      'undo',
      'told Joe hello --about 1',
    );
    const { exitCode } = await shell(user, 'followup export | followup --db copy.db import -');
    expect(exitCode).toBe(0);
    const { stdout } = await shell(user, 'followup --db copy.db export');
    expect(stdout).toBe(await user.journal());
    const again = await shell(user, 'followup --db copy.db import <(followup export)');
    expect(again.stdout).toContain('Nothing new: all 5 operations are here already.');
  });

  it('keeps errors apart from what it prints', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    expect(await shell(user, 'followup show 9 2>/dev/null')).toEqual({ stdout: '', stderr: '', exitCode: 4 });
    const { stdout, stderr } = await shell(user, 'followup add "Report friday" -c Joe');
    expect(stdout).not.toContain('If that is the date');
    expect(stderr).toContain('If that is the date');
  });
});

describe.concurrent('a database that cannot be used', () => {
  const unusable: Record<string, (user: User) => string> = {
    'a folder in its place': (user) => {
      mkdirSync(user.database, { recursive: true });
      return user.database;
    },
    'a path below a file': (user) => {
      writeFileSync(join(user.home, 'file'), '');
      return join(user.home, 'file', 'followup.db');
    },
    'a damaged file': (user) => {
      const file = join(user.home, 'damaged.db');
      writeFileSync(file, 'this is no database, whatever its name says '.repeat(100));
      return file;
    },
    'the database of another program': (user) => {
      const file = join(user.home, 'foreign.db');
      new Database(file).exec('CREATE TABLE note (text TEXT)').close();
      return file;
    },
    'the file of a newer followup': (user) => {
      const file = join(user.home, 'newer.db');
      const db = new Database(file);
      db.pragma(`application_id = ${0x66757031}`);
      db.pragma('user_version = 99');
      db.exec('CREATE TABLE operation (id TEXT)').close();
      return file;
    },
    'a dangling link into nowhere': (user) => {
      const file = join(user.home, 'link.db');
      symlinkSync('/dev/null/nowhere', file);
      return file;
    },
  };

  for (const [what, make] of Object.entries(unusable)) {
    it(`${what}: exits 5 with a hint and without a trace`, async ({ expect }) => {
      const user = await newUser();
      const file = make(user);
      const before = isFile(file) ? readFileSync(file) : null;
      for (const line of ['add Report -c Joe', 'today', 'export', 'doctor', 'undo']) {
        // A path that does not exist counts as an empty database, which is not an error.
        if (/below|dangling/.test(what) && !/add|undo/.test(line)) continue;
        const { stdout, stderr, exitCode } = await user.run([...line.split(' '), '--db', file]);
        expect({ line, stdout, exitCode }).toEqual({ line, stdout: '', exitCode: 5 });
        expect(stderr.trim().split('\n'), line).toHaveLength(2);
        expect(stderr, line).not.toMatch(/\n\s+at |Error|SQLITE/);
      }
      if (before) expect(readFileSync(file)).toEqual(before);
      const json = await user.run(['add', 'Report', '--db', file, '--json']);
      expect(JSON.parse(json.stderr)).toMatchObject({ error: { hint: expect.stringMatching(/\w/) } });
      const { stderr } = await user.run(['add', 'Report', '--db', file]);
      const said = stderr.replaceAll(user.home, '~');
      await expect(said).toMatchFileSnapshot(`snapshots/${what.replaceAll(' ', '-')}.txt`);
    });
  }

  it('a file cut short: exits 5', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    rmSync(`${user.database}-wal`, { force: true });
    rmSync(`${user.database}-shm`, { force: true });
    truncateSync(user.database, 4096 * 2 + 100);
    const { exitCode, stderr, stdout } = await user.run('list');
    expect({ exitCode, stdout }).toEqual({ exitCode: 5, stdout: '' });
    expect(stderr).not.toMatch(/\n\s+at |Error|SQLITE/);
  });

  it('is reported by doctor too', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    const db = new Database(user.database);
    db.exec(`UPDATE commitment SET title = 'Rumour'`);
    db.close();
    await user.runAll('doctor', 'doctor --json', 'doctor --repair', 'doctor --plain', 'list --plain');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/doctor.txt');
  });

  it('waits for another process that is writing', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    const db = new Database(user.database);
    db.exec('BEGIN IMMEDIATE');
    const writing = user.run('note 1 hello');
    expect((await user.run('list')).exitCode).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    db.exec('ROLLBACK');
    db.close();
    expect((await writing).exitCode).toBe(0);
  });
});

describe.concurrent('looking', () => {
  it('never creates a file', async ({ expect }) => {
    const user = await newUser();
    for (const line of [
      '',
      'today',
      'list',
      'show 1',
      'client',
      'client joe',
      'history',
      'overdue',
      'export',
      'doctor',
      'when friday',
      'config',
      'config work.days',
      'help',
      'help add',
      'add --help',
      '--version',
      'offr',
      'add Report --by whenever',
    ]) {
      await user.run(line);
      expect(existsSync(join(user.home, 'data')), line).toBe(false);
      expect(existsSync(join(user.home, 'config')), line).toBe(false);
    }
  });

  it('changes nothing in a file that is there', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    const before = readFileSync(user.database);
    for (const line of ['', 'list', 'show 1', 'client', 'history', 'overdue', 'export', 'doctor'])
      await user.run(line);
    expect(readFileSync(user.database)).toEqual(before);
    expect(existsSync(dirname(user.configFile))).toBe(false);
  });
});

describe('the launcher', () => {
  it('says its version, and the help of everything', async ({ expect }) => {
    const user = await newUser();
    expect(await user.run('--version')).toEqual({ stdout: '0.1.0\n', stderr: '', exitCode: 0 });
    const help = await user.run('help');
    expect(help).toMatchObject({ stderr: '', exitCode: 0 });
    expect(await user.run('--help')).toEqual(help);
    expect(await user.run('-h')).toEqual(help);
    expect(await user.run('add -h')).toEqual(await user.run('help add'));
    expect(await user.run('--json add --help')).toEqual(await user.run('help add'));
  });
});
