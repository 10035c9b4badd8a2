import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll } from 'vitest';
import { copyFiles } from './copy-files.ts';

/** The launcher of the built program. */
export const LAUNCHER = fileURLToPath(new URL('../../bin/followup.js', import.meta.url));

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-test-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** The result of one run of the program. */
export interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface Circumstances {
  /** The zone (TZ); null leaves it to the configuration and the system. */
  readonly zone?: string | null;
  /** The frozen current time, local unless it has an offset. */
  readonly now?: string;
}

export interface RunOptions {
  readonly stdin?: string;
  /** Changes to the environment; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly columns?: number;
  /** A command that runs the program, which follows it on its command line. */
  readonly through?: readonly string[];
}

/** A user with a home, clock and zone of their own, who runs the built program. */
export class User {
  private now: string;
  private readonly zone: string | null;
  private readonly spoken: string[] = [];

  constructor(
    readonly home: string,
    { zone = 'Europe/Berlin', now = '2026-03-02T09:30' }: Circumstances = {},
  ) {
    this.zone = zone;
    this.now = now;
  }

  get database(): string {
    return join(this.home, 'data', 'followup', 'followup.db');
  }

  get circumstances(): Circumstances {
    return { zone: this.zone, now: this.now };
  }

  get configFile(): string {
    return join(this.home, 'config', 'followup', 'config.toml');
  }

  /** Sets the clock. */
  at(now: string): this {
    this.now = now;
    this.spoken.push(`# ${now}\n`);
    return this;
  }

  /** The complete environment of a run. */
  env({ env = {}, columns = 80 }: RunOptions = {}): Record<string, string> {
    const all = {
      PATH: process.env.PATH,
      HOME: this.home,
      XDG_CONFIG_HOME: join(this.home, 'config'),
      XDG_DATA_HOME: join(this.home, 'data'),
      FOLLOWUP_NOW: this.now,
      COLUMNS: String(columns),
      TZ: this.zone ?? undefined,
      ...env,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >;
  }

  /**
   * Runs `followup` in the home folder with these words (split as a shell does), and adds it to the
   * transcript.
   */
  async run(words: string | readonly string[], options: RunOptions = {}): Promise<Result> {
    const args = typeof words === 'string' ? splitWords(words) : words;
    const [program = '', ...before] = [...(options.through ?? []), process.execPath, LAUNCHER];
    const run = await execa(program, [...before, ...args], {
      cwd: this.home,
      env: this.env(options),
      extendEnv: false,
      input: options.stdin ?? '',
      reject: false,
      stripFinalNewline: false,
    });
    if (run.exitCode === undefined) throw new Error(`The program did not end by itself: ${run.shortMessage}`);
    const result = { stdout: run.stdout, stderr: run.stderr, exitCode: run.exitCode };
    this.spoken.push(transcribe(typeof words === 'string' ? words : words.map(quote).join(' '), result));
    return result;
  }

  /** Runs command lines one after another, whether they succeed or not. */
  async runAll(...lines: readonly string[]): Promise<void> {
    for (const line of lines) await this.run(line);
  }

  /** Runs command lines one after another; all must succeed. Not part of the transcript. */
  async given(...lines: readonly string[]): Promise<this> {
    const before = this.spoken.length;
    for (const line of lines) {
      const { exitCode, stderr } = await this.run(line);
      if (exitCode !== 0) throw new Error(`followup ${line}: exit ${exitCode}\n${stderr}`);
    }
    this.spoken.length = before;
    return this;
  }

  /** The whole journal as text, to compare before and after. Not part of the transcript. */
  async journal(): Promise<string> {
    const { stdout } = await this.run('export');
    this.spoken.pop();
    return stdout;
  }

  /** The parsed output of `--json`. The command must succeed. */
  async json<T = Record<string, unknown>>(
    words: string | readonly string[],
    options?: RunOptions,
  ): Promise<T> {
    const args = typeof words === 'string' ? splitWords(words) : words;
    const { stdout, stderr, exitCode } = await this.run([...args, '--json'], options);
    if (exitCode !== 0) throw new Error(`followup ${args.join(' ')} --json: exit ${exitCode}\n${stderr}`);
    return JSON.parse(stdout) as T;
  }

  /** Adds a comment to the transcript. */
  remark(text: string): void {
    this.spoken.push(`# ${text}\n`);
  }

  /**
   * Everything run so far: `$ command`, its output, its standard error (marked `! `) and, if it
   * failed, its exit code. Uids and the home folder are masked.
   */
  transcript(): string {
    return mask(this.spoken.join('\n'), this.home);
  }
}

let homes = 0;

/** A user with an empty home. */
export async function newUser(circumstances: Circumstances = {}): Promise<User> {
  const home = join(FOLDER, `home-${++homes}`);
  mkdirSync(home);
  return new User(home, circumstances);
}

/** Another user in the same state with a home of their own, so that several tests can share a start. */
export async function copyOf(user: Promise<User>): Promise<User> {
  const original = await user;
  const copy = await newUser(original.circumstances);
  copyFiles(original.home, copy.home);
  return copy;
}

/** Masks what differs from run to run: uids and the user's home folder. */
export function mask(text: string, home: string): string {
  return text
    .replaceAll(home, '~')
    .replaceAll(dirname(LAUNCHER), 'bin')
    .replace(/\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g, '<uid>')
    .replace(/\bredo [0-7][0-9A-HJKMNP-TV-Z]{9,24}\b/g, 'redo <uid>')
    .replace(/^( {2})[0-7][0-9A-HJKMNP-TV-Z]{9,24}(?= {2})/gm, '$1<uid>');
}

function transcribe(command: string, { stdout, stderr, exitCode }: Result): string {
  const marked = stderr.replace(/\n$/, '').split('\n');
  return [
    `$ followup ${command}`.trimEnd(),
    ...(stdout ? [stdout.replace(/\n$/, '')] : []),
    ...(stderr ? marked.map((line) => `! ${line}`) : []),
    ...(exitCode === 0 ? [] : [`exit ${exitCode}`]),
    '',
  ].join('\n');
}

/** Splits a command line as a POSIX shell does, as far as quotes of both kinds and backslashes are concerned. */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])+/gs)) {
    words.push(
      word.replace(/'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/gs, (_all, single, double, escaped) =>
        single !== undefined ? single : double !== undefined ? double.replace(/\\(["\\$`])/g, '$1') : escaped,
      ),
    );
  }
  return words;
}

function quote(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
