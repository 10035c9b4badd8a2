import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newUser } from '../support/cli.ts';
import { InProcessUser } from '../support/in-process.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-report-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));
let files = 0;
const newFile = (name = 'report.html') => join(FOLDER, `${++files}-${name}`);

/** What Acme asked for since February, as it stands on Monday, 2 March. */
const STORY = [
  'client Acme --new',
  'client Acme --person "Dana Reyes <dana@acme.example>, CFO"',
  'add "Checkout redesign" --for Acme --agreed "6 mar" -w --asked "mon 2 feb 10:00" --project Checkout',
  'move 1 "20 mar" --because "our tests were late" -w --at "fri 20 feb 10:00"',
  'add Photos --for Acme --agreed "18 feb" -w --asked "mon 2 feb 10:00"',
  'done 2 --at "tue 17 feb 10:00"',
  'accept 2 --at "wed 18 feb 10:00"',
  'add Slides --for Acme --because "the board meets" --by "9 mar" --asked "fri 27 feb 10:00"',
  'offer 3 "10 mar" --at "fri 27 feb 11:00"',
  'await "the product texts" --from Acme --by "20 feb" --at "mon 2 feb 10:00"',
];

const told = () => new InProcessUser().given(...STORY);

interface Report {
  readonly since: string | null;
  readonly asOf: string;
  readonly next: string | null;
  readonly open: readonly { readonly id: number; readonly state: string; readonly due: string | null }[];
  readonly asks: readonly { readonly id: number; readonly ask: string }[];
  readonly finished: readonly { readonly id: number; readonly state: string }[];
  readonly story: readonly { readonly id: number; readonly step: string; readonly at: string }[];
  readonly kept: number;
  readonly of: number;
}

describe('a report', () => {
  it('is shown, and given out as text, Markdown and a page', async () => {
    const user = await newUser();
    await user.given(...STORY);
    await user.runAll(
      'report acme',
      'report acme --text --since "16 feb"',
      'report acme --md --since "16 feb" --reasons',
      'report acme --html acme.html',
      'history -n 3',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/report.txt');
  });

  it('is refused where it is not clear what is wanted', async () => {
    const user = await newUser();
    await user.given(...STORY);
    writeFileSync(join(user.home, 'mine.html'), '<p>mine</p>');
    await user.runAll(
      'report',
      'report nobody',
      'report acme --md --text',
      'report acme --as-of tomorrow',
      'report acme --since tomorrow',
      'report acme --since "27 feb" --as-of "20 feb"',
      'report acme --html mine.html',
      'report acme --html missing/acme.html',
      'report --all',
      'report --all --html all --since last',
      'report acme --all --html all',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/report-refused.txt');
    expect(readFileSync(join(user.home, 'mine.html'), 'utf8')).toBe('<p>mine</p>');
  });

  it('has what is open, what they owe, what is finished, and what happened', async () => {
    const user = await told();
    const report = await user.json<Report>('report acme');
    expect(report.open.map(({ id, state }) => `${id} ${state}`)).toEqual(['1 agreed', '3 offered']);
    expect(report.asks.map(({ id, ask }) => `${id} ${ask}`)).toEqual(['4 delivery', '3 answer-to-offer']);
    expect(report.finished.map(({ id, state }) => `${id} ${state}`)).toEqual(['2 accepted']);
    expect(report.story.map(({ id, step }) => `${id} ${step}`)).toEqual([
      '1 asked',
      '1 agreed',
      '2 asked',
      '2 agreed',
      '4 awaited',
      '2 delivered',
      '2 accepted',
      '1 moved',
      '3 asked',
      '3 offered',
    ]);
    expect({ kept: report.kept, of: report.of }).toEqual({ kept: 1, of: 1 });
  });

  it('shows nothing of a client with whom nothing was', async () => {
    const user = await new InProcessUser().given('client Acme --new');
    const { stdout, exitCode } = await user.run('report acme --text');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Nothing is open.');
    expect(stdout).toContain('No date is set');
  });

  it.each(['--text', '--md', '--html -'])('in the form %s ends with one line end', async (form) => {
    const { stdout } = await (await told()).run(`report acme ${form}`);
    expect(stdout).toMatch(/[^\n]\n$/);
  });

  it('has no line of more than 72 columns as text, whatever people type', async () => {
    const user = await told();
    await user.given(
      `add "${'カフェのメニュー'.repeat(20)}" --for Acme --agreed "9 mar" -w`,
      `add "${'x'.repeat(300)}" --for Acme --agreed "9 mar" -w`,
    );
    const { stdout } = await user.run('report acme --text');
    for (const line of stdout.split('\n')) expect(widthOfLine(line)).toBeLessThanOrEqual(72);
  });
});

/** Columns of a line, in which signs of Japanese take two. */
function widthOfLine(line: string): number {
  return [...line].reduce((sum, sign) => sum + (/[\u3000-\u9fff\uff00-\uff60]/.test(sign) ? 2 : 1), 0);
}

describe('what is none of their business', () => {
  const PRIVATE = [
    'note 1 "secret-note" --link https://example.com/secret-link',
    'client Acme --remember "secret-fact"',
    'review --answer "1=no:secret-answer"',
    'update 1 "secret-draft-words"',
    'add "secret-of-globex" --for Globex --agreed "9 mar" -w',
    'await "secret-of-another" --from Acme --for Globex --by "9 mar"',
    'await "secret-blocker" --from Acme --by "9 mar" --blocks 5',
    'promise "secret-plan" --to me --by "9 mar"',
    'edit 1 --topic secret-topic',
    'spend 1 3h --note secret-spending',
    'snooze 1 "4 mar"',
  ];
  const REASONS = [
    'move 1 "23 mar" --because "my-reason-to-move" -w',
    'drop 3 --because "my-reason-to-drop"',
  ];

  it.each(['--text', '--md', '--html -', '--json', '--text --reasons --budget'])(
    'is in no report: %s',
    async (form) => {
      const user = await told();
      await user.given(...PRIVATE, ...REASONS);
      const { stdout, stderr, exitCode } = await user.run(`report acme ${form}`);
      expect(exitCode).toBe(0);
      expect(stdout).toContain('Checkout redesign');
      expect(`${stdout}${stderr}`).not.toContain('secret');
    },
  );

  it('are my reasons, unless I show them', async () => {
    const user = await told();
    await user.given(...REASONS);
    for (const form of ['--text', '--md', '--html -', '--json']) {
      const { stdout } = await user.run(`report acme ${form}`);
      expect(stdout).not.toContain('my-reason');
      expect(stdout).not.toContain('our tests were late');
      const shown = await user.run(`report acme ${form} --reasons`);
      expect(shown.stdout).toContain('my-reason-to-move');
      expect(shown.stdout).toContain('my-reason-to-drop');
    }
  });

  it('is a plan of mine, until they are told of it', async () => {
    const user = await told();
    const csv = 'title,client,due,kind\nplan,Acme,2026-03-09,promise\n';
    await user.given('client Acme --remember x');
    const imported = await user.run('import - --format csv --yes', { stdin: csv });
    expect(imported.exitCode).toBe(0);
    expect((await user.json<Report>('report acme')).open.map(({ id }) => id)).toEqual([1, 3]);
    await user.given('update 5 "you have it by then"');
    expect((await user.json<Report>('report acme')).open.map(({ id }) => id)).toEqual([5, 1, 3]);
  });
});

describe('a text that names another client', () => {
  const withGlobex = async (title: string) =>
    (await told()).given('client "Globex GmbH" --new', `add "${title}" --for Acme --agreed "9 mar" -w`);

  it('is refused, with the commitment, the text and the other client', async () => {
    const user = await withGlobex("the same as for Globex's shop");
    const file = newFile();
    const { stdout, stderr, exitCode } = await user.run(`report acme --html ${file}`);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toContain(
      `5 names another client, Globex GmbH (Globex): "the same as for Globex's shop".`,
    );
    expect(stderr).toContain('add --yes');
    expect(existsSync(file)).toBe(false);
    expect(await user.json<Report>('report acme --since last --yes')).toMatchObject({ since: null });
  });

  it('is written with --yes', async () => {
    const user = await withGlobex('as for Globex');
    const file = newFile();
    const { exitCode, stderr } = await user.run(`report acme --html ${file} --yes`);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('5 names another client, Globex GmbH (Globex): "as for Globex".');
    expect(readFileSync(file, 'utf8')).toContain('as for Globex');
  });

  it('is asked about where the words may mean something else', async () => {
    const user = await (await told()).given(
      'client Next --new',
      'add "what comes next" --for Acme --agreed "9 mar" -w',
    );
    const { stderr, exitCode } = await user.run('report acme --text');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('5 has "Next" in "what comes next": is that the client Next?');
  });
});

describe('the list of the texts', () => {
  it('is said with JSON too, and not before an error of the file', async () => {
    const user = await told();
    const { stderr } = await user.run(`report acme --html ${newFile()} --json`);
    expect(stderr).toContain('1  Checkout redesign');
    const refused = await user.run(`report acme --html ${join(FOLDER, 'missing', 'acme.html')}`);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).not.toContain('Checkout redesign');
  });
});

describe('since the last report', () => {
  const on = (now: string) => ({ env: { FOLLOWUP_NOW: now } });
  const LAST = 'report acme --since last';

  it('is what happened since the last one was made, whichever report that was', async () => {
    const user = await told();
    const first = await user.run(`${LAST} --text`);
    expect(first.stderr).toContain('There was no report for Acme before today, so this one has everything.');
    const later = on('2026-03-06T15:00');
    await user.run('done 1', later);
    const report = await user.json<Report>(LAST, later);
    expect(report.since).toBe('2026-03-02T09:30:00+01:00');
    expect(report.story.map(({ id, step }) => `${id} ${step}`)).toEqual(['1 delivered']);
  });

  it('is the same again on the same day', async () => {
    const user = await told();
    await user.given('report acme --text');
    const friday = on('2026-03-06T15:00');
    const once = await user.run(`${LAST} --text`, friday);
    const again = await user.run(`${LAST} --text`, on('2026-03-06T17:30'));
    expect(again.stdout).toBe(once.stdout);
    expect((await user.json<Report>(LAST, on('2026-03-09T10:00'))).since).toBe('2026-03-06T17:30:00+01:00');
  });

  it('forgets a report that was undone', async () => {
    const user = await told();
    await user.given('report acme --md');
    const friday = on('2026-03-06T15:00');
    expect((await user.json<Report>(LAST, friday)).since).not.toBeNull();
    await user.given('undo');
    expect((await user.json<Report>(LAST, friday)).since).toBeNull();
  });

  it('does not count what was only looked at, or made for a manager', async () => {
    const user = await told();
    await user.given('report acme', 'report acme --json', `report --all --html ${newFile('all')}`);
    expect((await user.json<Report>(LAST, on('2026-03-06T15:00'))).since).toBeNull();
  });

  it('counts a report as of a day from the end of that day', async () => {
    const user = await told();
    await user.given('report acme --as-of "20 feb" --text');
    expect((await user.json<Report>(LAST, on('2026-03-06T15:00'))).since).toBe('2026-02-21T00:00:00+01:00');
  });
});

describe('as of a day', () => {
  it('is how things stood at its end', async () => {
    const user = await told();
    const report = await user.json<Report>('report acme --as-of "17 feb"');
    expect(report.asOf).toBe('2026-02-17');
    expect(report.open.map(({ id, state, due }) => `${id} ${state} ${due?.slice(0, 10)}`)).toEqual([
      '1 agreed 2026-03-06',
    ]);
    expect(report.finished).toMatchObject([{ id: 2, state: 'done' }]);
    expect(report.asks.map(({ id, ask }) => `${id} ${ask}`)).toEqual(
      ['4 delivery', '2 acceptance'].sort().reverse(),
    );
    expect(report.story.every(({ at }) => at < '2026-02-18')).toBe(true);
  });

  it('is that day wherever it is read', async () => {
    const user = await (await told()).given('client Acme --zone Asia/Tokyo');
    const { stdout } = await user.run('report acme --as-of "17 feb" --text');
    expect(stdout).toContain('As of Tuesday, 17 February 2026');
  });

  it('is the day of the reader where it is that of today', async () => {
    const user = await (await told()).given('client Acme --zone Pacific/Auckland');
    const { stdout } = await user.run('report acme --text', { env: { FOLLOWUP_NOW: '2026-03-02T17:00' } });
    expect(stdout).toContain('As of Tuesday, 3 March 2026');
  });

  it('says until when a day lasts that ends on another day where it is read', async () => {
    const user = await told();
    await user.given('add Sign --for Acme --agreed "tue 17 mar" -w', 'client Acme --zone Asia/Tokyo');
    const { stdout } = await user.run('report acme --md');
    expect(stdout).toContain('Tuesday, 17 March (until Wednesday, 18 March, 1:00 am)');
  });

  it('has what was corrected later', async () => {
    const user = await told();
    await user.given('edit 1 --title "The new checkout"', 'edit 1 --due "19 mar" --because "typed wrong"');
    const early = await user.json<Report & { open: { title: string }[] }>('report acme --as-of "17 feb"');
    // The date that was corrected is the one that was moved to later.
    expect(early.open[0]).toMatchObject({
      title: 'The new checkout',
      due: expect.stringContaining('2026-03-06'),
    });
    const late = await user.json<Report>('report acme --as-of "27 feb"');
    expect(late.open[0]?.due).toContain('2026-03-19');
    expect(late.story.filter(({ step }) => step === 'moved')).toMatchObject([
      { to: expect.stringContaining('2026-03-19') },
    ]);
  });
});

describe('a page', () => {
  it('is private, replaces the one before, and is the same for the same record', async () => {
    const user = await told();
    const file = newFile();
    const write = async (now = '2026-03-02T09:30') => {
      expect((await user.run(`report acme --html ${file}`, { env: { FOLLOWUP_NOW: now } })).exitCode).toBe(0);
      return readFileSync(file, 'utf8');
    };
    const first = await write();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await write('2026-03-02T16:45')).toBe(first);
  });

  it('replaces a file of somebody else only with --yes', async () => {
    const user = await told();
    const file = newFile();
    writeFileSync(file, 'mine');
    expect((await user.run(`report acme --html ${file}`)).exitCode).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect((await user.run(`report acme --html ${file} --yes`)).exitCode).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('Acme');
  });

  it('is in the language, the zone and the clock of the client', async () => {
    const user = await told();
    await user.given(
      'client Acme --set language=de --zone Asia/Tokyo',
      'add Termin --for Acme --agreed "9 mar 18:00" -w',
    );
    const { stdout } = await user.run('report acme --html -');
    expect(stdout).toContain('<html lang="de">');
    expect(stdout).toContain('Was ich für Sie tue');
    // Six in the evening in Berlin is two at night in Tokyo.
    expect(stdout).toContain(
      '<time datetime="2026-03-09T17:00:00.000Z">Dienstag, 10. März, 02:00\u00a0Uhr</time>',
    );
  });

  it.each([
    ['fr', 'Ce que je fais pour vous'],
    ['es', 'Lo que hago para usted'],
  ])('is written in %s too', async (language, words) => {
    const user = await (await told()).given(`client Acme --set language=${language}`);
    expect((await user.run('report acme --text')).stdout).toContain(words);
  });
});

describe('the pages of all clients', () => {
  it('are the same for the same data, each marked as internal, and lead to each other', async () => {
    const user = await told();
    await user.given(
      'add Menu --for 山田商店 --agreed "9 mar" -w',
      'client Quiet --new',
      'add Old --for Gone --agreed "27 feb" -w --asked "mon 2 feb 10:00"',
      'done 6 --at "fri 27 feb 10:00"',
      'accept 6 --at "fri 27 feb 11:00"',
      'client Gone --retire',
    );
    const [one, other] = [newFile('all'), newFile('all')];
    await user.given(
      `report --all --html ${one}`,
      `report --all --html ${other}`,
      `report --all --html ${one}`,
    );
    const pages = readdirSync(one).sort();
    expect(pages).toEqual([
      expect.stringMatching(/^acme-[\da-f]{8}\.html$/),
      'index.html',
      expect.stringMatching(/^shantianshangdian-[\da-f]{8}\.html$/),
    ]);
    for (const page of pages) {
      const text = readFileSync(join(one, page), 'utf8');
      expect(text).toBe(readFileSync(join(other, page), 'utf8'));
      expect(text).toContain('Internal: not for the client');
    }
    await user.given(`report acme --html ${join(one, 'acme-12345678.html')}`);
    writeFileSync(join(one, 'mine-12345678.html'), 'mine');
    const renamed = await user
      .given('client Acme --rename Apex')
      .then(() => user.run(`report --all --html ${one}`));
    expect(renamed.stderr).toContain('A page of an earlier report was removed there.');
    expect(readdirSync(one).sort()).toEqual([
      'acme-12345678.html',
      expect.stringMatching(/^apex-[\da-f]{8}\.html$/),
      'index.html',
      'mine-12345678.html',
      pages[2],
    ]);
  });

  it('have an index that leads to each', async () => {
    const user = await (await told()).given('add Menu --for 山田商店 --agreed "9 mar" -w');
    const one = newFile('all');
    await user.given(`report --all --html ${one}`);
    const pages = readdirSync(one);
    const index = readFileSync(join(one, 'index.html'), 'utf8');
    for (const page of pages.filter((each) => each !== 'index.html')) {
      expect(index).toContain(`<a href="${page}">`);
      expect(readFileSync(join(one, page), 'utf8')).toContain('<a href="index.html">');
    }
  });
});
