import stringWidth from 'string-width';
import { describe, it } from 'vitest';
import { copyOf, newUser, type User } from '../support/cli.ts';

async function liveThroughTheWeek(): Promise<User> {
  const user = await newUser({ now: '2026-02-16T10:00' });
  await user.given(
    'add "Quarterly report for the board" --for Joe --agreed "27 mar" -r "the audit needs the figures" -e 2h',
    'add 見積書を送る --for 株式会社ABC --project 営業',
    'heard Joe "wants the figures by region" --about 1 --via phone',
  );
  user.at('2026-02-20T10:00');
  await user.given(
    'told Joe "the figures are on their way" --via email',
    'heard Mark "when are the figures ready?" --needs-reply --by "fri 5pm" --via chat',
    'note 1 "Déjà vu: the café around the corner has the regional figures of the year before last, and nobody knows how they came to be there, or why the region of the north is missing from them"',
    'client joe --person "Dana Figueroa <dana@joe.com>, CFO" --remember "figures only on Fridays"',
    'review --client joe --answer 3=no:"the figures were wrong"',
    'review --answer 1=yes:"all figures are agreed"',
    'add "Old figures" --for "Acme Corp"',
    'drop 4 -r "no budget"',
    'edit 2 --title 請求書を送る',
    'edit 1 --title "Annual report for the board"',
  );
  return user.at('2026-03-04T08:55');
}

let start: Promise<User> | undefined;

/** A copy of that user for each test. */
function week(): Promise<User> {
  start ??= liveThroughTheWeek();
  return copyOf(start);
}

interface Found {
  readonly id: number | null;
  readonly client: string | null;
  readonly kind: string;
  readonly text: string;
  readonly title: string | null;
  readonly state: string | null;
}

function found(user: User, ...words: readonly string[]): Promise<Found[]> {
  return user.json<Found[]>(['search', ...words]);
}

describe.concurrent('search', () => {
  it('shows where the words are, the best first', async ({ expect }) => {
    const user = await week();
    await user.runAll(
      'search figures',
      'search figures region',
      'search "reg fig"',
      'search board',
      'search dana',
      'search budget',
      'search quarterly',
      'search figures --client joe',
      'search figures --open',
      'search figures -n 2',
      'search acme',
      'search nothing such',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/search.txt');
  });

  it('gives programs each place', async ({ expect }) => {
    const user = await week();
    await user.runAll('search figures --json', 'search figures --plain', 'search nothing --json');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/search-json.txt');
  });

  it('highlights matches, and shortens the text around them', async ({ expect }) => {
    const user = await week();
    const { stdout } = await user.run('search region', { env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[1mregion\u001b[22mal figures');
    for (const columns of [40, 60, 80]) {
      const narrow = await user.run('search region', { columns });
      expect(narrow.stdout).toContain('region');
      expect(narrow.stdout.split('\n').filter((line) => stringWidth(line) > columns)).toEqual([]);
    }
    expect((await user.run('search missing')).stdout).toContain('missing');
  });

  it('finds the beginning of a word, whatever its case and accents', async ({ expect }) => {
    const user = await week();
    for (const words of ['cafe', 'CAFÉ', 'cafe\u0301', 'Deja', 'déj', 'ｃａｆｅ', 'VU: caf']) {
      expect(await found(user, words), words).toHaveLength(1);
    }
    expect(await found(user, 'afé')).toEqual([]);
    const { stdout } = await user.run('search cafe', { env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[1mcafé\u001b[22m');
  });

  it('finds any part of a word in a script without spaces', async ({ expect }) => {
    const user = await week();
    for (const words of ['積書', '書', '見積書', '見積書を送る', '請求', '営業']) {
      const results = await found(user, words);
      expect(
        results.some(({ id }) => id === 2),
        words,
      ).toBe(true);
    }
    expect(await found(user, '書積')).toEqual([]);
    const { stdout } = await user.run('search 求書', { env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('請\u001b[1m求書\u001b[22mを送る');
  });

  it('takes operators of the query language literally', async ({ expect }) => {
    const user = await week();
    const usual = await found(user, 'figures');
    for (const words of [
      '"figures"',
      'figures*',
      '(figures',
      'figures"',
      '^figures',
      '{figures}:',
      'figures -',
    ]) {
      expect(await found(user, words), words).toEqual(usual);
    }
    for (const words of ['figures NEAR(region)', 'figures OR nothing', 'text:figures', 'NOT figures']) {
      expect((await user.run(['search', words])).exitCode, words).toBe(0);
    }
    expect(await found(user, 'dana@joe.com')).toMatchObject([{ kind: 'client', client: 'Joe' }]);
    expect(await found(user, Array(2000).fill('figures').join(' '))).toEqual(usual);
  });

  it('finds a former title, and shows the present one', async ({ expect }) => {
    const user = await week();
    expect(await found(user, 'quarterly')).toMatchObject([
      { id: 1, title: 'Annual report for the board', state: 'agreed' },
    ]);
    expect(await found(user, 'annual')).toMatchObject([{ id: 1, text: 'Annual report for the board' }]);
  });

  it('finds what is closed, and nothing that was undone', async ({ expect }) => {
    const user = await week();
    expect(await found(user, 'old')).toMatchObject([{ id: 4, state: 'dropped', client: 'Acme Corp' }]);
    expect(await found(user, 'old', '--open')).toEqual([]);
    await user.given('note 1 zebra', 'told Joe "a zebra" --about 1', 'client joe --remember "likes a zebra"');
    expect(await found(user, 'zebra')).toHaveLength(3);
    await user.given('undo 3');
    expect(await found(user, 'zebra')).toEqual([]);
    await user.given('redo');
    expect(await found(user, 'zebra')).toHaveLength(1);
  });

  it('finds what concerns one client', async ({ expect }) => {
    const user = await week();
    const mine = await found(user, 'figures', '--client', 'joe');
    expect(new Set(mine.map(({ client }) => client))).toEqual(new Set(['Joe']));
    expect(new Set(mine.map(({ kind }) => kind))).toEqual(
      new Set(['commitment', 'contact', 'client', 'review']),
    );
    expect(await user.run('search figures --client nobody')).toMatchObject({ exitCode: 4, stdout: '' });
  });

  it('is refused without a word', async ({ expect }) => {
    const user = await week();
    await user.runAll(
      'search',
      'search ""',
      'search "!? --"',
      'search 🚗',
      'search x -n none',
      'search "" --json',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/search-refused.txt');
  });

  it('creates no file', async ({ expect }) => {
    const user = await newUser();
    expect(await user.run('search figures')).toEqual({
      stdout: 'Nothing was found.\n',
      stderr: '',
      exitCode: 0,
    });
    expect((await user.run('list')).stdout).toBe('There is nothing to list.\n');
  });

  it('never prints anything that could act on the terminal', async ({ expect }) => {
    const user = await newUser();
    const text = 'red \u001b[31m zebra \u001b]0;title\u0007\nnext \u202etxt';
    await user.run(['add', text, '--for', `Client ${text}`]);
    await user.run(['told', `Client ${text}`, text]);
    await user.run(['note', '1', text]);
    const { stdout } = await user.run('search zebra');
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    await expect(stdout).toMatchFileSnapshot('snapshots/search-hostile.txt');
  });
});
