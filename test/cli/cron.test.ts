import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Machine } from '../../src/domain/agenda/reminder-jobs.ts';
import { writingAside } from '../../src/store/db.ts';
import { openForWriting } from '../../src/store/open.ts';
import { recordReminderRun } from '../../src/store/reminders.ts';
import { InProcessUser } from '../support/in-process.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-cron-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** What is not looked up in PATH: it differs from machine to machine. */
const machine = vi.hoisted(() => ({
  runsCron: true,
  sendsMail: true,
  zone: 'Europe/Berlin',
  knowsZones: true,
  hasNotifier: true,
  toGetCron: null,
  toGetNotifier: null,
}));
const changed = vi.hoisted((): { to: object } => ({ to: {} }));
vi.mock('../../src/system/cron/machine.ts', async (original) => {
  const { lookAtMachine } = await original<typeof import('../../src/system/cron/machine.ts')>();
  return {
    lookAtMachine: (env: Record<string, string>): Machine => ({
      ...lookAtMachine(env),
      ...machine,
      toStartCron: 'sudo service cron start',
      ...changed.to,
    }),
  };
});

/** Runs something on a machine that differs from the usual one. */
async function on<T>(other: Partial<Machine>, run: () => Promise<T>): Promise<T> {
  changed.to = other;
  try {
    return await run();
  } finally {
    changed.to = {};
  }
}

const CRONTAB = `#!/bin/sh
case "$1" in
  -l) [ -f "$TAB" ] || { echo "no crontab for mia" >&2; exit 1; }; exec cat "$TAB" ;;
  -r) rm "$TAB" ;;
  -) cat >"$TAB.new" && mv "$TAB.new" "$TAB" ;;
esac
echo "$1" >>"$TAB.calls"
`;
const SYSTEMCTL = `#!/bin/sh
echo "$*" >>"$TAB.systemctl"
[ ! -f "$TAB.broken" ] || { echo "Failed to connect to bus: No medium found" >&2; exit 1; }
case "$2" in
  enable) touch "$TAB.enabled" ;;
  disable) rm -f "$TAB.enabled" ;;
  is-enabled) [ -f "$TAB.enabled" ] ;;
esac
`;

let count = 0;

/** A user whose crontab and systemd are files, on a machine that has these programs. */
class CronUser extends InProcessUser {
  private readonly folder = join(FOLDER, String(++count));
  readonly tab = join(this.folder, 'tab');
  readonly units = join(this.folder, 'config', 'systemd', 'user');
  readonly env: Record<string, string> = {
    TAB: this.tab,
    XDG_CONFIG_HOME: join(this.folder, 'config'),
    PATH: [join(this.folder, 'bin'), '/usr/bin', '/bin'].join(delimiter),
  };

  constructor(programs: Readonly<Record<string, string>> = { crontab: CRONTAB, systemctl: SYSTEMCTL }) {
    super();
    mkdirSync(join(this.folder, 'bin'), { recursive: true });
    for (const [name, text] of Object.entries(programs)) {
      writeFileSync(join(this.folder, 'bin', name), text);
      chmodSync(join(this.folder, 'bin', name), 0o755);
    }
  }

  /** Runs `followup cron` with these words. */
  cron(words: string, env: Readonly<Record<string, string>> = {}) {
    return this.run(`cron ${words}`, { env: { ...this.env, ...env } });
  }

  crontab(): Buffer {
    return readFileSync(this.tab);
  }
}

async function newUser(programs?: Readonly<Record<string, string>>): Promise<CronUser> {
  const user = new CronUser(programs);
  await user.given('add Report --for Joe');
  return user;
}

const FINE = { exitCode: 0, stderr: '' };
/** CRLF, a tab, bytes that are no UTF-8, and no line end at the end. */
const THEIRS = Buffer.from(
  'MAILTO=mia\r\n# followup is a program\n\t0 9 * * *\tfollowup overdue --quiet\n# caf\xe9\n5 5 * * * true',
  'latin1',
);

describe('the crontab', () => {
  it('is as it was after install, install and remove, which change only their own lines', async () => {
    const user = await newUser();
    writeFileSync(user.tab, THEIRS);
    expect(await user.cron('install --yes')).toMatchObject(FINE);
    const installed = user.crontab();
    expect(installed.subarray(0, THEIRS.length)).toEqual(THEIRS);
    expect(installed.toString('latin1').slice(THEIRS.length).split('\n')).toEqual([
      '',
      expect.stringContaining(`reminders for ${user.database} (`),
      expect.stringMatching(
        /^\*\/15 \* \* \* \* TZ=Europe\/Berlin XDG_CONFIG_HOME=\S+ \/\S+ \/\S+ remind --db \S+$/,
      ),
      expect.stringMatching(/^45 8 \* \* 1-5 TZ=Europe\/Berlin .* remind --morning --db \S+$/),
      '',
    ]);

    const again = await user.cron('install --yes');
    expect(again).toMatchObject(FINE);
    expect(again.stdout).toContain('Installed already: nothing was changed');
    expect(user.crontab()).toEqual(installed);
    expect(readFileSync(`${user.tab}.calls`, 'utf8').match(/^-$/gm)).toHaveLength(1);

    expect(await user.cron('remove --yes')).toMatchObject(FINE);
    expect(user.crontab()).toEqual(THEIRS);
  });

  it('is gone again if there was none', async () => {
    const user = await newUser();
    await user.cron('install --yes');
    expect(existsSync(user.tab)).toBe(true);
    await user.cron('remove --yes');
    expect(existsSync(user.tab)).toBe(false);
    const { stdout, exitCode } = await user.cron('remove');
    expect({ stdout, exitCode }).toEqual({
      stdout: expect.stringContaining('There are no reminders'),
      exitCode: 0,
    });
  });

  it('is not changed by showing it, nor without being asked', async () => {
    const user = await newUser();
    writeFileSync(user.tab, THEIRS);
    for (const words of ['', 'show', '--json', '--plain']) expect(await user.cron(words)).toMatchObject(FINE);
    const refused = await user.cron('install --notify');
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toContain('followup cron install --notify --yes');
    expect(user.crontab()).toEqual(THEIRS);
    await user.cron('install --yes');
    const installed = user.crontab();
    expect((await user.cron('remove --json')).exitCode).toBe(1);
    expect(user.crontab()).toEqual(installed);
  });

  it('is said to be changed by hand, or to be out of date', async () => {
    const user = await newUser();
    await user.cron('install --yes');
    const text = user.crontab().toString();
    writeFileSync(user.tab, text.replace('*/15', '*/5'));
    expect((await user.cron('')).stdout).toContain('changed by hand since');
    const { stdout: said } = await user.cron('install --yes');
    expect(said).toMatch(/had been changed by hand:\n\*\/5 \* \* \* \* TZ=/);
    expect(user.crontab().toString()).toBe(text);
    await user.given('config work.hours 10:00-16:00');
    const { stdout } = await user.cron('', { XDG_CONFIG_HOME: join(user.database, '..') });
    expect(stdout).toContain('not as they would be now');
    expect(stdout).toContain('45 9 * * 1-5');
  });

  it('keeps the lines of each database, and their notifications', async () => {
    const user = await newUser();
    const other = { FOLLOWUP_DB: `${user.database}.other` };
    await user.run('add Logo --for Joe', { env: other });
    await user.cron('install --yes');
    const first = user.crontab().toString();
    await user.cron('install --yes --notify', other);
    expect(user.crontab().toString().startsWith(first)).toBe(true);
    expect(user.crontab().toString()).toContain('remind --morning --notify --db');
    expect((await user.cron('', other)).stdout).toContain('Reminders in your crontab: installed\n');
    await user.cron('remove --yes', other);
    expect(user.crontab().toString()).toBe(first);
  });

  it('is left alone where it cannot be read or written', async () => {
    const forbidden = '#!/bin/sh\necho "mia is not allowed to use this program (crontab)." >&2\nexit 1\n';
    const user = await newUser({ crontab: forbidden });
    expect((await user.cron('install --yes')).stderr).toContain('could not be read: mia is not allowed');
    expect((await user.cron('')).stdout).toContain('could not be read: mia is not allowed');

    const forgetful = await newUser({
      crontab: '#!/bin/sh\n[ "$1" != -l ] || { echo no crontab for mia >&2; exit 1; }\ncat >/dev/null\n',
    });
    const { exitCode, stderr } = await forgetful.cron('install --yes');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('what it holds now is not what was written');
  });

  it.each([
    ['ends without a word', 'exit 1', 'crontab did not say why'],
    ['is killed', 'kill -KILL $$', 'it was ended by SIGKILL'],
    ['is killed while it says so', 'echo "no crontab for mia" >&2; kill -KILL $$', 'no crontab for mia'],
    ['breaks off', 'echo "5 5 * * * true"; echo "no crontab for mia" >&2; exit 1', 'could not be read'],
    [
      'cannot be loaded',
      'echo "crontab: error while loading shared libraries: libpam.so.0: cannot open shared object file: No such file or directory" >&2; exit 127',
      'libpam.so.0',
    ],
    [
      'misses a file of its own',
      'echo "/etc/cron.allow: No such file or directory" >&2; exit 1',
      'cron.allow',
    ],
  ])('is never written if a crontab -l that %s may hide one', async (_, ending, said) => {
    const written = 'echo "$1" >>"$TAB.calls"; [ "$1" = -l ] || exit 0';
    const user = await newUser({ crontab: `#!/bin/sh\n${written}\n${ending}\n` });
    for (const action of ['install', 'remove']) {
      const { exitCode, stderr } = await user.cron(`${action} --yes`);
      expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining(said) });
    }
    expect(readFileSync(`${user.tab}.calls`, 'utf8')).toMatch(/^(?:-l\n)+$/);
  });

  it('is empty where busybox misses its file', async () => {
    const missing = `echo "crontab: can't open 'mia': No such file or directory" >&2; exit 1`;
    const stub = CRONTAB.replace('echo "no crontab for mia" >&2; exit 1', missing);
    const user = await newUser({ crontab: stub });
    expect(await user.cron('install --yes')).toMatchObject(FINE);
    expect(await user.cron('remove --yes')).toMatchObject(FINE);
  });
});

describe('before anything is installed', () => {
  it('there has to be a database, and no demo', async () => {
    const user = new CronUser();
    const missing = await user.cron('install --yes');
    expect(missing).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('There is no database') });
    const byDefault = await user.cron('install --yes', { FOLLOWUP_DB: '', XDG_DATA_HOME: FOLDER });
    expect(byDefault.exitCode).toBe(5);
    expect((await user.cron('')).stdout).toContain('There is no database');
    const { database } = await user.json<{ database: string }>('demo');
    const demo = await user.cron('install --yes', { FOLLOWUP_DB: database });
    expect(demo).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('unset FOLLOWUP_DB') });
    expect(existsSync(user.tab)).toBe(false);
  });

  it('there has to be a cron; else it says how to get one', async () => {
    const user = await newUser({ systemctl: SYSTEMCTL });
    await on({ crontab: null, toGetCron: 'sudo apt-get install cron' }, async () => {
      const { exitCode, stderr } = await user.cron('install --yes');
      expect(exitCode).toBe(1);
      expect(stderr).toContain('sudo apt-get install cron');
      expect(stderr).toContain('followup cron install --systemd');
      const shown = await user.cron('');
      expect(shown).toMatchObject(FINE);
      expect(shown.stdout).toMatch(/^\*\/15 \* \* \* \* TZ=/m);
      expect(shown.stdout).toContain('\n  sudo apt-get install cron\n');
    });
    await on({ systemctl: null }, async () => {
      const { exitCode, stderr } = await user.cron('install --systemd --yes');
      expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining('no systemd') });
      expect(existsSync(user.units)).toBe(false);
    });
  });
});

describe('what is said about it', () => {
  it('is nothing where all is well', async () => {
    const user = await newUser();
    expect(JSON.parse((await user.cron('--json')).stdout)).toMatchObject({
      action: 'show',
      where: 'crontab',
      database: user.database,
      installed: false,
      changed: false,
      lines: [expect.stringContaining(' remind --db '), expect.stringContaining(' remind --morning --db ')],
      zone: 'Europe/Berlin',
      warnings: [],
    });
    await user.cron('install --yes');
    const { stdout } = await user.cron('install --yes --json');
    expect(JSON.parse(stdout)).toMatchObject({ action: 'install', installed: true, changed: false });
  });

  const warningsOn = async (other: Partial<Machine>, crontab = '', words = '') => {
    const user = await newUser();
    writeFileSync(user.tab, crontab);
    const { stdout } = await on(other, () => user.cron(`${words} --json`));
    return (JSON.parse(stdout) as { warnings: string[] }).warnings.join('\n');
  };

  it('is what cron lacks: a daemon, mail, a shell, the zones', async () => {
    expect(await warningsOn({ runsCron: false })).toContain('To start it: sudo service cron start');
    expect(await warningsOn({ runsCron: null })).toBe('');
    expect(await warningsOn({ sendsMail: false })).toContain('add --notify');
    expect(await warningsOn({ sendsMail: false }, '', '--notify')).toBe('');
    expect(await warningsOn({ hasNotifier: false }, '', '--notify')).toContain('remind.notify PROGRAM');
    expect(await warningsOn({ hasNotifier: false }, '', '--systemd')).toContain('systemd sends no mail');
    expect(await warningsOn({ hasNotifier: false })).toBe('');
    expect(await warningsOn({}, 'MAILTO=""\n')).toContain('empty MAILTO');
    expect(await warningsOn({}, 'CRON_TZ=Asia/Tokyo\n')).toContain('CRON_TZ=Asia/Tokyo');
    expect(await warningsOn({}, 'SHELL=/bin/tcsh\n')).toContain('SHELL=/bin/tcsh');
    expect(await warningsOn({ zone: 'UTC' })).toBe('');
    expect(await warningsOn({ zone: 'UTC', knowsZones: false })).toContain('Install tzdata');
    expect(await warningsOn({ zone: 'Europe/Paris', knowsZones: false })).toBe('');
  });

  it('is that a file which the lines name is there no longer', async () => {
    const user = await newUser();
    await user.cron('install --yes');
    writeFileSync(user.tab, user.crontab().toString().replaceAll(` ${process.execPath} `, ' /gone/node '));
    const { warnings } = JSON.parse((await user.cron('--json')).stdout) as { warnings: string[] };
    expect(warnings[0]).toContain('names /gone/node, which is not there');
  });

  it('shows the times of cron where it goes by another zone', async () => {
    const user = await newUser();
    const { stdout } = await on({ zone: 'Pacific/Auckland' }, () => user.cron(''));
    expect(stdout).toContain(
      '\n45 18,19,20 * * 1-5 [ "$(TZ=Europe/Berlin date +\\%H\\%M)" = 0845 ] && TZ=Europe/Berlin ',
    );
    const said = stdout.replace(/\s+/g, ' ');
    expect(said).toContain(
      'there Mon..Fri 18:45 or 19:45 or 20:45, where the line does something only at 08:45',
    );
    const fixed = await on({ zone: 'Africa/Algiers' }, () => user.cron('--json', { TZ: 'Asia/Kolkata' }));
    expect(JSON.parse(fixed.stdout).cron).toEqual({
      morning: 'Mon..Fri 04:15',
      zone: 'Africa/Algiers',
      onlyAt: null,
    });
  });
});

describe('systemd', () => {
  it('gets units, which are enabled, renewed and taken away', async () => {
    const user = await newUser();
    expect(await user.cron('install --systemd --yes')).toMatchObject(FINE);
    expect(readdirSync(user.units).sort()).toEqual([
      'followup-morning.service',
      'followup-morning.timer',
      'followup-remind.service',
      'followup-remind.timer',
    ]);
    const calls = () => readFileSync(`${user.tab}.systemctl`, 'utf8');
    expect(calls()).toContain(
      '--user daemon-reload\n--user enable --now followup-remind.timer followup-morning.timer\n',
    );
    expect((await user.cron('install --systemd --yes')).stdout).toContain('Installed already');
    expect(calls().match(/enable --now/g)).toHaveLength(1);

    const other = { FOLLOWUP_DB: `${user.database}.other` };
    await user.run('add Logo --for Joe', { env: other });
    expect(await user.cron('install --systemd --yes', other)).toMatchObject(FINE);
    expect(readdirSync(user.units)).toHaveLength(8);
    await user.cron('remove --systemd --yes');
    expect(readdirSync(user.units)).toHaveLength(4);
    expect((await user.cron('--systemd', other)).stdout).toContain('written, but systemd does not run them');
    await user.cron('remove --systemd --yes', other);
    expect(readdirSync(user.units)).toEqual([]);
  });

  it('gets no unit in the place of one that is not ours', async () => {
    const user = await newUser();
    mkdirSync(user.units, { recursive: true });
    writeFileSync(join(user.units, 'followup-remind.timer'), '[Timer]\n');
    const { exitCode, stderr } = await user.cron('install --systemd --yes');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining('was not made by followup cron'),
    });
    expect(readdirSync(user.units)).toEqual(['followup-remind.timer']);
  });

  it.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['masked', (path: string) => symlinkSync('/dev/null', path)],
  ])('gets no unit in the place of one that is %s', async (_, make) => {
    const user = await newUser();
    mkdirSync(user.units, { recursive: true });
    const path = join(user.units, 'followup-morning.service');
    make(path);
    const { exitCode, stderr } = await user.cron('install --systemd --yes');
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${path} is there already, and was not made by followup cron`);
    expect(await user.cron('install --yes')).toMatchObject(FINE);
    expect((await user.cron('')).stdout).toContain('Reminders in your crontab: installed');
  });

  it('is told later if it cannot be reached now', async () => {
    const user = await newUser();
    writeFileSync(`${user.tab}.broken`, '');
    const { exitCode, stderr } = await user.cron('install --systemd --yes');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('systemctl --user enable --now followup-remind.timer followup-morning.timer');
    expect(readdirSync(user.units)).toHaveLength(4);
    rmSync(`${user.tab}.broken`);
    expect(await user.cron('install --systemd --yes')).toMatchObject(FINE);
  });
});

describe('the crontab and systemd', () => {
  it('are both looked at, and the one that has the lines is shown', async () => {
    const user = await newUser();
    expect((await user.cron('')).stdout).toContain('Reminders in your crontab: not installed');
    await user.cron('install --systemd --yes');
    const { stdout } = await user.cron('show');
    expect(stdout).toContain('Reminders in systemd: installed');
    expect(stdout).toContain('\n  followup cron remove --systemd\n');
    expect(JSON.parse((await user.cron('--json')).stdout)).toMatchObject({ where: 'systemd' });
    expect(stdout).not.toContain('They are installed in');
    const nothing = await user.cron('remove --yes');
    expect(nothing.stdout).toContain('They are installed in systemd. To take them out there:');
  });

  it('are said to run both, and how to take one out', async () => {
    const user = await newUser();
    await user.cron('install --systemd --yes');
    const installed = await user.cron('install --yes');
    expect(installed.stdout.replace(/\s+/g, ' ')).toContain(
      "They are installed in systemd as well: both run, and the morning's message comes twice. To take them out there: followup cron remove --systemd",
    );
    const { where, warnings } = JSON.parse((await user.cron('--json')).stdout);
    expect({ where, warnings }).toEqual({
      where: 'crontab',
      warnings: expect.arrayContaining([expect.stringMatching(/followup cron remove --systemd$/)]),
    });
    const units = JSON.parse((await user.cron('install --systemd --json')).stdout);
    expect(units.warnings[0]).toMatch(/your crontab as well.*followup cron remove$/);
    const removed = await user.cron('remove --systemd --yes');
    expect(removed.stdout).toContain('They are installed in your crontab.');
    expect((await user.cron('')).stdout).not.toContain('They are installed in');
  });

  it('do not both run where systemd has them switched off', async () => {
    const user = await newUser();
    await user.cron('install --systemd --yes');
    rmSync(`${user.tab}.enabled`);
    expect((await user.cron('')).stdout).toContain('written, but systemd does not run them');
    expect((await user.cron('install --yes')).stdout).not.toContain('They are installed in');
    expect((await user.cron('')).stdout).toContain('Reminders in your crontab: installed');
  });

  it('name the database in every command if it was named', async () => {
    const user = await newUser();
    await user.cron(`install --yes --db ${user.database}`);
    await user.cron(`install --systemd --yes --db ${user.database}`);
    const { stdout } = await user.cron(`--plain --db ${user.database}`);
    expect(stdout).toContain(`followup cron remove --systemd --db ${user.database}\n`);
  });
});

describe('reminders that are missed', () => {
  const LATER = { FOLLOWUP_NOW: '2026-03-06T12:00' };
  /** Somebody for whom reminders ran once, without cron knowing of it. */
  async function reminded(): Promise<CronUser> {
    const user = await newUser();
    const db = openForWriting(user.database);
    writingAside(db, () =>
      recordReminderRun(db, { at: '2026-03-02T09:15:00.000Z', boot: null, awakeMs: null }),
    );
    db.close();
    return user;
  }
  const today = (user: CronUser) => user.run('today', { env: { ...user.env, ...LATER } });

  it('are no longer once there are none to take out', async () => {
    const user = await reminded();
    expect((await today(user)).stdout).toContain('No reminder has run since Mon 2 Mar 10:15');
    const { stdout } = await user.cron('show', LATER);
    expect(stdout).toContain(
      'No reminder has run since Mon 2 Mar 10:15. To no longer be told:\n  followup cron remove\n',
    );
    const removed = await user.cron('remove', LATER);
    expect(removed).toMatchObject(FINE);
    expect(removed.stdout).toContain('From now on none is missed.');
    expect((await today(user)).stdout).not.toContain('No reminder');
    expect((await user.cron('remove', LATER)).stdout).toContain('Nothing was changed.');
  });

  it('are no longer once they are taken out, but still are if nobody agreed', async () => {
    const user = await reminded();
    await user.cron('install --yes');
    expect((await user.cron('remove', LATER)).exitCode).toBe(1);
    expect((await today(user)).stdout).toContain('No reminder');
    expect(await user.cron('remove --yes', LATER)).toMatchObject(FINE);
    expect((await today(user)).stdout).not.toContain('No reminder');
  });

  it('are no longer on a machine without cron, or systemd', async () => {
    for (const [words, lacking] of [
      ['', { crontab: null }],
      ['--systemd', { systemctl: null }],
    ] as const) {
      const user = await reminded();
      expect(await on(lacking, () => user.cron(`remove ${words}`, LATER))).toMatchObject(FINE);
      expect((await today(user)).stdout).not.toContain('No reminder');
    }
  });

  it('do not keep anybody from taking them out of a crontab', async () => {
    const user = await newUser();
    await user.cron('install --yes');
    writeFileSync(user.database, 'This is no database, and too long for an empty one.');
    const { exitCode, stdout, stderr } = await user.cron('remove --yes');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining('Taken out') });
    expect(stderr).toContain('followup today may go on missing reminders: ');
    expect(existsSync(user.tab)).toBe(false);

    await user.cron('install --yes', { FOLLOWUP_DB: (await newUser()).database });
    rmSync(user.database);
    expect(await user.cron('remove --yes')).toMatchObject(FINE);
    expect(existsSync(user.database)).toBe(false);
  });
});
