import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';
import { ENTER, INTERRUPT, inTerminal } from '../support/pty.ts';

/** Somebody with a table of twelve rows. */
async function withTable(client = 'Globex'): Promise<User> {
  const user = await newUser();
  await user.given('add Audit -c Globex');
  const rows = Array.from({ length: 12 }, (_, index) => `Task ${index + 1},${client},2026-03-09,2h,x`);
  writeFileSync(
    join(user.home, 'plan.csv'),
    `title,client,due,estimate,priority\n${rows.join('\n')}\n,Globex,,,\n`,
  );
  return user;
}

describe.concurrent('an import in a terminal', () => {
  it('shows ten rows first, and brings them in after a yes', async ({ expect }) => {
    const user = await withTable();
    const terminal = inTerminal(user, 'import plan.csv');
    await terminal.shows('Task 10');
    await terminal.shows('and 2 more');
    await terminal.shows('column priority');
    await terminal.shows('line 14: It has no title.');
    await terminal.shows('Import 12 items?');
    terminal.type(ENTER);
    await terminal.shows('Imported 12 requests from CSV.');
    const { screen, exitCode } = await terminal.end();
    expect(screen).toContain('request  Globex  Task 1   Mon 9 Mar  2h');
    expect(screen).not.toContain('Task 11 ');
    expect(exitCode).toBe(0);
    expect(await user.json<object[]>('list')).toHaveLength(13);
  });

  it('changes nothing after a no, or when it is interrupted', async ({ expect }) => {
    const user = await withTable();
    const before = await user.journal();
    for (const [keys, exitCode] of [
      [`n${ENTER}`, 0],
      [INTERRUPT, 130],
    ] as const) {
      const terminal = inTerminal(user, 'import plan.csv --map due=due');
      await terminal.shows('Import 12 items?');
      terminal.type(keys);
      const end = await terminal.end();
      expect(end.exitCode).toBe(exitCode);
      if (exitCode === 0) expect(end.screen).toContain('Nothing was imported.');
    }
    expect(await user.journal()).toBe(before);
  });

  it('asks about a name that may be a slip once', async ({ expect }) => {
    const user = await withTable('Gloebx');
    const terminal = inTerminal(user, 'import plan.csv');
    await terminal.shows('There is no client "Gloebx". Do you mean Globex?');
    terminal.type(ENTER);
    await terminal.shows('Import 12 items?');
    terminal.type(ENTER);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json<object[]>('client')).toMatchObject([{ name: 'Globex' }]);
  });

  it('asks nothing with --yes or --no-input', async ({ expect }) => {
    for (const flag of ['--yes', '--no-input']) {
      const user = await withTable();
      const { screen, exitCode } = await inTerminal(user, `import plan.csv ${flag}`).end();
      expect(screen).toContain('Imported 12 requests from CSV.');
      expect(exitCode).toBe(0);
    }
  });
});
