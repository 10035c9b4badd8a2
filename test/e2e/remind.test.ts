import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'vitest';
import { LAUNCHER, newUser, type User } from '../support/cli.ts';
import { hasSmallDisk, onSmallDisk } from '../support/small-disk.ts';

const LATE =
  '1 Joe: Report, due Mon 2 Mar 2026 15:00, 1 day late (me)\nfollowup offer 1 DATE --because TEXT\n';
const COMMAND = `'${process.execPath}' '${LAUNCHER}'`;

/** A user with a request that was due yesterday. */
async function withReport(): Promise<User> {
  const user = await newUser();
  await user.given('add Report --for Joe --agreed "today 15:00" --in-writing');
  return user.at('2026-03-03T15:30');
}

interface Ending {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Runs a line of a shell with exactly this environment, as cron does. */
function shell(line: string, env: Readonly<Record<string, string>>, cwd = '/'): Promise<Ending> {
  return new Promise((resolve) => {
    execFile('/bin/sh', ['-c', line], { env, cwd }, (error, stdout, stderr) =>
      resolve({ stdout, stderr, exitCode: error ? Number(error.code) : 0 }),
    );
  });
}

/** A program that is called for notifications. */
function withNotifier(user: User, script: string): string {
  const file = join(user.home, 'notifier');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('remind', { concurrent: true }, () => {
  it('works in the bare environment of cron', async ({ expect }) => {
    const user = await withReport();
    const bare = { PATH: '/usr/bin:/bin', FOLLOWUP_NOW: '2026-03-03T15:30' };
    const line = `TZ=Europe/Berlin XDG_CONFIG_HOME=/nowhere ${COMMAND} --db '${user.database}' remind <&-`;
    expect(await shell(line, bare)).toEqual({ stdout: LATE, stderr: '', exitCode: 0 });
    expect(await shell(line, bare)).toEqual({ stdout: '', stderr: '', exitCode: 0 });
  });

  it('tells once when several run at once', async ({ expect }) => {
    const user = await withReport();
    const runs = await Promise.all(Array.from({ length: 6 }, () => user.run('remind')));
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(runs.map(({ stdout }) => stdout).join('')).toBe(LATE);
  });

  it.skipIf(!existsSync('/dev/full'))('stays due where it cannot be written', async ({ expect }) => {
    const user = await withReport();
    expect(await shell(`${COMMAND} remind > /dev/full`, user.env())).toEqual({
      stdout: '',
      stderr: 'The output could not be written: there is no room left.\nThe next run will say it.\n',
      exitCode: 1,
    });
    expect((await user.run('remind')).stdout).toBe(LATE);
  });

  it('stays due where its reader is gone', async ({ expect }) => {
    const user = await withReport();
    const line = `{ sleep 1; ${COMMAND} remind; echo "exit $?" >&2; } | true`;
    const { stderr } = await shell(line, user.env());
    expect(stderr).toMatch(
      /^The output could not be written: nobody reads it any more\.\nThe next run will say it\.\nexit 1\n$/,
    );
    const all = `{ sleep 1; ${COMMAND} remind --all; echo "exit $?" >&2; } | true`;
    expect((await shell(all, user.env())).stderr).toBe('exit 0\n');
    expect((await user.run('remind')).stdout).toBe(LATE);
  });

  it('stays due when it is killed after it spoke', async ({ expect }) => {
    const user = await withReport();
    await user.given(`config remind.notify "${withNotifier(user, 'kill -9 $PPID')}"`);
    // The notifier is run by a shell of its own, which is replaced by it.
    const killed = await shell(`${COMMAND} remind --notify; echo "exit $?"`, user.env());
    expect(killed.stdout).toContain(LATE);
    expect(killed.stdout).not.toContain('exit 0');
    expect((await user.run('remind')).stdout).toBe(LATE);
  });
});

describe.skipIf(!hasSmallDisk)('remind on a full disk', { concurrent: true }, () => {
  it('is refused before it speaks, and says that it could not note what it said', async ({ expect }) => {
    const user = await withReport();
    const folder = dirname(user.database);
    const fills = withNotifier(user, `cat /dev/zero > ${join(folder, 'filling')} 2>/dev/null; true`);
    await user.given(`config remind.notify ${fills}`);
    await onSmallDisk(folder, async (fill) => {
      fill.all();
      const before = await user.run('remind');
      expect({ ...before, stderr: '' }).toEqual({ stdout: '', stderr: '', exitCode: 5 });
      fill.none();
      const between = await user.run('remind --notify');
      expect(between.stdout).toBe(LATE);
      expect(between.stderr).toMatch(
        /^It was said, but that could not be noted: .* the disk is full\.\nThe next run says it again\.\n$/,
      );
      expect(between.exitCode).toBe(5);
      fill.none();
      expect((await user.run('remind')).stdout).toBe(LATE);
      expect((await user.run('remind')).stdout).toBe('');
    });
  });
});

describe('a notification', { concurrent: true }, () => {
  it('gets a title and the text, as arguments and on standard input', async ({ expect }) => {
    const user = await withReport();
    const seen = join(user.home, 'seen');
    const notifier = withNotifier(user, `printf '%s|%s|' "$1" "$2" > ${seen}; cat >> ${seen}`);
    await user.given(`config remind.notify ${notifier}`);
    expect((await user.run('remind --notify')).stdout).toBe(LATE);
    const text = LATE.trimEnd();
    expect(readFileSync(seen, 'utf8')).toBe(`followup: Report for Joe|${text}|${text}`);
    expect((await user.run('remind --notify')).stdout).toBe('');
  });

  it('that fails is said, and the line stays due', async ({ expect }) => {
    const user = await withReport();
    await user.given(`config remind.notify ${withNotifier(user, 'echo "no display" >&2; exit 3')}`);
    const { stdout, stderr, exitCode } = await user.run('remind --notify');
    expect({ stdout, exitCode }).toEqual({ stdout: LATE, exitCode: 1 });
    expect(stderr).toMatch(
      /^The reminder could not be shown: .*notifier ended with 3: no display\.\nThe next run/,
    );
    expect((await user.run('remind')).stdout).toBe(LATE);
  });

  it('that hangs is ended after five seconds', async ({ expect }) => {
    const user = await withReport();
    await user.given(`config remind.notify ${withNotifier(user, 'sleep 60 & sleep 60')}`);
    const begun = Date.now();
    const { stderr, exitCode } = await user.run('remind --notify');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/did not answer within 5 seconds\.\n/);
    expect(Date.now() - begun).toBeLessThan(20_000);
  });

  it('needs a program', async ({ expect }) => {
    const user = await withReport();
    const { stderr, exitCode } = await user.run('remind --notify', { env: { PATH: '/nowhere' } });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('there is no notify-send');
    expect(stderr).toContain('remind.notify');
  });
});
