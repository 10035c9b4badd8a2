import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'vitest';
import { copyOf, newUser, User } from '../support/cli.ts';

/** Work finished in the weeks before, by day in February 2026: title, client, estimate, hours taken. */
const RECORD: readonly (readonly [
  day: number,
  title: string,
  client: string,
  estimate: string,
  took: string,
])[] = [
  [3, 'Price list', 'Joe', '2h', '2h'],
  [4, 'Landing page', 'Acme Corp', '8h', '11h'],
  [6, 'Newsletter', 'Globex', '3h', '3h'],
  [9, 'Data export', 'Acme Corp', '4h', '6h'],
  [10, 'Logo', 'Joe', '5h', '4h'],
  [12, 'Workshop slides', 'Globex', '6h', '9h'],
  [13, 'Invoice form', 'Joe', '2h', '2h'],
  [17, 'Search', 'Acme Corp', '10h', '14h'],
  [18, 'Banner', 'Joe', '1h', '1h'],
  [20, 'Import', 'Acme Corp', '6h', '6h'],
  [24, 'Report template', 'Globex', '4h', '5h'],
  [26, 'Contact page', 'Joe', '3h', '4h'],
];

/** Monday of a week with work for three clients, and a record to learn from. */
async function aConsultant(): Promise<User> {
  const user = await newUser({ now: '2026-02-02T09:00' });
  for (const [, title, client, estimate] of RECORD) {
    await user.given(`add "${title}" --for "${client}" --estimate ${estimate} --agreed "27 feb" -w`);
  }
  for (const [index, [day, , , , took]] of RECORD.entries()) {
    user.at(`2026-02-${String(day).padStart(2, '0')}T16:00`);
    await user.given(`done ${index + 1} --took ${took}`);
  }
  user.at('2026-03-02T08:55');
  await user.given(
    `accept 1-${RECORD.length}`,
    'add "Quarterly report" --for Joe --estimate 6h --agreed "thu 5 mar" -w',
    'add "Checkout redesign" --for "Acme Corp" --estimate 2-3d --agreed "13 mar" -w',
    'promise "review the contract" --to Globex --by "wed 4 mar 3pm" --estimate 2h',
    'spend 13 2h',
  );
  return new User(user.home, { now: '2026-03-02T09:00' });
}

let start: Promise<User> | undefined;

/** A copy of that user for each test. */
function consultant(): Promise<User> {
  start ??= aConsultant();
  return copyOf(start);
}

describe.concurrent('a request without a date', () => {
  it('gets an offer, with the calculation in three lines', async ({ expect }) => {
    const user = await consultant();
    await user.runAll(
      'add "Sales dashboard" --for Joe --estimate 5h',
      'forecast 16',
      'offer 16 --explain --via email',
      'agree 16',
      'history 16',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/plan/offer.txt');
  });

  it('takes as long as usual for its client, for all, or by the setting, if nobody has estimated it', async ({
    expect,
  }) => {
    const user = await consultant();
    await user.runAll('add "One more page" --for "Acme Corp"', 'add "First thing" --for Initech');
    const stranger = await newUser();
    await stranger.runAll(
      'add "First thing" --for Initech',
      'config offer.effort "1 working day"',
      'offer 1',
    );
    await expect(`${user.transcript()}\n${stranger.transcript()}`).toMatchFileSnapshot(
      'snapshots/plan/no-estimate.txt',
    );
  });

  it('gets the date that the client would like, if it holds', async ({ expect }) => {
    const user = await consultant();
    await user.given('add "Brochure" --for Joe --estimate 2h --by "30 apr"');
    expect(await user.json('offer 16')).toMatchObject({ offered: '2026-04-30T17:00:00+02:00' });
  });

  it('gets the same offer again, and two requests get a place each', async ({ expect }) => {
    const user = await consultant();
    await user.given('add "One" --for Joe --estimate 5h', 'add "Two" --for Joe --estimate 5h');
    const forecast = await user.json<{ proposal: { date: string } }[]>('forecast 16');
    const twin = await copyOf(Promise.resolve(user));
    expect(await twin.json('forecast 16')).toEqual(forecast);
    const [one, two] = await user.json<{ offered: string }[]>('offer 16,17');
    expect(one?.offered).toBe(forecast[0]?.proposal.date);
    expect((two?.offered ?? '') > (one?.offered ?? '')).toBe(true);
  });

  it('is offered by the settings', async ({ expect }) => {
    const user = await consultant();
    await user.given('add "One" --for Joe --estimate 5h');
    const dates: Record<string, string> = {};
    for (const setting of [
      'offer.confidence 0.5',
      'offer.confidence 0.95',
      'offer.buffer 50%',
      'offer.buffer "3 working days"',
      'work.focus 0.3',
    ]) {
      const other = await copyOf(Promise.resolve(user));
      await other.given(`config ${setting}`);
      const [explained] = await other.json<{ proposal: { date: string; target: string } }[]>('forecast 16');
      dates[setting] = `${explained?.proposal.target.slice(0, 10)} ${explained?.proposal.date.slice(0, 10)}`;
    }
    expect(dates).toMatchSnapshot();
  });
});

describe.concurrent('a date that does not fit', () => {
  it('is shown with the dates it would harm, and what fits', async ({ expect }) => {
    const user = await consultant();
    await user.runAll(
      'add "Campaign" --for Globex --estimate 12h --by "wed 4 mar"',
      'offer 16',
      'counter 16 "thu 5 mar" --because "the fair opens on Friday"',
      'agree 16 "thu 5 mar" --in-writing',
      'today',
      'overdue',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/plan/clash.txt');
  });

  it('is in danger, and today says so to programs', async ({ expect }) => {
    const user = await consultant();
    await user.given('add "Campaign" --for Globex --estimate 12h --agreed "wed 4 mar" -w');
    const { attention } = await user.json<{ attention: Record<string, unknown>[] }>('today');
    const line = attention.find(({ reason, id }) => reason === 'at-risk' && id === 16);
    expect(line).toMatchObject({
      severity: 'today',
      client: 'Globex',
      command: 'followup offer 16 DATE --because TEXT',
      needs: ['DATE', 'TEXT'],
    });
    expect(line?.since).toBe('2026-03-02T00:00:00+01:00');
    expect(line?.message).toMatch(/% likely by Wed 4 Mar; a date that holds: /);
  });
});

describe.concurrent('the plan', () => {
  it('is the queue, as a table and as bars', async ({ expect }) => {
    const user = await consultant();
    await user.given('add "Sales dashboard" --for Joe --estimate 5h', 'offer 16');
    await user.runAll('forecast', 'forecast --plain', 'forecast --json');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/plan/forecast.txt');
  });

  it('is a month: working days, days off, load and due dates', async ({ expect }) => {
    const user = await consultant();
    await user.given('config work.holidays DE-BE', 'away "16 mar..20 mar" --note skiing');
    await user.runAll('calendar', 'calendar april', 'calendar 2026-12', 'calendar soon');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/plan/calendar.txt');
    const march =
      await user.json<{ date: string; off: string | null; workingDay: boolean }[]>('calendar march');
    expect(march).toHaveLength(31);
    expect(march.filter(({ off }) => off === 'away').map(({ date }) => date)).toEqual(
      [16, 17, 18, 19, 20].map((day) => `2026-03-${day}`),
    );
  });

  it('has days away, which every clock skips', async ({ expect }) => {
    const user = await newUser();
    await user.runAll(
      'away',
      'away "thu 5 mar..mon 9 mar" --note skiing',
      'away 2026-12-21 to 2 jan',
      'away friday',
      'away "10 mar..9 mar"',
      'away 5..6..7',
      'away',
      'away --plain',
      'away --json',
      'when in 3 working days',
      'history',
      'away --cancel friday',
      'away --cancel friday',
      'undo',
      'when in 3 working days',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/plan/away.txt');
  });

  it('of days away may be a week, a month, or two days in many forms', async ({ expect }) => {
    const user = await newUser();
    const spans: Record<string, string> = {};
    for (const words of [
      'next week',
      'july',
      'next monday..next friday',
      'tomorrow..day after tomorrow',
      '21 dec - 2 jan',
      '24-31 dec',
      'friday until monday',
    ]) {
      const other = await copyOf(Promise.resolve(user));
      const [away] = await other.json<{ first: string; last: string }[]>(['away', words]);
      spans[words] = `${away?.first} ${away?.last}`;
    }
    expect(spans).toEqual({
      'next week': '2026-03-09 2026-03-15',
      july: '2026-07-01 2026-07-31',
      'next monday..next friday': '2026-03-09 2026-03-13',
      'tomorrow..day after tomorrow': '2026-03-03 2026-03-04',
      '21 dec - 2 jan': '2026-12-21 2027-01-02',
      '24-31 dec': '2026-12-24 2026-12-31',
      'friday until monday': '2026-03-06 2026-03-09',
    });
  });

  it('has hours away, which leave the rest of a working day', async ({ expect }) => {
    const user = await newUser();
    await user.given('promise "send the notes" --to Joe --by "wed 25 mar 4pm"');
    await user.runAll(
      'away "25 mar 2pm" --note dentist',
      'away "24 mar until 11am"',
      'away "24 mar 10:00..25 mar 9:00"',
      'away "24 mar 14:00-16:00"',
      'away "fri 27 mar noon..mon 30 mar"',
      'away',
      'away --plain',
      'away --json',
      'calendar',
      'history',
      'away --cancel "24 mar"',
      'away --cancel "24 mar 3pm"',
      'when in 3 working days',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/plan/hours-away.txt');
    const march = await user.json<{ date: string; workingDay: boolean; hours: number }[]>('calendar march');
    const hoursOf = (day: number) => march.find(({ date }) => date === `2026-03-${day}`);
    expect(hoursOf(24)).toMatchObject({ workingDay: true, off: null, hours: 6 });
    expect(hoursOf(25)).toMatchObject({ hours: 5, hoursOff: [{ from: '14:00', until: '24:00' }] });
    expect(hoursOf(27)).toMatchObject({ hours: 3 });
    expect(hoursOf(30)).toMatchObject({ workingDay: false, off: 'away', hours: 0 });
  });

  it('has days away that have passed or hold today', async ({ expect }) => {
    const user = await newUser();
    await user.runAll(
      'away "27 feb..6 mar" --note ill',
      'away "16 feb..20 feb"',
      'away',
      'away --cancel "27 feb"',
    );
    user.at('2026-03-10T09:00');
    await user.runAll('away "mon 2 mar..fri 6 mar"', 'away "tue 2 mar"', 'away --cancel "tue 10 mar"');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/plan/days-passed.txt');
  });

  it('of days away says which dates it endangers', async ({ expect }) => {
    const user = await consultant();
    await user.runAll('away "tue 10 mar..fri 13 mar"', 'undo', 'away "20 mar"', 'redo');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/plan/away-in-danger.txt');
  });

  it('is not brought back over days that were planned since', async ({ expect }) => {
    const user = await newUser();
    await user.given('away "16 mar..20 mar"', 'undo', 'away "18 mar..24 mar"');
    const { exitCode, stderr } = await user.run('redo');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr:
        'away cannot be done again: you are now away from 2026-03-18 to 2026-03-24.\nDo it again by hand instead.\n',
    });
  });

  it('is the same in colours', async ({ expect }) => {
    const user = await consultant();
    const escapes = new RegExp(`${'\u001b'}\\[[0-9;]*m`, 'g');
    for (const line of ['forecast', 'forecast 14', 'calendar', 'today', 'offer 13', 'client joe']) {
      const plain = await user.run(line);
      const coloured = await user.run(line, { env: { FORCE_COLOR: '1' } });
      expect(coloured.stdout, line).not.toBe(plain.stdout);
      expect(coloured.stdout.replace(escapes, ''), line).toBe(plain.stdout);
    }
  });

  it('shows every kind of date, and fields for programs that read lines', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'promise "send the notes" --to Joe --by "fri 6 mar"',
      'await "the logins" --from Dana --by "thu 5 mar"',
      'add Report --for Joe --estimate 4h --agreed "wed 4 mar" -w',
    );
    await user.runAll('calendar', 'forecast 3 --plain', 'forecast --plain');
    const { stdout } = await user.run('calendar --plain');
    user.remark(stdout.split('\n').slice(1, 8).join('\n'));
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/plan/dates.txt');
  });
});

describe.concurrent('refusals of plans', () => {
  it('say what to do', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'promise "send the notes" --to Joe --by "fri 6 mar"',
      'await "the logins" --from Dana --by "thu 5 mar"',
      'add Report --for Joe --estimate 4h',
      'add Old --for Joe',
      'drop 4 -r "no budget"',
    );
    await user.runAll(
      'forecast 1',
      'forecast 2',
      'forecast 4',
      'forecast 99',
      'forecast x',
      'offer 3 --at "2 mar 9:15"',
      'offer 3 --estimate 99999h',
      'offer 3 --estimate 0h',
      'client joe --zone ""',
      'client joe --zone Mars/Olympus',
      'client nobody --zone UTC',
      'away ""',
      'away someday',
      'config work.holidays UK',
      'config work.hours "sat 9-17"',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/plan/refusals.txt');
  });

  it('of a region in the file leave config able to correct it', async ({ expect }) => {
    const user = await newUser();
    mkdirSync(dirname(user.configFile), { recursive: true });
    writeFileSync(user.configFile, '[work]\nholidays = "UK"\n');
    await user.runAll(
      'today',
      'when friday',
      'config work.holidays',
      'config work.holidays GB',
      'when friday',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/plan/region.txt');
  });
});
