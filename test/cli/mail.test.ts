import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';
import { messageFrom } from '../support/messages.ts';

const DANA = 'Dana Reyes <dana@acme.example>';
const ME = 'Me <me@home.example>';

interface Mail {
  readonly messageId: string;
  readonly date: string;
  readonly direction: string;
  readonly client: string | null;
  readonly about: number | null;
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly elided: string;
}

/** A user with two clients, who has said which address is theirs. */
async function newUser(...lines: readonly string[]): Promise<InProcessUser> {
  return new InProcessUser().given(
    'config me.email me@home.example',
    `client Acme --new --person "${DANA}"`,
    'client Globex --new --person "Ana Ruiz <ana@globex.example>"',
    ...lines,
  );
}

/** Takes in a message from standard input. */
function take(user: InProcessUser, message: string, options = '') {
  return user.run(`mail - ${options}`, { stdin: message });
}

function folder(files: Readonly<Record<string, string>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'followup-mail-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

interface ContactJson {
  readonly direction: string;
  readonly text: string;
  readonly about: number | null;
  readonly opened: number | null;
  readonly messageId: string;
}

function sorted(text: string): string[] {
  return text.split('\n').sort();
}

async function contactsWith(user: InProcessUser, client: string): Promise<ContactJson[]> {
  return (await user.json<{ contacts: ContactJson[] }>(`client ${client}`)).contacts;
}

describe('mail', () => {
  it('records what a client wrote, and what I wrote to one', async () => {
    const user = await newUser();
    expect(await take(user, messageFrom(DANA, { id: 'a@x.example' }))).toMatchObject({
      exitCode: 0,
      stdout: 'Took in 1 message (1 from clients).\n   Mon 2 Mar 08:15  from Acme  Hello\n',
      stderr: '',
    });
    await take(
      user,
      messageFrom(ME, { to: DANA, id: 'b@x.example', date: 'Mon, 2 Mar 2026 02:30:00 -0500', text: 'Fine' }),
    );
    expect(await contactsWith(user, 'Acme')).toMatchObject([
      {
        direction: 'out',
        text: 'Fine',
        messageId: 'b@x.example',
        channel: 'email',
        at: '2026-03-02T08:30:00+01:00',
      },
      {
        direction: 'in',
        text: 'How are you?',
        messageId: 'a@x.example',
        subject: 'Hello',
        at: '2026-03-02T08:15:00+01:00',
      },
    ]);
  });

  it('tells programs about each message, in the order in which they were sent', async () => {
    const user = await newUser('add Report -c Acme');
    const path = folder({
      '1.eml': messageFrom(DANA, { id: 'late@x.example', date: 'Mon, 2 Mar 2026 07:00:00 +0000' }),
      '2.eml': messageFrom(DANA, { id: 'early@x.example', date: 'Mon, 2 Mar 2026 06:00:00 +0000' }),
      '3.eml': messageFrom(ME, { to: DANA, id: 'mine@x.example', date: 'Mon, 2 Mar 2026 06:30:00 +0000' }),
      '4.eml': messageFrom('robot@nowhere.example', {
        header: ['Auto-Submitted: auto-replied'],
        date: 'Sun, 1 Mar 2026 06:30:00 +0000',
      }),
    });
    const read = await user.json<Mail[]>(`mail ${path} --about 1`);
    expect(
      read.map(({ messageId, kind, direction, client, about }) => [
        messageId,
        kind,
        direction,
        client,
        about,
      ]),
    ).toEqual([
      [expect.any(String), 'automatic', 'in', null, null],
      ['early@x.example', 'contact', 'in', 'Acme', 1],
      ['mine@x.example', 'contact', 'out', 'Acme', 1],
      ['late@x.example', 'contact', 'in', 'Acme', 1],
    ]);
    expect(read[1]).toEqual({
      messageId: 'early@x.example',
      date: '2026-03-02T07:00:00+01:00',
      direction: 'in',
      client: 'Acme',
      about: 1,
      kind: 'contact',
      subject: 'Hello',
      text: 'How are you?',
      elided: '',
    });
    expect((await user.json<Mail[]>(`mail ${path}`)).map(({ kind }) => kind)).toEqual([
      'automatic',
      'known',
      'known',
      'known',
    ]);
  });

  it('takes in nothing twice: not another copy, not in the same run, and after undo only when asked', async () => {
    const user = await newUser();
    const message = messageFrom(DANA, { id: 'once@x.example' });
    const path = folder({ 'a.eml': message, 'b.eml': message.replace('X', 'x') });
    expect((await user.run(`mail ${path}`)).stdout).toContain('Took in 1 message');
    expect(
      (await take(user, `Received: by another; Mon, 2 Mar 2026 08:20:00 +0100\r\n${message}`)).stdout,
    ).toBe('Nothing new.\n   1 known already\n');
    await user.given('undo');
    const back = await take(user, message);
    expect(back.stdout).toContain('1 taken back by undo; to take it in all the same: --again');
    expect(await contactsWith(user, 'Acme')).toEqual([]);
    expect((await take(user, message, '--again')).stdout).toContain('Took in 1 message');
    expect((await take(user, message, '--again')).stdout).toContain('1 known already');
    expect(await contactsWith(user, 'Acme')).toHaveLength(1);
  });

  it('records each message once while two runs take in the same folder', async () => {
    const user = await newUser();
    const files = Array.from({ length: 30 }, (_, n) => [
      `${n}.eml`,
      messageFrom(DANA, { id: `n${n}@x.example` }),
    ]);
    const path = folder(Object.fromEntries(files));
    await Promise.all([user.run(`mail ${path}`), user.run(`mail ${path}`)]);
    expect(await user.json<object[]>('history -n 99')).toHaveLength(32);
    expect(await user.run('doctor')).toMatchObject({ exitCode: 0 });
  });

  it('reads a Maildir without what is trashed, a draft, or still arriving', async () => {
    const user = await newUser();
    const named = (id: string) => messageFrom(DANA, { id: `${id}@x.example` });
    const path = folder({
      'new/1.host': named('new'),
      'cur/2.host:2,S': named('seen'),
      'cur/3.host:2,ST': named('trashed'),
      'cur/4.host:2,DS': named('draft'),
      'cur/.hidden': named('hidden'),
      'tmp/5.host': named('arriving'),
      'dovecot.index': 'no message',
    });
    const read = await user.json<Mail[]>(`mail ${path} --dry-run`);
    expect(read.map(({ messageId }) => messageId).sort()).toEqual(['new@x.example', 'seen@x.example']);
    expect(await user.run(`mail ${path} --quiet`)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await user.run(`mail ${path} --quiet`)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await contactsWith(user, 'Acme')).toHaveLength(2);
    expect((await user.run(`mail ${folder({ 'new/x/y': '', 'cur/x/y': '' })}`)).stdout).toBe(
      'There is no message there.\n',
    );
  });

  it('reads an mbox, and says of a broken message where it is while the rest comes in', async () => {
    const user = await newUser();
    const from = 'From dana@acme.example Mon Mar  2 08:00:00 2026\n';
    const mbox = [
      'Subject: from nobody\n\nx\n',
      messageFrom(DANA),
      messageFrom('zoe@lumen.example', { subject: 'New' }),
    ]
      .map((each) => `${from}${each}\n\n`)
      .join('');
    const path = folder({ box: mbox, 'noise.eml': '\u0000\u0001\u0002' });
    const { exitCode, stdout, stderr } = await user.run(`mail ${path}/box ${path}/noise.eml ${path}/none`);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Took in 1 message');
    expect(stderr).toContain('4 messages were not taken in:\n');
    expect(stderr).toContain('box, message 1: it does not say who it is from.\n');
    expect(stderr).toContain(
      "box, message 3: no client has the address zoe@lumen.example. Say whose it is, and take it in again: followup client NAME --new --person 'zoe <zoe@lumen.example>'.",
    );
    expect(stderr).toContain('noise.eml: it is no mail message.');
    expect(stderr).toContain(`${path}/none cannot be read: there is no such file or folder.`);
    expect(await contactsWith(user, 'Acme')).toHaveLength(1);
  });

  it('with a dry run changes nothing, makes no file, and understands each message after those before it', async () => {
    const nobody = new InProcessUser();
    expect(await take(nobody, messageFrom(DANA), '--dry-run')).toMatchObject({ exitCode: 1 });
    expect((await nobody.run('overdue')).stderr).toContain('There is no database');
    const user = await newUser();
    const path = folder({
      'a.eml': messageFrom(DANA, { id: 'asked@x.example', subject: 'When?' }),
      'b.eml': messageFrom(ME, {
        to: DANA,
        answers: 'asked@x.example',
        date: 'Mon, 2 Mar 2026 09:00:00 +0100',
      }),
    });
    const before = await user.json('history');
    const [asked, answered] = await user.json<Mail[]>(`mail ${path} -n --needs-reply`);
    expect([asked?.kind, answered?.about]).toEqual(['reply', 1]);
    expect(await user.json('history')).toEqual(before);
  });

  it('says once what is to be done about messages from one address, which then are all of theirs', async () => {
    const user = await newUser('client Acme --person "Bo <bo@acme.example>"');
    const from = 'Dana Reyes <dana@new.example>';
    const path = folder({
      'a.eml': messageFrom(from),
      'b.eml': messageFrom(from),
      'c.eml': messageFrom(DANA),
    });
    const { stderr } = await user.run(`mail ${path}`);
    expect(stderr.match(/no client has the address/g)).toHaveLength(1);
    expect(stderr).toContain('a.eml and 1 more: ');
    await user.given(`client Acme --person '${from}'`);
    expect(await user.run(`mail ${path} --quiet`)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await take(user, messageFrom(DANA))).toMatchObject({ exitCode: 0 });
    // The first person is the one to write to, also with a new address.
    expect((await user.json<{ people: object[] }>('client Acme')).people).toMatchObject([
      { name: 'Dana Reyes', email: 'dana@new.example', otherEmails: ['dana@acme.example'] },
      { name: 'Bo' },
    ]);
  });

  it('needs a file, or something on standard input', async () => {
    const user = await newUser();
    expect(await user.run('mail', { stdin: ' \n' })).toMatchObject({
      exitCode: 1,
      stderr: 'standard input: it is empty.\n',
    });
    expect(await user.run('mail nowhere.eml')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('nowhere.eml cannot be read'),
    });
    expect(await take(user, messageFrom(DANA), '--by friday')).toMatchObject({ exitCode: 2 });
    expect(await take(user, messageFrom(DANA), '--about 99')).toMatchObject({ exitCode: 4 });
  });

  it('says what it took for the time of a message without one', async () => {
    const user = await newUser();
    const { stderr } = await take(user, messageFrom(DANA, { date: 'Mon, 2 Mar 2037 08:00:00 +0000' }));
    expect(stderr).toBe('"Hello" says that it was sent in the future, so it counts from now.\n');
  });

  it('leaves out automatic answers, bounces and lists, and says so', async () => {
    const user = await newUser('told Acme hello --at "20 feb"');
    const last = (await user.json<{ lastHeardAt: string }>('client Acme')).lastHeardAt;
    const away = messageFrom(DANA, { subject: 'Out of office', header: ['Auto-Submitted: auto-replied'] });
    expect((await take(user, away)).stdout).toBe(
      'Nothing new.\n   automatic (Auto-Submitted), no word of a person: "Out of office" from\n     dana@acme.example\n',
    );
    expect(
      await take(user, messageFrom('MAILER-DAEMON@x.example', { header: ['Return-Path: <>'] })),
    ).toMatchObject({ exitCode: 0 });
    expect((await user.json<{ lastHeardAt: string }>('client Acme')).lastHeardAt).toBe(last);
  });
});

describe('a message of mine', () => {
  it('to nobody who is a client is left out, and cron hears nothing of it', async () => {
    const user = await newUser();
    const path = folder({
      'a.eml': messageFrom(ME, { to: 'Bob <bob@shop.example>' }),
      'b.eml': messageFrom(ME, { to: 'bob@shop.example, eve@shop.example' }),
      'c.eml': messageFrom(ME),
      'd.eml': messageFrom(ME, { to: `bob@shop.example, ${DANA}` }),
    });
    expect(await user.run(`mail ${path} --quiet`)).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    expect(await user.run(`mail ${path}`)).toMatchObject({
      exitCode: 0,
      stdout: [
        'Nothing new.',
        '   1 known already',
        "   3 of yours to no client (bob@shop.example); if one is a client's: followup",
        '     client NAME --person "PERSON <ADDRESS>"',
        '',
      ].join('\n'),
    });
    expect((await user.json<Mail[]>(`mail ${path}/c.eml`))[0]).toMatchObject({
      kind: 'automatic',
      direction: 'out',
      client: null,
    });
    await user.given('client Shop --new --person "Bob <bob@shop.example>"');
    await user.run(`mail ${path}`);
    expect(await contactsWith(user, 'Shop')).toHaveLength(2);
  });

  it('is refused if several clients may be meant, as one is from somebody unknown', async () => {
    const user = await newUser('client Initech --new --person "Ana Ruiz <ana@globex.example>"');
    for (const message of [messageFrom(ME, { to: 'ana@globex.example' }), messageFrom('who@x.example')]) {
      expect(await take(user, message, '--quiet')).toMatchObject({ exitCode: 1 });
    }
  });
});

describe('what a message is about', () => {
  const ASKED = messageFrom(DANA, {
    id: 'asked@x.example',
    subject: 'Re: Which format?',
    text: 'PDF or paper?',
  });
  const mine = (more = {}) =>
    messageFrom(ME, {
      to: DANA,
      answers: 'asked@x.example',
      date: 'Mon, 2 Mar 2026 09:00:00 +0100',
      ...more,
    });

  it('opens a reply with its subject, which my own message in the thread answers', async () => {
    const user = await newUser();
    await take(user, ASKED, '--needs-reply --by "tomorrow noon"');
    expect(await user.json('show 1')).toMatchObject({
      kind: 'reply',
      title: 'Which format?',
      askedBy: 'Dana Reyes',
      due: '2026-03-03T12:00:00+01:00',
    });
    expect((await user.run('show 1')).stdout).toContain('They said by email: PDF or paper?');
    await take(user, mine({ text: 'PDF' }));
    expect(await user.json('show 1')).toMatchObject({ state: 'done', closedAt: '2026-03-02T09:00:00+01:00' });
  });

  it('waits for an answer to my own message, which their message in the thread is', async () => {
    const user = await newUser();
    await take(user, mine({ id: 'q@x.example', subject: 'Logins' }), '--needs-reply');
    expect(await user.json('show 1')).toMatchObject({ kind: 'awaiting', title: 'Logins', who: 'Acme' });
    await take(user, messageFrom(DANA, { answers: 'q@x.example', date: 'Mon, 2 Mar 2026 09:10:00 +0100' }));
    expect(await user.json('show 1')).toMatchObject({ state: 'done' });
  });

  it('is a word about what was promised, and says what to type if it came', async () => {
    const user = await newUser('await Logins --from Acme --by friday');
    const { stderr } = await take(user, ASKED, '--about 1');
    expect(stderr).toBe('Once it is here: followup done 1\n');
    expect(await user.json('show 1')).toMatchObject({ state: 'waiting' });
  });

  it('answers an offer only where a person says how', async () => {
    const user = await newUser('add Report -c Acme', 'offer 1 thursday --at 8:00');
    await take(
      user,
      messageFrom(ME, { to: DANA, id: 'offer@x.example', date: 'Mon, 2 Mar 2026 08:00:00 +0100' }),
      '--about 1',
    );
    const { stderr } = await take(user, messageFrom(DANA, { answers: 'offer@x.example', text: 'Yes!' }));
    expect(stderr).toBe(
      'When they say yes: followup agree 1\nIf it does not suit them: followup counter 1 DATE --because WHY\n',
    );
    expect(await user.json('show 1')).toMatchObject({ state: 'offered' });
  });

  it('follows the references of a draft, and is about nothing where they name several', async () => {
    const user = await newUser('add Report -c Acme', 'add Audit -c Acme', 'add Other -c Globex');
    const uids = (await user.json<{ uid: string }[]>('list')).map(({ uid }) => uid);
    const reference = (uid: string | undefined, draft = 'D1') =>
      `<${draft}.update.${uid}.0@followup.invalid>`;
    const about = async (...references: string[]) =>
      (
        await user.json<Mail[]>('mail - -n', {
          stdin: messageFrom(DANA, { header: [`References: ${references.join(' ')} <sent@x.example>`] }),
        })
      )[0]?.about;
    expect(await about(reference(uids[1]))).toBe(2);
    expect(await about(reference(uids[1]), reference(uids[0], 'D2'))).toBe(1);
    expect(await about(reference(uids[0]), reference(uids[1]))).toBeNull();
    expect(await about(reference('01ARZ3NDEKTSV4RRFFQ69G5FAV'))).toBeNull();
    // What is not theirs is not what they wrote about.
    expect(await about(reference(uids[2]))).toBeNull();
  });

  it('records the sent copy of a draft once, as what it stands for', async () => {
    const user = await newUser('add Report -c Acme', 'agree 1 thursday --at 8:00');
    const { uid } = await user.json<{ uid: string }>('show 1');
    const header = [`References: <01ARZ3NDEKTSV4RRFFQ69G5FAV.update.${uid}.0@followup.invalid>`];
    const sent = messageFrom(ME, { to: DANA, header, id: 'sent@x.example', text: 'All is well.' });
    expect((await user.json<Mail[]>('mail -', { stdin: sent }))[0]).toMatchObject({
      kind: 'draft',
      about: 1,
      client: 'Acme',
      direction: 'out',
    });
    expect((await user.json<Mail[]>('mail -', { stdin: sent }))[0]).toMatchObject({
      kind: 'known',
      about: 1,
    });
    expect(await contactsWith(user, 'Acme')).toMatchObject([{ text: 'All is well.', about: 1 }]);
  });
});

describe('a message as the word of a verb', () => {
  const yes = (more = {}) =>
    messageFrom(DANA, {
      id: 'yes@x.example',
      date: 'Mon, 2 Mar 2026 08:40:00 +0100',
      text: 'Fine.',
      ...more,
    });
  const offered = () => newUser('add Report -c Acme', 'offer 1 thursday --at 8:00');
  const run = (user: InProcessUser, line: string, stdin: string) => user.run(`${line} --mail -`, { stdin });

  it('add takes the title, the client, the person and the time from it', async () => {
    const user = await newUser();
    const asked = messageFrom(DANA, { id: 'ask@x.example', subject: 'AW: Report @globex ~3h by friday' });
    expect(await run(user, 'add --by thursday', asked)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await user.json('show 1')).toMatchObject({
      title: 'Report @globex ~3h by friday',
      client: 'Acme',
      askedBy: 'Dana Reyes',
      createdAt: '2026-03-02T08:15:00+01:00',
      wantedBy: '2026-03-05T17:00:00+01:00',
      estimateHours: null,
    });
    expect(await contactsWith(user, 'Acme')).toMatchObject([
      { opened: 1, messageId: 'ask@x.example', channel: 'email' },
    ]);
    expect((await user.json<Mail[]>('mail -', { stdin: asked }))[0]).toMatchObject({ kind: 'known' });
    await user.given('undo');
    expect(await contactsWith(user, 'Acme')).toEqual([]);
  });

  it('add makes one request of it, unless another one is named', async () => {
    const user = await newUser();
    const asked = messageFrom(DANA, { subject: 'Brochure' });
    await take(user, asked, '--needs-reply');
    expect(await run(user, 'add', asked)).toMatchObject({ exitCode: 0 });
    const other = messageFrom(DANA, { subject: 'Poster' });
    expect(await run(user, 'add', other)).toMatchObject({ exitCode: 0 });
    expect(await run(user, 'add', other)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/recorded before: as 3 Poster\.[\s\S]*followup add WHAT --mail -/),
    });
    expect(await run(user, 'add Flyer', other)).toMatchObject({ exitCode: 0 });
    expect(await user.json('list')).toHaveLength(4);
    await user.given('undo', 'undo');
    expect(await run(user, 'add', other)).toMatchObject({ exitCode: 0 });
  });

  it('add refuses one of mine, and one of nobody unless the client is named', async () => {
    const user = await newUser();
    expect(await run(user, 'add', messageFrom(ME, { to: DANA }))).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('The message is from you'),
    });
    expect(await run(user, 'add', messageFrom('zoe@lumen.example'))).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('--person'),
    });
    expect(await run(user, 'add "New page" --for Lumen', messageFrom('zoe@lumen.example'))).toMatchObject({
      exitCode: 0,
    });
    expect(await user.json('show 1')).toMatchObject({ title: 'New page', client: 'Lumen' });
  });

  it('agree puts the date in writing at its time, about what its thread is about', async () => {
    const user = await offered();
    await take(
      user,
      messageFrom(ME, { to: DANA, id: 'offer@x.example', date: 'Mon, 2 Mar 2026 08:00:00 +0100' }),
      '--about 1',
    );
    expect(await run(user, 'agree', yes({ answers: 'offer@x.example' }))).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ state: 'agreed', inWriting: true });
    expect(await contactsWith(user, 'Acme')).toMatchObject([
      { about: 1, text: 'Fine.', at: '2026-03-02T08:40:00+01:00' },
      { direction: 'out' },
    ]);
    expect((await user.json<object[]>('history'))[0]).toMatchObject({ verb: 'agree' });
  });

  it('agree refuses my own message where they have to answer, and takes it where I say yes to their date', async () => {
    const user = await offered();
    const own = messageFrom(ME, { to: DANA, date: 'Mon, 2 Mar 2026 08:50:00 +0100' });
    expect(await run(user, 'agree 1', own)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('followup mail - --about 1'),
    });
    await user.given('add Audit -c Acme --by friday --asked 8:00');
    expect(await run(user, 'agree 2', own)).toMatchObject({ exitCode: 0 });
  });

  it('counter takes their words as the reason, unless one is given', async () => {
    const user = await offered();
    const no = messageFrom(DANA, { date: 'Mon, 2 Mar 2026 08:40:00 +0100', text: 'The board meets before.' });
    expect(await run(user, 'counter 1', no)).toMatchObject({ exitCode: 0 });
    const story = await user.json<{ type: string; summary: string }[]>('history 1');
    expect(story.find(({ type }) => type === 'DateRejected')?.summary).toContain('The board meets before.');
  });

  it('counter, accept and answer take it too', async () => {
    const user = await offered();
    expect(await run(user, 'counter 1 friday -r "board meeting"', yes())).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({
      state: 'asked',
      wantedBy: '2026-03-06T17:00:00+01:00',
    });
    await user.given('agree 1 friday --at 8:41', 'done 1');
    expect(
      await run(user, 'accept 1', yes({ id: 'right@x.example', date: 'Mon, 2 Mar 2026 09:30:00 +0100' })),
    ).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ state: 'accepted' });
    await take(user, messageFrom(DANA, { id: 'q@x.example' }), '--needs-reply');
    expect(await run(user, 'answer 2', yes({ id: 'theirs@x.example' }))).toMatchObject({ exitCode: 1 });
    expect(
      await run(user, 'answer', messageFrom(ME, { to: DANA, answers: 'q@x.example', text: 'On Monday' })),
    ).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 2')).toMatchObject({ state: 'done' });
    expect(await contactsWith(user, 'Acme')).toHaveLength(4);
  });

  it('that was taken in before is not recorded twice', async () => {
    const user = await offered();
    await take(user, yes());
    await take(user, messageFrom(DANA, { id: 'q@x.example' }), '--needs-reply');
    const own = messageFrom(ME, { to: DANA, id: 'own@x.example', text: 'On Monday' });
    await take(user, own);
    expect(await run(user, 'agree 1', yes())).toMatchObject({ exitCode: 0 });
    expect(await run(user, 'answer 2', own)).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 2')).toMatchObject({ state: 'done' });
    const other = messageFrom(DANA, { id: 'new@x.example' });
    await take(user, other);
    expect(await run(user, 'add', other)).toMatchObject({ exitCode: 0 });
    expect(await contactsWith(user, 'Acme')).toHaveLength(4);
    expect(await user.run('doctor')).toMatchObject({ exitCode: 0 });
  });

  it('leaves the same record and the same thread whether it was taken in before or not', async () => {
    const asked = messageFrom(DANA, { id: 'ask@x.example', text: 'A report?' });
    const own = messageFrom(ME, {
      to: DANA,
      id: 'own@x.example',
      text: 'Thursday?',
      date: 'Mon, 2 Mar 2026 08:20:00 +0100',
    });
    const later = (answers: string, time: string) =>
      messageFrom(DANA, { answers, date: `Mon, 2 Mar 2026 ${time}:00 +0100` });
    const played = async (isTakenInFirst: boolean) => {
      const user = await newUser();
      const verb = async (line: string, message: string) => {
        if (isTakenInFirst) await take(user, message);
        expect(await run(user, line, message)).toMatchObject({ exitCode: 0 });
      };
      await verb('add', asked);
      await user.given('add Audit -c Acme --by friday --asked 8:00', 'offer 1 thursday --at 8:21');
      await verb('agree 2', own);
      await verb('agree 1', yes());
      await take(user, later('ask@x.example', '08:50'));
      await take(user, later('own@x.example', '08:51'));
      const contacts = await contactsWith(user, 'Acme');
      const shown = [await user.run('show 1'), await user.run('show 2')].map(({ stdout }) => stdout);
      expect(await user.run('doctor')).toMatchObject({ exitCode: 0 });
      return {
        shown,
        contacts: contacts.map(({ text, about, opened }) => ({ text, about, opened })),
      };
    };
    const before = await played(true);
    expect(before.contacts).toMatchObject([
      { about: 2 },
      { about: 1 },
      { text: 'Fine.', about: 1 },
      { text: 'Thursday?', about: 2 },
      { text: 'A report?', opened: 1 },
    ]);
    const without = await played(false);
    expect(before.contacts).toEqual(without.contacts);
    expect(before.shown.map(sorted)).toEqual(without.shown.map(sorted));
  });

  it('gives an answer that was taken in before its subject, and refuses one exchanged with another client', async () => {
    const user = await newUser();
    await take(user, messageFrom(DANA, { id: 'q@x.example' }), '--needs-reply');
    const date = 'Mon, 2 Mar 2026 08:30:00 +0100';
    const own = messageFrom(ME, { to: DANA, id: 'own@x.example', text: 'On Monday', date });
    await take(user, own);
    await run(user, 'answer 1', own);
    expect(await contactsWith(user, 'Acme')).toMatchObject([{ text: 'On Monday', about: 1 }, { opened: 1 }]);
    await user.given('undo');
    expect(await contactsWith(user, 'Acme')).toMatchObject([{ about: null }, { opened: 1 }]);
    await user.given('add Report -c Acme', 'offer 2 thursday --at 8:00');
    const theirs = messageFrom('Ana Ruiz <ana@globex.example>', { id: 'ana@x.example' });
    await take(user, theirs);
    expect(await run(user, 'agree 2', theirs)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('2 does not concern Globex'),
    });
    expect(await user.json('show 2')).toMatchObject({ state: 'offered' });
  });

  it('is recorded once while another run takes it in', async () => {
    const user = await newUser();
    const path = folder({ 'a.eml': messageFrom(DANA) });
    const runs = await Promise.all([user.run(`add --mail ${path}`), user.run(`mail ${path}`)]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(await contactsWith(user, 'Acme')).toHaveLength(1);
    expect(await user.run('list')).toMatchObject({ stdout: expect.stringContaining('Hello') });
  });

  it('says itself when and how, is one, and from the client that it is about', async () => {
    const user = await offered();
    const box = folder({ 'a.eml': yes(), 'b.eml': yes({ id: 'other@x.example' }) });
    expect(await run(user, 'agree 1 --at 8:30', yes())).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Leave out --at.'),
    });
    expect(await run(user, 'agree 1 --via phone', yes())).toMatchObject({ exitCode: 2 });
    expect(await user.run(`agree 1 --mail ${box}`)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--mail takes one'),
    });
    expect(await run(user, 'agree 1', messageFrom('Ana <ana@globex.example>'))).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('does not concern'),
    });
    expect(await run(user, 'answer 1 words', yes())).toMatchObject({ exitCode: expect.toBeOneOf([1, 2]) });
    expect(await user.json('show 1')).toMatchObject({ state: 'offered' });
    // Somebody unknown may answer for the client.
    expect(
      await run(
        user,
        'agree 1 --via email',
        messageFrom('boss@hq.example', { date: 'Mon, 2 Mar 2026 08:40:00 +0100' }),
      ),
    ).toMatchObject({ exitCode: 0 });
    expect(await contactsWith(user, 'Acme')).toHaveLength(1);
  });
});

describe('hostile mail', () => {
  const header = fc.constantFrom(
    'From',
    'To',
    'Cc',
    'Subject',
    'Date',
    'Message-ID',
    'References',
    'Content-Type',
    'Content-Transfer-Encoding',
    'X-Followup',
    'In-Reply-To',
    'Received',
  );
  const value = fc.oneof(
    fc.constantFrom(
      '<>',
      '"',
      '=?utf-8?b?!!!?=',
      '=?x?q?=?=',
      ':;',
      'multipart/mixed; boundary=""',
      'multipart/mixed; boundary=b',
      'base64',
      'text/html',
      'message/rfc822',
      '<a@b',
      'a'.repeat(5000),
      'Mon, 99 Foo 2026',
    ),
    fc.string({ unit: 'binary' }),
  );
  const line = fc.oneof(
    fc.tuple(header, value).map(([name, text]) => `${name}: ${text}`),
    fc.constantFrom('--b', '--b--', '', '>From x', 'From x Mon Mar  2 08:00:00 2026', ' folded'),
    fc.string({ unit: 'binary' }),
  );

  /** A message of each kind, so that none is left to chance. */
  function oneOfEach(commitment: string): [message: string, command: string][] {
    const reference = `References: <D2.update.${commitment}.0@followup.invalid>`;
    return [
      [messageFrom(DANA, { id: 'in@each.example' }), 'mail -'],
      [messageFrom(DANA, { id: 'in@each.example' }), 'mail -'],
      [messageFrom(ME, { to: DANA, id: 'out@each.example' }), 'mail -'],
      [messageFrom(DANA, { id: 'reply@each.example' }), 'mail - --needs-reply'],
      [messageFrom(ME, { to: DANA, id: 'draft@each.example', header: [reference] }), 'mail -'],
      [messageFrom(ME, { to: 'who@x.example', id: 'elsewhere@each.example' }), 'mail -'],
    ];
  }

  it('never makes the program fail, and what it records can be exported and imported', async () => {
    const user = await newUser('add Report -c Acme', 'agree 1 thursday --at 8:00');
    await user.given('draft 1 update --say "It is printed." --sent');
    const { uid } = await user.json<{ uid: string }>('show 1');
    const [{ text = '' } = {}] = await contactsWith(user, 'Acme');
    const draft = fc.constantFrom('01ARZ3NDEKTSV4RRFFQ69G5FAV', 'D1');
    const kind = fc.constantFrom('update', 'confirm', 'offer', 'delivered', 'thanks', 'bogus');
    const date = fc.constantFrom(
      '0',
      '20260305T160000Z-day',
      '99991231T235959Z-time',
      '20261399T999999Z-day',
    );
    const reference = fc
      .tuple(draft, kind, fc.constantFrom(uid, 'gone'), date)
      .map((parts) => `<${parts.join('.')}@followup.invalid>`);
    // Some ids come again: in other messages, as what these answer, and as their own answer.
    const id = fc.oneof(
      { withCrossShrink: true },
      fc.constantFrom('same@x.example', 'a@x.example', 'b@x.example', 'c'.repeat(900)),
      fc.uuid(),
    );
    const sound = fc
      .record({
        from: fc.constantFrom(DANA, ME, 'who@x.example', 'Ana Ruiz <ana@globex.example>'),
        to: fc.constantFrom(ME, DANA, `ana@globex.example, ${DANA}`, 'who@x.example', ''),
        id,
        answers: fc.option(id, { nil: undefined }),
        references: fc.array(reference, { maxLength: 3 }),
        isMarked: fc.boolean(),
        lines: fc.array(line, { maxLength: 6 }),
        text: fc.oneof(fc.constantFrom(text, '', '\0', '> quoted'), fc.string({ unit: 'binary' })),
        date: fc.constantFrom(
          'Mon, 2 Mar 2026 08:20:00 +0100',
          'Fri, 31 Dec 9999 23:59:59 -1200',
          'Mon, 1 Jan 0001 00:00:00 +1200',
        ),
        cut: fc.option(fc.nat(600)),
      })
      .map(({ from, references, isMarked, lines, cut, ...given }) => {
        const header = [
          ...(references.length > 0 ? [`References: ${references.join(' ')}`] : []),
          ...(isMarked && references[0] ? [`X-Followup: ${references[0]}`] : []),
          ...lines.filter((each) => each !== ''),
        ];
        return messageFrom(from, { ...given, header }).slice(0, cut ?? undefined);
      });
    const message = fc.oneof(
      { weight: 3, arbitrary: sound },
      { weight: 1, arbitrary: fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')) },
    );
    const verb = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('mail -', 'mail - --needs-reply', 'mail - --about 1') },
      { weight: 1, arbitrary: fc.constantFrom('add --mail -', 'answer --mail -', 'undo', 'mail - --again') },
    );
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(message, verb, async (whole, command) => {
        const { exitCode, stdout, stderr } = await user.run(`${command} --json`, { stdin: whole });
        expect([0, 1, 2]).toContain(exitCode);
        expect(stderr).not.toMatch(/\bat .*:\d+:\d+|fault/);
        if (exitCode !== 0 || !command.startsWith('mail')) return;
        for (const { kind: is, direction } of JSON.parse(stdout) as Mail[]) kinds.add(`${is} ${direction}`);
      }),
      { numRuns: Number(process.env.MESSAGES ?? 400), examples: oneOfEach(uid) },
    );
    // Else it would prove little.
    for (const each of ['contact in', 'contact out', 'reply in', 'draft out', 'known in', 'automatic out']) {
      expect([...kinds], each).toContain(each);
    }
    expect(await user.run('doctor')).toMatchObject({ exitCode: 0 });
    const { stdout: journal } = await user.run('export');
    const other = new InProcessUser();
    expect(await other.run('import - --yes', { stdin: journal })).toMatchObject({ exitCode: 0 });
    expect(await other.run('doctor')).toMatchObject({ exitCode: 0 });
    expect(await contactsWith(other, 'Acme')).toEqual(await contactsWith(user, 'Acme'));
    expect((await other.run('export')).stdout).toBe(journal);
  });
});
