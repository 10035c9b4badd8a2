import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { execa } from 'execa';
import { describe, it } from 'vitest';
import { copyOf, LAUNCHER, newUser, type User } from '../support/cli.ts';

const HOSTILE_TITLES = [
  '$(touch x)',
  "'; touch z; '",
  '`touch y`',
  '"; touch z; "',
  '\\`touch y\\` \\$(touch x)',
  'red \u001b[31m alert \u001b]0;title\u0007',
  'one\ntouch z\ttwo',
  '🚗 見積書を送る %s %d ~ * ? [a] {a,b} !!',
];

/** Names and titles that would do something if a shell evaluated them. */
async function liveAmongHostileNames(): Promise<User> {
  const user = await newUser();
  for (const title of HOSTILE_TITLES) await user.run(['add', '--for', 'Joe', '--', title]);
  await user.run(['told', '$(touch x)', 'hello']);
  await user.run(['told', '`touch y`', 'hello']);
  await user.run(['told', "'; touch z; '", 'hello']);
  await user.given('told "Acme Corp" hello', 'told Ünal hello', 'told 株式会社ABC hello');
  writeFileSync(join(user.home, 'journal.json'), '{}');
  mkdirSync(join(user.home, 'bin'));
  for (const name of ['followup', 'fup']) {
    const file = join(user.home, 'bin', name);
    writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${LAUNCHER}' "$@"\n`);
    chmodSync(file, 0o755);
  }
  writeFileSync(join(user.home, 'script.bash'), (await user.run('completion bash')).stdout);
  return user;
}

let start: Promise<User> | undefined;

function shellUser(): Promise<User> {
  start ??= liveAmongHostileNames();
  return copyOf(start);
}

function shellEnv(user: User, more: Record<string, string> = {}): Record<string, string> {
  const path = [join(user.home, 'bin'), process.env.PATH].join(delimiter);
  return user.env({ env: { PATH: path, LC_ALL: 'C.UTF-8', TERM: 'xterm', ...more } });
}

/** What a shell prints for a script; it must not complain. */
async function inShell(user: User, shell: readonly string[], script: string): Promise<string> {
  const [program = '', ...args] = shell;
  const { stdout, stderr } = await execa(program, [...args, '-c', script], {
    cwd: user.home,
    env: shellEnv(user),
    extendEnv: false,
    reject: false,
    stripFinalNewline: false,
  });
  if (stderr !== '') throw new Error(`${program} said: ${stderr}`);
  return stdout;
}

/** The files in a home folder that only an evaluated name can have created. */
function made(user: User): string[] {
  return readdirSync(user.home).filter((name) => ['x', 'y', 'z'].includes(name));
}

function isInstalled(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

const PATIENCE_MS = 20_000;

/** Types keys into an interactive shell, waiting for the expected output after each; returns all output. */
async function typeInto(
  user: User,
  shell: string,
  args: readonly string[],
  steps: readonly (readonly [keys: string, shows: string])[],
): Promise<string> {
  const terminal = spawn(shell, [...args], {
    cols: 80,
    rows: 40,
    cwd: user.home,
    env: shellEnv(user, { PS1: '> ' }),
  });
  let screen = '';
  terminal.onData((data) => {
    screen += data;
  });
  try {
    for (const [keys, shows] of steps) {
      const before = screen.length;
      terminal.write(keys);
      const end = Date.now() + PATIENCE_MS;
      while (!visible(screen.slice(before)).includes(shows)) {
        if (Date.now() > end) throw new Error(`${shell} never showed "${shows}", but:\n${visible(screen)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    return visible(screen);
  } finally {
    terminal.kill('SIGKILL');
  }
}

function visible(raw: string): string {
  return raw.replace(new RegExp(`${'\u001b'}\\[[0-9;?]*[A-Za-z]`, 'g'), '').replaceAll('\r', '');
}

/** Clears the typed text. */
const CLEAR = '\u0015';
const SAFE = /^[\p{L}\p{N}@.,=-]+$/u;

/** What bash would insert for a command line, or, with the type of a list (63), what it would show. */
async function bashReplies(user: User, line: string, type = 9): Promise<string[]> {
  const script = `
    source script.bash
    COMP_LINE=$LINE COMP_POINT=\${#COMP_LINE} COMP_TYPE=${type} COLUMNS=80
    COMP_WORDS=($COMP_LINE) COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
    _followup
    [[ \${#COMPREPLY[@]} == 0 ]] || printf '%s\\n' "\${COMPREPLY[@]}"`;
  const stdout = await inShell(user, ['bash', '--norc'], `LINE=${quoted(line)}; ${script}`);
  return stdout.split('\n').slice(0, -1);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

describe.concurrent('bash', () => {
  it('completes words', async ({ expect }) => {
    const user = await shellUser();
    expect(await bashReplies(user, 'followup comp')).toEqual(['complain', 'completion']);
    expect(await bashReplies(user, 'fup told a')).toEqual(['acme-corp']);
    expect(await bashReplies(user, 'fup told Ac')).toEqual(['Acme-corp']);
    expect(await bashReplies(user, 'fup told 株')).toEqual(['株式会社abc']);
    expect(await bashReplies(user, 'followup told acme-corp "so far" --v')).toEqual(['--via']);
    expect(await bashReplies(user, 'followup told acme-corp "so far" --via p')).toEqual(['phone']);
    expect(await bashReplies(user, 'followup done 2,')).toEqual([
      '2,1',
      '2,3',
      '2,4',
      '2,5',
      '2,6',
      '2,7',
      '2,8',
    ]);
    expect(await bashReplies(user, 'followup done 1 2 3,4,5,6,7,')).toEqual(['3,4,5,6,7,8']);
    expect(await bashReplies(user, 'followup told "a')).toEqual(['acme-corp']);
    expect(await bashReplies(user, "followup told 'Acme Corp' --about 1")).toEqual(['1']);
    expect(await bashReplies(user, 'followup told Acme\\ Corp --about 1')).toEqual(['1']);
    expect(await bashReplies(user, 'followup import j')).toEqual([]);
    expect(await bashReplies(user, 'followup --db none.db done ')).toEqual([]);
  });

  it('replaces only what follows a character at which it breaks words', async ({ expect }) => {
    const user = await shellUser();
    expect(await bashReplies(user, 'followup list --client=a')).toEqual(['acme-corp']);
    expect(await bashReplies(user, 'followup list --kind=p')).toEqual(['promise']);
    expect(await bashReplies(user, 'followup add Report @a')).toEqual(['@acme-corp']);
    const script =
      "source <(followup completion bash); COMP_WORDBREAKS=' '; COMP_LINE='fup list --client=a'; ";
    expect(await inShell(user, ['bash', '--norc'], `${script}_followup; echo "\${COMPREPLY[@]}"`)).toBe(
      '--client=acme-corp\n',
    );
  });

  it('describes only in a list, and only if there is a choice', async ({ expect }) => {
    const user = await shellUser();
    const shown = await bashReplies(user, 'followup told ', 63);
    expect(shown.map((line) => line.trimEnd())).toEqual([
      'touch-x    ＄(touch x)',
      'touch-z    ’; touch z; ’',
      'touch-y    ‘touch y‘',
      'acme-corp  Acme Corp',
      'joe        Joe',
      'ünal       Ünal',
      '株式会社abc    株式会社ABC',
    ]);
    expect(await bashReplies(user, 'followup told a', 63)).toEqual(['acme-corp']);
    for (const type of [9, 37, 42]) expect(await bashReplies(user, 'followup told ', type)).toHaveLength(7);
    expect(await bashReplies(user, 'followup told ', 37)).toContain('joe');
    expect(await bashReplies(user, 'followup list --ball ', 63)).toEqual(['me', 'them']);
  });

  it('evaluates nothing', async ({ expect }) => {
    const user = await shellUser();
    for (const line of [
      'done ',
      'told ',
      'list -c ',
      'add x @',
      'reopen ',
      '',
      '-',
      'done 1,',
      'told $(touch x)',
    ]) {
      for (const reply of await bashReplies(user, `followup ${line}`)) expect(reply).toMatch(SAFE);
      await bashReplies(user, `followup ${line}`, 63);
    }
    expect(await bashReplies(user, 'followup "$(touch x)" ')).toEqual([]);
    expect(await bashReplies(user, "followup told `touch y` '; touch z; ' --about ")).toContain('1');
    expect(made(user)).toEqual([]);
  });

  it('works also when the settings cannot be read', async ({ expect }) => {
    const user = await shellUser();
    mkdirSync(join(user.home, 'config', 'followup'), { recursive: true });
    writeFileSync(user.configFile, 'this is = = no toml');
    expect(await bashReplies(user, 'followup done ')).not.toEqual([]);
  });

  it('does so when Tab is pressed', async ({ expect }) => {
    const user = await shellUser();
    const screen = await typeInto(
      user,
      'bash',
      ['--norc', '--noprofile', '-i'],
      [
        ['source <(followup completion bash); echo re""ady\r', 'ready'],
        ['followup told ac\t', 'followup told acme-corp '],
        [`${CLEAR}fup list --client=jo\t`, '--client=joe '],
        [`${CLEAR}fup --no-input add Report @ac\t\r`, 'request for Acme Corp'],
        [`${CLEAR}followup done \t\t`, '8  Joe: 🚗 見積書を送る'],
        [`${CLEAR}followup told \t\t`, 'joe        Joe'],
        [`${CLEAR}followup import jou\t`, 'journal.json '],
        [`${CLEAR}echo do""ne\r`, 'done'],
      ],
    );
    expect(screen).not.toContain('command not found');
    expect(made(user)).toEqual([]);
  });
});

describe.concurrent('zsh', () => {
  const hasZsh = isInstalled('zsh');

  it.skipIf(!hasZsh)('can read the script', async ({ expect }) => {
    const user = await shellUser();
    const check = 'followup completion zsh > script.zsh; zsh -n script.zsh && echo fine';
    expect(await inShell(user, ['zsh', '-f'], check)).toBe('fine\n');
  });

  it.skipIf(!hasZsh)('does so when Tab is pressed, and evaluates nothing', async ({ expect }) => {
    const user = await shellUser();
    const screen = await typeInto(
      user,
      'zsh',
      ['-f', '-i'],
      [
        [
          "PS1='> '; autoload -Uz compinit; compinit -u -D; source <(followup completion zsh); echo re''ady\r",
          'ready\n',
        ],
        ['followup told ac\t', 'me-corp '],
        [`${CLEAR}fup list --client=jo\t`, '--client=joe '],
        [`${CLEAR}fup --no-input add Report @ac\t\r`, 'request for Acme Corp'],
        [`followup told "jo\t`, '"joe" '],
        [`${CLEAR}followup told \t`, '株式会社abc  株式会社ABC'],
        [`${CLEAR}followup done \t`, '8  Joe: 🚗 見積書を送る'],
        [`${CLEAR}followup --no-input done 1\t\r`, '· done'],
        ['followup import jou\t', 'journal.json '],
      ],
    );
    expect(screen).not.toContain('command not found');
    expect(made(user)).toEqual([]);
  });
});

describe.concurrent('fish', () => {
  const hasFish = isInstalled('fish');

  async function fishOffers(user: User, line: string): Promise<string[]> {
    const script = `followup completion fish | source; complete -C ${quoted(line).replaceAll("'\\''", "\\'")}`;
    return (await inShell(user, ['fish', '--no-config'], script)).split('\n').slice(0, -1);
  }

  it.skipIf(!hasFish)('completes words', async ({ expect }) => {
    const user = await shellUser();
    expect(await fishOffers(user, 'followup told ')).toEqual([
      'touch-x\t＄(touch x)',
      'touch-z\t’; touch z; ’',
      'touch-y\t‘touch y‘',
      'acme-corp\tAcme Corp',
      'joe\tJoe',
      'ünal\tÜnal',
      '株式会社abc\t株式会社ABC',
    ]);
    expect(await fishOffers(user, 'fup told Ac')).toEqual(['Acme-corp\tAcme Corp']);
    expect(await fishOffers(user, 'fup list --client=jo')).toEqual(['--client=joe\tJoe']);
    expect(await fishOffers(user, 'fup list --kind pro')).toEqual(['promise']);
    expect(await fishOffers(user, 'followup done 1,2,3,4,5,6,7,')).toHaveLength(1);
    expect(await fishOffers(user, 'followup import jou')).toEqual(['journal.json']);
    expect((await fishOffers(user, 'followup told "Acme Corp" --about 1'))[0]).toBe('1\tJoe: ＄(touch x)');
  });

  it.skipIf(!hasFish)('evaluates nothing', async ({ expect }) => {
    const user = await shellUser();
    for (const line of ['done ', 'told ', 'list -c ', 'add x @', '', '-', 'done 1,']) {
      const offers = await fishOffers(user, `followup ${line}`);
      expect(offers.length, line).toBeGreaterThan(0);
      for (const offer of offers) expect(offer.split('\t')[0]).toMatch(SAFE);
    }
    expect(made(user)).toEqual([]);
  });
});

it('leaves no database where there was none', async ({ expect }) => {
  const user = await shellUser();
  await bashReplies(user, 'followup --db new.db done ');
  expect(existsSync(join(user.home, 'new.db'))).toBe(false);
});
