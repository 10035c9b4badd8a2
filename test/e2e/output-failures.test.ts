import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, it } from 'vitest';
import { LAUNCHER, newUser, type User } from '../support/cli.ts';

/** Runs a line of a real shell in the home of a user. */
function shell(user: User, line: string): Promise<{ stderr: string; exitCode: number }> {
  return new Promise((resolve) => {
    const options = { env: user.env(), cwd: user.home };
    execFile('bash', ['-c', line], options, (error, _stdout, stderr) =>
      resolve({ stderr, exitCode: error ? Number(error.code) : 0 }),
    );
  });
}

const FOLLOWUP = `'${process.execPath}' '${LAUNCHER}'`;

/** A device that is always full. Not every system has one. */
const FULL = '/dev/full';

describe.skipIf(!existsSync(FULL))('output that cannot be written', { concurrent: true }, () => {
  const NO_ROOM = 'The output could not be written: there is no room left.';

  for (const command of ['list', 'export', 'today', 'help', 'help add', 'completion bash', 'config']) {
    it(`is one line and exit 1: ${command}`, async ({ expect }) => {
      const user = await newUser();
      await user.given('add Report --for Joe');
      expect(await shell(user, `${FOLLOWUP} ${command} > ${FULL}`)).toEqual({
        stderr: `${NO_ROOM}\n`,
        exitCode: 1,
      });
      const json = await shell(user, `${FOLLOWUP} ${command} --json > ${FULL}`);
      expect(json.exitCode).toBe(1);
      expect(JSON.parse(json.stderr)).toEqual({
        error: { code: 'output-failed', message: NO_ROOM, hint: null },
      });
    });
  }

  it('takes back nothing that was recorded, and says so', async ({ expect }) => {
    const user = await newUser();
    expect(await shell(user, `${FOLLOWUP} add Report --for Joe > ${FULL}`)).toEqual({
      stderr: `${NO_ROOM} It was recorded.\n`,
      exitCode: 1,
    });
    const json = await shell(user, `${FOLLOWUP} add Page --for Joe --json > ${FULL}`);
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stderr)).toEqual({
      error: { code: 'output-failed', message: `${NO_ROOM} It was recorded.`, hint: null },
    });
    expect(await user.json('list')).toMatchObject([{ title: 'Report' }, { title: 'Page' }]);
  });

  it('is reported for output that is only open for reading', async ({ expect }) => {
    const user = await newUser();
    expect(await shell(user, `${FOLLOWUP} list 1< /dev/null`)).toEqual({
      stderr: 'The output could not be written: it is not open for writing.\n',
      exitCode: 1,
    });
  });
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
