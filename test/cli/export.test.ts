import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';

/** A month of work for two clients, in time and in money, on commitments, projects and clients. */
async function aMonth(): Promise<User> {
  const user = await newUser({ now: '2026-02-26T10:00' });
  await user.given(
    'add "Landing page" --for "Müller & Söhne" --agreed "6 mar" -w -e 6h -p Site',
    'spend 1 2.5h',
    'await "the texts" --from "Müller & Söhne" --by "3 mar 3pm"',
    'told "Müller & Söhne" "half of it is there, with comments" --about 1 --via email',
  );
  user.at('2026-03-02T09:30');
  return user.given(
    'spend 1 3h',
    'project Site -c "Müller & Söhne"',
    'spend site "EUR 120.50"',
    'spend "Müller & Söhne" 1h --yes',
    'add "=HYPERLINK(1)" --for "山田商店" --by "tue 10 mar"',
    'heard "山田商店" "=1 and -2" --via phone',
    'spend 3 30m',
    'done 1',
  );
}

describe.concurrent('export', () => {
  it('writes tables for a spreadsheet', async ({ expect }) => {
    const user = await aMonth();
    await user.runAll(
      'export --csv hours',
      'export --csv hours -c muller --since march',
      'export --csv commitments --since march',
      'export --csv contacts',
      'export --csv hours --plain',
      'export --csv hours march.csv',
      'export --csv hours march.csv',
      'export --csv hours march.csv --yes --quiet',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/export-tables.txt');
  });

  it('marks a file as UTF-8 for Excel, ends lines with CRLF, and lets only me read it', async ({
    expect,
  }) => {
    const user = await aMonth();
    const printed = (await user.run('export --csv contacts')).stdout;
    expect(printed.startsWith('at,client,')).toBe(true);
    await user.given('export --csv contacts words.csv');
    const path = join(user.home, 'words.csv');
    expect(readFileSync(path, 'utf8')).toBe(`\ufeff${printed}`);
    expect(printed.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('makes formulas harmless and leaves numbers alone, also those that take something back', async ({
    expect,
  }) => {
    const user = await newUser({ now: '2026-02-26T10:00' });
    await user.given('add "=SUM(1)" --for "=Joe"', 'spend 1 3h');
    user.at('2026-03-02T09:30');
    await user.given('spend 1 -1h --because "it was for somebody else"');
    const { stdout } = await user.run('export --csv hours');
    expect(stdout).toBe(
      [
        'client,month,project,hours,amount,currency,price',
        '"\'=Joe",2026-02,,3,,,',
        '"\'=Joe",2026-03,,-1,,,',
        '',
      ].join('\r\n'),
    );
    const rows = await user.json<{ client: string; hours: number }[]>('export --csv hours');
    expect(rows).toMatchObject([
      { client: '=Joe', hours: 3 },
      { client: '=Joe', hours: -1 },
    ]);
  });

  it('tells work with an approved price of its own from the other hours', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add Report --for Joe --agreed "12 mar" -w',
      'add Logo --for Joe --out-of-scope',
      'price 2 "EUR 400"',
      'spend 1 2h',
      'spend 2 3h',
    );
    const hours = async () =>
      (await user.json<{ hours: number; price: string | null }[]>('export --csv hours')).map((row) => [
        row.hours,
        row.price,
      ]);
    expect(await hours()).toEqual([[5, null]]);
    await user.given('approve 2 Dana');
    expect(await hours()).toEqual([
      [2, null],
      [3, 'EUR 400'],
    ]);
  });

  it('has hours that add up to what the client has in all', async ({ expect }) => {
    const user = await aMonth();
    const rows = await user.json<{ client: string; hours: number | null; amount: number | null }[]>(
      'export --csv hours -c muller',
    );
    const sum = (key: 'hours' | 'amount') => rows.reduce((total, row) => total + (row[key] ?? 0), 0);
    expect({ hours: sum('hours'), amount: sum('amount') }).toEqual({ hours: 6.5, amount: 120.5 });
  });

  it('has every word once, in order of time, without what was undone or said to nobody', async ({
    expect,
  }) => {
    const user = await newUser({ now: '2026-02-26T10:00' });
    const words = ['at', 'client', 'direction', 'via', 'about', 'text'] as const;
    const told = async (options = '') =>
      (await user.json<Record<(typeof words)[number], unknown>[]>(`export --csv contacts ${options}`)).map(
        (row) => words.map((key) => String(row[key] ?? '-').slice(0, 70)).join(' | '),
      );
    await user.given(
      'add "Landing page" --for Joe --by "6 mar" --via phone',
      'promise "tidy up" --to myself --by friday',
    );
    user.at('2026-02-27T10:00');
    await user.given('offer 1 "9 mar" --via email', 'heard Ann "how are you?"');
    user.at('2026-02-28T10:00');
    await user.given(
      'counter 1 "5 mar" --because "the board meets"',
      'agree 1 "9 mar" -w',
      'update 1 "half of it is there" --via chat',
      'told Joe "the rest comes on Monday" --about 1',
      'move 1 "10 mar" --because ill',
      'undo',
    );
    user.at('2026-03-02T10:00');
    await user.given('await Texts --from Ann --by friday --for Joe', 'done 1', 'accept 1 --via phone');
    expect(await told()).toMatchInlineSnapshot(`
      [
        "2026-02-26T10:00:00+01:00 | Joe | in | phone | 1 | Joe asked for it by phone, for Fri 6 Mar.",
        "2026-02-27T10:00:00+01:00 | Ann | in | - | - | how are you?",
        "2026-02-27T10:00:00+01:00 | Joe | out | email | 1 | You offered Mon 9 Mar by email.",
        "2026-02-28T10:00:00+01:00 | Joe | out | - | 1 | the rest comes on Monday",
        "2026-02-28T10:00:00+01:00 | Joe | in | - | 1 | They said no, because: the board meets; they want Thu 5 Mar.",
        "2026-02-28T10:00:00+01:00 | Joe | out | - | 1 | Agreed on Mon 9 Mar, in writing.",
        "2026-02-28T10:00:00+01:00 | Joe | out | chat | 1 | half of it is there",
        "2026-03-02T10:00:00+01:00 | Ann | in | - | 3 | Ann promised it by Fri 6 Mar.",
        "2026-03-02T10:00:00+01:00 | Joe | out | - | 1 | Delivered.",
        "2026-03-02T10:00:00+01:00 | Joe | in | phone | 1 | They accepted it by phone.",
      ]
    `);
    const all = await told();
    expect(await told('-c ann')).toEqual(all.filter((row) => row.includes(' | Ann | ')));
    expect(await told('--since "28 feb"')).toEqual(all.filter((row) => row >= '2026-02-28'));
  });

  it('has a message with a verb once', async ({ expect }) => {
    const user = await newUser({ now: '2026-02-26T10:00' });
    await user.given(
      'add Report --for Joe --agreed "12 mar" -w',
      'done 1',
      'client joe --person "Joe Roe <joe@example.com>"',
    );
    user.at('2026-03-02T09:30');
    writeFileSync(
      join(user.home, 'yes.eml'),
      'From: joe@example.com\r\nTo: me@example.org\r\nDate: Mon, 2 Mar 2026 08:00:00 +0100\r\nMessage-ID: <1@example.com>\r\nSubject: Report\r\n\r\nIt works.\r\n',
    );
    await user.given('accept 1 --mail yes.eml');
    const rows = await user.json<{ direction: string; text: string }[]>('export --csv contacts');
    expect(rows.map(({ direction, text }) => `${direction} ${text}`)).toMatchInlineSnapshot(`
      [
        "in Joe asked for it.",
        "out Agreed on Thu 12 Mar, in writing.",
        "out Delivered.",
        "in It works.",
      ]
    `);
  });

  it('has commitments that come in again elsewhere as they were', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'promise "=SUM(A1), and more" --to Joe --by "thu 3pm" -e 2h',
      'promise "\'quoted" --to Joe --by friday',
      'promise "split; =1+1;-2 at both" --to Joe --by friday',
      'await "the \\"figures\\"" --from Dana --by friday --for Joe',
      'export --csv commitments all.csv',
    );
    const other = await newUser();
    writeFileSync(join(other.home, 'all.csv'), readFileSync(join(user.home, 'all.csv')));
    await other.given('import all.csv --yes --new-client');
    const told = async (of: User) =>
      (await of.json<Record<string, unknown>[]>('list --sort number')).map(
        ({ kind, title, client, who, due, estimateHours, state }) =>
          [kind, title, client, who, due, estimateHours, state].join(' | '),
      );
    expect(await told(other)).toEqual(await told(user));
  });

  it('refuses what does not go together, and changes no file', async ({ expect }) => {
    const user = await newUser();
    mkdirSync(join(user.home, 'folder'));
    await user.runAll(
      'export --ics --csv hours',
      'export --csv hour',
      'export followup.json',
      'export --client joe',
      'export --since march --ics',
      'export --private',
      'export --ics -c nobody',
      'export --csv hours --since "next month"',
      'export --ics ""',
      'export --ics folder',
      'export --ics no/such/folder.ics',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/export-refused.txt');
    expect(existsSync(join(user.home, 'followup.json'))).toBe(false);
  });

  it('of a calendar says what it wrote, follows a link, and keeps the rights of the file', async ({
    expect,
  }) => {
    const user = await newUser();
    await user.given('promise Notes --to Joe --by tuesday', 'export --ics feed.ics');
    symlinkSync('feed.ics', join(user.home, 'link.ics'));
    await user.given('done 1');
    await user.runAll(
      'export --ics link.ics',
      'export --ics --plain',
      'export --ics -c joe --private --plain',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/export-calendar.txt');
    expect(readFileSync(join(user.home, 'feed.ics'), 'utf8')).toContain('STATUS:CANCELLED');
  });

  it('of an empty file is a calendar and a table without entries', async ({ expect }) => {
    const user = await newUser();
    const { stdout } = await user.run('export --ics');
    expect(stdout.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(stdout.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(stdout).not.toContain('VEVENT');
    expect((await user.run('export --csv contacts')).stdout).toBe(
      'at,client,direction,via,about,subject,text\r\n',
    );
    expect(await user.json('export --ics')).toEqual([]);
  });
});
