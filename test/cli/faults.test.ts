import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import type { Command, CommandTable } from '../../src/cli/run/command.ts';
import { CommandLine } from '../../src/cli/run/command-line.ts';
import type { Screen } from '../../src/cli/run/screen.ts';
import { type FakeProcess, fakeProcess } from '../support/io.ts';

/** The commands of followup, all of whose screens fail while they are shown: what they do, they have done by then. */
const SHOWING_FAILS: CommandTable = {
  ...COMMANDS,
  find: async (name) => {
    const command = await COMMANDS.find(name);
    return command && { ...command, run: async (call) => broken(await command.run(call)) };
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

async function run({ io }: FakeProcess, line: readonly string[], commands = COMMANDS): Promise<number> {
  return new CommandLine(line, io, commands).run();
}

/** The titles of all that is recorded. */
async function recorded({ io }: FakeProcess): Promise<string[]> {
  const { io: looking, printed } = fakeProcess({ env: { FOLLOWUP_DB: io.env.FOLLOWUP_DB ?? '' } });
  expect(await new CommandLine(['list', '--json'], looking, COMMANDS).run()).toBe(0);
  return (JSON.parse(printed.stdout) as { title: string }[]).map(({ title }) => title);
}

describe('a fault of followup is one line and exit 70', () => {
  it('that says that the record was written, when only showing it failed', async () => {
    const process = fakeProcess();
    expect(await run(process, ['add', 'Report', '--for', 'Joe'], SHOWING_FAILS)).toBe(70);
    expect(process.printed).toEqual({
      stdout: '',
      stderr:
        'Something went wrong inside followup: no such column. It was recorded. It is a defect: please report it, with the command line.\n',
    });
    expect(await recorded(process)).toEqual(['Report']);
  });

  it('and that nothing was recorded, when nothing was', async () => {
    const process = fakeProcess();
    expect(await run(process, ['add', 'Report', '--for', 'Joe'], FAILS_AT_ONCE)).toBe(70);
    expect(process.printed.stderr).toBe(
      'Something went wrong inside followup: not a function. Nothing was recorded. It is a defect: please report it, with the command line.\n',
    );
    expect(await recorded(process)).toEqual([]);
  });

  it('also of a command that only looks, a dry run, and one that has changed nothing', async () => {
    const process = fakeProcess({ stdin: '2026-02-27 Send the notes\n' });
    expect(await run(process, ['add', 'Report', '--for', 'Joe', '--agreed', 'friday', '-w'])).toBe(0);
    for (const line of [['list'], ['import', '-', '--format', 'todo.txt', '--dry-run'], ['confirm', '1']]) {
      const again = fakeProcess({ env: { FOLLOWUP_DB: process.io.env.FOLLOWUP_DB ?? '' }, stdin: 'x\n' });
      expect(await run(again, line, SHOWING_FAILS), line.join(' ')).toBe(70);
      expect(again.printed.stderr, line.join(' ')).toContain('Nothing was recorded.');
    }
    expect(await recorded(process)).toEqual(['Report']);
  });

  it('as JSON where JSON is asked for', async () => {
    const process = fakeProcess();
    expect(await run(process, ['add', 'Report', '--for', 'Joe', '--json'], SHOWING_FAILS)).toBe(70);
    expect(JSON.parse(process.printed.stderr)).toEqual({
      error: {
        code: 'unexpected',
        message: 'Something went wrong inside followup: no such column. It was recorded.',
        hint: 'It is a defect: please report it, with the command line.',
      },
    });
  });

  it('with the stack only where FOLLOWUP_DEBUG asks for it', async () => {
    const process = fakeProcess({ env: { FOLLOWUP_DEBUG: '1' } });
    await run(process, ['list'], SHOWING_FAILS);
    expect(process.printed.stderr).toMatch(
      /the command line\.\nError: no such column\n {4}at .*faults\.test/,
    );
    const json = fakeProcess({ env: { FOLLOWUP_DEBUG: '1' } });
    await run(json, ['list', '--json'], SHOWING_FAILS);
    expect(JSON.parse(json.printed.stderr).error.stack).toContain('faults.test');
  });
});
