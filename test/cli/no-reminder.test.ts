import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { type Db, writingAside } from '../../src/store/db.ts';
import { openForWriting } from '../../src/store/open.ts';
import { recordReminderRun } from '../../src/store/reminders.ts';
import type { Io } from '../../src/system/io.ts';
import { InProcessUser } from '../support/in-process.ts';

const SAID = 'No reminder has run since Mon 2 Mar 10:15: followup cron show';

/** A time on Monday, or another day of that March, in the winter time of Berlin. */
const berlin = (time: string, day = 2) => `2026-03-0${day}T${time}:00.000+01:00`;
const at = (time: string, day = 2) => ({ env: { FOLLOWUP_NOW: `2026-03-0${day}T${time}` } });

function change(user: InProcessUser, work: (db: Db) => void): void {
  const db = openForWriting(user.database);
  writingAside(db, () => work(db));
  db.close();
}

/** Somebody with work, for whom cron ran reminders every quarter of an hour until 10:15. */
async function reminded({ boot = null as string | null, awakeMs = null as number | null } = {}) {
  const user = await new InProcessUser().given('add Report --for Joe --by friday');
  change(user, (db) => {
    for (const time of ['09:30', '09:45', '10:00', '10:15']) {
      recordReminderRun(db, { at: new Date(berlin(time)).toISOString(), boot, awakeMs });
    }
  });
  return user;
}

const shown = async (user: InProcessUser, ...run: Parameters<InProcessUser['run']>) =>
  (await user.run(...run)).stdout;

describe('today', () => {
  it('says below its heading that no reminder has run since', async () => {
    const user = await reminded();
    const before = await shown(user, 'today', at('10:45'));
    expect(before).not.toContain('No reminder');
    const [heading, said, ...rest] = (await shown(user, 'today', at('10:47'))).split('\n');
    expect(said).toBe(SAID);
    expect([heading, ...rest].join('\n')).toBe(before.replace('10:45', '10:47'));
    expect(await user.json('today', at('10:45'))).toMatchObject({ noReminderSince: null });
    const since = { noReminderSince: '2026-03-02T10:15:00+01:00' };
    expect(await user.json('today', at('10:47'))).toMatchObject(since);
  });
  it('says it for one client too, and where nothing else needs anybody', async () => {
    const user = await reminded();
    await user.given('drop 1 --because done');
    expect(await shown(user, 'today --client joe', at('12:00'))).toContain(SAID);
    expect((await shown(user, 'today', at('12:00'))).split('\n')[1]).toBe(SAID);
  });
  it.each([40, 50, 61, 62, 80, 200])('says it in lines of at most %i columns', async (columns) => {
    const lines = (await shown(await reminded(), 'today', { ...at('12:00'), columns })).split('\n');
    expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
    const said = lines.slice(1, 4).join(' ');
    expect(said).toContain(SAID);
    expect(lines.some((line) => line.endsWith('followup cron show'))).toBe(true);
  });
  it('keeps to the height of the terminal, and says it however low that is', async () => {
    const user = await reminded();
    const tasks = Array.from({ length: 30 }, (_, n) => `add Job${n} -c C${n % 9} -e 9h --agreed "3 mar" -w`);
    await user.given(...tasks, 'await Data --from Zoe --by "3 mar"', 'heard Joe Hello --needs-reply');
    const lines = (await shown(user, 'today', { env: { ...at('12:00', 4).env, LINES: '24' } })).split('\n');
    expect(lines).toContain(SAID);
    expect(lines.length).toBeLessThanOrEqual(24);
  });
  it('says nothing of a file for which cron never ran, and of none', async () => {
    expect(await shown(new InProcessUser(), 'today', at('12:00', 6))).not.toContain('No reminder');
    const user = await new InProcessUser().given('add Report --for Joe --by friday');
    expect(await user.json('today', at('12:00', 6))).toMatchObject({ noReminderSince: null });
  });
  it('says nothing in a demo', async () => {
    const user = await reminded();
    change(user, (db) => db.exec(`INSERT INTO meta VALUES ('demo', '1')`));
    expect(await shown(user, 'today', at('12:00'))).not.toContain('No reminder');
  });
  it.each([
    [
      'is of an older version',
      `DROP INDEX event_message; DROP TABLE draft; DROP TABLE advice_given; DROP TABLE table_map;
       DROP TABLE reminder_mark; DROP TABLE reminder_run; PRAGMA user_version = 2`,
    ],
    ['has lost the table', 'DROP TABLE reminder_run'],
    ['has another table in its place', 'DROP TABLE reminder_run; CREATE TABLE reminder_run (at TEXT)'],
    ['has something else where times belong', `UPDATE reminder_run SET at = '10:' || substr(at, 15, 2)`],
  ])('goes on with a file that %s', async (_, sql) => {
    const user = await reminded();
    change(user, (db) => db.exec(sql));
    const { stdout, exitCode } = await user.run('today', at('12:00'));
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Report');
    expect(stdout).not.toContain('No reminder');
  });
});

describe('a run of reminders', () => {
  it('makes those be forgotten that a clock noted which was ahead', async () => {
    const user = await reminded();
    change(user, (db) => {
      for (let day = 1; day <= 8; day++) {
        recordReminderRun(db, { at: `2027-01-0${day}T09:00:00.000Z`, boot: null, awakeMs: null });
      }
      recordReminderRun(db, { at: new Date(berlin('10:30')).toISOString(), boot: null, awakeMs: null });
    });
    expect(await shown(user, 'today', at('12:00'))).toContain('since Mon 2 Mar 10:30');
  });
});

/** The machine on another day, with what it tells of when it was awake. */
function machine(time: string, day: number, wakefulness: Partial<Io['wakefulness']>) {
  const clock = () => Date.parse(berlin(time, day));
  const silent = { readClock: () => null, readLastWake: () => null };
  return { env: { FOLLOWUP_NOW: '' }, machine: { clock, wakefulness: { ...silent, ...wakefulness } } };
}

const MINUTE_MS = 60_000;

describe('a machine that was asleep since Monday', () => {
  it('is given time where a clock stopped in its sleep', async () => {
    const user = await reminded({ boot: 'a', awakeMs: 1_000 });
    const awake = (minutes: number, boot = 'a') => ({
      readClock: () => ({ boot, awakeMs: minutes * MINUTE_MS }),
    });
    expect(await shown(user, 'today', machine('09:05', 4, awake(20)))).not.toContain('No reminder');
    expect(await shown(user, 'today', machine('09:45', 4, awake(60)))).toContain(SAID);
    // It was started since.
    expect(await shown(user, 'today', machine('09:05', 4, awake(20, 'b')))).not.toContain('No reminder');
    expect(await shown(user, 'today', machine('09:45', 4, awake(40, 'b')))).toContain(SAID);
  });
  it('is given time where it tells when it woke', async () => {
    const user = await reminded();
    const woken = { readLastWake: () => Date.parse(berlin('09:00', 4)) };
    expect(await shown(user, 'today', machine('09:05', 4, woken))).not.toContain('No reminder');
    expect(await shown(user, 'today', machine('09:45', 4, woken))).toContain(SAID);
    const neverSlept = { readLastWake: () => 0 };
    expect(await shown(user, 'today', machine('10:45', 2, neverSlept))).not.toContain('No reminder');
    expect(await shown(user, 'today', machine('10:47', 2, neverSlept))).toContain(SAID);
  });
  it('is given a day where it tells nothing, or told nothing then', async () => {
    const user = await reminded();
    for (const told of [{}, { readClock: () => ({ boot: 'a', awakeMs: 9_999_999_999 }) }]) {
      expect(await shown(user, 'today', machine('16:00', 3, told))).not.toContain('No reminder');
      expect(await shown(user, 'today', machine('09:00', 4, told))).toContain(SAID);
    }
  });
  it('is asked only when runs seem to be missing', async () => {
    const fail = () => {
      throw new Error('The machine was asked.');
    };
    const asked = machine('10:45', 2, { readClock: fail, readLastWake: fail });
    expect((await (await reminded()).run('today', asked)).exitCode).toBe(0);
  });
});

describe('doctor', () => {
  it('says below its checks that no reminder has run since, which is no fault of the file', async () => {
    const user = await reminded();
    const { stdout, stderr, exitCode } = await user.run('doctor', at('12:00'));
    expect(stdout).toMatch(
      /^ {2}ok .*\n(?:.*\n)*No reminder has run since Mon 2 Mar 10:15: followup cron show\n/m,
    );
    expect([stderr, exitCode]).toEqual(['', 0]);
    const since = '2026-03-02T10:15:00+01:00';
    expect(await user.json('doctor', at('12:00'))).toMatchObject({ ok: true, noReminderSince: since });
    expect(await user.json('doctor', at('10:30'))).toMatchObject({ ok: true, noReminderSince: null });
    expect(await shown(user, 'doctor', at('10:30'))).not.toContain('No reminder');
  });
});
