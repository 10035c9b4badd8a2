import stringWidth from 'string-width';
import { describe, it } from 'vitest';
import { copyOf, newUser, type User } from '../support/cli.ts';

const LOOKING = [
  'today',
  'overdue',
  'list',
  'list --all',
  'show 1-6',
  'client',
  'client acme',
  'history',
  'history 1',
];

/** Texts that could move the cursor, change colours, break lines or reverse the reading order, by their content. */
const HOSTILE = {
  'escape sequences and controls':
    'red \u001b[31m alert \u001b]0;title\u0007, csi \u009b31m, Paid\rUnpaid \u007f\b',
  'line breaks and tabs': 'one\ntwo\r\nthree\u2028four\u2029five\u0085six\tseven\u000beight',
  'invisible and bidirectional characters':
    'safe\u202etxt.exe\u202c \u2066isolated\u2069 \u200fmark pay\u200bpal \ufeffzero \u2060width \u{e0041}tag',
};

/**
 * What must never reach a terminal: control characters other than our own line breaks and tabs, and invisible
 * format characters.
 */
const UNSAFE = /(?![\n\t])\p{Cc}|[\p{Zl}\p{Zp}\p{Cs}]|(?![\u00ad\u200c\u200d])\p{Cf}/u;

const LONG =
  'A title that goes on and on, and on again, until nobody remembers how it began or why it was written';
const WIDE = '四半期報告書の作成とレビューをお願いします、できれば金曜日までに送ってください';
const EMOJI = '👩‍👩‍👧‍👦 Family day 🎉🎉🎉 with cake 🍰 and a very long list of guests who are all invited 🥳';

async function liveThroughWideWeek(): Promise<User> {
  const user = await newUser({ now: '2026-02-16T10:00' });
  await user.given(
    'told 株式会社ABC "今日は"',
    `add "${WIDE}" --for 株式会社ABC --agreed "wed 5pm"`,
    `add "${LONG}" --for "Acme Corp International Holdings of Northern Europe" --agreed "thu 5pm" -w`,
    `add "${EMOJI}" --for Joe --by "16 mar" --project 🎉`,
    `promise "short" --to "acme corp" --by "wed 5pm"`,
    `await "${LONG}" --from "Émile Zola" --by "fri 5pm"`,
    `heard Joe "${LONG} ${LONG}" --needs-reply --by friday`,
    `note 1 "${WIDE} ${WIDE}"`,
    `told "acme corp" "${LONG} ${LONG}" --about 2`,
    `update 4 "${LONG}"`,
  );
  return user.at('2026-03-04T08:55');
}

let start: Promise<User> | undefined;

/** A copy of that user for each test. */
function wideWeek(): Promise<User> {
  start ??= liveThroughWideWeek();
  return copyOf(start);
}

describe.concurrent('width', () => {
  for (const columns of [80, 140]) {
    it(`keeps every line within ${columns} columns`, async ({ expect }) => {
      const user = await wideWeek();
      for (const line of LOOKING) {
        const { stdout, exitCode } = await user.run(line, { columns });
        expect(exitCode, line).toBe(0);
        const tooLong = stdout.split('\n').filter((text) => stringWidth(text) > columns);
        expect(tooLong, line).toEqual([]);
      }
    });
  }

  it('keeps a reply to one of two clients with the same first name within 80 columns', async ({ expect }) => {
    const user = await newUser({ now: '2026-02-02T10:00' });
    await user.given(
      'add Report -c "Acme Corp International"',
      'heard "Acme Films" "is it ready and when can we have a look at it?" --needs-reply',
      'heard "Acme Corp International" "is it ready and when can we have a look at it?" --needs-reply',
    );
    const { stdout } = await user.at('2026-03-04T08:55').run('today');
    expect(stdout.split('\n').filter((text) => stringWidth(text) > 80)).toEqual([]);
  });

  it('uses the room available, and shortens with an ellipsis', async ({ expect }) => {
    const user = await wideWeek();
    for (const line of ['today', 'list', 'history']) {
      const narrow = (await user.run(line, { columns: 80 })).stdout;
      const wide = (await user.run(line, { columns: 140 })).stdout;
      const widest = (text: string) => Math.max(...text.split('\n').map((each) => stringWidth(each)));
      expect(widest(wide), line).toBeGreaterThan(110);
      expect(narrow, line).toContain('…');
    }
  });

  it('aligns wide characters and emoji', async ({ expect }) => {
    const user = await wideWeek();
    await user.runAll('today', 'list', 'list --all', 'client');
    const { stdout } = await user.run('list');
    const [heading = '', ...rows] = stdout.trimEnd().split('\n');
    const column = heading.indexOf('State');
    for (const row of rows) {
      expect(beginningOf(row, column), row).toMatch(/ {2}$/);
      expect(row.slice(beginningOf(row, column).length), row).toMatch(
        /^(agreed|asked|promise|awaiting|reply) /,
      );
    }
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/wide-characters.txt');
  });

  it('counts a width that is no number as 80 columns', async ({ expect }) => {
    const user = await wideWeek();
    const usual = await user.run('list');
    expect(await user.run('list', { env: { COLUMNS: 'many' } })).toEqual(usual);
    expect(await user.run('list', { env: { COLUMNS: undefined } })).toEqual(usual);
  });
});

/** The beginning of a line, up to a number of columns. */
function beginningOf(line: string, columns: number): string {
  let start = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (stringWidth(start + segment) > columns) break;
    start += segment;
  }
  return start;
}

describe.concurrent('hostile text', () => {
  for (const [what, text] of Object.entries(HOSTILE)) {
    it(`never prints ${what}, and keeps them`, async ({ expect }) => {
      const user = await newUser();
      const given: (readonly string[])[] = [
        ['add', text, '--for', `Client ${text}`, '--project', text, '--because', text, '--agreed', '12 mar'],
        ['note', '1', text],
        ['update', '1', text],
        ['heard', `Client ${text}`, text, '--needs-reply'],
        ['move', '1', '16 mar', '--because', text],
      ];
      const shown = [
        'today',
        'list',
        'show 1',
        'show 2',
        'client',
        'history',
        'history 1',
        'overdue',
        'undo',
        'redo',
      ];
      const refused = [
        ['add', 'x', '--by', text],
        ['client', text],
        ['list', '--kind', text],
        ['show', text],
        [text],
        [`--${text}`],
        ['config', text],
        ['config', 'work.hours', text],
        ['import', text],
        ['when', text],
      ];
      const lines = [...given, ...shown.map((line) => line.split(' ')), ...refused];
      for (const [index, words] of lines.entries()) {
        const form =
          index % 3 === 1 && index >= given.length ? ['--json'] : index % 3 === 2 ? ['--plain'] : [];
        const { stdout, stderr } = await user.run([...words, ...form]);
        expect(stdout, words.join(' ')).not.toMatch(UNSAFE);
        expect(stderr, words.join(' ')).not.toMatch(UNSAFE);
        expect(stdout + stderr, words.join(' ')).not.toBe('');
      }
      for (const line of ['today', 'list', 'show 1']) {
        for (const form of ['--json', '--plain', '']) {
          const { stdout } = await user.run(`${line} ${form}`);
          expect(stdout, `${line} ${form}`).not.toMatch(UNSAFE);
          if (form === '--plain') expect(stdout.trimEnd().split('\n').length).toBeLessThan(6);
        }
      }
      expect(await user.json('show 1')).toMatchObject({
        title: text,
        client: `Client ${text}`,
        project: text,
      });
      const { contacts } = await user.json<{ contacts: object[] }>(['client', `Client ${text}`]);
      expect(contacts).toMatchObject([{ text }]);
    });
  }

  it('keeps every plain row on a line of its own, its fields between tabs', async ({ expect }) => {
    const user = await newUser();
    await user.run(['add', 'a\tb\nc', '--for', 'd\te']);
    const { stdout } = await user.run('list --plain');
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stdout.split('\t')).toHaveLength(7);
  });
});

describe.concurrent('colour', () => {
  const ANSI = '\u001b[';
  const cases: readonly [string, Record<string, string>, string, boolean][] = [
    ['none in a pipe', {}, 'today', false],
    ['in a pipe with FORCE_COLOR=1', { FORCE_COLOR: '1' }, 'today', true],
    ['none with FORCE_COLOR=0', { FORCE_COLOR: '0' }, 'today', false],
    ['none with NO_COLOR, also with FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, 'today', false],
    ['none with an empty NO_COLOR in a pipe', { NO_COLOR: '' }, 'today', false],
    ['none with TERM=dumb', { TERM: 'dumb' }, 'today', false],
    ['none with --no-color', { FORCE_COLOR: '1' }, 'today --no-color', false],
    ['none in --plain', { FORCE_COLOR: '1' }, 'today --plain', false],
    ['none in --json', { FORCE_COLOR: '1' }, 'today --json', false],
    ['in lists', { FORCE_COLOR: '1' }, 'list', true],
    ['in a story', { FORCE_COLOR: '1' }, 'show 1', true],
  ];
  for (const [what, env, line, coloured] of cases) {
    it(what, async ({ expect }) => {
      const user = await wideWeek();
      const { stdout } = await user.run(line, { env });
      if (coloured) expect(stdout).toContain(ANSI);
      else expect(stdout).not.toContain(ANSI);
    });
  }

  it('takes no room of its own', async ({ expect }) => {
    const user = await wideWeek();
    const escapes = new RegExp(`${'\u001b'}\\[[0-9;]*m`, 'g');
    for (const line of ['today', 'list', 'show 1', 'client', 'history', 'config']) {
      const plain = await user.run(line);
      const coloured = await user.run(line, { env: { FORCE_COLOR: '1' } });
      expect(coloured.stdout.replace(escapes, '')).toBe(plain.stdout);
    }
  });
});

describe.concurrent('for people', () => {
  it('shows no uid and no ISO time', async ({ expect }) => {
    const user = await wideWeek();
    for (const line of ['today', 'list', 'show 1-6', 'client', 'client joe', 'history', 'history 1']) {
      const { stdout } = await user.run(line);
      expect(stdout, line).not.toMatch(/\b[0-9A-HJKMNP-TV-Z]{26}\b|[0-9a-f]{8}-[0-9a-f]{4}-/);
      expect(stdout, line).not.toMatch(/\d{4}-\d\d-\d\d/);
    }
  });

  it('prints numbers without a hash', async ({ expect }) => {
    const user = await wideWeek();
    for (const line of ['today', 'list', 'show 1']) expect((await user.run(line)).stdout).not.toContain('#');
  });
});
