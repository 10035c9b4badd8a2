import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import type { Command, CommandTable } from '../../src/cli/run/command.ts';
import type { Screen } from '../../src/cli/run/screen.ts';
import { InProcessUser } from '../support/in-process.ts';

/** The commands of followup, with screens that fail when shown, after the command has done its work. */
const SHOWING_FAILS: CommandTable = {
  ...COMMANDS,
  find: async (name) => {
    const command = await COMMANDS.find(name);
    return command && { ...command, run: async (typed, run) => broken(await command.run(typed, run)) };
  },
};

function broken(screen: Screen): Screen {
  const fail = () => {
    throw new Error('no such column');
  };
  return { ...screen, json: fail, text: fail };
}

/** A command that fails before it does anything. */
const FAILS_AT_ONCE: CommandTable = {
  ...COMMANDS,
  find: async (name) => {
    const command = await COMMANDS.find(name);
    const run: Command['run'] = () => {
      throw new TypeError('not a function');
    };
    return command && { ...command, run };
  },
};

/** The titles of all recorded commitments. */
async function recorded(user: InProcessUser): Promise<string[]> {
  return (await user.json<{ title: string }[]>('list')).map(({ title }) => title);
}

const REPORT_IT = 'This is a bug: please report it, with the command line.';

describe('a fault of followup is one line and exit 70', () => {
  it('that says the record was written, if only showing it failed', async () => {
    const user = new InProcessUser();
    expect(await user.run('add Report --for Joe', { commands: SHOWING_FAILS })).toEqual({
      exitCode: 70,
      stdout: '',
      stderr: `Something went wrong inside followup: no such column. It was recorded. ${REPORT_IT}\n`,
    });
    expect(await recorded(user)).toEqual(['Report']);
  });

  it('that says nothing was recorded, if nothing was', async () => {
    const user = new InProcessUser();
    expect(await user.run('add Report --for Joe', { commands: FAILS_AT_ONCE })).toEqual({
      exitCode: 70,
      stdout: '',
      stderr: `Something went wrong inside followup: not a function. Nothing was recorded. ${REPORT_IT}\n`,
    });
    expect(await recorded(user)).toEqual([]);
  });

  it.each(['list', 'import - --format todo.txt --dry-run', 'confirm 1'])(
    'also where there was nothing to record: %s',
    async (line) => {
      const user = await new InProcessUser().given('add Report --for Joe --agreed friday --in-writing');
      const options = { commands: SHOWING_FAILS, stdin: '2026-02-27 Send the notes\n' };
      const { exitCode, stderr } = await user.run(line, options);
      expect({ exitCode, stderr }).toEqual({
        exitCode: 70,
        stderr: expect.stringContaining('Nothing was recorded.'),
      });
      expect(await recorded(user)).toEqual(['Report']);
    },
  );

  it('as JSON if JSON is asked for', async () => {
    const { exitCode, stderr } = await new InProcessUser().run('add Report --for Joe --json', {
      commands: SHOWING_FAILS,
    });
    expect(exitCode).toBe(70);
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'unexpected',
        message: 'Something went wrong inside followup: no such column. It was recorded.',
        hint: REPORT_IT,
      },
    });
  });

  it('with the stack only if FOLLOWUP_DEBUG asks for it', async () => {
    const user = new InProcessUser();
    const options = { commands: SHOWING_FAILS, env: { FOLLOWUP_DEBUG: '1' } };
    const { stderr } = await user.run('list', options);
    expect(stderr).toMatch(/the command line\.\nError: no such column\n {4}at .*faults\.test/);
    const json = await user.run('list --json', options);
    expect(JSON.parse(json.stderr).error.stack).toContain('faults.test');
  });
});

describe('what follows from a write and fails', () => {
  /** Commands of a session in which an effect has failed, as it would after the commit. */
  const EFFECT_FAILS: CommandTable = {
    ...COMMANDS,
    find: async (name) => {
      const command = await COMMANDS.find(name);
      const run: Command['run'] = async (typed, run) => {
        run.session.open('write').onFailedEffect?.('the notification', new Error('there is no bus'));
        return (command as Command).run(typed, run);
      };
      return command && { ...command, run };
    },
  };

  it('is said, and the record stands', async () => {
    const user = new InProcessUser();
    expect(await user.run('add Report --for Joe --quiet', { commands: EFFECT_FAILS })).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'It was recorded, but the notification failed: there is no bus.\n',
    });
    expect(await recorded(user)).toEqual(['Report']);
  });
});
