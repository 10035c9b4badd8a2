import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, it } from 'vitest';
import { lookAtMachine } from '../../src/system/cron/machine.ts';
import { LAUNCHER, newUser } from '../support/cli.ts';

const DAEMON = '/usr/sbin/cron';
/** A line that runs every minute has run by then. */
const PATIENCE_MS = 75_000;

/** How long it may take to install cron. */
const INSTALL_MS = 60_000;

/** Installs cron if there is none and that can be done: as root, where packages are Debian's. */
function installCron(): void {
  if (process.getuid?.() !== 0 || existsSync(DAEMON)) return;
  const install = 'apt-get install -y -qq --no-install-recommends cron';
  spawnSync('/bin/sh', ['-c', `${install} || { apt-get update -qq && ${install}; }`], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
    timeout: INSTALL_MS,
  });
}

/** Why a real cron cannot be tried here without disturbing anybody; null if it can. */
function whyNotHere(): string | null {
  if (process.getuid?.() !== 0) return 'only root can install and start a cron daemon';
  const { crontab, runsCron } = lookAtMachine(process.env);
  if (crontab === null || !existsSync(DAEMON)) return 'cron is not installed, and cannot be installed here';
  if (runsCron === null) return 'nothing tells whether a cron daemon runs';
  if (spawnSync('crontab', ['-l']).status === 0) return 'root has a crontab';
  return null;
}

installCron();
const whyNot = whyNotHere();
if (whyNot !== null) console.log(`The test of a real cron was passed over: ${whyNot}.`);

/** Stands for the program, and notes how it was called. */
const STUB = `
const { readFileSync, writeFileSync } = require('node:fs');
const stdin = readFileSync(0, 'utf8');
writeFileSync(__filename + '.json', JSON.stringify({ argv: process.argv.slice(2), cwd: process.cwd(), env: process.env, stdin }));
`;

describe.skipIf(whyNot !== null)('a real cron', () => {
  let daemon: ChildProcess | null = null;
  afterEach(() => {
    daemon?.kill();
    spawnSync('crontab', ['-r']);
  });

  it('runs what is installed, in the zone and with the settings and the file of the person', async ({
    expect,
  }) => {
    const user = await newUser({ zone: 'Asia/Tokyo' });
    const database = join(user.home, `100 % of "it's"`, 'a\\%b $HOME.db');
    const stub = join(user.home, 'stub %.js');
    writeFileSync(stub, STUB);
    await user.given(`add Report --for Joe --agreed "today 15:00" --in-writing --db ${quote(database)}`);
    const { exitCode } = await user.run(`cron install --yes --db ${quote(database)}`);
    expect(exitCode).toBe(0);
    const text = spawnSync('crontab', ['-l'], { encoding: 'utf8' }).stdout;
    // The line of the morning would run too if this happens to be its minute.
    const lines = text.split('\n').filter((line) => !line.includes('--morning'));
    const soon = lines.join('\n').replace('*/15 ', '* ');
    const called = soon.replaceAll(` ${LAUNCHER} `, ` ${quote(stub).replace('%', "'\\%'")} `);
    const mail = join(user.home, 'mail');
    const [due = ''] = soon.split('\n').filter((line) => line.startsWith('* '));
    const real = due.replace('TZ=', 'FOLLOWUP_NOW=2026-03-03T15:30 TZ=').concat(` > ${mail}`);
    expect(spawnSync('crontab', ['-'], { input: `${called}${real}\n` }).status).toBe(0);

    // One that runs already sees the crontab of root too.
    if (!lookAtMachine(process.env).runsCron) daemon = spawn(DAEMON, ['-f'], { stdio: 'ignore' });
    const note = `${stub}.json`;
    const hasRun = () => existsSync(note) && existsSync(mail) && readFileSync(mail, 'utf8') !== '';
    for (let waited = 0; !hasRun() && waited < PATIENCE_MS; waited += 250) await setTimeout(250);
    await setTimeout(100);
    expect(readFileSync(mail, 'utf8')).toBe(
      '1 Joe: Report, due Mon 2 Mar 2026 15:00, 1 day late (me)\nfollowup offer 1 DATE --because TEXT\n',
    );
    expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual({
      argv: ['remind', '--db', database],
      cwd: expect.any(String),
      env: expect.objectContaining({ TZ: 'Asia/Tokyo', XDG_CONFIG_HOME: join(user.home, 'config') }),
      stdin: '',
    });

    spawnSync('crontab', ['-'], { input: text });
    expect((await user.run(`cron remove --yes --db ${quote(database)}`)).exitCode).toBe(0);
    expect(spawnSync('crontab', ['-l']).status).not.toBe(0);
  }, 100_000);
});

function quote(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}
