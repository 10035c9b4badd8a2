import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { describe, it } from 'vitest';
import { LAUNCHER, newUser, type User } from '../support/cli.ts';
import { hasSmallDisk, onSmallDisk } from '../support/small-disk.ts';

/** Runs a line of a real shell in the home of a user. */
function shell(user: User, line: string): Promise<{ stderr: string; exitCode: number }> {
  return new Promise((resolve) => {
    const options = { env: user.env(), cwd: user.home };
    execFile('bash', ['-c', line], options, (error, _stdout, stderr) =>
      resolve({ stderr, exitCode: error ? Number(error.code) : 0 }),
    );
  });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}

const FOLLOWUP = `'${process.execPath}' '${LAUNCHER}'`;

/** A device that is always full. Not every system has one. */
const FULL = '/dev/full';

describe.skipIf(!existsSync(FULL))('output that cannot be written', { concurrent: true }, () => {
  const NO_ROOM = 'The output could not be written: there is no room left.';

  for (const command of ['list', 'export', 'today', 'help', 'help add', 'completion bash', 'config']) {
    it(`is two lines and exit 1: ${command}`, async ({ expect }) => {
      const user = await newUser();
      await user.given('add Report --for Joe');
      expect(await shell(user, `${FOLLOWUP} ${command} > ${FULL}`)).toEqual({
        stderr: `${NO_ROOM}\nNothing was recorded.\n`,
        exitCode: 1,
      });
      const json = await shell(user, `${FOLLOWUP} ${command} --json > ${FULL}`);
      expect(json.exitCode).toBe(1);
      expect(JSON.parse(json.stderr)).toEqual({
        error: { code: 'output-failed', message: NO_ROOM, hint: 'Nothing was recorded.' },
      });
    });
  }

  it('takes back nothing that was recorded, and says so', async ({ expect }) => {
    const user = await newUser();
    expect(await shell(user, `${FOLLOWUP} add Report --for Joe > ${FULL}`)).toEqual({
      stderr: `${NO_ROOM}\nIt was recorded.\n`,
      exitCode: 1,
    });
    const json = await shell(user, `${FOLLOWUP} add Page --for Joe --json > ${FULL}`);
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stderr)).toEqual({
      error: { code: 'output-failed', message: NO_ROOM, hint: 'It was recorded.' },
    });
    expect(await user.json('list')).toMatchObject([{ title: 'Report' }, { title: 'Page' }]);
  });

  it('is reported for output that is only open for reading', async ({ expect }) => {
    const user = await newUser();
    expect(await shell(user, `${FOLLOWUP} list 1< /dev/null`)).toEqual({
      stderr: 'The output could not be written: it is not open for writing.\nNothing was recorded.\n',
      exitCode: 1,
    });
  });
});

describe.skipIf(!hasSmallDisk)('output into a file on a disk that is nearly full', () => {
  it('is never cut short without a word', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report --for Joe', `note 1 "${'long '.repeat(9000)}"`);
    const folder = join(user.home, 'small');
    mkdirSync(folder);
    await onSmallDisk(folder, async (fill) => {
      for (const command of ['export', 'show 1']) {
        rmSync(join(folder, 'out'), { force: true });
        fill.all(4096);
        expect(await shell(user, `${FOLLOWUP} ${command} > small/out`)).toEqual({
          stderr: 'The output could not be written: there is no room left.\nNothing was recorded.\n',
          exitCode: 1,
        });
        fill.none();
        expect(await shell(user, `${FOLLOWUP} ${command} > small/out`)).toEqual({ stderr: '', exitCode: 0 });
      }
    });
  });
});

describe.concurrent('standard input that is closed or cannot be read', () => {
  for (const line of ['import -', 'told Joe -', 'add', 'jot', 'note 1 -', 'when -']) {
    it(`is two lines at most, and no trace: ${line}`, async ({ expect }) => {
      const user = await newUser();
      await user.given('add Report --for Joe');
      const before = await user.journal();
      for (const from of ['<&-', '< /', '< /dev/null']) {
        const { stderr } = await shell(user, `${FOLLOWUP} ${line} ${from}`);
        expect(stderr.split('\n').length).toBeLessThanOrEqual(3);
        expect(stderr).not.toMatch(/\n\s+at |Error:|inside followup/);
      }
      expect(await user.journal()).toBe(before);
    });
  }

  it('says nothing where standard error is closed too', async ({ expect }) => {
    const user = await newUser();
    expect(await shell(user, `${FOLLOWUP} show 99 <&- >&- 2>&-`)).toEqual({ stderr: '', exitCode: 4 });
    expect(await shell(user, `${FOLLOWUP} add Report > ${FULL} 2> ${FULL}`)).toEqual({
      stderr: '',
      exitCode: 1,
    });
    expect(await user.json('list')).toMatchObject([{ title: 'Report' }]);
  });
});

describe('a terminal that was closed', () => {
  for (const [line, said] of [
    ['list', 'Nothing was recorded.'],
    ['help', 'Nothing was recorded.'],
    ['add Report', 'It was recorded.'],
  ] as const) {
    it(`is two lines and exit 1: ${line}`, async ({ expect }) => {
      const user = await newUser();
      const isGone = 'until ! { : > /dev/tty; } 2> /dev/null; do sleep 0.05; done';
      const script = `trap '' HUP; : > ready; ${isGone}; ${FOLLOWUP} ${line} 2> said; echo $? > code`;
      const terminal = spawn('bash', ['-c', script], { cwd: user.home, env: user.env() });
      const [ready, code] = [join(user.home, 'ready'), join(user.home, 'code')];
      await until(() => existsSync(ready));
      // Its types do not know this.
      (terminal as unknown as { destroy: () => void }).destroy();
      await until(() => existsSync(code) && readFileSync(code).length > 0);
      expect(readFileSync(code, 'utf8')).toBe('1\n');
      expect(readFileSync(join(user.home, 'said'), 'utf8')).toBe(
        `The output could not be written: the device failed.\n${said}\n`,
      );
    });
  }
});

describe.concurrent('an error that is thrown where no command waits for it', () => {
  const loader = LAUNCHER.replace('followup.js', 'load.js');
  for (const [what, thrown] of [
    ['in a timer', 'setTimeout(() => { throw new Error("lost") })'],
    ['in a promise', 'Promise.reject(new Error("lost"))'],
  ]) {
    it(`is one line and exit 70: ${what}`, async ({ expect }) => {
      const user = await newUser();
      const script = `require("${loader}").loadProgram().exports.main(["add", "Report"]); ${thrown}`;
      const { stderr, exitCode } = await shell(user, `'${process.execPath}' -e '${script}'`);
      expect({ stderr, exitCode }).toEqual({
        stderr: expect.stringMatching(
          /^Something went wrong inside followup: lost\. (?:It was|Nothing was) recorded\. This is a bug: please report it, with the command line\.\n$/,
        ),
        exitCode: 70,
      });
    });
  }
});
