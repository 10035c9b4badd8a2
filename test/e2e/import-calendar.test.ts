import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';
import { APPLE_REMINDERS, OUTLOOK } from '../support/foreign-calendars.ts';
import { DOWN, ENTER, inTerminal } from '../support/pty.ts';

async function consultant(): Promise<User> {
  const user = await newUser();
  writeFileSync(join(user.home, 'outlook.ics'), OUTLOOK);
  writeFileSync(join(user.home, 'reminders.ics'), APPLE_REMINDERS);
  await user.given(
    'client "Acme Corp" --new --person "Ann Smith <ann@acme.example>"',
    'config me.email me@work.example',
  );
  return user;
}

const kinds = async (user: User) =>
  (await user.json<{ title: string; kind: string }[]>('list --all --sort number')).map(
    ({ title, kind }) => `${kind} ${title}`,
  );

describe.concurrent('a calendar in a terminal', () => {
  it('is asked about, and Enter takes what the organizers say', async ({ expect }) => {
    const user = await consultant();
    const terminal = inTerminal(user, 'import outlook.ics --dry-run');
    await terminal.shows('3 entries of Me Myself, Ann Smith, Ravi Rao: what are they?');
    await terminal.shows('as organised: 2 of others awaited, 1 of yours promised');
    terminal.type(ENTER);
    await terminal.shows('Would import 1 promise, 2 awaitings');
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
  });

  it('is asked about once for all entries that nobody organises', async ({ expect }) => {
    const user = await consultant();
    const terminal = inTerminal(user, 'import reminders.ics -c acme');
    await terminal.shows('4 entries which nobody organises: what are they?');
    terminal.type(`${DOWN}${ENTER}`);
    await terminal.shows('Import 4 items?');
    terminal.type(ENTER);
    const { exitCode } = await terminal.end();
    expect(exitCode).toBe(0);
    expect(await kinds(user)).toEqual([
      'promise Send the price list',
      'promise Call about the contract',
      'promise Figures of the week',
      'promise Return the badge',
    ]);
  });

  it('is asked about entry by entry', async ({ expect }) => {
    const user = await consultant();
    const terminal = inTerminal(user, 'import outlook.ics');
    await terminal.shows('what are they?');
    terminal.type(`${DOWN}${DOWN}${DOWN}${ENTER}`);
    await terminal.shows('"Erste Seiten zeigen", Tue 31 Mar 10:00, of Me Myself:');
    terminal.type(ENTER);
    await terminal.shows('"Delivery of the samples", Fri 6 Mar, of Ann Smith:');
    terminal.type(`${DOWN}${ENTER}`);
    await terminal.shows('"Access to the test system", Fri 6 Mar 13:30, of Ravi Rao:');
    terminal.type(`${DOWN}${DOWN}${ENTER}`);
    await terminal.shows('Import 2 items?');
    terminal.type(ENTER);
    const { exitCode, screen } = await terminal.end();
    expect(exitCode).toBe(0);
    expect(screen).toContain('as you said');
    expect(await kinds(user)).toEqual(['promise Erste Seiten zeigen', 'promise Delivery of the samples']);
  });

  it('is not asked about again, and a kind on the line is an answer', async ({ expect }) => {
    const user = await consultant();
    await user.given('import outlook.ics');
    expect(await inTerminal(user, 'import outlook.ics').end()).toMatchObject({ exitCode: 0 });
    const told = inTerminal(user, 'import reminders.ics --as promise -c acme -n');
    expect((await told.end()).screen).not.toContain('what are they');
  });
});
