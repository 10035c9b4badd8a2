import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const DANA = 'Dana Reyes <dana@acme.example>';
const LATER = { FOLLOWUP_NOW: '2026-03-02T11:00' };

async function newUser(): Promise<InProcessUser> {
  return new InProcessUser().given(
    'config me.email me@home.example',
    `client Acme --new --person "${DANA}"`,
    'add Report -c Acme --agreed "tue 10 mar" --via phone',
  );
}

/** The message that a mail program makes of a draft, with some of its words changed. */
async function drafted(user: InProcessUser, line: string, [before, after] = ['', '']): Promise<string> {
  const { stdout } = await user.run(`${line} --eml -`);
  expect(stdout).toContain(before);
  const header = ['Date: Mon, 2 Mar 2026 10:00:00 +0100', 'Message-ID: <sent@home.example>'];
  return [...header, stdout.replace(/^X-Unsent.*\r\n/m, '').replace(before, after)].join('\r\n');
}

function take(user: InProcessUser, message: string, options = '') {
  return user.run(`mail - ${options}`, { stdin: message, env: LATER });
}

async function state(user: InProcessUser) {
  return user.json<{ inWriting: boolean }>('show 1');
}

describe('the sent copy of words that were recorded', () => {
  it('gives them the text that was really sent, and stands in the history', async () => {
    const user = await newUser();
    const message = await drafted(user, 'draft 1 confirm', [
      'If you remember',
      'Please note: if you remember',
    ]);
    await user.given('draft 1 confirm --sent');
    expect(await take(user, message)).toMatchObject({ exitCode: 0 });
    expect((await user.run('show 1')).stdout.replace(/\s+/g, ' ')).toContain('Please note: if you remember');
    const [copy] = await user.json<{ verb: string; summary: string }[]>('history');
    expect(copy).toMatchObject({
      verb: 'mail',
      summary: expect.stringMatching(/^The sent copy of "Confirmed: Report" was found\. It says: Hello/),
    });
    await user.given('undo');
    expect((await user.run('show 1')).stdout).not.toContain('Please note');
  });
});

describe('the sent copy of a draft that another one has replaced', () => {
  it('settles what its draft stood for as long as the day is in it', async () => {
    const user = await newUser();
    const message = await drafted(user, 'draft 1 confirm');
    await user.given('draft 1 confirm');
    await take(user, message);
    expect(await state(user)).toMatchObject({ inWriting: true });
  });

  it.each([['next week'], ['Wednesday, 11 March'], ['the day at 10:00']])(
    'is words alone where the date became "%s"',
    async (words) => {
      const user = await newUser();
      const message = await drafted(user, 'draft 1 confirm', ['Tuesday, 10 March', words]);
      await user.given('draft 1 confirm');
      const { stderr } = await take(user, message);
      expect(stderr.replace(/\s+/g, ' ')).toContain('followup confirm 1');
      expect(await state(user)).toMatchObject({ inWriting: false });
    },
  );
});

describe('a rehearsal', () => {
  it('does not say that anything was taken in', async () => {
    const user = await newUser();
    const message = (from: string) =>
      `From ${from} Mon Mar  2 08:00:00 2026\nFrom: ${from}\nSubject: Hello\n\nHow are you?\n\n`;
    const { stderr, exitCode } = await take(
      user,
      message('dana@acme.example') + message('eve@x.example'),
      '-n',
    );
    expect(exitCode).toBe(1);
    expect(stderr).toContain('One message would not be taken in:');
    expect(stderr).not.toContain('The others were');
  });
});

describe('the sent copy of a draft that does not hold any more', () => {
  it('is words alone, and it says why', async () => {
    const user = await newUser();
    const message = await drafted(user, 'draft 1 confirm');
    await user.given('move 1 "wed 11 mar" --because "other plans" --via phone');
    const { stderr } = await take(user, message);
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'were recorded. The date of 1 is another one since this was drafted. Write it again: followup draft 1 confirm',
    );
    expect(await state(user)).toMatchObject({ inWriting: false });
  });
});

describe('a draft of all that a client should hear', () => {
  const THURSDAY = { FOLLOWUP_NOW: '2026-03-05T18:00' };

  it('is recorded as it was drafted, also when that is something else by now', async () => {
    const user = await new InProcessUser().given(
      `client Acme --new --person "${DANA}"`,
      'promise Agenda --to Acme --by "fri 20 mar" --via phone',
      'promise Notes --to Acme --by "fri 27 mar" --via phone',
    );
    const run = (line: string) => user.run(line, { env: THURSDAY });
    const { stdout } = await run('draft -c acme');
    expect(stdout).toContain('Agenda');
    await run('update 1 "All is well" --via phone');
    expect(await run('draft -c acme --sent')).toMatchObject({ exitCode: 0 });
    const { contacts } = await user.json<{ contacts: { text: string }[] }>('client acme', { env: THURSDAY });
    expect(stdout).toContain(contacts[0]?.text);
    expect(contacts[0]?.text).toContain('Agenda');
    expect(await run('draft -c acme --sent')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('recorded as sent before'),
    });
  });
});
