import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

describe.concurrent('capture', () => {
  it('records requests', async ({ expect }) => {
    const user = await newUser();
    await user.runAll(
      'add Quarterly report @joe ~2h',
      'add "Fix the login page" --for "Acme Corp" --by "friday 5pm"',
      'add "Data export" -c globex --agreed "12 mar" --in-writing --project portal',
      'add "Price list" --for Joe -b "16 mar" -e 3h -r "the fair" --via email --update-every weekly --out-of-scope',
      'add "Call about the audit" --for Joe --asked "26 feb 4pm"',
      'add "Audit follow-up" --for Joe --agreed "9 mar" --via email',
      'add Something for nobody',
      'add Fix the login page --for joe --plain',
      'add Another --for joe --by friday --json',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/add.txt');
  });

  it('records promises and what is awaited', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Go live" --for "Acme Corp"');
    await user.runAll(
      'promise "send the notes" --to Joe --by "tomorrow noon"',
      'promise call back @dana by 3pm',
      'promise "price list" -c Joe -b friday -e 2h --via phone --at "27 feb 4pm"',
      'await "logins for the test server" --from Dana --by thursday',
      'await "board approval" --from Dana --for "Acme Corp" --by "12 mar" --blocks 1',
      'await contract @globex by 5pm',
      'promise "send the notes" --to Joe --by friday --plain',
      'await "the figures" -c Joe -b friday --plain',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/promise-and-await.txt');
  });

  it('records words in both directions, and what they open and settle', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Report" --for Joe --agreed "12 mar" --in-writing');
    await user.runAll(
      'heard Joe "wants the figures by region" --via phone --about 1',
      'told Joe the figures are on their way --about 1',
      'heard Mark "when is my car back?" --needs-reply --by "today 5pm"',
      'heard Mark "and the invoice?" --needs-reply',
      'told mark "it is ready on Friday" --about 2 --via email',
      'told "Acme Corp" "can you send the logins?" --needs-reply --by friday',
      'log Joe "wants it by region" --in --at "27 feb 4pm" --via meeting',
      'log Joe "noted" --out',
      'heard Joe "thank you" --plain',
      'told Joe "you are welcome" --via chat --json',
      'heard Joe "one more thing?" --needs-reply --json',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/contacts.txt');
  });

  it('reads text from standard input', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Report" --for Joe --agreed "12 mar"');
    await user.run('note 1 -', { stdin: 'first line\nsecond line\n' });
    await user.run('told Joe - --about 1', { stdin: '  half way\n' });
    await user.run('update 1 -', { stdin: 'nothing new yet\n' });
    await user.run('heard Joe -', { stdin: 'fine\n' });
    await user.run('add - --for Joe', { stdin: 'Price list ~3h by friday\n' });
    await user.run('drop 1 --because -', { stdin: 'no budget\n' });
    await user.run('note 1 -', { stdin: ' \n' });
    await user.run('show 1');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/standard-input.txt');
  });
});

describe.concurrent('inline forms', () => {
  const understood = [
    ['Quarterly report @acme-corp', { title: 'Quarterly report', client: 'acme corp' }],
    ['Report @joe ~3h', { title: 'Report', client: 'joe', estimateHours: 3 }],
    ['~1.5h Report @joe', { title: 'Report', client: 'joe', estimateHours: 1.5 }],
    ['Report est 3h @joe', { title: 'Report', client: 'joe', estimateHours: 3 }],
    ['Report ~1d +portal', { title: 'Report', estimateHours: 8, project: 'portal', client: null }],
    ['Report by friday 5pm', { title: 'Report', wantedBy: '2026-03-06T17:00:00+01:00' }],
    ['Report @joe ~2h +portal by 12 mar', { title: 'Report', wantedBy: '2026-03-12T17:00:00+01:00' }],
    ['Stand by the plan by friday', { title: 'Stand by the plan', wantedBy: '2026-03-06T17:00:00+01:00' }],
    ['Answer joe@example.com', { title: 'Answer joe@example.com', client: null }],
    ['Call +49 30 123456', { title: 'Call +49 30 123456', project: null }],
    ['C++ and a+b', { title: 'C++ and a+b', project: null }],
    ['Go through it side by side', { title: 'Go through it side by side', wantedBy: null }],
    ['Friday report for the board', { title: 'Friday report for the board', wantedBy: null }],
    ['About ~100 rows', { title: 'About ~100 rows', estimateHours: null }],
  ] as const;

  for (const [text, fields] of understood) {
    it(`understands: ${text}`, async ({ expect }) => {
      const user = await newUser();
      expect(await user.json(['add', text])).toMatchObject(fields);
    });
  }

  it('gives options precedence', async ({ expect }) => {
    const user = await newUser();
    const line = 'add Report @joe ~3h +portal by friday --for Globex -e 1h -p shop -b "12 mar"';
    expect(await user.json(line)).toMatchObject({
      title: 'Report',
      client: 'Globex',
      estimateHours: 1,
      project: 'shop',
      wantedBy: '2026-03-12T17:00:00+01:00',
    });
    expect(await user.json<object[]>('client')).toHaveLength(1);
  });

  it('hints at a title that ends like a date, and keeps it unchanged', async ({ expect }) => {
    const user = await newUser();
    await user.runAll(
      'add Report @joe friday 5pm',
      'add "Prepare the review next week" --for Joe',
      'add "Report friday" --for Joe --by thursday',
      'add "Report friday" --for Joe --agreed thursday',
      'add "Report friday" --for Joe --json',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/title-like-a-date.txt');
  });
});

describe.concurrent('backdating', () => {
  it('counts clocks from when it was asked or said', async ({ expect }) => {
    const user = await newUser({ now: '2026-03-04T08:55' });
    await user.given(
      'add "Report" --for Joe --asked "mon 10am"',
      'offer 1 friday --at "mon 3pm"',
      'told Joe "started" --about 1 --at "yesterday 4pm"',
    );
    expect(await user.json('show 1')).toMatchObject({ createdAt: '2026-03-02T10:00:00+01:00' });
    const { contacts } = await user.json<{ contacts: object[] }>('client joe');
    expect(contacts).toMatchObject([{ at: '2026-03-03T16:00:00+01:00' }]);
    const { attention } = await user.json<{ attention: object[] }>('today');
    expect(attention).toContainEqual(
      expect.objectContaining({ reason: 'offer-unanswered', due: '2026-03-03T15:00:00+01:00' }),
    );
  });

  it('accepts a date that has passed since it was set', async ({ expect }) => {
    const user = await newUser({ now: '2026-03-04T08:55' });
    await user.given('promise "call back" --to Joe --by "yesterday 5pm" --at "mon 10am"');
    expect(await user.json('show 1')).toMatchObject({ due: '2026-03-03T17:00:00+01:00', overdue: true });
  });

  it('closes at the time given', async ({ expect }) => {
    const user = await newUser({ now: '2026-03-04T08:55' });
    await user.given('add "Report" --for Joe --asked "mon 10am"', 'done 1 --at "yesterday 4pm" --took 3h');
    expect(await user.json('show 1')).toMatchObject({ closedAt: '2026-03-03T16:00:00+01:00', spentHours: 3 });
  });
});
