import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

interface Entry {
  readonly uid: string;
  readonly what: string;
  readonly id: number | null;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly cancelled: boolean;
  readonly sequence: number;
}

const at = (now: string) => ({ env: { FOLLOWUP_NOW: now } });

/** What is in the calendar, by title. */
async function entriesOf(user: InProcessUser, now = '2026-03-02T09:30', options = ''): Promise<Entry[]> {
  const { stdout, stderr } = await user.run(`export --ics --json ${options}`, at(now));
  if (stderr) throw new Error(stderr);
  return JSON.parse(stdout);
}

const briefly = (entries: readonly Entry[]) =>
  entries.map(({ title, start, cancelled }) => `${title} ${start}${cancelled ? ' cancelled' : ''}`);

const calendarOf = async (user: InProcessUser, now: string) =>
  (await user.run('export --ics', at(now))).stdout;

describe('the calendar', () => {
  it('has promises of both directions, replies, and days away, with their ends', async () => {
    const user = await new InProcessUser().given(
      'add Report --for Joe --agreed "20 mar" -w --estimate 6h',
      'promise "send the notes" --to Joe --by "thu 3pm"',
      'await Figures --from Dana --by friday --for Joe',
      'heard Joe "when?" --needs-reply --by "tue 2pm"',
      'away "16 mar..18 mar" --note skiing',
      'away "25 mar 2pm"',
      'add Undated --for Joe --by friday',
    );
    expect(briefly(await entriesOf(user))).toEqual([
      'Due: Report (Joe) 2026-03-20',
      'Target: Report (Joe) 2026-03-20T12:00:00+01:00',
      'Update: Report (Joe) 2026-03-05T17:00:00+01:00',
      'Promised: send the notes (Joe) 2026-03-05T15:00:00+01:00',
      'Expected: Figures (Dana) 2026-03-06',
      'Reply: when? (Joe) 2026-03-03T14:00:00+01:00',
      'Away: skiing 2026-03-16',
      'Away 2026-03-25T14:00:00+01:00',
    ]);
    const away = (await entriesOf(user)).filter(({ what }) => what === 'away');
    expect(away.map(({ end }) => end)).toEqual(['2026-03-19', '2026-03-26T00:00:00+01:00']);
  });

  it('of one client has what concerns them or what they promised, and no days away', async () => {
    const user = await new InProcessUser().given(
      'promise Notes --to Joe --by tuesday',
      'promise Plan --to Ann --by tuesday',
      'await Figures --from Joe --by friday --for Ann',
      'away "16 mar"',
    );
    const titles = (await entriesOf(user, undefined, '-c joe')).map(({ title }) => title);
    expect(titles).toEqual(['Promised: Notes (Joe)', 'Expected: Figures (Joe)']);
  });

  it('is the same to the byte, whenever it is made', async () => {
    const user = await new InProcessUser().given(
      'add Report --for Joe --agreed "20 mar" -w --estimate 6h',
      'promise "the figures" --to Ann --every "every friday"',
      'promise Notes --to Joe --by friday',
      'away "16 mar"',
    );
    const first = await calendarOf(user, '2026-03-02T09:30');
    expect(await calendarOf(user, '2026-03-02T09:30')).toBe(first);
    expect(await calendarOf(user, '2026-03-05T18:00')).toBe(first);
  });

  it('has what was closed as cancelled for thirty days, and days away that were cancelled', async () => {
    const user = await new InProcessUser().given(
      'promise Notes --to Joe --by tuesday',
      'promise Plan --to Joe --by tuesday',
      'away "16 mar" --note skiing',
      'done 1',
      'drop 2 --because "not needed"',
      'away --cancel "16 mar"',
    );
    expect(briefly(await entriesOf(user, '2026-04-01T09:00'))).toEqual([
      'Promised: Notes (Joe), done 2026-03-03 cancelled',
      'Promised: Plan (Joe), dropped 2026-03-03 cancelled',
      'Away: skiing, cancelled 2026-03-16 cancelled',
    ]);
    expect(await entriesOf(user, '2026-04-01T10:31')).toEqual([]);
  });

  it('updates the entry of a date that is moved, also when that is taken back', async () => {
    const user = await new InProcessUser().given('promise Notes --to Joe --by friday');
    const seen: Entry[] = [];
    const look = async () => seen.push(...(await entriesOf(user)).filter(({ what }) => what === 'due'));
    await look();
    for (const line of ['move 1 "12 mar" --because ill', 'undo', 'redo']) {
      await user.given(line);
      await look();
    }
    expect(new Set(seen.map(({ uid }) => uid)).size).toBe(1);
    expect(seen.map(({ start }) => start)).toEqual(['2026-03-06', '2026-03-12', '2026-03-06', '2026-03-12']);
    expect(seen.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  });

  it('has the next times of what comes again, whose entries go on once they are opened', async () => {
    const user = await new InProcessUser().given('promise "the figures" --to Ann --every "every friday"');
    const before = await entriesOf(user);
    expect(before.map(({ start, id }) => [start, id])).toEqual([
      ['2026-03-06', 1],
      ['2026-03-13', null],
      ['2026-03-20', null],
      ['2026-03-27', null],
      ['2026-04-03', null],
    ]);
    await user.run('done 1', at('2026-03-06T12:00'));
    const after = await entriesOf(user, '2026-03-09T09:00');
    expect(after.map(({ start, id, cancelled }) => [start, id, cancelled])).toEqual([
      ['2026-03-06', 1, true],
      ['2026-03-13', 2, false],
      ['2026-03-20', null, false],
      ['2026-03-27', null, false],
      ['2026-04-03', null, false],
      ['2026-04-10', null, false],
    ]);
    const opened = (entries: readonly Entry[]) => entries.find(({ start }) => start === '2026-03-13');
    expect(opened(after)?.uid).toBe(opened(before)?.uid);
    expect(opened(after)?.sequence).toBeGreaterThan(opened(before)?.sequence ?? Number.NaN);
  });

  it('brings up to date what comes again by itself before it is made', async () => {
    const user = await new InProcessUser().given('promise "the figures" --to Ann --every "every friday"');
    const later = await entriesOf(user, '2026-03-16T09:00');
    expect(later.filter(({ id }) => id !== null).map(({ start }) => start)).toEqual([
      '2026-03-06',
      '2026-03-13',
      '2026-03-20',
    ]);
  });

  it('cancels the target and the update that there are no more, as long as the commitment is there', async () => {
    const user = await new InProcessUser().given(
      'add Report --for Joe --agreed "20 mar" -w --estimate 6h',
      'move 1 "4 mar" --because "they need it"',
    );
    const later = await entriesOf(user, '2026-04-20T09:00');
    expect(briefly(later)).toEqual([
      'Due: Report (Joe) 2026-03-04',
      'Target: Report (Joe) 2026-03-04T12:00:00+01:00',
      'Update: Report (Joe), cancelled 2026-03-05T17:00:00+01:00 cancelled',
    ]);
    await user.given('done 1');
    expect(briefly(await entriesOf(user))).toEqual([
      'Due: Report (Joe), done 2026-03-04 cancelled',
      'Target: Report (Joe), done 2026-03-04T12:00:00+01:00 cancelled',
      'Update: Report (Joe), done 2026-03-05T17:00:00+01:00 cancelled',
    ]);
  });

  it('cancels what was taken back, for thirty days', async () => {
    const user = await new InProcessUser().given('promise Notes --to Joe --by friday');
    const [before] = await entriesOf(user);
    await user.given('undo');
    const [after] = await entriesOf(user, '2026-04-01T10:29');
    expect(briefly(after ? [after] : [])).toEqual(['Promised: Notes (Joe), cancelled 2026-03-06 cancelled']);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.NaN);
    expect(await entriesOf(user, '2026-04-01T10:31')).toEqual([]);
  });

  it('cancels days away that were taken back, and not those of a cancelling that was', async () => {
    const user = await new InProcessUser().given(
      'away "16 mar" --note skiing',
      'away --cancel "16 mar"',
      'undo',
    );
    expect(briefly(await entriesOf(user))).toEqual(['Away: skiing 2026-03-16']);
    await user.given('undo');
    expect(briefly(await entriesOf(user))).toEqual(['Away: skiing, cancelled 2026-03-16 cancelled']);
    expect(await entriesOf(user, '2026-04-01T10:31')).toEqual([]);
  });

  it.each([
    ['standing 1 --stop', ['03-06', '03-13', '03-20', '03-27', '04-03']],
    ['standing 1 --pause "18 mar..28 mar" --because holidays', ['03-20', '03-27']],
    ['standing 1 --every "every tuesday"', ['03-13', '03-20', '03-27', '04-03']],
    ['undo', ['03-06', '03-13', '03-20', '03-27', '04-03']],
  ])('cancels the coming times of a standing promise after %s', async (line, expected) => {
    const user = await new InProcessUser().given('promise "the figures" --to Ann --every "every friday"');
    await user.given(line);
    const cancelled = (await entriesOf(user)).filter((entry) => entry.cancelled);
    expect(cancelled.map(({ start }) => start.slice(5))).toEqual(expected);
    const later = new Set((await entriesOf(user, '2026-04-10T09:00')).map(({ uid }) => uid));
    expect(cancelled.slice(1).some(({ uid }) => later.has(uid))).toBe(false);
  });

  it('keeps the furthest time of a standing promise when the one that was opened is taken back', async () => {
    const user = await new InProcessUser().given('promise "the figures" --to Ann --every "every friday"');
    await user.run('done 1', at('2026-03-06T12:00'));
    const seen = await entriesOf(user, '2026-03-09T09:00');
    await user.run('undo 2', at('2026-03-09T09:00'));
    const after = await entriesOf(user, '2026-03-09T09:00');
    expect(new Set(after.map(({ uid }) => uid))).toEqual(new Set(seen.map(({ uid }) => uid)));
  });

  it('in the calendar of a client cancels what turned out to be for another', async () => {
    const user = await new InProcessUser().given(
      'promise Notes --to Joe --by friday',
      'promise Plan --to Ann --by friday',
    );
    await user.given('edit 1 --client Ann');
    expect(briefly(await entriesOf(user, undefined, '-c joe'))).toEqual([
      'Promised: Notes (Joe), cancelled 2026-03-06 cancelled',
      'Update: Notes (Joe), cancelled 2026-03-05T17:00:00+01:00 cancelled',
    ]);
    expect(briefly(await entriesOf(user, undefined, '-c ann'))).toEqual([
      'Promised: Notes (Ann) 2026-03-06',
      'Update: Notes (Ann) 2026-03-05T17:00:00+01:00',
      'Promised: Plan (Ann) 2026-03-06',
      'Update: Plan (Ann) 2026-03-05T17:00:00+01:00',
    ]);
  });

  it('never counts an entry back, counts it on whenever it is on another day, and lets none vanish', async () => {
    const line = fc.constantFrom(
      'move 1 "12 mar" --because ill',
      'move 1 "13 mar" --because ill',
      'update 1 "half of it"',
      'update 1 "more of it" --next friday',
      'edit 1 --title "Another report"',
      'client joe --set update.every=daily',
      'client joe --set update.every=monthly',
      'away "13 mar"',
      'away --cancel "13 mar"',
      'away "18 mar..20 mar"',
      'done 1',
      'reopen 1',
      'drop 2 --because no',
      'standing 3 --pause "12 mar..14 mar" --because holidays',
      'standing 3 --every "every tuesday"',
      'standing 3 --stop',
      'standing 5 --on-days-off before',
      'done 3',
      'done 4',
      'done 5',
      'agree 6 "11 mar" -w',
      'move 6 "5 mar" --because sooner',
      'promise Plan --to Joe --by friday',
      'undo',
      'undo',
      'undo 3',
      'undo 6',
      'redo',
    );
    const start = await new InProcessUser().given(
      'add Report --for Joe --agreed "20 mar" -w --estimate 6h',
      'promise Notes --to Joe --by friday',
      'promise "the figures" --to Joe --every "every friday"',
      'promise "a backup" --to myself --every "every! 2 weeks"',
      'promise "a call" --to Joe --every "every day"',
      'add Page --for Joe --estimate 4h',
    );
    const step = fc.tuple(fc.integer({ min: 0, max: 3 }), line);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        const user = start.copy();
        const seen = new Map<string, Entry>();
        let day = 2;
        for (const [days, each] of [[0, 'today'] as const, ...steps]) {
          day += days;
          const now = `2026-03-${String(day).padStart(2, '0')}T09:30`;
          // Some are refused, depending on those before them.
          await user.run(each, at(now));
          const entries = await entriesOf(user, now);
          const uids = new Set(entries.map(({ uid }) => uid));
          expect(uids.size, each).toBe(entries.length);
          for (const entry of seen.values())
            expect(uids.has(entry.uid), `${each}: ${entry.title} ${entry.start}`).toBe(true);
          for (const entry of entries) {
            const last = seen.get(entry.uid);
            seen.set(entry.uid, entry);
            if (last === undefined) continue;
            const hasMoved = last.start !== entry.start || last.cancelled !== entry.cancelled;
            expect(entry.sequence, `${each}: ${entry.title}`).toBeGreaterThanOrEqual(
              last.sequence + (hasMoved ? 1 : 0),
            );
          }
        }
        user.leave();
      }),
      { numRuns: Number(process.env.SEQUENCES ?? 12) },
    );
  }, 600_000);

  it('never counts back when the work of another device comes in', async () => {
    const one = await new InProcessUser().given('promise Notes --to Joe --by friday');
    const other = one.copy();
    await one.given('move 1 "12 mar" --because ill');
    await other.given('move 1 "13 mar" --because busy', 'undo');
    const sequenceOf = async (user: InProcessUser) => (await entriesOf(user))[0]?.sequence ?? Number.NaN;
    const before = [await sequenceOf(one), await sequenceOf(other)];
    const [fromOne, fromOther] = [(await one.run('export')).stdout, (await other.run('export')).stdout];
    await one.run('import -', { stdin: fromOther });
    await other.run('import -', { stdin: fromOne });
    expect(await sequenceOf(one)).toBeGreaterThanOrEqual(before[0] ?? 0);
    expect(await sequenceOf(other)).toBeGreaterThanOrEqual(before[1] ?? 0);
    expect(await sequenceOf(one)).toBe(await sequenceOf(other));
  });
});
