import { spawnSync } from 'node:child_process';
import { chmodSync, lchownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';
import { asOtherUser, NOBODY } from '../support/other-user.ts';
import { ENTER, inTerminal } from '../support/pty.ts';

/** A user with a date that is not in writing yet. */
async function withAgreement(): Promise<User> {
  const user = await newUser();
  await user.given('add Report --for Joe --agreed "fri 6 mar" --via phone');
  return user;
}

/** A program in the user's home that does something with the file that it is given. */
function put(user: User, name: string, does: string): string {
  const path = join(user.home, name);
  writeFileSync(path, `#!/bin/sh\n${does}\n`);
  chmodSync(path, 0o755);
  return path;
}

const isWritten = async (user: User) => (await user.json('show 1')).inWriting;
const configure = (user: User, toml: string) => {
  mkdirSync(dirname(user.configFile), { recursive: true });
  writeFileSync(user.configFile, toml);
};

describe.concurrent('a draft in a mail program', () => {
  it('is recorded if it went out, and not otherwise', async ({ expect }) => {
    const user = await withAgreement();
    put(user, 'mailer', 'cp "$2" "$1"; echo opened');
    for (const [answer, words] of [
      ['n', 'Nothing was recorded.'],
      ['y', 'agreed'],
    ]) {
      const terminal = inTerminal(user, 'draft 1 confirm --with "./mailer seen.eml"');
      await terminal.shows('opened');
      await terminal.shows('Has it gone out?');
      terminal.type(`${answer}${ENTER}`);
      await terminal.shows(words ?? '');
      expect(await terminal.end()).toMatchObject({ exitCode: 0 });
      expect(await isWritten(user)).toBe(answer === 'y');
    }
    expect(readFileSync(join(user.home, 'seen.eml'), 'utf8')).toMatch(/^X-Unsent: 1\r$/m);
  });
  it('that fails is said, and nothing is recorded', async ({ expect }) => {
    const user = await withAgreement();
    const { exitCode, stderr } = await user.run('draft 1 confirm --with "false"');
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('The mail program false ended with 1.')]);
    expect(stderr).toMatch(/The draft is in \S+draft\.eml/);
    expect(await isWritten(user)).toBe(false);
  });
  it('is opened by the settings only in a terminal', async ({ expect }) => {
    const user = await withAgreement();
    const mailer = put(user, 'mailer', 'echo opened');
    configure(user, `[draft]\nwith = "${mailer}"\n`);
    const { stdout } = await user.run('draft 1 confirm');
    expect(stdout).toMatch(/^Subject: Confirmed: Report\n/);
    const terminal = inTerminal(user, 'draft 1 confirm');
    await terminal.shows('opened');
    await terminal.shows('Has it gone out?');
    terminal.type(`n${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
  });
});

const hasMutt = spawnSync('mutt', ['-v']).status === 0;

describe.skipIf(!hasMutt)('a draft in mutt (passed over where there is none)', () => {
  it('is sent as it is, and keeps what it is known by', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'client "Joe; \\"J\\" <x@y.example>, Ltd" --new',
      'client joe --person "Zoë O\'Neil <zoe@x.example>"',
    );
    await user.given(
      'add "🎉 Größe 見積書" --for joe --agreed "fri 6 mar" --via phone',
      'draft 1 confirm --eml draft.eml',
    );
    const sendmail = put(user, 'sendmail', 'echo "$@" > to.txt; cat > sent.eml');
    const settings = `set sendmail="${sendmail}"; set copy=no; set from="ada@x.example"; set editor=true`;
    const words = ['-n', '-F', '/dev/null', '-e', settings, '-H', 'draft.eml'];
    const env = { ...user.env(), LC_ALL: 'C.UTF-8' };
    const { status, stderr } = spawnSync('mutt', words, { cwd: user.home, env, input: '', encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(readFileSync(join(user.home, 'to.txt'), 'utf8')).toBe('-- zoe@x.example\n');
    const sent = await PostalMime.parse(readFileSync(join(user.home, 'sent.eml')));
    expect(sent).toMatchObject({
      subject: 'Confirmed: 🎉 Größe 見積書',
      to: [{ name: "Zoë O'Neil", address: 'zoe@x.example' }],
      references: expect.stringMatching(/^<\w+\.confirm\.\w+\.20260306T160000Z-day@followup\.invalid>$/),
      messageId: expect.any(String),
    });
    expect(sent.text).toMatch(/^Hello Zoë O'Neil,\n[\s\S]*Friday, 6 March\n/);
  });
});

describe.concurrent('a draft in an editor', () => {
  it('has its subject and its words to change; what was saved is the draft', async ({ expect }) => {
    const user = await withAgreement();
    const editor = put(
      user,
      'editor',
      'cp "$1" seen.txt; sed -i "s/Kind regards/See you/; s/^Subject: .*/Subject: Friday/" "$1"',
    );
    const { stdout } = await user.run('draft 1 confirm --edit', { env: { EDITOR: editor } });
    expect(stdout).toMatch(/^Subject: Friday\n\n[\s\S]*\n\nSee you\n$/);
    expect(readFileSync(join(user.home, 'seen.txt'), 'utf8')).toMatch(
      /^Subject: Confirmed: Report\n\nHello Joe,/,
    );
    await user.given('draft 1 confirm --sent');
    expect(JSON.stringify(await user.json('history 1'))).toContain('See you');
  });
  it('that fails leaves everything as it was', async ({ expect }) => {
    const user = await withAgreement();
    const before = await user.journal();
    expect((await user.run('draft 1 confirm --edit', { env: { EDITOR: 'false' } })).exitCode).toBe(1);
    // Without a terminal no editor can be used that needs one.
    expect((await user.run('draft 1 confirm --edit')).exitCode).toBe(2);
    expect(await user.journal()).toBe(before);
  });
});

describe.concurrent('in a terminal', () => {
  it('a late notice asks for what only the person can say', async ({ expect }) => {
    const user = await withAgreement();
    const terminal = inTerminal(user, 'draft 1 late');
    await terminal.shows('What happened?');
    terminal.type(`The data came late.${ENTER}`);
    await terminal.shows('Which new date do you offer Joe');
    terminal.type(`tue 10 mar${ENTER}`);
    await terminal.shows('(1 of 2');
    terminal.type(`half of it now${ENTER}`);
    await terminal.shows('(2 of 2');
    terminal.type(`all of it on Tuesday${ENTER}`);
    await terminal.shows('The data came late.');
    await terminal.shows('2. all of it on Tuesday');
    await terminal.shows('New date for Report: Tuesday, 10 March');
    await terminal.shows('When it has gone out: followup draft 1 late --sent');
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    await user.given('draft 1 late --sent');
    expect(await user.json('show 1')).toMatchObject({ offered: '2026-03-10T17:00:00+01:00' });
  });
  it('a date that is gone from what was sent is asked about', async ({ expect }) => {
    const user = await withAgreement();
    await user.given('draft 1 confirm');
    writeFileSync(join(user.home, 'sent.txt'), 'As we said, Joe.\n');
    const terminal = inTerminal(user, 'draft 1 confirm --sent sent.txt');
    await terminal.shows('The date is no longer in it: Friday, 6 March. Is it still what you told them?');
    terminal.type(`y${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await isWritten(user)).toBe(true);
  });
  it.each([
    ['shows the message and records it if it went out', ''],
    ['opens the mail program of the settings and asks once', '[draft]\nwith = "./mailer"\n'],
  ])('the key w of today --step %s', async (_, toml) => {
    const { expect } = await import('vitest');
    const user = await withAgreement();
    put(user, 'mailer', 'echo opened');
    configure(user, toml);
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('w write');
    await terminal.shows('q quit');
    terminal.type('w');
    await terminal.shows(toml ? 'opened' : 'Confirmed: Report');
    await terminal.shows('Has it gone out');
    terminal.type(`y${ENTER}`);
    await terminal.shows('1: written to them');
    const { screen, exitCode } = await terminal.end();
    expect([exitCode, screen.match(/✔ Has it gone out/g)?.length]).toEqual([0, 1]);
    expect(await isWritten(user)).toBe(true);
    const words = (await user.json<{ type: string }[]>('history 1')).filter(
      ({ type }) => type === 'UpdateGiven',
    );
    expect(words).toHaveLength(1);
  });
});

describe.concurrent('a file that may only be read', () => {
  it.skipIf(asOtherUser === null)('still gives a draft, and says that it is not kept', async ({ expect }) => {
    const user = await withAgreement();
    const folder = dirname(user.database);
    chmodSync(dirname(user.home), 0o711);
    for (const name of ['', ...(readdirSync(user.home, { recursive: true }) as string[])]) {
      if (asOtherUser?.length) lchownSync(join(user.home, name), NOBODY, NOBODY);
    }
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    const { stdout, stderr, exitCode } = await user.run('draft 1 confirm', { through: asOtherUser ?? [] });
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('The draft is not kept')]);
    expect(stdout).toContain('Report: by Friday, 6 March');
    chmodSync(folder, 0o755);
  });
});
