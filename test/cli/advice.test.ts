import { describe, expect, it } from 'vitest';
import { writingAside } from '../../src/store/db.ts';
import { readOperations } from '../../src/store/journal.ts';
import { openForWriting } from '../../src/store/open.ts';
import { InProcessUser } from '../support/in-process.ts';

const SOON = 'We will send it soon.';
const NO_DATE = '"soon" gives no date. Say when they hear next: "You will have it by Thursday at 4 pm."\n';
const DELAYED = 'The printing is delayed.';
const SAME = 'Nothing new yet.';

const at = (when: string) => ({ env: { FOLLOWUP_NOW: when } });
const TOMORROW = at('2026-03-03T09:30');

/** Somebody with a request of Joe that was agreed, one of Acme that was not, and a mail of Joe to answer. */
const writer = () =>
  new InProcessUser().given(
    'add Report --for Joe --agreed "12 mar" --in-writing',
    'add Export --for "Acme Corp"',
    'heard Joe "when is it done?" --needs-reply --by friday',
  );

async function saidOf(line: string, user?: InProcessUser): Promise<string> {
  const { stderr, exitCode } = await (user ?? (await writer())).run(line);
  expect(exitCode).toBe(0);
  return stderr;
}

describe('advice on words to a client', () => {
  it('comes on standard error, after the record and the screen', async () => {
    const user = await writer();
    expect(await user.run(`told Joe "${SOON} ${DELAYED} It is not our fault."`)).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": ""soon" gives no date. Say when they hear next: "You will have it by Thursday at 4 pm."
      "It is not our fault" pushes it away, and to them you are the one who answers for it. Say what you do about it: "I have asked for it, and call you on Thursday at 4 pm with the result."
      "The printing is delayed" is bad news without a choice. Give them one: "You can have the first half on Friday, or all of it on Tuesday. Which is better for you?"
      ",
        "stdout": "You told Joe: We will send it soon. The printing is delayed. It is not our
         fault.
      ",
      }
    `);
    expect((await user.run('history -n 1')).stdout).toContain('told');
  });

  it.each([
    `told Joe "${SOON}"`,
    `told --about 1 "${SOON}"`,
    `log Joe "${SOON}" --out`,
    `update 1 "${SOON}"`,
    `update 1 "${SOON}" --at "today 9am"`,
    `answer 3 "${SOON}"`,
  ])('comes with %s', async (line) => {
    expect(await saidOf(line)).toContain(NO_DATE);
  });

  it('comes with the lines of a conversation', async () => {
    const user = await writer();
    const { stderr } = await user.run('jot Joe -', { stdin: `told ${SOON}\nheard fine\n` });
    expect(stderr).toBe(NO_DATE);
  });

  it('comes with the reason of an offer, which has a date', async () => {
    expect(await saidOf(`offer 2 friday --because "${SOON}"`)).toBe('');
    expect(await saidOf('offer 2 friday --because "corporate will not let us start"')).toContain(
      'pushes it away',
    );
  });

  it.each([
    `heard Joe "${SOON}"`,
    `note 1 "${SOON}"`,
    `update 1 "${SOON}" --next thursday`,
    `update 1 "${SOON}" --every daily`,
    `told Joe "${SOON}" --at "27 feb 4pm"`,
    `told Joe "${SOON}" --quiet`,
    `told Joe "${SOON}" --json`,
    `told Joe "${SOON}" --no-advice`,
    `--no-advice update 1 "${SOON}"`,
    'told Joe "It comes on Friday."',
    'counter 2 "16 mar" --because "they will sign soon, it is not their fault"',
  ])('does not come with %s', async (line) => {
    expect(await saidOf(line)).toBe('');
  });

  it('is given once a kind and day, the day of the user', async () => {
    const user = await writer();
    const said = async (line: string, when = '2026-03-02T23:59') => (await user.run(line, at(when))).stderr;
    expect(await said(`told Joe "${SOON}"`)).toContain('no date');
    expect(await said('told "Acme Corp" "It will be done asap."')).toBe('');
    expect(await said(`told "Acme Corp" "${DELAYED}"`)).toContain('without a choice');
    expect(await said('update 1 "We will start shortly."', '2026-03-03T00:00')).toContain(
      '"shortly" gives no date',
    );
    expect(await said('update 1 "We will go on shortly."', '2026-03-03T10:00')).toBe('');
  });

  it('is not used up where it is not given', async () => {
    const user = await writer();
    for (const option of ['--quiet', '--json', '--no-advice'])
      await user.given(`told Joe "${SOON}" ${option}`);
    expect(await saidOf(`told Joe "It will be done soon."`, user)).toBe(NO_DATE);
  });

  it('can be switched off, for one client too', async () => {
    const user = await writer();
    await user.given('client Joe --set advice=off');
    expect(await saidOf(`update 1 "${SOON}"`, user)).toBe('');
    expect(await saidOf(`told "Acme Corp" "${SOON}"`, user)).toBe(NO_DATE);
    await user.given('config advice off', 'client Joe --set advice=on');
    expect((await user.run(`told "Acme Corp" "${SOON}"`, TOMORROW)).stderr).toBe('');
    expect((await user.run(`update 1 "${SOON}"`, TOMORROW)).stderr).toBe(NO_DATE);
  });

  it('fits the terminal, and what it quotes is safe to print', async () => {
    const user = await writer();
    const text = `We will \u001b[31m send the \u202e offer ${'very '.repeat(30)}\u0007 asap`;
    const { stderr } = await user.run(['told', 'Joe', text], { columns: 40 });
    expect(stderr).toContain('"asap" gives');
    expect(stderr.split('\n').every((line) => line.length <= 40)).toBe(true);
    const { stderr: late } = await user.run(['told', 'Joe', 'The \u001b\u202e\u0007 print is delayed'], {
      columns: 40,
    });
    expect(late).toMatch(/delayed".* is\sbad\snews/s);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
    expect(late).not.toMatch(/[\u0000-\u0009\u001b\u202e]/);
  });

  it('is not given on words that were taken back in the same run, nor again by redo', async () => {
    const user = await writer();
    await user.given(`told Joe "${SOON}" --no-advice`);
    expect(await saidOf('undo', user)).toBe('');
    expect(await saidOf('redo', user)).toBe('');
  });

  it('that fails hides nothing', async () => {
    const user = await writer();
    const db = openForWriting(user.database);
    writingAside(db, () => db.exec('DROP TABLE advice_given'));
    const before = readOperations(db).length;
    const { stdout, stderr, exitCode } = await user.run(`told Joe "${SOON}"`);
    expect({ stdout, exitCode }).toEqual({ stdout: `You told Joe: ${SOON}\n`, exitCode: 0 });
    expect(stderr).toMatch(/^There is no advice on your words: /);
    expect(readOperations(db)).toHaveLength(before + 1);
    db.close();
  });
});

describe('a broken record', () => {
  const THIRD = /^They have heard "Nothing new yet\." three times running now\./;

  it('is the same text to a client for the third time, by whatever verb', async () => {
    const user = await writer();
    expect(await saidOf(`update 1 "${SAME}"`, user)).toBe('');
    expect(await saidOf('told Joe "nothing new yet"', user)).toBe('');
    expect(await saidOf(`told --about 1 "${SAME}"`, user)).toMatch(THIRD);
    expect((await user.run(`update 1 "${SAME}"`, TOMORROW)).stderr).toMatch(THIRD);
  });

  it('is each client apart', async () => {
    const user = await writer();
    for (const line of [
      `update 1 "${SAME}"`,
      `update 2 "${SAME}"`,
      `update 1 "${SAME}"`,
      `update 2 "${SAME}"`,
    ]) {
      expect(await saidOf(line, user)).toBe('');
    }
    expect(await saidOf(`update 2 "${SAME}"`, user)).toMatch(THIRD);
  });

  it('is interrupted by other words of mine, not by theirs', async () => {
    const user = await writer();
    await user.given(`update 1 "${SAME}"`, `update 1 "${SAME}"`, 'told Joe "Two pages are done."');
    expect(await saidOf(`update 1 "${SAME}"`, user)).toBe('');
    await user.given('heard Joe "fine"', `update 1 "${SAME}"`, 'note 1 "call them"');
    expect(await saidOf(`update 1 "${SAME}"`, user)).toMatch(THIRD);
  });

  it('does not count what was undone, and what was said of several at once counts once', async () => {
    const user = await writer();
    await user.given('add Letter --for Joe --agreed "13 mar" --in-writing');
    await user.given(`update 1 "${SAME}"`, `update 1 "${SAME}"`, 'undo');
    expect(await saidOf(`update 1,4 "${SAME}"`, user)).toBe('');
    expect(await saidOf(`update 1,4 "${SAME}"`, user)).toMatch(THIRD);
  });
});

describe('advice on a draft', () => {
  it('is on what the person wrote, and once a day as elsewhere', async () => {
    const user = await writer();
    expect(await saidOf(`draft 1 thanks --say "${SOON}"`, user)).toContain(NO_DATE);
    expect(await saidOf(`told Joe "${SOON}"`, user)).toBe('');
  });
  it('is not on what followup wrote, and counts a new date that it offers', async () => {
    expect(await saidOf('draft 1 update')).not.toContain('gives no date');
    expect(await saidOf(`draft 1 late --by "mon 9 mar" --say "${SOON}"`)).not.toContain('gives no date');
    // When they hear next is no date of the work.
    expect(await saidOf(`draft 1 update --say "${SOON}"`)).toContain('gives no date');
  });
});
