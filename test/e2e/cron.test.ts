import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';
import { ENTER, inTerminal } from '../support/pty.ts';

/** A crontab that is a file in the user's home, where PATH finds it first. */
async function userWithCrontab(): Promise<{
  readonly user: User;
  readonly tab: string;
  readonly env: Record<string, string>;
}> {
  const user = await newUser();
  const tab = join(user.home, 'tab');
  const bin = join(user.home, 'bin');
  mkdirSync(bin);
  const read = `[ -f '${tab}' ] || { echo "no crontab for mia" >&2; exit 1; }; exec cat '${tab}'`;
  const stub = `#!/bin/sh\ncase "$1" in\n-l) ${read} ;;\n-r) rm '${tab}' ;;\n-) cat >'${tab}' ;;\nesac\n`;
  writeFileSync(join(bin, 'crontab'), stub, { mode: 0o755 });
  await user.given('add Report --for Joe');
  return { user, tab, env: { PATH: `${bin}:${process.env.PATH}` } };
}

describe.concurrent('cron in a terminal', () => {
  it('shows the lines and asks; only Enter leaves the crontab as it is', async ({ expect }) => {
    const { user, tab, env } = await userWithCrontab();
    const terminal = inTerminal(user, 'cron install', env);
    await terminal.shows('*/15 * * * * TZ=Europe/Berlin');
    await terminal.shows('Put these into your crontab? (y/N)');
    terminal.type(ENTER);
    const { screen, exitCode } = await terminal.end();
    expect({ exitCode, isThere: existsSync(tab) }).toEqual({ exitCode: 1, isThere: false });
    expect(screen).toContain('Nothing was changed.');
  });

  it('installs them, says that they were changed by hand, and takes them out', async ({ expect }) => {
    const { user, tab, env } = await userWithCrontab();
    const install = inTerminal(user, 'cron install', env);
    await install.shows('(y/N)');
    install.type(`y${ENTER}`);
    await install.shows('Installed in your crontab\n');
    expect((await install.end()).exitCode).toBe(0);
    const text = readFileSync(tab, 'utf8');
    writeFileSync(tab, text.replace('*/15', '*/5'));

    const again = inTerminal(user, 'cron install', env);
    await again.shows('*/5 * * * *');
    await again.shows('They would be:');
    await again.shows('What was changed by hand is lost. (y/N)');
    again.type(`y${ENTER}`);
    expect((await again.end()).exitCode).toBe(0);
    expect(readFileSync(tab, 'utf8')).toBe(text);

    const remove = inTerminal(user, 'cron remove', env);
    await remove.shows('Take these out of your crontab? (y/N)');
    remove.type(`y${ENTER}`);
    expect((await remove.end()).exitCode).toBe(0);
    expect(existsSync(tab)).toBe(false);
  });

  it('never breaks a line that people copy, in a terminal or a pipe', async ({ expect }) => {
    const { user, env } = await userWithCrontab();
    const { lines } = await user.json<{ lines: string[] }>('cron', { env });
    expect((await user.run('cron', { env, columns: 40 })).stdout.split('\n')).toEqual(
      expect.arrayContaining(lines),
    );
  });
});
