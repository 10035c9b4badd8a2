import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';
import { DOWN, ENTER, inTerminal } from '../support/pty.ts';

async function withLogo() {
  const user = await newUser();
  return user.given(
    'client Joe --new --person "Dana Reyes <dana@joe.example>"',
    'add Logo --for Joe --out-of-scope -e 3h',
  );
}

describe.concurrent('extra work in a terminal', () => {
  it('asks what it costs, until that can be read', async ({ expect }) => {
    const user = await withLogo();
    const terminal = inTerminal(user, 'price 1');
    await terminal.shows('What does it cost?');
    terminal.type(`300${ENTER}`);
    await terminal.shows('300 what?');
    terminal.type(`${'\u007f'.repeat(3)}EUR 300${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ price: 'EUR 300' });
  });

  it('asks why it is free', async ({ expect }) => {
    const user = await withLogo();
    const terminal = inTerminal(user, 'price 1 free');
    await terminal.shows('Why is it free?');
    terminal.type(`a small thing${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect((await user.run('show 1')).stdout).toContain('given free, because: a small thing');
  });

  it('asks who said yes: one of their people, or somebody else', async ({ expect }) => {
    const user = await (await withLogo()).given('price 1 3h');
    const first = inTerminal(user, 'approve 1');
    await first.shows('Who said yes?');
    first.type(ENTER);
    expect(await first.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ approvedBy: 'Dana Reyes' });
    await user.given('price 1 5h');
    const second = inTerminal(user, 'approve 1');
    await second.shows('Who said yes?');
    second.type(`${DOWN}${ENTER}`);
    await second.shows('What is their name?');
    second.type(`Zoe Ray${ENTER}`);
    expect(await second.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ approvedBy: 'Zoe Ray' });
  });

  it('asks why the price does not suit them', async ({ expect }) => {
    const user = await (await withLogo()).given('price 1 3h');
    const terminal = inTerminal(user, 'counter 1');
    await terminal.shows('Why does the price not suit them?');
    terminal.type(`none${ENTER}`);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ price: null });
  });

  it('has keys in the walk through the morning: its price, and then the yes', async ({ expect }) => {
    const user = await withLogo();
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('Extra work: price it');
    await terminal.shows('p price');
    await terminal.shows('q quit');
    terminal.type('p');
    await terminal.shows('What did you say it costs?');
    terminal.type(`EUR 300${ENTER}`);
    await terminal.shows('1: EUR 300, put on');
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    user.at('2026-03-04T09:00');
    const later = inTerminal(user, 'today --step');
    await later.shows('y approved');
    await later.shows('q quit');
    later.type('y');
    await later.shows('Who said yes?');
    later.type(ENTER);
    await later.shows('1: EUR 300, approved by Dana Reyes');
    expect(await later.end()).toMatchObject({ exitCode: 0 });
  });
});

it.concurrent('a message of theirs is the yes, and its sender is who gave it', async ({ expect }) => {
  const user = await (await withLogo()).given('price 1 3h');
  const file = join(user.home, 'yes.eml');
  writeFileSync(
    file,
    [
      'From: Dana Reyes <dana@joe.example>',
      'To: me@example.org',
      'Subject: Logo',
      'Message-ID: <yes@joe.example>',
      'Date: Mon, 02 Mar 2026 09:30:00 +0100',
      '',
      'Yes, please go ahead.',
      '',
    ].join('\r\n'),
  );
  const approved = await user.json(`approve 1 --mail ${file}`);
  expect(approved).toMatchObject({ approvedBy: 'Dana Reyes', price: '3h' });
  expect((await user.run('show 1')).stdout).toContain('approved by Dana Reyes on Mon 2 Mar, in');
});
