import { describe, expect, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';

interface Queued {
  readonly id: number;
  readonly chance: number;
}
interface Line {
  readonly reason: string;
  readonly id: number;
  readonly chance?: number;
  readonly holds?: string;
}
interface Written {
  readonly id: number;
  readonly chance: number | null;
  readonly offered: string | null;
  readonly proposal?: { readonly date: string };
  readonly feasibility?: {
    readonly chance: number;
    readonly slips: readonly object[];
    readonly fits: boolean;
  };
}

/** A user on Monday morning, 2 March 2026, in New York. */
async function onMonday(...lines: readonly string[]): Promise<User> {
  const user = await newUser({ now: '2026-03-02T09:00', zone: 'America/New_York' });
  await user.given(...lines);
  return user;
}

const atRisk = async (user: User) =>
  (await user.json<{ attention: Line[] }>('today')).attention.filter(({ reason }) => reason === 'at-risk');

describe.concurrent('what is shown is true when it is acted on', () => {
  it('a job is never offered earlier because more stands ahead of it', async () => {
    const dates: (string | undefined)[] = [];
    for (const hours of [50, 57, 58, 65, 66, 90]) {
      const user = await onMonday(`add API --for Ann -e ${hours}h --agreed "fri 20 mar" -w`);
      const { proposal } = await user.json<Written>('add portal --for Bob -e 3h');
      dates.push(proposal?.date);
    }
    expect(dates).toEqual(dates.toSorted());
  });

  it('a job of an hour is done in between, whatever stands ahead', async () => {
    for (const hours of [57, 58, 65, 66]) {
      const user = await onMonday(`add API --for Ann -e ${hours}h --agreed "fri 20 mar" -w`);
      const { proposal } = await user.json<Written>('add logo --for Bob -e 1h');
      expect(proposal?.date.slice(0, 10)).toBe('2026-03-02');
    }
  });

  it('a date that would hold holds once it is taken', async () => {
    const user = await onMonday(
      'add A --for Joe -e 21h --agreed "fri 6 mar" -w',
      'add B --for Ann -e 6h --agreed "mon 9 mar" -w',
    );
    const risk = (await atRisk(user)).find(({ id }) => id === 1);
    await user.given(`move 1 ${risk?.holds?.slice(0, 10)} -w -r "they were late"`);
    expect((await atRisk(user)).map(({ id }) => id)).not.toContain(1);
  });

  it('a date has one chance: when it is added, in the forecast, in today, for its client and to programs', async () => {
    const user = await onMonday('add A --for Joe -e 19h --agreed "fri 6 mar" -w');
    const { feasibility, chance } = await user.json<Written>('add B --for Ann -e 8h --agreed "fri 6 mar" -w');
    const queue = await user.json<Queued[]>('forecast');
    const list = await user.json<Written[]>('list');
    const [ann] = (await user.json<{ open: Written[] }>('client Ann')).open;
    const shown = await user.json<Written>('show 2');
    const today = (await atRisk(user)).find(({ id }) => id === 2);
    const forecast = queue.find(({ id }) => id === 2)?.chance;
    expect(chance).toBe(forecast);
    expect([
      feasibility?.chance,
      ann?.chance,
      shown.chance,
      today?.chance,
      list.find(({ id }) => id === 2)?.chance,
    ]).toEqual(Array(5).fill(forecast));
  });

  it('the work is in one order', async () => {
    const user = await onMonday(
      'add Large --for Joe -e 14h --agreed friday -w',
      'add Small --for Ann -e 2h --agreed friday -w',
      'add Offered --for Ann -e 3h',
      'offer 3 thursday',
    );
    const { work } = await user.json<{ work: { id: number }[] }>('today');
    const queue = await user.json<Queued[]>('forecast');
    expect(work.map(({ id }) => id)).toEqual(queue.map(({ id }) => id));
    expect(work.map(({ id }) => id)).toEqual([3, 1, 2]);
  });

  it('a change says only what it does itself', async () => {
    const user = await onMonday(
      'add A --for Joe -e 20h --agreed "mon 9 mar" -w',
      'add B --for Ann -e 20h --agreed "tue 10 mar" -w',
    );
    const shrunk = await user.json<Written>('edit 1 -e 18h');
    expect(shrunk.feasibility?.slips).toEqual([]);
    const moved = await user.json<Written>('move 1 "wed 11 mar" -w -r "they were late"');
    expect(moved.feasibility?.slips).toEqual([]);
    const grown = await user.json<Written>('edit 2 -e 30h');
    expect(grown.feasibility?.slips).toMatchObject([{ id: 1 }]);
  });

  it('the earliest date that fits is the same before and after another one is offered', async () => {
    const user = await onMonday(
      'add A --for Joe -e 16h --agreed "tue 10 mar" -w',
      'add B --for Ann -e 24h --agreed "thu 19 mar" -w',
    );
    const fits = async (line: string) =>
      (await user.json<{ feasibility: { earliest: string } }>(line)).feasibility.earliest;
    const asked = await fits('add C --for Zoe -e 6h --by "fri 6 mar 3am"');
    expect(await fits('offer 3 "fri 6 mar 5pm"')).toBe(asked);
  });

  it('work that has outlasted its estimate is not as good as done', async () => {
    const user = await onMonday('add A --for Joe -e 4h --agreed today -w', 'spend 1 12h');
    const [queued] = await user.json<(Queued & { hoursLeft: number })[]>('forecast');
    expect(queued?.hoursLeft).toBeGreaterThan(2);
    expect(queued?.chance).toBeLessThan(1);
  });

  it('evidence keeps its place, and a file that was named but is not there is no good day', async () => {
    const user = await onMonday('add A --for Joe', 'note 1 --link ./proof.pdf');
    const { stdout } = await user.run('show 1');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/ \/\S*proof\.pdf/);
    const missing = await user.run('overdue --quiet', { env: { FOLLOWUP_DB: '/nope/x.db' } });
    expect([missing.exitCode, missing.stdout]).toEqual([5, '']);
  });

  it('chances from few tasks are shown as that', async () => {
    const user = await onMonday('add A --for Joe -e 4h --agreed "fri 6 mar" -w');
    expect((await user.run('show 1')).stdout).not.toContain('few tasks');
    expect((await user.run('move 1 "mon 9 mar" -w -r ill')).stdout).toContain('(few tasks yet)');
  });

  it('an overload is said once, with the hours and until when', async () => {
    const lines = [1, 2, 3, 4].map((n) => `add Job${n} --for Joe -e 12h --agreed "fri 6 mar" -w`);
    const user = await onMonday(...lines);
    const { stdout } = await user.run('today');
    expect(stdout).toContain('More is promised than fits: 24h too much until Fri 6 Mar.');
    expect(stdout).not.toContain('a date that holds');
    const { overload } = await user.json<{ overload: object }>('today');
    expect(overload).toEqual({ hours: 24, until: '2026-03-06T17:00:00-05:00' });
  });
});
