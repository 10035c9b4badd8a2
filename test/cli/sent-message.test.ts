import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';
import { messageFrom } from '../support/messages.ts';

interface ContactJson {
  readonly at: string;
  readonly text: string;
  readonly messageId: string | null;
  readonly subject: string | null;
}

async function newUser(): Promise<InProcessUser> {
  return new InProcessUser().given(
    'config me.email me@home.example',
    'client Acme --new --person "Dana Reyes <dana@acme.example>"',
    'add Brochure -c Acme --agreed 2026-03-12 --via phone',
  );
}

async function contactsOf(user: InProcessUser): Promise<readonly ContactJson[]> {
  return (await user.json<{ contacts: ContactJson[] }>('client Acme')).contacts;
}

const folder = mkdtempSync(join(tmpdir(), 'followup-sent-'));

function file(name: string, text = ''): string {
  const path = join(folder, name);
  if (text !== '') writeFileSync(path, text);
  return path;
}

/** The message that a mail program keeps of a draft that it has sent. */
function sentCopyOf(draft: string, id: string): string {
  const sent = readFileSync(draft, 'utf8').replace(/^X-Unsent:.*\r\n/m, '');
  return `Message-ID: <${id}>\r\nDate: Mon, 2 Mar 2026 08:15:00 +0100\r\n${sent}`;
}

it('takes a message that a mail program saved as the words that were sent, and its copy as the same', async () => {
  const user = await newUser();
  await user.run(`draft 1 update --say "Die Prüfung läuft." --eml ${file('a.eml')}`);
  const sent = file('sent.eml', sentCopyOf(file('a.eml'), 'sent-1@home.example'));

  await user.run(`draft 1 update --sent ${sent}`);
  await user.run(`mail ${sent}`);

  const contacts = await contactsOf(user);
  expect(contacts).toMatchObject([
    { messageId: 'sent-1@home.example', subject: 'Brochure: where it stands' },
  ]);
  const [{ text = '', at = '' } = {}] = contacts;
  expect(text).toMatch(/^Hello Dana Reyes,\n\nDie Prüfung läuft\.\n/);
  expect(Date.parse(at)).toBe(Date.parse('2026-03-02T08:15:00+01:00'));
});

it('reads a draft that was saved as its words, without an id that no mail program gave', async () => {
  const user = await newUser();
  await user.run(`draft 1 update --eml ${file('b.eml')}`);

  await user.run(`draft 1 update --sent ${file('b.eml')}`);

  const contacts = await contactsOf(user);
  expect(contacts).toMatchObject([{ messageId: null, subject: 'Brochure: where it stands' }]);
  expect(contacts[0]?.text).toMatch(/^Hello Dana Reyes,\n/);
});

it('takes any other file as the text itself', async () => {
  const user = await newUser();
  await user.run(`draft 1 update --sent ${file('c.txt', 'Subject: Today\n\nHalf of it is done.\n')}`);

  expect(await contactsOf(user)).toMatchObject([{ subject: 'Today', text: 'Half of it is done.' }]);
});

it('says what is wrong with a message that cannot be read, and records nothing', async () => {
  const user = await newUser();
  const broken = messageFrom('nobody').replace(/^From:.*\r\n/, 'MIME-Version: 1.0\r\n');

  const { exitCode, stderr } = await user.run(`draft 1 update --sent ${file('d.eml', broken)}`);

  expect(exitCode).toBe(1);
  expect(stderr).toContain('d.eml: it does not say who it is from.');
  expect(await contactsOf(user)).toEqual([]);
});

it('knows a draft by one id as long as it says the same', async () => {
  const user = await newUser();
  const idOf = async (line: string) => (await user.json<{ references: string[] }>(line)).references;
  const first = await idOf('draft 1 update --say "The tests run."');

  expect(await idOf('draft 1 update --say "The tests run."')).toEqual(first);
  const other = await idOf('draft 1 update --say "The tests are done."');
  expect(other).not.toEqual(first);

  await user.run('draft 1 update --sent');
  expect(await idOf('draft 1 update --say "The tests are done."')).not.toEqual(other);
});

it('takes the sent copy of an earlier draft with the same words as the same word', async () => {
  const user = await newUser();
  await user.run(`draft 1 update --say "It is printed." --eml ${file('e.eml')}`);
  await user.run('draft 1 update --say "It is printed." --sent');

  await user.run(`mail ${file('e-sent.eml', sentCopyOf(file('e.eml'), 'sent-2@home.example'))}`);

  expect(await contactsOf(user)).toMatchObject([{ messageId: 'sent-2@home.example' }]);
});

it('knows no draft by an id that is longer than any', async () => {
  const user = await newUser();
  const { uid } = await user.json<{ uid: string }>('show 1');
  const header = [`References: <${'D'.repeat(500)}.update.${uid}.0@followup.invalid>`];
  const mine = messageFrom('me@home.example', { to: 'dana@acme.example', header, text: 'It is printed.' });

  await user.run('mail -', { stdin: mine });

  expect(await contactsOf(user)).toMatchObject([{ text: 'It is printed.' }]);
  expect(await user.run('doctor')).toMatchObject({ exitCode: 0 });
});

describe('a copy that has lost what names its draft', () => {
  const copy = (text: string, more = {}) =>
    messageFrom('me@home.example', { to: 'dana@acme.example', subject: 'News', text, ...more });
  const sent = async (...lines: readonly string[]) => {
    const user = await newUser();
    await user.given(...lines);
    return { user, text: (await contactsOf(user))[0]?.text ?? '' };
  };

  it('is known by its text', async () => {
    const { user, text } = await sent('draft 1 update --say "It is printed." --sent');
    const pasted = copy(`${text.replace(/\n/g, ' \r\n')}\r\n-- \r\nThe studio\r\n`, {
      id: 'pasted@home.example',
    });
    expect((await user.json<object[]>('mail -', { stdin: pasted }))[0]).toMatchObject({
      kind: 'draft',
      about: 1,
    });
    expect(await contactsOf(user)).toMatchObject([{ messageId: 'pasted@home.example', subject: 'News' }]);
    expect((await user.json<object[]>('mail -', { stdin: pasted }))[0]).toMatchObject({ kind: 'known' });
    const answer = messageFrom('dana@acme.example', { answers: 'pasted@home.example' });
    expect((await user.json<object[]>('mail -', { stdin: answer }))[0]).toMatchObject({ about: 1 });
    expect(await user.run('doctor')).toMatchObject({ exitCode: 0 });
  });

  it('is one copy of one word, the nearest', async () => {
    const { user, text } = await sent(
      'draft 1 update --say "It is printed." --sent',
      'draft 1 update --say "It is printed." --sent --at "8:00"',
    );
    await user.run('mail -', {
      stdin: copy(text, { id: 'first@home.example', date: 'Mon, 2 Mar 2026 08:01:00 +0100' }),
    });
    expect(await contactsOf(user)).toMatchObject([{ messageId: null }, { messageId: 'first@home.example' }]);
    await user.run('mail -', { stdin: copy(text, { id: 'second@home.example' }) });
    await user.run('mail -', { stdin: copy(text, { id: 'third@home.example' }) });
    expect((await contactsOf(user)).map(({ messageId }) => messageId).sort()).toEqual([
      'first@home.example',
      'second@home.example',
      'third@home.example',
    ]);
  });

  it('is a word of its own if it says something else, or much later, or to somebody else', async () => {
    const { user, text } = await sent('draft 1 update --say "It is printed." --sent');
    await user.given('client Globex --new --person "Ana <ana@globex.example>"');
    await user.run('mail -', { stdin: copy(`${text} At last!`) });
    await user.run('mail -', { stdin: copy(text, { to: 'ana@globex.example' }) });
    await user.run('mail -', { stdin: copy(text, { date: 'Mon, 2 Feb 2026 08:01:00 +0100' }) });
    expect(await contactsOf(user)).toHaveLength(3);
    expect((await user.json<{ contacts: object[] }>('client Globex')).contacts).toHaveLength(1);
  });
});
