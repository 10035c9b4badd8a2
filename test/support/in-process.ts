import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { parseLine } from '../../src/cli/run/arguments/parse-line.ts';
import type { Command, CommandTable, Run, Typed } from '../../src/cli/run/command.ts';
import { CommandLine } from '../../src/cli/run/command-line.ts';
import type { Program } from '../../src/cli/run/program.ts';
import { Session } from '../../src/cli/run/session/session.ts';
import type { Io } from '../../src/system/io.ts';
import { type Result, splitWords } from './cli.ts';
import { collectIo } from './collected-io.ts';
import { copyFiles } from './copy-files.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-in-process-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

let users = 0;

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** The width of the terminal; without one the output goes into a pipe. */
  readonly columns?: number;
  /** The clocks of the machine, for a run with an empty FOLLOWUP_NOW. */
  readonly machine?: Pick<Io, 'clock' | 'wakefulness'>;
  readonly commands?: CommandTable;
}

/** For commands that do not deal with other commands. */
const NO_PROGRAM: Program = {
  allCommands: () => Promise.reject(new Error('The command asked for all commands.')),
  screenOf: () => Promise.reject(new Error('The command ran another one.')),
};

/**
 * A user with a database and clock of their own whose commands run inside the test: on Monday, 2 March 2026,
 * at 09:30 in Berlin, without a terminal. Nothing is read from the process that runs the test.
 */
export class InProcessUser {
  private readonly home = join(FOLDER, String(++users));
  /** The path of the database. */
  readonly database = join(this.home, 'followup.db');

  /** Runs a command line, or the words of one, and returns its output and exit code. */
  async run(
    line: string | readonly string[],
    { commands = COMMANDS, ...surroundings }: Surroundings = {},
  ): Promise<Result> {
    const { io, printed } = this.surround(surroundings);
    const words = typeof line === 'string' ? splitWords(line) : line;
    const exitCode = await new CommandLine(words, io, commands).run();
    return { ...printed, exitCode };
  }

  /** Runs command lines that must succeed. */
  async given(...lines: readonly string[]): Promise<this> {
    for (const line of lines) {
      const { exitCode, stderr } = await this.run(line);
      if (exitCode !== 0) throw new Error(`followup ${line}: exit ${exitCode}\n${stderr}`);
    }
    return this;
  }

  /** Another user with the same database. */
  copy(): InProcessUser {
    const copy = new InProcessUser();
    if (existsSync(this.home)) copyFiles(this.home, copy.home);
    return copy;
  }

  /** Removes everything that the user has. */
  leave(): void {
    rmSync(this.home, { recursive: true, force: true });
  }

  /** The parsed output of `--json`. The command must succeed. */
  async json<T>(line: string, surroundings: Surroundings = {}): Promise<T> {
    const { stdout, stderr, exitCode } = await this.run(`${line} --json`, surroundings);
    if (exitCode !== 0) throw new Error(`followup ${line}: exit ${exitCode}\n${stderr}`);
    return JSON.parse(stdout) as T;
  }

  /** The typed words of a command line before they are read, and a run to read them in. */
  async type(
    command: Command,
    line: string,
    surroundings: Surroundings = {},
  ): Promise<{ readonly typed: Typed; readonly run: Run }> {
    const { typed, globals } = parseLine([command.name, ...splitWords(line)], command);
    const session = await Session.begin(globals, this.surround(surroundings).io);
    return { typed, run: { session, program: NO_PROGRAM } };
  }

  private surround({ env = {}, ...given }: Surroundings) {
    return collectIo(
      {
        XDG_CONFIG_HOME: this.home,
        FOLLOWUP_DB: this.database,
        FOLLOWUP_NOW: '2026-03-02T09:30',
        TZ: 'Europe/Berlin',
        ...env,
      },
      given,
    );
  }
}
