import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, describe, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { commandHelp, programHelp } from '../../src/cli/help.ts';
import { LAUNCHER, mask, newUser, splitWords, type User } from '../support/cli.ts';

const ROOT = dirname(dirname(LAUNCHER));
const FOLDER = mkdtempSync(join(tmpdir(), 'followup-launcher-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** The code cache that the build has made. */
const BUILT_CACHE = `followup.cjs.${process.version}-${process.arch}.cache`;

/** The launcher of a copy of the built program that lacks some of its files. */
function copyWithout(name: string, ...missing: readonly string[]): string {
  const folder = join(FOLDER, name);
  for (const part of ['bin', 'dist']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  for (const file of missing) rmSync(join(folder, 'dist', file));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, 'bin', 'followup.js');
}

async function runWith(launcher: string, line: string) {
  const user = await newUser();
  const { stdout, stderr, exitCode } = await execa(process.execPath, [launcher, ...splitWords(line)], {
    cwd: user.home,
    env: user.env(),
    extendEnv: false,
    input: '',
    reject: false,
    stripFinalNewline: false,
  });
  return { line, stdout: mask(stdout, user.home), stderr: mask(stderr, user.home), exitCode };
}

describe.concurrent('version and help', () => {
  const withoutTexts = copyWithout('program', 'texts.json');
  const withoutProgram = copyWithout('texts', 'followup.cjs', BUILT_CACHE);

  it('are the texts of the program itself', async ({ expect }) => {
    const commands = [...(await COMMANDS.groups()).values()].flat();
    expect(JSON.parse(readFileSync(join(ROOT, 'dist', 'texts.json'), 'utf8'))).toEqual({
      version: (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
      program: programHelp(await COMMANDS.groups()),
      commands: Object.fromEntries(commands.map((command) => [command.name, commandHelp(command)])),
      optionsWithValue: ['--db'],
    });
  });

  it.for([
    '--version',
    '--json --version',
    '--help',
    '-h --version',
    'help',
    '--plain help',
    'help --json',
    'help add',
    'help --quiet add list',
    'add --help',
    'add Report -h',
    'today --version --help',
    '--db file add --help',
    '--db help --version',
    '--db help add -h',
    '-- help',
  ])('are said without the program, and as the program says them: %s', async (line, { expect }) => {
    const said = await runWith(withoutTexts, line);
    expect(said).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await runWith(withoutProgram, line)).toEqual(said);
  });

  it.for([
    'help offr',
    'help constructor',
    'help help',
    '-- --version add --help',
    'offr --help',
    'today --version',
    'list -- --help',
    'add --for Joe -- --help',
    'add help --for Joe',
    'when --help=1',
    '--db help',
    '--db help list',
  ])('are not said where they were not asked for: %s', async (line, { expect }) => {
    expect(await runWith(LAUNCHER, line)).toEqual(await runWith(withoutTexts, line));
  });
});

describe.concurrent('the code cache of a user', () => {
  const env = { NODE_OPTIONS: '--max-old-space-size=300' };
  const folderOf = (user: User) => join(user.home, '.cache', 'followup');

  function caches(user: User): string[] {
    return existsSync(folderOf(user))
      ? readdirSync(folderOf(user)).map((name) => join(folderOf(user), name))
      : [];
  }

  /** The only cache. */
  function cache(user: User): string {
    const [file, ...others] = caches(user);
    if (file === undefined || others.length > 0) throw new Error(`There are ${caches(user).length} caches.`);
    return file;
  }

  /**
   * Whether V8 accepts the user's cache. If it does, everything in the cache is compiled before any command runs.
   * Its own report (`cachedDataRejected`) can be about a script that was already compiled.
   */
  function askWhetherTaken(launcher: string): string {
    return `
      const { script, ownCache } = require(${JSON.stringify(join(dirname(launcher), 'load.js'))}).loadProgram();
      console.log(!!ownCache?.data && script.createCachedData().length > 0.95 * ownCache.data.length);`;
  }

  function isTaken(user: User): boolean {
    const ask = ['-e', askWhetherTaken(LAUNCHER)];
    return execFileSync(process.execPath, ask, { env: user.env({ env }), encoding: 'utf8' }) === 'true\n';
  }

  it('is made if that of the build is refused, and only then', async ({ expect }) => {
    const user = await newUser();
    await user.given('today');
    expect(caches(user)).toEqual([]);
    expect(isTaken(user)).toBe(false);
    const plain = await user.run('today');
    expect(await user.run('today', { env })).toEqual(plain);
    expect(statSync(folderOf(user)).mode & 0o777).toBe(0o700);
    expect(statSync(cache(user)).mode & 0o777).toBe(0o600);
    expect(isTaken(user)).toBe(true);

    const { ino } = statSync(cache(user));
    expect(await user.run('today', { env })).toEqual(plain);
    expect(statSync(cache(user)).ino).toBe(ino);
  });

  it('grows with the commands that are used', async ({ expect }) => {
    const user = await newUser();
    const commands = () => readFileSync(cache(user), 'latin1').split('\n', 1)[0];
    await user.run('list', { env });
    expect(commands()).toBe('list');
    await user.run('frobnicate', { env });
    await user.run('add Report --for Joe', { env });
    await user.run('list', { env });
    expect(commands()).toBe('list add');
    expect(isTaken(user)).toBe(true);
  });

  it('is not needed: it may be impossible to write', async ({ expect }) => {
    const user = await newUser();
    const plain = await user.run('today');
    writeFileSync(join(user.home, 'file'), '');
    mkdirSync(join(user.home, 'locked'), { mode: 0o500 });
    for (const place of ['file', 'locked', 'file/below']) {
      const XDG_CACHE_HOME = join(user.home, place);
      expect(await user.run('today', { env: { ...env, XDG_CACHE_HOME } })).toEqual(plain);
    }
  });

  it('is not read where others could have written it, nor when it is damaged', async ({ expect }) => {
    const user = await newUser();
    const plain = await user.run('today');
    await user.run('today', { env });

    chmodSync(cache(user), 0o622);
    expect(isTaken(user)).toBe(false);
    expect(await user.run('today', { env })).toEqual(plain);
    expect(statSync(cache(user)).mode & 0o777).toBe(0o600);
    expect(isTaken(user)).toBe(true);

    writeFileSync(cache(user), 'today\nnonsense');
    expect(await user.run('today', { env })).toEqual(plain);
    expect(isTaken(user)).toBe(true);

    chmodSync(folderOf(user), 0o770);
    expect(isTaken(user)).toBe(false);
    expect(await user.run('today', { env })).toEqual(plain);
  });

  it('is used if that of the build turns out to be refused', async ({ expect }) => {
    const user = await newUser();
    const launcher = copyWithout('refused');
    const dist = join(dirname(launcher), '..', 'dist');
    writeFileSync(join(dist, BUILT_CACHE), 'nonsense');
    const plain = await user.run('today');
    const run = () => execa(process.execPath, [launcher, 'today'], { env: user.env(), extendEnv: false });
    for (let time = 0; time < 2; time++) {
      expect(`${(await run()).stdout}\n`).toBe(plain.stdout);
      // In a file, because the cache of the build is not used with `-e`.
      writeFileSync(join(dirname(launcher), 'ask.cjs'), askWhetherTaken(launcher));
      const said = await execa(process.execPath, [join(dirname(launcher), 'ask.cjs')], {
        env: user.env(),
        extendEnv: false,
      });
      expect(said.stdout).toBe('true');
    }
  });

  it('is replaced by those of later builds', async ({ expect }) => {
    const user = await newUser();
    mkdirSync(folderOf(user), { recursive: true, mode: 0o700 });
    const old = Array.from({ length: 12 }, (_, index) => join(folderOf(user), `code-old-${index}`));
    old.forEach((file, index) => {
      writeFileSync(file, '');
      utimesSync(file, 1000 - index, 1000 - index);
    });
    writeFileSync(join(folderOf(user), 'holidays-US-2026.json'), '{}');
    await user.run('today', { env });
    expect(old.filter((file) => existsSync(file))).toEqual(old.slice(0, 7));
    expect(caches(user)).toHaveLength(7 + 2);
  });
});
