import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { type Candidates, namesOf } from '../../src/cli/run/arguments/declaration.ts';
import { SETTING_KEYS } from '../../src/input/settings.ts';
import { copyOf, newUser, type User } from '../support/cli.ts';

async function liveThroughTheWeek(): Promise<User> {
  const user = await newUser();
  await user.given(
    'add "Quarterly report" --for Joe --agreed friday',
    'add "Fix the login page" --for "Acme Corp"',
    'add "Data export" --for Ünal_GmbH',
    'promise "send the notes" --to Joe --by friday',
    'await logins --from 株式会社ABC --for "Acme Corp" --by friday',
    'add Logo --for Joe',
    'done 6',
    'add "Old thing"',
    'drop 7 -r "no budget"',
    'told "Ladies & Gentlemen, Inc." hello',
  );
  return user;
}

let start: Promise<User> | undefined;

/** A copy of that user for each test. */
function week(): Promise<User> {
  start ??= liveThroughTheWeek();
  return copyOf(start);
}

/** What completion offers in place of the last of these words, as lines. */
async function offered(user: User, ...words: readonly string[]): Promise<string[]> {
  const { stdout, stderr, exitCode } = await user.run(['completion', '--candidates', '--', ...words]);
  if (exitCode !== 0 || stderr !== '') throw new Error(`exit ${exitCode}\n${stderr}`);
  return stdout.split('\n').slice(0, -1);
}

/** The same without descriptions. */
async function values(user: User, ...words: readonly string[]): Promise<string[]> {
  return (await offered(user, ...words)).map((line) => line.split('\t')[0] ?? '');
}

const ALL = [...(await COMMANDS.groups()).values()].flat();

/** Every place where the declarations allow something of a kind, as a command line up to that place. */
function placesFor(candidates: Candidates): string[][] {
  return ALL.flatMap(({ name, arguments: args, options }) => [
    ...(Object.values(args)[0]?.candidates === candidates ? [[name, '']] : []),
    ...Object.values(options)
      .filter((option) => option.candidates === candidates)
      .flatMap((option) => namesOf(option).map((each) => [name, each, ''])),
  ]);
}

const CLIENTS = ['acme-corp', 'joe', 'ladies-gentlemen-inc', 'ünal-gmbh', '株式会社abc'];
const OPEN = ['1', '2', '3', '4', '5'];

describe.concurrent('completion offers', () => {
  it('commands in the first place, with what they do', async ({ expect }) => {
    const user = await newUser();
    const commands = ALL.map(({ name }) => name);
    expect(await values(user, '')).toEqual([...commands, 'help']);
    expect(await values(user)).toEqual([...commands, 'help']);
    expect(await values(user, '--json', '--db', 'other.db', '')).toEqual([...commands, 'help']);
    expect(await values(user, 'help', '')).toEqual(commands);
    expect(await offered(user, 'ad')).toContain('add\trecord what a client asked for');
  });

  it('options of the command and the program, short and long', async ({ expect }) => {
    const user = await newUser();
    expect(await offered(user, 'history', '-')).toMatchInlineSnapshot(`
      [
        "-c	only what concerns one client",
        "--client	only what concerns one client",
        "--verb	only what one command recorded: move, done, undo, ...",
        "--since	only what was recorded since then: ”monday”, ”march”",
        "--until	only what was recorded up to then",
        "-n	how many operations (default: 50)",
        "--limit	how many operations (default: 50)",
        "--json	print JSON",
        "--plain	print fields separated by tabs",
        "--no-color	print without colours",
        "--no-input	never ask anything",
        "--no-advice	no remarks on words that clients take badly",
        "-y	answer yes where a question would be asked",
        "--yes	answer yes where a question would be asked",
        "-q	print nothing but what was asked for",
        "--quiet	print nothing but what was asked for",
        "--db	use another database file",
        "-h	how a command is used, with examples",
        "--help	how a command is used, with examples",
      ]
    `);
    expect(await values(user, '--')).toEqual(expect.arrayContaining(['--json', '--version']));
    expect(await values(user, 'list', '--sta')).not.toContain('--version');
    expect(await values(user, 'add', '--', '-')).toEqual([]);
  });

  it('values of an option', async ({ expect }) => {
    const user = await week();
    const choices = ALL.flatMap(({ name, options }) =>
      Object.values(options).flatMap((option) =>
        Array.isArray(option.candidates)
          ? [[[name, ...namesOf(option).slice(-1), ''], option.candidates.map(({ word }) => word)] as const]
          : [],
      ),
    );
    const offers = new Map(choices.map(([words, allowed]) => [words.join(' '), allowed]));
    expect(offers.get('told --via ')).toEqual(['email', 'phone', 'meeting', 'chat', 'letter', 'other']);
    expect(offers.get('list --ball ')).toEqual(['me', 'them']);
    expect(offers.get('import --as ')).toEqual(['request', 'promise', 'awaiting']);
    expect([...offers.keys()]).toEqual(
      expect.arrayContaining([
        'list --kind ',
        'list --state ',
        'list --scope ',
        'when --as ',
        'import --format ',
      ]),
    );
    for (const [words, allowed] of choices) {
      expect(await values(user, ...words), words.join(' ')).toEqual(allowed);
    }
    expect(await values(user, 'list', '--kind=')).toContain('--kind=promise');
    expect(await values(user, 'list', '--unknown=')).toEqual([]);
    const sorts = await values(user, 'list', '--sort', '');
    expect(sorts).toContain('client');
    for (const sort of sorts) expect((await user.run(`list --sort ${sort}`)).exitCode, sort).toBe(0);
  });

  it('clients by names that need no quotes', async ({ expect }) => {
    const user = await week();
    expect(await offered(user, 'told', '')).toEqual([
      'acme-corp\tAcme Corp',
      'joe\tJoe',
      'ladies-gentlemen-inc\tLadies & Gentlemen, Inc.',
      'ünal-gmbh\tÜnal_GmbH',
      '株式会社abc\t株式会社ABC',
    ]);
    const places = placesFor('clients');
    expect(places.map((words) => words.join(' '))).toEqual(
      expect.arrayContaining([
        'told ',
        'client ',
        'list --client ',
        'list -c ',
        'await --from ',
        'client --merge ',
      ]),
    );
    for (const words of places) expect(await values(user, ...words), words.join(' ')).toEqual(CLIENTS);
    expect(await values(user, 'list', '--client=a')).toEqual(CLIENTS.map((slug) => `--client=${slug}`));
    expect(await values(user, 'add', 'Report', '@')).toEqual(CLIENTS.map((slug) => `@${slug}`));
    expect(await values(user, 'add', 'Rep')).toEqual([]);
    expect(await values(user, 'told', 'joe', '')).toEqual([]);
    expect(await values(user, 'client', 'acme', '')).toEqual([]);
  });

  it('a client in the letter case that was typed', async ({ expect }) => {
    const user = await week();
    expect(await values(user, 'told', 'AC')).toContain('ACme-corp');
    expect(await values(user, 'told', 'J')).toContain('Joe');
    expect(await values(user, 'list', '--client=Jo')).toContain('--client=Joe');
    expect(await values(user, 'told', 'Un')).toContain('Unal-gmbh');
  });

  it('no client who is retired', async ({ expect }) => {
    const user = await newUser();
    await user.given('client Globex --new', 'client Initech --new', 'client globex --retire');
    expect(await values(user, 'told', '')).toEqual(['initech']);
    await user.given('told globex "good to hear from you"');
    expect(await values(user, 'told', '')).toEqual(['globex', 'initech']);
  });

  it('only names that find their client', async ({ expect }) => {
    const user = await week();
    for (const slug of await values(user, 'client', '')) {
      const { stdout, exitCode } = await user.run(['client', slug, '--json']);
      expect({ slug, exitCode }).toEqual({ slug, exitCode: 0 });
      const { name } = JSON.parse(stdout) as { name: string };
      expect(
        name
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.join('-'),
      ).toBe(slug);
    }
  });

  it('numbers, with client and title', async ({ expect }) => {
    const user = await week();
    expect(await offered(user, 'show', '')).toEqual([
      '1\tJoe: Quarterly report',
      '2\tAcme Corp: Fix the login page',
      '3\tÜnal_GmbH: Data export',
      '4\tJoe: send the notes',
      '5\t株式会社ABC: logins',
    ]);
    const places = [...placesFor('open-commitments'), ['done', ''], ['note', ''], ['history', '']];
    expect(places.map((words) => words.join(' '))).toEqual(
      expect.arrayContaining(['told --about ', 'await --blocks ']),
    );
    for (const words of places) expect(await values(user, ...words), words.join(' ')).toEqual(OPEN);
    expect(await values(user, 'note', '3', '')).toEqual([]);
  });

  it('only the numbers that a verb applies to', async ({ expect }) => {
    const user = await week();
    // The fourth is a promise, for which another date can be offered.
    expect(await values(user, 'offer', '')).toEqual(['1', '2', '3', '4']);
    expect(await values(user, 'counter', '')).toEqual(['2', '3']);
    expect(await offered(user, 'accept', '')).toEqual(['6\tJoe: Logo']);
    expect((await offered(user, 'reopen', '')).sort()).toEqual(['6\tJoe: Logo', '7\tOld thing']);
  });

  it('only the last fifty of closed commitments', async ({ expect }) => {
    const user = await newUser();
    await user.given('add First');
    for (let number = 2; number <= 52; number++) await user.given(`add Next${number} -q`);
    await user.given('drop 1 -r x --at 9:00', 'drop 2-52 -r x --at 9:10');
    const last = await values(user, 'reopen', '');
    expect(last).toHaveLength(50);
    expect(last).not.toContain('1');
  });

  it('more numbers after a comma, and none twice', async ({ expect }) => {
    const user = await week();
    expect(await values(user, 'done', '3,5,')).toEqual(['3,5,1', '3,5,2', '3,5,4']);
    expect(await values(user, 'done', '3,5,1')).toContain('3,5,1');
    expect(await values(user, 'done', '1-3,')).toEqual(['1-3,4', '1-3,5']);
    expect(await values(user, 'done', '4', '1', '')).toEqual(['2', '3', '5']);
    expect(await values(user, 'done', '$(touch x),')).toEqual([]);
  });

  it('settings and shells', async ({ expect }) => {
    const user = await newUser();
    expect(await values(user, 'config', 'work.')).toEqual(SETTING_KEYS);
    expect(await values(user, 'config', 'zone', '')).toEqual([]);
    expect(await values(user, 'completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });

  it('nothing for files and for what only the user can know', async ({ expect }) => {
    const user = await week();
    for (const words of [
      ['import', ''],
      ['--db', ''],
      ['list', '--db='],
      ['list', ''],
      ['nonsense', ''],
      ['offer', '1', ''],
      ['add', 'Report', '--by', ''],
      ['client', 'joe', '--gone', ''],
      ['review', '--answer', '1=yes', ''],
      ['help', 'add', ''],
    ]) {
      expect(await offered(user, ...words), words.join(' ')).toEqual([]);
    }
    expect(await values(user, 'review', '--answer', '1=yes', '--')).toContain('--client');
  });

  it('what is in the file that the command line names', async ({ expect }) => {
    const user = await week();
    await user.given('--db other.db told Mark hello');
    expect(await values(user, '--db', 'other.db', 'told', '')).toEqual(['mark']);
    expect(await values(user, 'told', '--db=other.db', '')).toEqual(['mark']);
    expect(await values(user, '--db', '~/other.db', 'told', '')).toEqual(['mark']);
    const { stdout } = await user.run(['--db', 'other.db', 'completion', '--candidates', '--', 'told', '']);
    expect(stdout).toBe('mark\tMark\n');
  });
});

describe.concurrent('completion is quiet', () => {
  it('and creates nothing', async ({ expect }) => {
    const user = await newUser();
    for (const words of [['done', ''], ['told', ''], ['list', '-c', ''], ['']]) await offered(user, ...words);
    expect(existsSync(join(user.home, 'data'))).toBe(false);
    expect(existsSync(join(user.home, 'config'))).toBe(false);
    const notes = join(user.home, 'notes.txt');
    writeFileSync(notes, '');
    expect(await offered(user, '--db', 'notes.txt', 'done', '')).toEqual([]);
    expect(readFileSync(notes, 'utf8')).toBe('');
  });

  it('about a file that cannot be used', async ({ expect }) => {
    const user = await newUser();
    writeFileSync(join(user.home, 'damaged.db'), 'this is no database, whatever its name says '.repeat(100));
    for (const file of ['damaged.db', '.', 'none.db', 'none/none.db', 'damaged.db/none.db']) {
      expect(await offered(user, '--db', file, 'done', ''), file).toEqual([]);
    }
  });

  it('about a moment and a zone that it does not need', async ({ expect }) => {
    const user = await week();
    const env = { FOLLOWUP_NOW: 'whenever', TZ: 'Nowhere/Never' };
    const { stdout, stderr } = await user.run(['completion', '--candidates', '--', 'accept', ''], { env });
    expect({ stdout, stderr }).toEqual({ stdout: '6\tJoe: Logo\n', stderr: '' });
  });
});

describe.concurrent('hostile names and titles', () => {
  it('are offered to a shell in their words alone, and descriptions have nothing that it could evaluate', async ({
    expect,
  }) => {
    const user = await newUser();
    const names = [
      '$(touch x)',
      '`touch y`',
      'a;b',
      "it's",
      '-rf',
      '*',
      'a\tb\nc',
      '!!',
      '~root',
      'a/b',
      '#',
    ];
    for (const name of names.filter((each) => /\w/.test(each))) {
      await user.run(['told', '--', name, 'hello'], {});
    }
    await user.given('told Joe hello');
    const titles = [
      '$(touch x)',
      "'; touch z; '",
      '`touch y` "quoted" back\\slash',
      'red \u001b[31m alert\u0007',
      'one\ntwo\tthree\u2028four',
      '🚗 見積書を送る \u202etxt',
      'long '.repeat(40),
    ];
    for (const title of titles) await user.run(['add', '--for', 'Joe', '--', title]);
    const slugs = ['a-b', 'a-b-c', 'its', 'joe', 'rf', 'root', 'touch-x', 'touch-y'];
    expect((await values(user, 'told', '')).sort()).toEqual(slugs);
    const lines = await offered(user, 'done', '');
    expect(lines).toHaveLength(titles.length);
    for (const line of lines) {
      expect(line).toMatch(/^\d+\t[^\t]+$/);
      expect(line).not.toMatch(/['"`$\\]|(?!\t)\p{Cc}|\p{Zl}|\u202e/u);
      expect(line.length).toBeLessThan(70);
    }
    await expect(lines.join('\n')).toMatchFileSnapshot('snapshots/completion-hostile.txt');
  });
});

describe.concurrent('the script', () => {
  it('is that of the shell that is named, or of $SHELL', async ({ expect }) => {
    const user = await newUser();
    for (const shell of ['bash', 'zsh', 'fish']) {
      const named = await user.run(`completion ${shell}`);
      expect(named).toMatchObject({ stderr: '', exitCode: 0 });
      expect(named.stdout).toContain('fup');
      expect(await user.run('completion', { env: { SHELL: `/usr/local/bin/${shell}` } })).toEqual(named);
      const { script } = await user.json<{ script: string }>(`completion ${shell}`);
      expect(`${script}\n`).toBe(named.stdout);
    }
  });

  it('is refused for another one', async ({ expect }) => {
    const user = await newUser();
    await user.runAll('completion tcsh', 'completion', 'completion bash zsh', 'completion bash --json tcsh');
    await user.run('completion', { env: { SHELL: '/bin/tcsh' } });
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/completion-refused.txt');
  });
});
