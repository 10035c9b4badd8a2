import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';
import { DOWN, ENTER, ERASE, INTERRUPT, inTerminal } from '../support/pty.ts';

/** The types of all events of a commitment, in order. */
async function storyOf(user: User, id: number): Promise<string[]> {
  const events = await user.json<{ type: string; summary: string }[]>(`history ${id}`);
  return events.slice(1).map(({ type, summary }) => `${type}: ${summary}`);
}

/** Monday evening: five things that need attention on Wednesday morning, the worst first. */
async function wednesday(): Promise<User> {
  const user = await newUser();
  await user.given(
    'promise "send the notes" --to Joe --by "tue noon"',
    'heard Mark "is it ready?" --needs-reply --by "tue 1pm"',
    'add "Price list" --for Globex --agreed "20 mar" --via phone',
    'add "Landing page" --for Acme',
    'await "the logins" --from Dana --by "tue 5pm"',
  );
  return user.at('2026-03-04T08:55');
}

describe.concurrent('today --step', () => {
  it('ends with advice on what was told, unless it was taken back', async ({ expect }) => {
    const advice = async (...keysAfter: readonly string[]) => {
      const terminal = inTerminal(await wednesday(), 'today --step');
      await terminal.shows('Enter skip');
      terminal.type('t');
      await terminal.shows('What did you tell Joe?');
      terminal.type(`they come soon, it is not our fault${ENTER}`);
      for (const key of keysAfter) {
        await terminal.shows('Enter skip');
        terminal.type(key);
      }
      const { exitCode, screen } = await terminal.end();
      expect(exitCode).toBe(0);
      return screen;
    };
    expect(await advice('q')).toContain('"they come soon, it is not our fault" pushes it away');
    expect(await advice('u', 'q')).not.toContain('pushes it away');
  });

  it('walks through the entries, records each answer at once, and says what was settled', async ({
    expect,
  }) => {
    const user = await wednesday();
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('1 of 5 · Late: tell them before they ask');
    await terminal.shows('send the notes');
    await terminal.shows('t tell  w write  d done  z snooze  m move  s show  Enter skip  q quit');
    terminal.type('d');
    await terminal.shows('2 of 5');
    await terminal.shows('q quit');
    terminal.type('t');
    await terminal.shows('What did you tell Mark? (Enter: nothing)');
    terminal.type(ENTER);
    await terminal.shows('q quit');
    terminal.type('t');
    await terminal.shows('What did you tell Mark?');
    terminal.type(`tomorrow at noon${ENTER}`);
    await terminal.shows('3 of 5 · Tell them');
    await terminal.shows('c confirmed');
    await terminal.shows('q quit');
    terminal.type('m');
    await terminal.shows('Which date did you both settle on');
    terminal.type(`soon${ENTER}`);
    await terminal.shows('"soon" is not a date');
    terminal.type(ERASE.repeat(4) + ENTER);
    await terminal.shows('q quit');
    terminal.type('z');
    await terminal.shows('Until when?');
    terminal.type(`friday${ENTER}`);
    await terminal.shows('4 of 5 · Ask again');
    await terminal.shows('q quit');
    terminal.type('s');
    await terminal.shows('Dana promised it by');
    await terminal.shows('q quit');
    terminal.type(ENTER);
    await terminal.shows('5 of 5 · Settle a date');
    await terminal.shows('u undo');
    await terminal.shows('q quit');
    terminal.type('u');
    await terminal.shows('Undone: snooze 3. Price list: Snoozed until Fri 6 Mar');
    await terminal.shows('Price list');
    await terminal.shows('q quit');
    terminal.type('z');
    await terminal.shows('Until when?');
    terminal.type(`friday${ENTER}`);
    await terminal.shows('5 of 5 · Settle a date');
    await terminal.shows('q quit');
    terminal.type('q');
    const { exitCode, screen } = await terminal.end();
    expect(exitCode).toBe(0);
    expect(screen.slice(screen.indexOf('Settled 3:')).trim()).toBe(
      [
        'Settled 3:',
        '  1 send the notes: done',
        '  2 is it ready?: told them "tomorrow at noon"',
        '  3 Price list: snoozed until Fri 6 Mar',
        '1 skipped: still on today.',
      ].join('\n'),
    );
    expect(await storyOf(user, 1)).toEqual(['PromiseKept: Kept.']);
    expect(await storyOf(user, 2)).toEqual(['ReplyGiven: You answered, 1 day late: tomorrow at noon']);
    expect(await user.json('show 3')).toMatchObject({
      snoozedUntil: '2026-03-06T00:00:00+01:00',
      due: '2026-03-20T17:00:00+01:00',
    });
    expect(await user.json('show 5')).toMatchObject({ state: 'waiting' });
  });

  it('loses nothing that was answered when it is interrupted', async ({ expect }) => {
    const user = await wednesday();
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('q quit');
    terminal.type('d');
    await terminal.shows('2 of 5');
    await terminal.shows('q quit');
    terminal.type('t');
    await terminal.shows('What did you tell Mark?');
    terminal.type(`half a word${INTERRUPT}`);
    const { exitCode, screen } = await terminal.end();
    expect(exitCode).toBe(130);
    expect(screen).toContain('Settled 1:');
    expect(await user.json('show 1')).toMatchObject({ state: 'done' });
    expect(await user.json('show 2')).toMatchObject({ state: 'owed' });
  });

  it('settles a date in the words that were said, and only then', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Landing page" --for Acme -e 2h');
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('q quit');
    terminal.type('o');
    await terminal.shows('What about the date?');
    terminal.type(ENTER);
    await terminal.shows('q quit');
    terminal.type('o');
    await terminal.shows('What about the date?');
    terminal.type(DOWN + ENTER);
    expect((await terminal.end()).screen).toContain('1 Landing page: offered Mon 2 Mar');
    expect(await user.json('show 1')).toMatchObject({ state: 'offered' });
  });

  it('says at once what was recorded: the new date, and how likely it is kept', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe -e 2h --agreed "today 5pm" -w');
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('q quit');
    terminal.type('m');
    await terminal.shows('Which date did you both settle on');
    terminal.type(`tue 10 mar${ENTER}`);
    await terminal.shows('Why?');
    terminal.type(`they are ill${ENTER}`);
    await terminal.shows('  1: moved to Tue 10 Mar, >99% likely');
    expect((await terminal.end()).exitCode).toBe(0);
  });

  it('offers to spread what is late where it is much, shows it first, and can take it back', async ({
    expect,
  }) => {
    const user = await newUser();
    const late = Array.from({ length: 10 }, (_, index) => `promise "task ${index}" --to Joe --by "tue noon"`);
    await user.given(...late);
    user.at('2026-03-04T08:55');
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('10 are late.');
    await terminal.shows('p preview the spread  Enter one by one  q quit');
    terminal.type('p');
    await terminal.shows('2 stay for today, as the worst.');
    await terminal.shows('y do it  Enter no, one by one');
    terminal.type('y');
    await terminal.shows('what is late was spread over the coming days');
    await terminal.shows('1 of 2 · Late');
    await terminal.shows('u undo  q quit');
    terminal.type('u');
    await terminal.shows('Undone: spread');
    await terminal.shows('q quit');
    terminal.type('q');
    expect((await terminal.end()).screen).toContain('Nothing was changed.');
    expect(await user.json('show 9')).toMatchObject({ snoozedUntil: null });
  });

  it('asks whether the work is right, and leaves it open when it is not', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe --agreed "today 5pm" -w --right-when "the totals match"');
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('q quit');
    terminal.type('d');
    await terminal.shows('1 is right when: the totals match. Does it pass?');
    terminal.type(ENTER);
    await terminal.shows('1 stays open: it is not right yet.');
    await terminal.shows('q quit');
    terminal.type('d');
    await terminal.shows('Does it pass?');
    terminal.type(`y${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect((await storyOf(user, 1)).at(-1)).toBe('Delivered: Delivered, and found right.');
  });

  it('reads a date in the order of whoever it was said to, when typed and when recorded', async ({
    expect,
  }) => {
    const user = await newUser();
    await user.given(
      'promise "send the notes" --to Dana --by "tue noon"',
      'client dana --set dates.order=dmy',
    );
    user.at('2026-03-04T08:55');
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('q quit');
    terminal.type('m');
    await terminal.shows('Which date did you both settle on');
    terminal.type(`4/2/2026${ENTER}`);
    await terminal.shows('4/2/2026 has passed.');
    terminal.type(`${ERASE.repeat(8)}5/3${ENTER}`);
    await terminal.shows('Why?');
    terminal.type(`the printer is broken${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ due: '2026-03-05T17:00:00+01:00' });
  });

  it('asks whether a year that nobody said is meant, and shows the entry again', async ({ expect }) => {
    const user = await newUser();
    await user.given('promise "send the notes" --to Joe --by "tue noon"');
    user.at('2026-03-04T08:55');
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('q quit');
    terminal.type('z');
    await terminal.shows('Until when?');
    terminal.type(`3 mar${ENTER}`);
    await terminal.shows('"3 mar" is read as Wed 3 Mar 2027. Is that right?');
    terminal.type(ENTER);
    await terminal.shows('was not recorded');
    await terminal.shows('q quit');
    terminal.type('q');
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ snoozedUntil: null });
  });

  it('says that it needs a terminal', async ({ expect }) => {
    const user = await newUser();
    expect(await user.run('today --step')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('terminal'),
    });
  });
});

describe.concurrent('review in a terminal', () => {
  it('asks for one key each; Enter does not mean yes, and a no becomes a promise', async ({ expect }) => {
    const user = await wednesday();
    const terminal = inTerminal(user, 'review');
    await terminal.shows('1  Is your client happy?');
    await terminal.shows('y yes  n no  u not sure  c by client  Enter later  q quit');
    terminal.type('c');
    await terminal.shows('Joe');
    await terminal.shows('q quit');
    terminal.type('y');
    await terminal.shows('What makes you say so?');
    terminal.type(ENTER);
    await terminal.shows('Mark');
    await terminal.shows('q quit');
    terminal.type('n');
    await terminal.shows('Why?');
    terminal.type(`he waits${ENTER}`);
    await terminal.shows('What will you do about it, for Mark?');
    terminal.type(`call him${ENTER}`);
    await terminal.shows('By when?');
    terminal.type(`yesterday${ENTER}`);
    await terminal.shows('Tue 3 Mar 2026 17:00 has passed');
    terminal.type(`${ERASE.repeat(9)}today 3pm${ENTER}`);
    await terminal.shows('Everybody else');
    await terminal.shows('q quit');
    terminal.type('y');
    await terminal.shows('What makes you say so?');
    terminal.type(ENTER);
    await terminal.shows('2  Is your work correct?');
    await terminal.shows('q quit');
    terminal.type(ENTER);
    await terminal.shows('3  Is it on time?');
    await terminal.shows('q quit');
    terminal.type('n');
    await terminal.shows('Why?');
    terminal.type(ENTER);
    await terminal.shows('What will you do about it');
    terminal.type(`plan less by friday${ENTER}`);
    await terminal.shows('4  Is it on budget?');
    await terminal.shows('q quit');
    terminal.type('q');
    const { exitCode, screen } = await terminal.end();
    expect(exitCode).toBe(0);
    expect(screen).toContain('promised: 6 call him');
    expect(await user.json('show 6')).toMatchObject({
      kind: 'promise',
      client: 'Mark',
      due: '2026-03-04T15:00:00+01:00',
    });
    expect(await user.json('show 7')).toMatchObject({ kind: 'promise', client: null, title: 'plan less' });
    const { questions } = await user.json<{
      questions: { answered: { answer: string; note: string } | null }[];
    }>('today');
    expect(questions.map(({ answered }) => answered && [answered.answer, answered.note])).toEqual([
      ['no', 'he waits'],
      null,
      ['no', null],
      null,
    ]);
  });
});

describe.concurrent('a number that is left out', () => {
  it('is chosen from a searchable list of what the verb applies to', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add "Price list" -c Globex',
      'add "Landing page" -c Acme',
      'add Old -c Joe',
      'drop 3 -r x',
    );
    const terminal = inTerminal(user, 'note');
    await terminal.shows('Which one?');
    await terminal.shows('Landing page');
    // Enter is pressed only after the first letters have narrowed the list.
    terminal.type('la');
    await terminal.shows('❯  2  Acme');
    terminal.type(ENTER);
    await terminal.shows('What is the note?');
    terminal.type(`blue${ENTER}`);
    const { screen, exitCode } = await terminal.end();
    expect(exitCode).toBe(0);
    expect(screen).not.toContain('Old');
    expect(await storyOf(user, 2)).toEqual(['NoteAdded: Note: blue']);
    const reopen = inTerminal(user, 'reopen');
    await reopen.shows('Old');
    reopen.type(ENTER);
    expect(await reopen.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 3')).toMatchObject({ state: 'asked' });
  });

  it('stands on one line in that list, however long its title and its client are', async ({ expect }) => {
    const user = await newUser();
    const title = 'Quarterly report with all the figures of the year, by region and by product';
    const client = 'Acme Corp International Holdings of Northern Europe and the Baltic States and Denmark';
    await user.given(`add "${title}" -c "${client}" --agreed "tue 10 mar 10:00-14:00" -w`);
    const note = inTerminal(user, 'note');
    await note.shows('Which one?');
    await note.shows('❯  1');
    note.type(ENTER);
    await note.shows('What is the note?');
    note.type(`blue${ENTER}`);
    const told = inTerminal(user, 'told');
    await told.shows('❯ Acme');
    told.type(ENTER);
    await told.shows('What did you say?');
    told.type(`hello${ENTER}`);
    const lines = [(await note.end()).screen, (await told.end()).screen].join('\n').split('\n');
    const shown = lines.filter((line) => /^(❯|. Which)/.test(line));
    expect(shown.length).toBeGreaterThan(3);
    for (const line of shown) expect(stringWidth(line)).toBeLessThanOrEqual(79);
    expect(lines.find((line) => line.startsWith('❯  1'))).toContain('Tue 10 Mar');
  });

  it('and a date, an amount or a client as well', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Price list" -c Globex', 'told Acme hello');
    const snooze = inTerminal(user, 'snooze');
    await snooze.shows('Which one?');
    snooze.type(ENTER);
    await snooze.shows('Until when?');
    snooze.type(`friday${ENTER}`);
    expect(await snooze.end()).toMatchObject({ exitCode: 0 });
    const spend = inTerminal(user, 'spend 1');
    await spend.shows('How much work was it?');
    spend.type(`2h${ENTER}`);
    expect(await spend.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({
      snoozedUntil: '2026-03-06T00:00:00+01:00',
      spentHours: 2,
    });
    const told = inTerminal(user, 'told');
    await told.shows('Which client?');
    told.type('g');
    await told.shows('❯ Globex');
    told.type(ENTER);
    await told.shows('What did you say?');
    told.type(`hello${ENTER}`);
    expect((await told.end()).screen).toContain('You told Globex: hello');
  });

  it('is refused if there is nothing to choose, and missing without a terminal', async ({ expect }) => {
    const user = await newUser();
    const { exitCode, screen } = await inTerminal(user, 'done').end();
    expect(exitCode).toBe(1);
    expect(screen).toContain('There is nothing for done.');
    for (const line of ['done', 'note', 'offer', 'show', 'snooze', 'told', 'spend 1', 'snooze 1']) {
      expect(await user.run(line), line).toMatchObject({ exitCode: 2 });
      expect(await inTerminal(user, `${line} --no-input`).end(), line).toMatchObject({ exitCode: 2 });
    }
  });
});

describe.concurrent('jot in an editor', () => {
  /** An editor that replaces its file with the first of several texts, then the next, and keeps what was in the file. */
  function editor(user: User, ...texts: readonly string[]): Record<string, string> {
    texts.forEach((text, index) => {
      writeFileSync(join(user.home, `text-${index}`), text);
    });
    const script = join(user.home, 'editor.sh');
    writeFileSync(join(user.home, 'turn'), '0');
    writeFileSync(
      script,
      `cd "${user.home}" && turn=$(cat turn) && cp "$2" "given-$turn" && cp "text-$turn" "$2" && echo $((turn + 1)) > turn\n`,
    );
    return { EDITOR: `sh "${script}" --wait` };
  }

  it('opens with what is open, comes back with reasons, and records all at once', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Quarterly report" --for "Acme Corp"');
    const env = editor(user, 'told hello\nagreed 1 soon\n', 'told hello\nagreed 1 friday\n');
    const terminal = inTerminal(user, 'jot acme', env);
    const { exitCode, screen } = await terminal.end();
    expect({ exitCode, screen }).toMatchObject({ exitCode: 0 });
    expect(screen).toContain('You told Acme Corp: hello');
    const given = (turn: number) => readFileSync(join(user.home, `given-${turn}`), 'utf8');
    expect(given(0)).toMatchSnapshot();
    expect(given(1)).toContain('agreed 1 soon\n# ^ "soon" is not a date.');
    expect(await user.json('show 1')).toMatchObject({ state: 'agreed', inWriting: false });
    const [last] = await user.json<{ verb: string }[]>('history -n 1');
    expect(last).toMatchObject({ verb: 'jot' });
  });

  it('keeps what was written when nothing is mended, and records nothing', async ({ expect }) => {
    const user = await newUser();
    const env = editor(user, 'agreed 1 soon\n', 'agreed 1 soon\n# ^ x\n', 'agreed 1 soon\n');
    const { exitCode, screen } = await inTerminal(user, 'jot Joe', env).end();
    expect(exitCode).toBe(1);
    const [, file = ''] = /What was written is in\s+(\S+)/.exec(screen) ?? [];
    expect(readFileSync(file, 'utf8')).toContain('agreed 1 soon');
    expect(await user.json('history')).toEqual([]);
  });

  it('says when the editor fails', async ({ expect }) => {
    const user = await newUser();
    const { exitCode, screen } = await inTerminal(user, 'jot Joe', { EDITOR: 'false' }).end();
    expect(exitCode).toBe(1);
    expect(screen).toContain('The editor false ended with 1.');
  });
});

describe.concurrent('resolve', () => {
  it('walks through a complaint, keeps each answer at once, and goes on where it was left', async ({
    expect,
  }) => {
    const user = await newUser();
    await user.given(
      'client Acme --new --person "Dana Lee <dana@acme.example>"',
      'complain acme "the totals are wrong" --next "today 2pm"',
    );
    const first = inTerminal(user, 'resolve 1');
    await first.shows('Who suffers from it, and how? (Enter: go on)');
    first.type(`40 employees${ENTER}`);
    await first.shows('By when do they need it');
    first.type(`friday${ENTER}`);
    await first.shows('A fact (Enter: go on)');
    first.type(`the bonus column is added twice${ENTER}`);
    await first.shows('The evidence');
    first.type(`/tmp/export.csv${ENTER}`);
    await first.shows('A fact (Enter: go on)');
    first.type(INTERRUPT);
    await first.shows('What you said is kept. To go on: followup resolve 1');
    expect(await first.end()).toMatchObject({ exitCode: 130 });

    const second = inTerminal(user, 'resolve 1');
    await second.shows('40 employees');
    await second.shows('Is there more to say?');
    second.type(ENTER);
    await second.shows('the bonus column is added twice');
    await second.shows('Is there more to say?');
    second.type(ENTER);
    await second.shows('What do you make of it? (Enter: go on)');
    second.type(`the step was left out${ENTER}`);
    await second.shows('? What do you make of it? (Enter: go on)');
    second.type(ENTER);
    await second.shows('Where did the fault lie?');
    second.type(ENTER);
    await second.shows('What did it come from');
    second.type(`exports${ENTER}`);
    await second.shows('Who does what by when: "ours');
    second.type(`ours: new export by thu 5 mar${ENTER}`);
    await second.shows('? Who does what by when: "ours: new export by 12 mar" (Enter: go on)');
    second.type(ENTER);
    await second.shows('Who does what by when: "theirs');
    second.type(ENTER);
    await second.shows('p I have put it to them');
    second.type('p');
    await second.shows('y somebody approved it');
    second.type('y');
    await second.shows('Who said yes?');
    second.type(ENTER);
    await second.shows('approved by Dana Lee');
    await second.shows('Enter later');
    second.type(ENTER);
    const { exitCode, screen } = await second.end();
    expect([exitCode, screen]).toEqual([0, expect.stringContaining('once it is put right: followup done 1')]);
    // A prompt is drawn over itself at each key.
    const told = screen.split('\n').filter((line) => !line.includes('(Enter: '));
    expect(told.length).toBeGreaterThan(20);
    for (const line of told) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    expect(await storyOf(user, 1)).toEqual([
      expect.stringContaining('AffectedNamed: Affected: 40 employees'),
      expect.stringContaining('FactFound: Fact: the bonus column is added twice'),
      expect.stringContaining('ConclusionDrawn'),
      expect.stringContaining('CauseNamed: Cause: the fault was ours.'),
      'DetailsChanged: Topic: exports.',
      expect.stringContaining('RemedyProposed: Remedy: ours: new export'),
      expect.stringContaining('ResolutionOffered'),
      expect.stringContaining('ResolutionApproved: Dana Lee approved the resolution'),
    ]);
    expect(await user.json('show 3')).toMatchObject({ kind: 'promise', title: 'new export' });
  });
});
