import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const TABLE = 'Vorhaben;Wer zahlt;Ende;Länge\nAngebot;Globex;6.3.2026;3\nLogo;Acme;20.2.2026;1,5\n';
const MAP = ['--map', 'title=Vorhaben,client=Wer zahlt,due=Ende,hours=Länge'];

interface ImportJson {
  readonly imported: readonly number[];
  readonly skipped: number;
  readonly map: string | null;
  readonly unusedColumns: readonly string[];
}

/** Imports a table with these words, and returns what it says of it. */
async function importWith(user: InProcessUser, words: readonly string[], stdin = TABLE) {
  const { stdout, stderr, exitCode } = await user.run(['import', '-', '--json', ...words], { stdin });
  return exitCode === 0
    ? (JSON.parse(stdout) as ImportJson)
    : (JSON.parse(stderr) as { error: { code: string } });
}

describe('what is said of the headings of a table', () => {
  it('is how it is read', async () => {
    const user = new InProcessUser();
    expect(await importWith(user, MAP)).toMatchObject({ imported: [1, 2], unusedColumns: [] });
    expect(await user.json('list --sort number')).toMatchObject([
      { title: 'Angebot', client: 'Globex', wantedBy: '2026-03-06T17:00:00+01:00', estimateHours: 3 },
      { title: 'Logo', client: 'Acme', wantedBy: '2026-02-20T17:00:00+01:00', estimateHours: 1.5 },
    ]);
  });

  it('is remembered for tables with the same headings, until it is forgotten', async () => {
    const user = new InProcessUser();
    expect(await importWith(user, [])).toMatchObject({ error: { code: 'no-title-column' } });
    await importWith(user, MAP);
    const moved = 'Ende;Länge;Vorhaben;Wer zahlt\n9.3.2026;2;Plan;Globex\n';
    expect(await importWith(user, [], moved)).toMatchObject({ imported: [3] });
    expect(await importWith(user, ['--dry-run', '--map', 'none'])).toMatchObject({
      error: { code: 'no-title-column' },
    });
    expect(await importWith(user, [])).toMatchObject({ imported: [], skipped: 2 });
    await importWith(user, ['--map', 'none']);
    expect(await importWith(user, [])).toMatchObject({ error: { code: 'no-title-column' } });
  });

  it('is not remembered from a trial, and not for other headings', async () => {
    const user = new InProcessUser();
    expect(await importWith(user, [...MAP, '--dry-run'])).toMatchObject({ imported: [1, 2] });
    expect(await importWith(user, [])).toMatchObject({ error: { code: 'no-title-column' } });
    await importWith(user, MAP);
    expect(await importWith(user, [], 'Vorhaben;Ort\nPlan;Bonn\n')).toMatchObject({
      error: { code: 'no-title-column' },
    });
  });

  it('wins over what was said before', async () => {
    const user = new InProcessUser();
    await importWith(user, MAP);
    expect(await importWith(user, ['--map', 'title=Vorhaben', '--dry-run'])).toMatchObject({
      map: 'title=Vorhaben',
      unusedColumns: ['Wer zahlt', 'Ende', 'Länge'],
    });
  });

  it('is said to people', async () => {
    const user = new InProcessUser();
    const say = async (...words: string[]) =>
      (await user.run(['import', '-', ...words], { stdin: TABLE })).stdout;
    const map = 'title=Vorhaben, client=Wer zahlt, due=Ende';
    const words = ['--map', 'title=Vorhaben,client=Wer zahlt,due=Ende'];
    expect(await say(...words, '-n')).not.toContain('remembered');
    expect((await say(...words)).replace(/\s+/g, ' ')).toContain(
      `${map}; remembered for tables with these headings`,
    );
    expect((await say()).replace(/\s+/g, ' ')).toContain(`${map}, as you said before; --map none forgets it`);
  });

  it.each([
    [['--map', 'titel=Vorhaben'], 'map-unknown-column', 2],
    [['--map', 'title=Vorhabn'], 'map-no-such-heading', 1],
    [['--map', 'none', '--map', 'title=Vorhaben'], 'map-contradicts', 2],
    [['--map', 'title=Vorhaben', '--format', 'taskwarrior'], 'map-without-table', 2],
    [['--map', 'no/such/file'], 'file-unreadable', 1],
  ])('is refused, and nothing changes: %j', async (words, code, exit) => {
    const user = await new InProcessUser().given('add Audit');
    const { stderr, exitCode } = await user.run(['import', '-', '--json', ...words], { stdin: TABLE });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code } });
    expect(exitCode).toBe(exit);
    expect(await user.json<object[]>('history')).toHaveLength(1);
  });
});

describe('a table that comes again', () => {
  it('brings nothing twice, also if a row moved or was completed in between', async () => {
    const user = new InProcessUser();
    const headings = 'title,client,due,status,priority\n';
    await user.run('import -', { stdin: `${headings}A,Joe,2026-03-09,open,1\nB,Joe,,open,2\n` });
    const again = await importWith(
      user,
      ['--all'],
      `${headings}B,Joe,,Done,3\nC,Joe,,open,\nA,Joe,2026-03-09,open,2\n`,
    );
    expect(again).toMatchObject({ imported: [3], skipped: 2 });
  });
});

describe('a client that is new', () => {
  it('is one, however it is spelt in the file', async () => {
    const user = new InProcessUser();
    const stdin = 'title,client\nA,Café Lumière\nB,cafe lumiere\nC,CAFÉ-LUMIÈRE\n';
    await user.run('import -', { stdin });
    expect(await user.json('client')).toMatchObject([{ name: 'Café Lumière' }]);
  });
});
