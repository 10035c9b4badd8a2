import { spawn } from 'node:child_process';
import { describe, it } from 'vitest';
import { LAUNCHER, newUser } from '../support/cli.ts';
import { DOWN, ENTER, ERASE, INTERRUPT, inTerminal } from '../support/pty.ts';

describe.concurrent('in a terminal', () => {
  it('asks whether a near miss is that client: yes', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Globex');
    const terminal = inTerminal(user, 'add Other -c Gloebx --by friday');
    await terminal.shows('There is no client "Gloebx". Do you mean Globex?');
    terminal.type(ENTER);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 2')).toMatchObject({ client: 'Globex' });
    expect(await user.json<object[]>('client')).toHaveLength(1);
  });

  it('asks whether a near miss is that client: no', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Globex');
    const terminal = inTerminal(user, 'told Gloebx hello');
    await terminal.shows('Do you mean Globex?');
    terminal.type(`n${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json<object[]>('client')).toMatchObject([{ name: 'Globex' }, { name: 'Gloebx' }]);
  });

  it('asks whether the end of a title is its date: yes', async ({ expect }) => {
    const user = await newUser();
    const terminal = inTerminal(user, 'add Report friday 5pm -c Joe');
    await terminal.shows('Is "friday 5pm" the date?');
    terminal.type(`y${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({
      title: 'Report',
      wantedBy: '2026-03-06T17:00:00+01:00',
    });
  });

  it('asks whether the end of a title is its date: no', async ({ expect }) => {
    const user = await newUser();
    const terminal = inTerminal(user, 'add Report friday 5pm -c Joe');
    await terminal.shows('Is "friday 5pm" the date?');
    terminal.type(`n${ENTER}`);
    await terminal.shows('How much work is it?');
    terminal.type(ENTER);
    await terminal.shows('What about the date?');
    terminal.type(ENTER);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ title: 'Report friday 5pm', wantedBy: null });
  });

  it('asks whether a year that nobody said is meant: yes', async ({ expect }) => {
    const user = await newUser();
    const terminal = inTerminal(user, 'promise notes -c Joe --by "27 feb"');
    await terminal.shows('"27 feb" is read as Sat 27 Feb 2027. Is that right?');
    terminal.type(`y${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ due: '2027-02-27T17:00:00+01:00' });
  });

  it('asks whether a year that nobody said is meant: no', async ({ expect }) => {
    const user = await newUser();
    const terminal = inTerminal(user, 'promise notes -c Joe');
    await terminal.shows('By when?');
    terminal.type(`27 feb${ENTER}`);
    await terminal.shows('Is that right?');
    terminal.type(ENTER);
    await terminal.shows('was not recorded');
    expect(await terminal.end()).toMatchObject({ exitCode: 1 });
    expect(await user.json('list --all')).toEqual([]);
  });

  it('asks for all that a promise has to have', async ({ expect }) => {
    const user = await newUser();
    const terminal = inTerminal(user, 'promise the notes');
    await terminal.shows('Who did you promise it to?');
    terminal.type(`Joe${ENTER}`);
    await terminal.shows('By when?');
    terminal.type(`friday${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ client: 'Joe', due: '2026-03-06T17:00:00+01:00' });
  });

  const missing = [
    [
      'add',
      'What did they ask for?',
      'Report @joe ~2h by friday',
      'show 1',
      { title: 'Report', client: 'joe', estimateHours: 2 },
    ],
    ['promise -c Joe -b friday', 'What did you promise?', 'the notes', 'show 1', { title: 'the notes' }],
    ['await -c Joe -b friday', 'What did they promise?', 'the figures', 'show 1', { title: 'the figures' }],
    ['told Joe', 'What did you say?', 'half way', 'client joe', { contacts: [{ text: 'half way' }] }],
    ['heard Joe', 'What did they say?', 'fine', 'client joe', { contacts: [{ text: 'fine' }] }],
  ] as const;
  for (const [line, question, answer, shown, fields] of missing) {
    it(`asks for the words of: ${line}`, async ({ expect }) => {
      const user = await newUser();
      const terminal = inTerminal(user, line);
      await terminal.shows(question);
      terminal.type(`${answer}${ENTER}`);
      expect(await terminal.end()).toMatchObject({ exitCode: 0 });
      expect(await user.json(shown)).toMatchObject(fields);
    });
  }

  const reasons = [
    ['note 1', 'What is the note?', 'NoteAdded'],
    ['update 1', 'What did you tell them?', 'UpdateGiven'],
    ['drop 1', 'Why is it dropped?', 'Dropped'],
    ['counter 1 thursday', 'Why does the date not suit them?', 'DateRejected'],
  ] as const;
  for (const [line, question, type] of reasons) {
    it(`asks for what is missing in: ${line}`, async ({ expect }) => {
      const user = await newUser();
      await user.given('add Report -c Joe');
      const terminal = inTerminal(user, line);
      await terminal.shows(question);
      terminal.type(ENTER);
      await terminal.shows('You must provide a value');
      terminal.type(`board meeting${ENTER}`);
      expect(await terminal.end()).toMatchObject({ exitCode: 0 });
      const events = await user.json<{ type: string; summary: string }[]>('history 1');
      expect(events.at(-1)).toMatchObject({ type, summary: expect.stringContaining('board meeting') });
    });
  }

  const answers = [
    ['nothing yet', '', { state: 'asked', offered: null, due: null }],
    ['I offered', DOWN, { state: 'offered', offered: '2026-03-02T17:00:00+01:00' }],
  ] as const;
  for (const [answer, keys, fields] of answers) {
    it(`asks how much work a request is, shows the date, and asks what was said: ${answer}`, async ({
      expect,
    }) => {
      const user = await newUser();
      const terminal = inTerminal(user, 'add Report -c Joe');
      await terminal.shows('How much work is it?');
      terminal.type(`a lot${ENTER}`);
      await terminal.shows('is not a duration');
      terminal.type(`${ERASE.repeat(5)}2h${ENTER}`);
      await terminal.shows('offer    Mon 2 Mar');
      await terminal.shows('What about the date?');
      terminal.type(keys + ENTER);
      expect(await terminal.end()).toMatchObject({ exitCode: 0 });
      expect(await user.json('show 1')).toMatchObject({ estimateHours: 2, ...fields });
    });
  }

  const dates = [
    [DOWN.repeat(2), { state: 'offered', offered: '2026-03-06T17:00:00+01:00' }],
    [DOWN.repeat(3), { state: 'agreed', due: '2026-03-06T17:00:00+01:00' }],
  ] as const;
  for (const [keys, fields] of dates) {
    it(`asks for the date that was ${fields.state}, until it is one`, async ({ expect }) => {
      const user = await newUser();
      const terminal = inTerminal(user, 'add Report -c Joe -e 2h');
      await terminal.shows('What about the date?');
      terminal.type(keys + ENTER);
      await terminal.shows('Which date?');
      terminal.type(`soon${ENTER}`);
      await terminal.shows('"soon" is not a date');
      terminal.type(`${ERASE.repeat(4)}friday${ENTER}`);
      expect(await terminal.end()).toMatchObject({ exitCode: 0 });
      expect(await user.json('show 1')).toMatchObject(fields);
    });
  }

  it('records the date that it has shown, also of a request that nobody has estimated', async ({
    expect,
  }) => {
    const user = await newUser();
    const terminal = inTerminal(user, 'add Thing -c Joe');
    await terminal.shows('How much work is it?');
    terminal.type(ENTER);
    await terminal.shows('I offered Tue 3 Mar');
    terminal.type(DOWN + ENTER);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({
      state: 'offered',
      offered: '2026-03-03T17:00:00+01:00',
      estimateHours: null,
    });
  });

  it('records no offer when another terminal has changed the date meanwhile', async ({ expect }) => {
    const user = await newUser();
    const terminal = inTerminal(user, 'add Thing -c Joe -e 4h');
    await terminal.shows('I offered Tue 3 Mar');
    await user.given('add Large -c Joe -e 30h --agreed "mon 2 mar" -w');
    terminal.type(DOWN + ENTER);
    const { exitCode, screen } = await terminal.end();
    expect(exitCode).toBe(1);
    expect(screen).toContain('No offer was recorded');
    expect(await user.json('show 1')).toMatchObject({ state: 'asked', offered: null });
  });

  it('keeps the request when the question about its date is interrupted', async ({ expect }) => {
    const user = await newUser();
    const terminal = inTerminal(user, 'add Report -c Joe -e 2h');
    await terminal.shows('What about the date?');
    terminal.type(INTERRUPT);
    expect(await terminal.end()).toMatchObject({ exitCode: 130 });
    expect(await user.json('show 1')).toMatchObject({ state: 'asked', offered: null });
  });

  it('asks how much work it is before a date is computed for an offer', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    const terminal = inTerminal(user, 'offer 1');
    await terminal.shows('How much work is it? (3h, 1.5d, 2-3d; Enter: about 4h)');
    terminal.type(`2-3d${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ state: 'offered', estimateHours: 20 });
  });

  it('asks why a date moves', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe --agreed friday');
    const terminal = inTerminal(user, 'move 1 monday');
    await terminal.shows('Why does the date move?');
    terminal.type(`parts are late${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ due: '2026-03-09T17:00:00+01:00' });
  });

  it('takes an interrupt at a question as the end, and records nothing', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    const before = await user.journal();
    for (const [line, question] of [
      ['note 1', 'What is the note?'],
      ['add Report friday', 'Who asked?'],
      ['add Report friday -c Joe', 'the date?'],
      ['drop 1', 'Why is it dropped?'],
    ] as const) {
      const terminal = inTerminal(user, line);
      await terminal.shows(question);
      terminal.type(INTERRUPT);
      const { exitCode, screen } = await terminal.end();
      expect(exitCode, line).toBe(130);
      expect(screen, line).not.toMatch(/Error|\n\s+at /);
    }
    expect(await user.journal()).toBe(before);
  });

  it('asks nothing with --no-input, --json or --yes', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Globex');
    for (const [line, exitCode] of [
      ['note 1 --no-input', 2],
      ['drop 1 --no-input', 1],
      ['add Other -c Gloebx --no-input', 1],
      ['add Other -c Gloebx --json', 1],
      ['add --no-input', 2],
      ['add Report friday --no-input', 0],
      ['add Other -c Gloebx --yes', 0],
      ['add Other -c Gloebx --new-client --by friday', 0],
    ] as const) {
      const { screen, ...end } = await inTerminal(user, line).end();
      expect({ line, ...end }).toEqual({ line, exitCode });
      expect(screen, line).not.toContain('(Y/n)');
    }
    expect(await user.json('show 3')).toMatchObject({ client: 'Globex' });
    expect(await user.json('show 4')).toMatchObject({ client: 'Gloebx' });
  });

  it('colours what it shows, but not with TERM=dumb or NO_COLOR', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    const { screen } = await inTerminal(user, 'list').end();
    expect(screen).toBe((await user.run('list')).stdout);
    for (const env of [{ TERM: 'dumb' }, { NO_COLOR: '1' }]) {
      expect((await inTerminal(user, 'list', env).end()).screen).toBe(screen);
    }
  });
});

describe('a signal', () => {
  it('ends a command that waits for its input, and records nothing', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe');
    const before = await user.journal();
    const child = spawn(process.execPath, [LAUNCHER, 'note', '1', '-'], { env: user.env(), cwd: user.home });
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill('SIGINT');
    const signal = await new Promise((resolve) => child.on('close', (code, name) => resolve(name ?? code)));
    expect(['SIGINT', 130]).toContain(signal);
    expect(await user.journal()).toBe(before);
  });
});
