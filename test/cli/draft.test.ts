import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newUser } from '../support/cli.ts';
import { InProcessUser } from '../support/in-process.ts';

/** Joe asked for a report on the phone, and Friday was agreed. */
const AGREED = [
  'client Joe --new',
  'client Joe --person "Joe Doe <joe@example.com>"',
  'client Joe --person "Zoë Ray <zoe@example.com>"',
  'add "Report" --for Joe --because "the board meets" --via phone --asked "fri 27 feb 10:00" --estimate 3h',
  'agree 1 "fri 6 mar 5pm" --via phone --at "fri 27 feb 11:00"',
  'edit 1 --people "Zoë Ray" --right-when "the totals match the ledger"',
];

const agreed = () => new InProcessUser().given(...AGREED);

interface Draft {
  readonly kind: string;
  readonly kinds: readonly string[];
  readonly text: string;
  readonly subject: string;
  readonly gaps: readonly string[];
  readonly to: readonly { readonly name: string; readonly email: string | null }[];
  readonly cc: readonly { readonly name: string }[];
  readonly commitments: readonly number[];
  readonly references: readonly string[];
  readonly mailto: string;
  readonly date: string | null;
  readonly next: string | null;
}

interface Today {
  readonly attention: readonly {
    readonly id: number | null;
    readonly reason: string;
    readonly severity: string;
  }[];
}

/** The lines of today, except the review. */
async function linesOf(user: InProcessUser, now?: string): Promise<string[]> {
  const { attention } = await user.json<Today>('today', now ? { env: { FOLLOWUP_NOW: now } } : {});
  return attention.filter(({ reason }) => reason !== 'review').map(({ id, reason }) => `${id} ${reason}`);
}

/** The types of the events of a commitment. */
async function eventsOf(user: InProcessUser, id = 1): Promise<string[]> {
  return (await user.json<{ type: string }[]>(`history ${id}`)).map(({ type }) => type);
}

describe.concurrent('each kind', () => {
  /** One commitment for each kind of message. */
  const STORY = [
    ...AGREED,
    'add "Slides" --for Joe --via meeting --estimate 2h',
    'await "the figures" --from Joe --by "thu 26 feb" --via email --at "mon 23 feb 9:00" --blocks 1',
    'heard Joe "can you come on Monday?" --needs-reply --via phone',
    'add "Website" --for Joe --agreed "fri 27 feb" -w --via email --asked "mon 23 feb 9:00"',
    'add "Logo" --for Joe --agreed "thu 5 mar" -w --via email --asked "mon 23 feb 9:00"',
    'done 6 --via email',
    'await "the contract" --from Joe --by "thu 26 feb" --via chat --at "mon 23 feb 9:00"',
    'done 7 --via email --at "fri 27 feb 9:00"',
    'add "Subtitles" --extra-to 5 --via phone --asked "fri 27 feb 9:00"',
    'add "Second logo" --for Joe --out-of-scope --via email --asked "fri 27 feb 9:00"',
    'price 9 3h --via phone --at "fri 27 feb 10:00"',
  ];
  const KINDS = [
    'draft 1 confirm',
    'draft 2 offer --by "tue 10 mar 3pm"',
    'draft 1 update --say "The tests are running."',
    'draft 4 update',
    'draft 5 late --by "tue 10 mar" --choice "half of it now" --choice "all of it on Tuesday" --say "The server was down."',
    'draft 5 late',
    'draft 3 chase',
    'draft 6 delivered',
    'draft 7 thanks',
    'draft 8 scope',
    'draft 8 price --price "EUR 1200.50" --by "tue 10 mar"',
    'draft 8 price',
    'draft 9 price',
    'draft 9 chase',
  ];

  it('in words', async ({ expect }) => {
    const user = await newUser();
    await user.given(...STORY);
    await user.runAll(...KINDS);
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/draft/kinds.txt');
  });
  it('to somebody in another place and language', async ({ expect }) => {
    const user = await newUser();
    await user.given(...STORY, 'client Joe --set language=de', 'client Joe --zone America/New_York');
    await user.runAll(...KINDS);
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/draft/german.txt');
  });
});

describe.concurrent('left out, the kind', () => {
  it('is what the worst line asks for', async ({ expect }) => {
    const user = await agreed();
    expect((await user.json<Draft>('draft 1')).kind).toBe('confirm');
    await user.given('confirm 1 --via email');
    expect((await user.json<Draft>('draft 1')).kind).toBe('update');
    const late = { env: { FOLLOWUP_NOW: '2026-03-09T09:30' } };
    expect((await user.json<Draft>('draft 1', late)).kind).toBe('late');
  });
  it('of all that a client should hear now may be several', async ({ expect }) => {
    const user = await agreed();
    await user.given(
      'await "the figures" --from Joe --by "thu 26 feb" --at "mon 23 feb 9:00"',
      'add Slides --for Joe --estimate 2h',
    );
    const all = await user.json<Draft>('draft -c joe');
    expect(all.kinds.toSorted()).toEqual(['chase', 'confirm', 'offer']);
    expect(all.commitments.toSorted()).toEqual([1, 2, 3]);
    expect(all.text.match(/^Hello/gm)).toHaveLength(1);
    expect((await user.json<Draft>('draft -c joe chase')).commitments).toEqual([2]);
  });
});

describe.concurrent('--sent', () => {
  it('again, where something asks for it again', async ({ expect }) => {
    const user = await agreed();
    await user.given('draft 1 confirm --sent');
    expect(await user.run('draft 1 confirm --sent')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('was recorded as sent before'),
    });
    await user.given('move 1 "mon 16 mar" --because "the figures are late"');
    expect(await linesOf(user)).toContain('1 not-in-writing');
    await user.given('draft 1 confirm --sent');
    expect(await linesOf(user)).not.toContain('1 not-in-writing');
  });
  it('shows the words that nobody has seen yet', async ({ expect }) => {
    const user = await agreed();
    const { stdout: drafted } = await user.run('draft 1 confirm');
    const { stdout: again } = await user.run('draft 1 confirm --sent');
    expect(again).not.toContain('Hello Joe,');
    const unseen = await agreed();
    const { stdout } = await unseen.run('draft 1 confirm --sent');
    expect(stdout).toBe(`${drafted}\n${again}`);
  });
  it('puts a confirmation in writing: the line is gone, and undo brings it back', async ({ expect }) => {
    const user = await agreed();
    expect(await linesOf(user)).toEqual(['1 not-in-writing']);
    await user.given('draft 1 confirm', 'draft 1 confirm --sent');
    expect(await linesOf(user)).toEqual([]);
    expect((await user.json<{ inWriting: boolean }>('show 1')).inWriting).toBe(true);
    expect((await eventsOf(user)).slice(-2)).toEqual(['PutInWriting', 'UpdateGiven']);
    await user.given('undo');
    expect(await linesOf(user)).toEqual(['1 not-in-writing']);
    await user.given('draft 1 confirm --sent');
    expect(await linesOf(user)).toEqual([]);
  });
  it.each([
    ['offer --by "tue 10 mar"', 'DateOffered'],
    ['late --by "tue 10 mar" --choice "half now" --choice "all later"', 'DateOffered'],
  ])('of %s offers that date, which waits for them', async (words, event) => {
    const user = await agreed();
    await user.given(`draft 1 ${words}`, `draft 1 ${words} --sent`);
    expect(await eventsOf(user)).toContain(event);
    const { due, offered } = await user.json<{ due: string; offered: string }>('show 1');
    expect([due, offered]).toEqual(['2026-03-06T17:00:00+01:00', '2026-03-10T17:00:00+01:00']);
    await user.given('undo');
    expect((await user.json<{ offered: null }>('show 1')).offered).toBeNull();
  });
  it('of an update restarts its clock at the time that it names', async ({ expect }) => {
    const user = await new InProcessUser().given(
      'add Report --for Joe --agreed "fri 27 mar" -w --via email --asked "mon 23 feb 9:00"',
    );
    expect(await linesOf(user)).toContain('1 update');
    const { next } = await user.json<Draft>('draft 1 update');
    await user.given('draft 1 update --sent');
    expect(await linesOf(user)).toEqual([]);
    expect((await user.json<{ nextUpdate: string }>('show 1')).nextUpdate).toBe(next);
  });
  it('of a chase waits for them', async ({ expect }) => {
    const user = await new InProcessUser().given(
      'await "the figures" --from Joe --by "thu 26 feb" --at "mon 23 feb 9:00"',
      'draft 1 chase --sent',
    );
    const { attention } = await user.json<{ attention: { message: string }[] }>('today');
    expect(attention[0]?.message).toContain('4 days late');
    expect((await user.run('today')).stdout).toContain('for them to answer');
    expect((await user.json<{ lastWord?: string; state: string }>('show 1')).state).toBe('waiting');
  });
  it('of a delivery delivers it, of thanks is only a word', async ({ expect }) => {
    const user = await agreed();
    await user.given('draft 1 delivered --sent');
    expect(await eventsOf(user)).toContain('Delivered');
    const before = await eventsOf(user);
    await user.given('accept 1', 'draft 1 thanks --sent');
    expect(await eventsOf(user)).toEqual([...before, 'Accepted', 'UpdateGiven']);
  });
  it('of a decision of theirs is the answer to it', async ({ expect }) => {
    const user = new InProcessUser();
    await user.given('client Joe --new');
    await user.run('jot Joe - --via phone', { stdin: 'decided we go with plan B\n' });
    const { text, next, kind } = await user.json<Draft>('draft 1');
    expect([kind, next]).toEqual(['confirm', null]);
    expect(text).toContain('we go with plan B\nYou decided on it by phone on Monday, 2 March.');
    await user.given('draft 1 --sent');
    expect(await linesOf(user, '2026-03-05T09:30')).toEqual([]);
  });
  it('with a gap is refused, and nothing is recorded', async ({ expect }) => {
    const user = await agreed();
    const before = (await user.run('export')).stdout;
    const { exitCode, stderr } = await user.run('draft 1 late --sent');
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining('There is still a gap in it: 1. [...]\nNothing was recorded.'),
    ]);
    expect((await user.run('export')).stdout).toBe(before);
  });
  it('is possible where the record has the look of a gap', async ({ expect }) => {
    const user = await new InProcessUser().given(
      'add "Parse [...] right" --for "Joe [...]" --agreed fri --because "[...]" --via phone',
      'draft 1 confirm --sent',
    );
    expect((await user.json<{ inWriting: boolean }>('show 1')).inWriting).toBe(true);
  });
  it('records what was drafted, also if its words would be others by now', async ({ expect }) => {
    const user = await agreed();
    await user.given('draft 1 update --say "Half of it is done."', 'draft 1 update --sent');
    expect((await user.run('history 1 --json')).stdout).toContain('Half of it is done.');
    const tomorrow = { env: { FOLLOWUP_NOW: '2026-03-03T09:30' } };
    await user.given('undo');
    await user.run('draft 1 update --sent', tomorrow);
    expect((await user.run('history 1 --json')).stdout).toContain('Half of it is done.');
  });
  it('records the last draft of any kind, also where the clock stands still', async ({ expect }) => {
    const user = await agreed();
    await user.given('draft 1 confirm', 'draft 1 update --say second', 'draft 1 --sent');
    expect((await user.json<{ inWriting: boolean }>('show 1')).inWriting).toBe(false);
    await user.given('undo', 'draft 1 update', 'draft 1 confirm', 'draft 1 --sent');
    expect((await user.json<{ inWriting: boolean }>('show 1')).inWriting).toBe(true);
  });
  it('twice is refused, because nobody saw another message', async ({ expect }) => {
    const user = await agreed();
    await user.given('draft 1 confirm', 'draft 1 confirm --sent');
    const before = await eventsOf(user);
    for (const line of ['draft 1 confirm --sent', 'draft 1 --sent', 'draft 1 confirm --sent -']) {
      const { exitCode, stderr } = await user.run(line, { stdin: 'Hello' });
      expect([exitCode, stderr], line).toEqual([1, expect.stringContaining('recorded as sent before')]);
    }
    expect(await eventsOf(user)).toEqual(before);
    await user.given('draft 1 confirm', 'draft 1 confirm --sent');
    expect(await eventsOf(user)).toEqual([...before, 'UpdateGiven']);
  });
  it('of the draft of another date than the agreed one is refused', async ({ expect }) => {
    const user = await agreed();
    await user.given('draft 1 confirm', 'move 1 "mon 9 mar" --because ill --via phone');
    const { exitCode, stderr } = await user.run('draft 1 confirm --sent');
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining('Write it again: followup draft 1 confirm'),
    ]);
    await user.given('draft 1 confirm', 'draft 1 confirm --sent');
  });
  it('says when it was sent', async ({ expect }) => {
    const user = await agreed();
    await user.given('draft 1 confirm', 'draft 1 confirm --sent --at "today 9:15" --via chat');
    const events = await user.json<{ at: string; summary: string }[]>('history 1');
    expect(events.at(-1)).toMatchObject({
      at: '2026-03-02T09:15:00+01:00',
      summary: expect.stringContaining('by chat'),
    });
    const ahead = await user.run('draft 1 update --sent --at "tomorrow 9:00"');
    expect([ahead.exitCode, ahead.stderr]).toEqual([1, expect.stringContaining('still ahead')]);
    const spoken = await user.run('draft 1 confirm --sent --via phone');
    expect(spoken.exitCode).toBe(1);
  });
});

describe.concurrent('--sent with the words that went out', () => {
  it('from standard input or a file are those that count', async ({ expect }) => {
    const user = await agreed();
    const { text } = await user.json<Draft>('draft 1 confirm');
    const edited = `Subject: Our report\n\nDear Joe,\n\n${text.replace('Kind regards', 'See you')}\n`;
    expect((await user.run('draft 1 confirm --sent -', { stdin: edited })).exitCode).toBe(0);
    expect((await user.json<{ inWriting: boolean }>('show 1')).inWriting).toBe(true);
    expect((await user.run('history 1 --json')).stdout).toContain('See you');
    const file = join(user.database, '..', 'sent.txt');
    writeFileSync(file, edited.replaceAll('\n', '\r\n'));
    await user.given('undo');
    expect((await user.run(['draft', '1', 'confirm', '--sent', file])).exitCode).toBe(0);
  });
  it('without the date are words alone, which is said', async ({ expect }) => {
    const user = await agreed();
    await user.given('draft 1 confirm');
    const { stderr } = await user.run('draft 1 confirm --sent -', { stdin: 'See you soon, Joe.' });
    expect(stderr).toContain(
      'Only the words were recorded, because the date is not in them: Friday, 6 March',
    );
    expect((await eventsOf(user)).at(-1)).toBe('UpdateGiven');
    expect((await user.json<{ inWriting: boolean }>('show 1')).inWriting).toBe(false);
  });
  it('without the next time promise none', async ({ expect }) => {
    const user = await new InProcessUser().given(
      'add Report --for Joe --agreed "fri 27 mar" -w --via email --update-every weekly',
      'draft 1 update',
    );
    await user.run('draft 1 update --sent -', { stdin: 'All is well, Joe.' });
    const [last] = (await user.json<{ type: string; summary: string }[]>('history 1')).slice(-1);
    expect(last?.summary).not.toMatch(/next/i);
  });
  it('that are none, or not there, are refused', async ({ expect }) => {
    const user = await agreed();
    await user.given('draft 1 confirm');
    const empty = await user.run('draft 1 confirm --sent -', { stdin: ' \n' });
    expect([empty.exitCode, empty.stderr]).toEqual([1, expect.stringContaining('There are no words in it.')]);
    const missing = await user.run('draft 1 confirm --sent nowhere.txt');
    expect([missing.exitCode, missing.stderr]).toEqual([
      1,
      expect.stringContaining('nowhere.txt cannot be read'),
    ]);
    const open = await user.run('draft 1 confirm --sent -', { stdin: 'by [...], Joe' });
    expect([open.exitCode, open.stderr]).toEqual([1, expect.stringContaining('still a gap')]);
  });
});

describe.concurrent('what it is about', () => {
  it('may be two commitments of one client', async ({ expect }) => {
    const user = await agreed();
    await user.given('add Slides --for Joe --agreed "mon 9 mar" --via phone');
    const { subject, commitments, text } = await user.json<Draft>('draft 1,2 confirm');
    expect([subject, commitments]).toEqual(['Confirmed: Report, Slides', [1, 2]]);
    expect(text.match(/^(?:Report|Slides): by/gm)).toHaveLength(2);
    await user.given('draft 1,2 confirm --sent');
    expect(await linesOf(user)).toEqual([]);
    // One undo takes back all of it.
    await user.given('undo');
    expect(await linesOf(user)).toHaveLength(2);
  });
  it('is no promise that somebody else made for them', async ({ expect }) => {
    const user = await new InProcessUser().given(
      'await "the logins" --from Globex --for Acme --by "thu 26 feb" --at "mon 23 feb 9:00"',
    );
    expect((await user.run('draft -c acme')).stderr).toContain('Acme is waiting for no word');
    expect((await user.json<Draft>('draft -c globex')).text).toContain('Hello Globex,');
    await user.given('draft 1 chase --sent');
    expect((await user.run('today')).stdout).toContain('for them to answer');
  });
  it.each([
    ['two clients', ['add A --for Joe', 'add B --for Ann'], 'draft 1,2', 1, 'these are with several'],
    ['no client', ['add A'], 'draft 1', 1, 'followup edit 1 --client NAME'],
    ['nothing', [], 'draft', 2, 'id'],
    ['no such commitment', [], 'draft 9', 4, 'There is no commitment 9'],
    ['no such client', [], 'draft -c zzz', 4, 'zzz'],
    ['a word that is no kind', ['add A --for Joe'], 'draft 1 confrim', 2, 'confirm'],
    ['nothing to say', ['client Joe --new'], 'draft -c Joe', 1, 'followup draft -c Joe update --say TEXT'],
    [
      'what is closed',
      ['add A --for Joe', 'drop 1 --because no'],
      'draft 1 delivered',
      1,
      'followup reopen 1',
    ],
    ['what is theirs', ['await A --from Joe --by fri'], 'draft 1 delivered', 1, 'it is an awaiting'],
  ])('cannot be %s', async (_, before, line, code, words) => {
    const user = await new InProcessUser().given(...before);
    const { exitCode, stderr } = await user.run(line);
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(words)]);
  });
  it('is not more than a message can bear', async ({ expect }) => {
    const user = new InProcessUser();
    const file = join(user.database, '..', 'todo.txt');
    await user.given('client Joe --new');
    writeFileSync(file, Array.from({ length: 60 }, (_, index) => `Task ${index} due:2026-02-27`).join('\n'));
    await user.run(['import', file, '--client', 'Joe', '--as', 'promise']);
    const { exitCode, stderr } = await user.run('draft -c Joe');
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/60 commitments.*\nBegin with these: followup draft [\d,]+\n/),
    ]);
    expect((await user.json<Draft>('draft 1-50')).commitments).toHaveLength(50);
  });
});

describe.concurrent('to whom it goes', () => {
  it('is the one who asked or the first, with copies to those named besides', async ({ expect }) => {
    const { to, cc } = await (await agreed()).json<Draft>('draft 1 confirm');
    expect([to, cc.map(({ name }) => name)]).toEqual([
      [{ name: 'Joe Doe', email: 'joe@example.com' }],
      ['Zoë Ray'],
    ]);
  });
  it('is nobody who left', async ({ expect }) => {
    const user = await agreed();
    await user.given('client Joe --gone "Zoë Ray"');
    expect((await user.json<Draft>('draft 1 confirm')).cc).toEqual([]);
  });
  it('may have no address: it is a text all the same, and says so where one is needed', async ({
    expect,
  }) => {
    const user = await new InProcessUser().given('add Report --for Joe --agreed fri --via phone');
    const plain = await user.run('draft 1 confirm');
    expect(plain.stdout).toMatch(/^Subject: Confirmed: Report\n\nHello Joe,\n/);
    const url = await user.run('draft 1 confirm --mailto');
    expect(url.stdout).toMatch(/^mailto:\?subject=/);
    expect(url.stderr).toContain('No address of anybody there is known: followup client Joe --person');
  });
});

describe.concurrent('ways out', () => {
  it('--eml FILE writes a private draft, and no other file over', async ({ expect }) => {
    const user = await agreed();
    const file = join(user.database, '..', 'draft.eml');
    const write = (name: string) => user.run(['draft', '1', 'confirm', '--eml', name]);
    expect((await write(file)).stdout).toBe(`The draft is in ${file}\n`);
    expect(readFileSync(file, 'utf8')).toMatch(/^X-Unsent: 1\r\n/m);
    expect((await write(file)).exitCode).toBe(0);
    const other = join(user.database, '..', 'other.txt');
    writeFileSync(other, 'my diary');
    expect((await write(other)).stderr).toContain('is no draft of followup');
    expect(readFileSync(other, 'utf8')).toBe('my diary');
    expect((await write(join(other, 'x'))).exitCode).toBe(1);
    expect((await write(join(user.database, '..'))).exitCode).toBe(1);
  });
  it('--eml - writes it out and nothing besides', async ({ expect }) => {
    const { stdout, stderr } = await (await agreed()).run('draft 1 confirm --eml -');
    expect(stdout).toMatch(/^[\s\S]*\r\n\r\n[\s\S]*Kind regards\r\n$/);
    expect(stdout).toContain('To: Joe Doe <joe@example.com>\r\nCc: =?UTF-8?');
    expect(stderr).toBe('');
  });
  it('--mailto says when it is too long for some programs', async ({ expect }) => {
    const user = await agreed();
    const short = await user.run('draft 1 confirm --mailto');
    expect([short.stdout, short.stderr]).toEqual([
      expect.stringMatching(/^mailto:joe@example\.com\?cc=\S+\n$/),
      '',
    ]);
    const long = await user.run(['draft', '1', 'update', '--mailto', '--say', 'word '.repeat(400)]);
    expect(long.stderr).toMatch(
      /It has \d+ characters, and some programs take no more than 1800: --eml FILE/,
    );
  });
  it('--json has all of it', async ({ expect }) => {
    const user = await agreed();
    const { mailto, references, ...rest } = await user.json<Draft>('draft 1 confirm');
    expect(mailto).toMatch(
      /^mailto:joe@example\.com\?cc=zoe@example\.com&subject=Confirmed%3A%20Report&body=/,
    );
    expect(references).toEqual([
      expect.stringMatching(/^\w+\.confirm\.\w+\.20260306T160000Z-time@followup\.invalid$/),
    ]);
    expect(rest).toEqual({
      kind: 'confirm',
      kinds: ['confirm'],
      client: 'Joe',
      commitments: [1],
      to: [{ name: 'Joe Doe', email: 'joe@example.com' }],
      cc: [{ name: 'Zoë Ray', email: 'zoe@example.com' }],
      subject: 'Confirmed: Report',
      text: expect.stringContaining('Report: by Friday, 6 March, 5:00 pm\n'),
      date: '2026-03-06T17:00:00+01:00',
      next: expect.any(String),
      gaps: [],
      inReplyTo: null,
    });
  });
  it.each([
    ['draft 1 confirm --mailto --eml x', 'exclude each other'],
    ['draft 1 confirm --sent --mailto', 'exclude each other'],
    ['draft 1 confirm --with mutt --eml x', 'exclude each other'],
    ['draft 1 confirm --at yesterday', 'they go with --sent'],
    ['draft 1 confirm --via phone', 'they go with --sent'],
    ['draft 1 --sent confirm', 'The kind comes before --sent: confirm --sent'],
    ['draft 1 confirm -c Joe', 'not both'],
    ['draft 1 confirm --by friday', '--by is for an offer, something late or a price, and this is: confirm.'],
    ['draft 1 update --choice a --choice b', '--choice is for something late, and this is: update.'],
    ['draft 1 confirm now', 'Too many arguments'],
  ])('%s is a wrong use', async (line, words) => {
    const user = await agreed();
    const { exitCode, stderr } = await user.run(line);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
  it('--by of a day that has passed is refused', async ({ expect }) => {
    const { exitCode, stderr } = await (await agreed()).run('draft 1 offer --by 2026-02-20');
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('2026-02-20 has passed.')]);
  });
  it.each(['--mailto', '--eml -', ''])('%s --json is JSON', async (option) => {
    const user = await agreed();
    expect((await user.json<Draft>(`draft 1 confirm ${option}`)).subject).toBe('Confirmed: Report');
  });
  it('a long web address stays whole, so that it can be followed', async ({ expect }) => {
    const url = `https://example.com/${'a'.repeat(120)}`;
    const { stdout } = await (await agreed()).run(['draft', '1', 'update', '--say', `It is at ${url} now.`]);
    expect(stdout).toContain(`\n${url}\n`);
  });
  it('one choice alone leaves a gap for the other', async ({ expect }) => {
    const { gaps } = await (await agreed()).json<Draft>('draft 1 late --by "tue 10 mar" --choice "half now"');
    expect(gaps).toEqual(['2. [...]']);
  });
});

describe.concurrent('templates', () => {
  const folderOf = (user: InProcessUser) => join(user.database, '..', 'followup', 'drafts');
  const put = (user: InProcessUser, name: string, text: string) => {
    mkdirSync(folderOf(user), { recursive: true });
    writeFileSync(join(folderOf(user), name), text);
  };

  it("of one's own replace the built-in ones, that of the client's language first", async ({ expect }) => {
    const user = await agreed();
    const bodyNow = async () => (await user.json<Draft>('draft 1 confirm')).text;
    put(user, 'confirm.md', 'Subject: {{titles}}\n\nMine, {{person}}: {{#items}}{{due}}{{/items}}\n');
    expect(await bodyNow()).toBe('Mine, Joe Doe: Friday, 6 March, 5:00 pm');
    put(user, 'confirm.de.md', 'Subject: {{titles}}\n\nMeins: {{#items}}{{due}}{{/items}}\n');
    expect(await bodyNow()).toMatch(/^Mine/);
    await user.given('client Joe --set language=de');
    expect(await bodyNow()).toBe('Meins: Freitag, 6. März, 17:00 Uhr');
    await user.given('client Joe --set language=de-AT');
    expect(await bodyNow()).toBe('Meins: Freitag, 6. März, 17:00 Uhr');
    put(user, 'confirm.de-AT.md', 'Subject: x\n\nServus\n');
    expect(await bodyNow()).toBe('Servus');
    await user.given('client Joe --set language=it');
    expect(await bodyNow()).toBe('Mine, Joe Doe: Friday, 6 March, 5:00 pm');
  });
  it('may name other dates than the draft has: what they leave out is not asked for when it was sent', async ({
    expect,
  }) => {
    const user = await agreed();
    put(user, 'confirm.md', 'Subject: x\n\nAs we said.\n');
    await user.given('draft 1 confirm', 'draft 1 confirm --sent');
    expect((await user.json<{ inWriting: boolean }>('show 1')).inWriting).toBe(true);
  });
  it('without a place for what was said say so', async ({ expect }) => {
    const user = await agreed();
    put(user, 'update.md', 'Subject: x\n\nAll is well.\n');
    expect((await user.run('draft 1 update --say "The server burnt down"')).stderr).toContain('{{say}}');
  });
  it('that are wrong are refused with their line, and nothing is drafted', async ({ expect }) => {
    const user = await agreed();
    put(user, 'confirm.md', 'Subject: {{titles}}\n\n{{#items}}\n{{titel}}\n{{/items}}\n');
    const { exitCode, stderr, stdout } = await user.run('draft 1 confirm');
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain('confirm.md, line 4: there is no field "titel". Did you mean title?');
    expect((await user.run('draft 1 update')).exitCode).toBe(0);
  });
  it('that cannot be read are refused with a reason', async ({ expect }) => {
    const user = await agreed();
    mkdirSync(join(folderOf(user), 'confirm.md'), { recursive: true });
    expect((await user.run('draft 1 confirm')).stderr).toContain(
      'confirm.md could not be read: it is a folder.',
    );
    put(user, 'update.md', `Subject: x\n\n${'a'.repeat(2_000_000)}`);
    expect((await user.run('draft 1 update')).stderr).toContain('update.md is larger than 1 MB.');
    if (process.getuid?.() !== 0) {
      put(user, 'late.md', 'Subject: x\n\n');
      chmodSync(join(folderOf(user), 'late.md'), 0);
      expect((await user.run('draft 1 late')).stderr).toContain('late.md could not be read');
    }
  });
  it('may have no folder, but a file of its name', async ({ expect }) => {
    const user = await agreed();
    mkdirSync(join(folderOf(user), '..'), { recursive: true });
    writeFileSync(folderOf(user), 'not a folder');
    expect((await user.run('draft 1 confirm')).exitCode).toBe(0);
  });
  it('start from the built-in ones, in the language of a client', async ({ expect }) => {
    const user = await agreed();
    const english = await user.run('draft --template confirm');
    expect(english.stdout).toMatch(/^Subject: Confirmed: \{\{titles\}\}\n\n\{\{greeting\}\}/);
    expect(english.stderr).toContain(join(folderOf(user), 'confirm.md'));
    await user.given('client Joe --set language=de');
    const german = await user.run('draft --template confirm -c Joe');
    expect(german.stdout).toMatch(/^Subject: Bestätigung/);
    expect(german.stderr).toContain('confirm.de.md');
    // It is one that can be used as it is.
    const before = (await user.json<Draft>('draft 1 confirm')).text;
    put(user, 'confirm.de.md', german.stdout);
    expect((await user.json<Draft>('draft 1 confirm')).text).toBe(before);
  });
});

describe.concurrent('words that nobody means well', () => {
  const HOSTILE =
    'a\u001b[31mred\u001b]0;x\u0007 \u202eright\u202c {{#items}}{{me}}{{/items}} [...] \u0000 "\' `$(rm)`';

  it('are shown as they are, on their line', async ({ expect }) => {
    const user = new InProcessUser();
    for (const line of [
      ['add', HOSTILE, '--for', 'Joe', '--agreed', 'fri', '--because', HOSTILE, '--via', 'phone'],
      ['edit', '1', '--right-when', HOSTILE],
    ]) {
      expect((await user.run(line)).exitCode, line.join(' ')).toBe(0);
    }
    for (const kind of ['confirm', 'update', 'late', 'delivered', 'thanks']) {
      const { stdout, exitCode } = await user.run([
        'draft',
        '1',
        kind,
        '--say',
        `${HOSTILE}\n\nBcc: evil@x.example`,
      ]);
      expect(exitCode, kind).toBe(0);
      expect(stdout, kind).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u);
      expect(stdout, kind).toContain('{{#items}}{{me}}{{/items}}');
      const eml = (await user.run(['draft', '1', kind, '--eml', '-', '--say', `x\r\nBcc: evil@x.example`]))
        .stdout;
      expect(eml.slice(0, eml.indexOf('\r\n\r\n')), kind).not.toMatch(/^Bcc/im);
    }
  });
  it('of ten thousand characters are all there', async ({ expect }) => {
    const user = await agreed();
    const say = 'word '.repeat(2_000).trim();
    const { stdout } = await user.run(['draft', '1', 'update', '--say', say]);
    expect(stdout.replace(/\s+/g, ' ')).toContain(say);
  });
  it('from standard input that has none are no news', async ({ expect }) => {
    const user = await agreed();
    expect((await user.run('draft 1 update --say -', { stdin: 'It runs.\n\nAt last.\n' })).stdout).toContain(
      'It runs.\n\nAt last.\n',
    );
    expect((await user.run('draft 1 update --say -', { stdin: '\n' })).stdout).toContain(
      'There is nothing new today',
    );
  });
});

describe.concurrent('a draft', () => {
  it('is no word: nothing is recorded by it', async ({ expect }) => {
    const user = await agreed();
    const before = (await user.run('export')).stdout;
    for (const line of [
      'draft 1',
      'draft 1 late',
      'draft -c joe',
      'draft 1 confirm --mailto',
      'draft 1 confirm --eml -',
    ]) {
      await user.run(line);
    }
    expect((await user.run('export')).stdout).toBe(before);
    expect(await linesOf(user)).toEqual(['1 not-in-writing']);
  });
  it('of a later time replaces that of an earlier one, also from another terminal', async ({ expect }) => {
    const user = await agreed();
    await user.given('draft 1 update --say first', 'draft 1 update --say second', 'draft 1 update --sent');
    const { stdout } = await user.run('history 1 --json');
    expect([stdout.includes('first'), stdout.includes('second')]).toEqual([false, true]);
  });
});
