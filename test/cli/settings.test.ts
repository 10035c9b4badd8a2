import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';

function configure(user: User, text: string): void {
  mkdirSync(dirname(user.configFile), { recursive: true });
  writeFileSync(user.configFile, text);
}

const COMMENTED = `# my settings
zone = "America/New_York"   # where I live

[work]
# four days a week
days = "mon-thu"
hours = "08:30-16:30"

[update]
every = "weekly"
`;

describe.concurrent('config', () => {
  it('shows and changes settings', async ({ expect }) => {
    const user = await newUser();
    await user.runAll(
      'config',
      'config work.hours',
      'config work.hours 08:30-16:30',
      'config update.every "every 2 working days"',
      'config dates.order dmy',
      'config offer.confidence 0.9',
      'config work.holidays DE-BE',
      'config',
      'config --plain',
      'config work.hours --json',
      'config work.hours --unset',
      'config work.hours --unset',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/config.txt');
    await expect(readFileSync(user.configFile, 'utf8')).toMatchFileSnapshot('snapshots/config.toml');
  });

  it('keeps comments and every other line', async ({ expect }) => {
    const user = await newUser({ zone: null });
    configure(user, COMMENTED);
    await user.given(
      'config work.hours 9:00-17:00',
      'config warn.before "2 working days"',
      'config zone Asia/Tokyo',
    );
    const lines = readFileSync(user.configFile, 'utf8').split('\n');
    for (const line of ['# my settings', '# four days a week', 'days = "mon-thu"', 'every = "weekly"']) {
      expect(lines).toContain(line);
    }
    await user.given('config work.hours --unset', 'config warn.before --unset', 'config zone --unset');
    const kept = readFileSync(user.configFile, 'utf8');
    expect(kept).toContain('# four days a week');
    expect(kept).not.toMatch(/hours|before|zone/);
  });

  it('keeps a remark behind the line that it changes', async ({ expect }) => {
    const user = await newUser({ zone: null });
    configure(user, COMMENTED);
    await user.given('config zone Asia/Tokyo');
    expect(readFileSync(user.configFile, 'utf8')).toContain('# where I live');
  });

  it('names what is wrong in the file', async ({ expect }) => {
    const user = await newUser();
    for (const text of [
      'zoen = "UTC"\n',
      '[work]\nhour = "9-5"\n',
      '[work]\nhours = "late"\n',
      'zone = \n',
      '[work\n',
      '[work]\ndays = ["mon", "tue"]\n',
      '[offer]\nconfidence = 2\n',
    ]) {
      configure(user, text);
      user.remark(JSON.stringify(text));
      await user.run('list');
    }
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/config-errors.txt');
  });

  it('changes what is computed', async ({ expect }) => {
    const user = await newUser();
    await user.given('config work.hours 08:00-16:00', 'config work.days mon-thu', 'config dates.order dmy');
    expect(await user.json('when thursday')).toMatchObject({ at: '2026-03-05T16:00:00+01:00' });
    expect(await user.json('when in 4 working days')).toMatchObject({ at: '2026-03-09T16:00:00+01:00' });
    expect(await user.json('when 5/6')).toMatchObject({ at: '2026-06-05T16:00:00+02:00' });
    await user.given('config update.every daily', 'add Report -c Joe --agreed "12 mar" -w');
    expect(await user.json('show 1')).toMatchObject({
      cadence: 'daily',
      nextUpdate: '2026-03-03T16:00:00+01:00',
    });
  });
});

describe.concurrent('clock times', () => {
  it('are read by the clock of the one spoken to, which goes by how they write dates', async ({ expect }) => {
    const user = await newUser();
    const clock = async () => (await user.json<{ value: string }>('config dates.clock')).value;
    const at = async (line: string) => (await user.json<{ wantedBy: string }>(line)).wantedBy.slice(11, 16);
    expect(await clock()).toBe('12h');
    await user.given('told Dana hello', 'told Max hello', 'client Dana --set dates.order=dmy');
    expect(await at('add Report --for Dana --by "friday 7:30"')).toBe('07:30');
    expect(await at('add Report --for Max --by "friday 7:30"')).toBe('19:30');
    await user.given('config dates.order dmy', 'client Max --set dates.clock=12h');
    expect(await clock()).toBe('24h');
    expect(await user.json('when friday 7:30')).toMatchObject({ at: '2026-03-06T07:30:00+01:00' });
    expect(await at('add Report --for Max --by "friday at 7"')).toBe('19:00');
    expect(await at('add Report by friday at 7 @dana')).toBe('07:00');
    await user.given('config dates.clock 12h');
    expect(await user.json('when friday 7:30')).toMatchObject({ at: '2026-03-06T19:30:00+01:00' });
    expect(await user.json('when daily at 7:30')).toMatchObject({
      rrule: 'FREQ=DAILY;BYHOUR=19;BYMINUTE=30',
    });
  });

  it('in a cadence as in a date', async ({ expect }) => {
    const user = await newUser();
    const next = async (line: string) => {
      const { nextUpdate } = await user.json<{ nextUpdate: string }>(line);
      return nextUpdate.slice(11, 16);
    };
    await user.given('told Dana hello', 'told Max hello', 'client Dana --set dates.clock=24h');
    const add = 'add Report --agreed "20 mar" -w --update-every "daily at 7:30"';
    expect(await next(`${add} --for Dana`)).toBe('07:30');
    expect(await next(`${add} --for Max`)).toBe('19:30');
    expect(await next('edit 2 --update-every "daily at 6:15"')).toBe('18:15');
    expect(await next('update 1 "nothing new" --every "daily at 6:15"')).toBe('06:15');
    await user.given('config update.every "daily at 7:45"');
    expect(await next('add Report --agreed "20 mar" -w --for Dana')).toBe('07:45');
    expect(await next('add Report --agreed "20 mar" -w --for Max')).toBe('19:45');
  });
});

describe.concurrent('a week from Sunday to Thursday', () => {
  it('is that of the calendar, of dates and of cadences', async ({ expect }) => {
    const user = await newUser();
    await user.given('config work.days sun-thu', 'config update.every "each working day"');
    expect(await user.json('when eow')).toMatchObject({ at: '2026-03-05T17:00:00+01:00' });
    expect(await user.json('when before the weekend')).toMatchObject({ at: '2026-03-05T17:00:00+01:00' });
    expect(await user.json('when next week')).toMatchObject({ at: '2026-03-08T17:00:00+01:00' });
    await user.given('add Report -c Joe --agreed "thu 26 mar" -w');
    user.at('2026-03-05T09:00');
    expect(await user.json('update 1 "nothing new"')).toMatchObject({
      nextUpdate: '2026-03-08T17:00:00+01:00',
    });
    const { stdout } = await user.run('calendar');
    expect(stdout).toMatch(/^Sun +Mon +Tue +Wed +Thu +Fri +Sat$/m);
    expect(stdout).toMatch(/^1 +2 +3 +4 +5 today +6 +7$/m);
  });
});

describe.concurrent('precedence', () => {
  it('takes the zone from TZ, then the configuration, then the system', async ({ expect }) => {
    const user = await newUser({ zone: null });
    const zoneNow = async (env: Record<string, string> = {}) => {
      const { stdout } = await user.run('today --json', {
        env: { FOLLOWUP_NOW: '2026-07-01T12:00:00Z', ...env },
      });
      return (JSON.parse(stdout) as { now: string }).now;
    };
    const system = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (system === 'UTC' || system === 'Etc/UTC') expect(await zoneNow()).toBe('2026-07-01T12:00:00+00:00');
    await user.given('config zone Asia/Tokyo');
    expect(await zoneNow()).toBe('2026-07-01T21:00:00+09:00');
    expect(await zoneNow({ TZ: 'America/New_York' })).toBe('2026-07-01T08:00:00-04:00');
    expect(await zoneNow({ TZ: '' })).toBe('2026-07-01T21:00:00+09:00');
  });

  it('never substitutes another zone for an unknown name', async ({ expect }) => {
    const user = await newUser();
    for (const TZ of ['europe/berlin', 'Europe', 'leapseconds']) {
      const { stdout, exitCode } = await user.run('when 5pm --json', { env: { TZ } });
      expect(exitCode === 0 ? stdout : 'refused', TZ).toMatch(/refused|\+01:00/);
    }
  });

  it('takes the database from --db, then FOLLOWUP_DB, then the data folder', async ({ expect }) => {
    const user = await newUser();
    const named = join(user.home, 'named.db');
    const inEnvironment = join(user.home, 'environment.db');
    const env = { FOLLOWUP_DB: inEnvironment };
    await user.run(['add', 'Flag', '--db', named], { env });
    await user.run(['--db', named, 'add', 'Flag first'], { env });
    await user.run('add Environment', { env });
    await user.run('add Default');
    const titles = async (words: string[], options = {}) =>
      (await user.json<{ title: string }[]>(['list', '--sort', 'number', ...words], options)).map(
        ({ title }) => title,
      );
    expect(await titles(['--db', named], { env })).toEqual(['Flag', 'Flag first']);
    expect(await titles([], { env })).toEqual(['Environment']);
    expect(await titles([])).toEqual(['Default']);
    expect(existsSync(user.database)).toBe(true);
    const { stdout } = await user.run('list', { env: { XDG_DATA_HOME: undefined } });
    expect(stdout).toBe('There is nothing to list.\n');
  });

  it('falls back on the usual folders of the home', async ({ expect }) => {
    const user = await newUser();
    const env = { XDG_DATA_HOME: undefined, XDG_CONFIG_HOME: undefined };
    await user.run('add Report', { env });
    await user.run('config work.days mon-thu', { env });
    expect(existsSync(join(user.home, '.local/share/followup/followup.db'))).toBe(true);
    expect(existsSync(join(user.home, '.config/followup/config.toml'))).toBe(true);
  });

  it('reads FOLLOWUP_NOW as local unless it has an offset', async ({ expect }) => {
    const user = await newUser();
    const now = async (text: string) =>
      (await user.json<{ now: string }>('today', { env: { FOLLOWUP_NOW: text } })).now;
    expect(await now('2026-03-05T09:00')).toBe('2026-03-05T09:00:00+01:00');
    expect(await now('2026-03-05T09:00:00Z')).toBe('2026-03-05T10:00:00+01:00');
    expect(await now('2026-03-05T09:00:00.500+05:30')).toBe('2026-03-05T04:30:00+01:00');
    expect(await now('2026-03-05')).toBe('2026-03-05T00:00:00+01:00');
  });
});

describe.concurrent('rights', () => {
  const rights = (path: string) => (statSync(path).mode & 0o777).toString(8);

  it('keeps the files from others', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe', 'config work.days mon-thu');
    expect(rights(user.database)).toBe('600');
    expect(rights(dirname(user.database))).toBe('700');
    expect(rights(user.configFile)).toBe('600');
    expect(rights(dirname(user.configFile))).toBe('700');
  });
});
