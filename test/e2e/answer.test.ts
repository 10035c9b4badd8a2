import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';
import { ENTER, inTerminal } from '../support/pty.ts';

describe.concurrent('answer in a terminal', () => {
  async function asked(...more: readonly string[]): Promise<User> {
    const user = await newUser();
    return user.given('heard Acme "When is it? And who comes?" --needs-reply --via email', ...more);
  }

  it('shows their words once more, and asks what of several things is still open', async ({ expect }) => {
    const user = await asked('heard --about 1 "And the invoice?" --needs-reply');
    const terminal = inTerminal(user, 'answer 1');
    await terminal.shows('Acme (email), Mon 2 Mar 09:30:');
    await terminal.shows('When is it? And who comes?');
    await terminal.shows('And the invoice?');
    await terminal.shows('What did you answer?');
    terminal.type(`on Friday at noon${ENTER}`);
    await terminal.shows('They asked more than one thing. Is all of it answered?');
    terminal.type(`n${ENTER}`);
    await terminal.shows('What is still open?');
    terminal.type(`who comes?${ENTER}`);
    await terminal.shows('What else?');
    terminal.type(ENTER);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ state: 'done' });
    expect(await user.json('show 2')).toMatchObject({ title: 'who comes?', state: 'owed', restOf: 1 });
  });

  it('asks nothing more where all of it was answered, or only one thing was asked', async ({ expect }) => {
    const user = await asked('heard Globex "Is it done?" --needs-reply');
    const all = inTerminal(user, 'answer 1 "on Friday, with Mia"');
    await all.shows('Is all of it answered?');
    all.type(ENTER);
    expect(await all.end()).toMatchObject({ exitCode: 0 });
    const one = inTerminal(user, 'answer 2 "yes, since today at noon"');
    await one.shows('Is it done?');
    const { exitCode, screen } = await one.end();
    expect(exitCode).toBe(0);
    expect(screen).not.toContain('Is all of it answered?');
    expect(await user.json<object[]>('list')).toEqual([]);
  });

  it('asks nothing with --yes, --no-input, --still or without a terminal', async ({ expect }) => {
    for (const line of ['--yes', '--no-input', '--still "who comes?"']) {
      const user = await asked();
      const { exitCode, screen } = await inTerminal(user, `answer 1 "on Friday at noon" ${line}`).end();
      expect(exitCode).toBe(0);
      expect(screen).not.toContain('Is all of it answered?');
    }
    const user = await asked();
    await user.given('answer 1 "on Friday at noon"');
    expect(await user.json<object[]>('list')).toEqual([]);
  });

  it('is the same in the walk through the morning', async ({ expect }) => {
    const user = await asked();
    const terminal = inTerminal(user.at('2026-03-05T09:30'), 'today --step');
    await terminal.shows('q quit');
    terminal.type('t');
    await terminal.shows('When is it? And who comes?');
    await terminal.shows('What did you tell Acme?');
    terminal.type(`on Friday at noon${ENTER}`);
    await terminal.shows('Is all of it answered?');
    terminal.type(`n${ENTER}`);
    await terminal.shows('What is still open?');
    terminal.type(`who comes?${ENTER}`);
    await terminal.shows('What else?');
    terminal.type(ENTER);
    await terminal.shows('2 of 2');
    await terminal.shows('q quit');
    terminal.type('q');
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 2')).toMatchObject({ title: 'who comes?', restOf: 1 });
  });
});

describe.concurrent('several updates that are due to a client, in the walk', () => {
  async function late(): Promise<User> {
    const user = await newUser();
    await user.given(
      'add One --for Acme --agreed "27 mar" --in-writing',
      'add Two --for Acme --agreed "27 mar" --in-writing',
    );
    return user.at('2026-03-06T09:30');
  }

  it('are told with one word', async ({ expect }) => {
    const user = await late();
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('2 updates are due: 1, 2');
    await terminal.shows('t tell all of it  w write  o one by one  s show');
    terminal.type('t');
    await terminal.shows('What did you tell Acme?');
    terminal.type(`all goes on until Friday${ENTER}`);
    await terminal.shows('Settled 1');
    const { exitCode, screen } = await terminal.end();
    expect(exitCode).toBe(0);
    expect(screen).toContain('Acme: told them "all goes on until Friday"');
    expect(await user.json<{ attention: object[] }>('today')).toMatchObject({
      attention: [{ reason: 'review' }],
    });
  });

  it('come one by one where that is wanted', async ({ expect }) => {
    const user = await late();
    const terminal = inTerminal(user, 'today --step');
    await terminal.shows('q quit');
    terminal.type('o');
    await terminal.shows('1 of 2');
    await terminal.shows('1  Acme  One');
    await terminal.shows('q quit');
    terminal.type('t');
    await terminal.shows('What did you tell Acme?');
    terminal.type(`the first is done on Friday${ENTER}`);
    await terminal.shows('2 of 2');
    await terminal.shows('q quit');
    terminal.type('q');
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json<object[]>('history 2')).toHaveLength(2);
  });
});
