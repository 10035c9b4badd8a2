import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordRecurring } from '../../src/app/recur.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideMove } from '../../src/domain/decisions/move.ts';
import { decidePromise } from '../../src/domain/decisions/promise.ts';
import { decideReopen } from '../../src/domain/decisions/reopen.ts';
import { decideStanding, type StandingChange } from '../../src/domain/decisions/standing.ts';
import { epoch, instant } from '../../src/domain/time/moment.ts';
import { readOperations } from '../../src/store/journal.ts';
import { readCommitments } from '../../src/store/queries.ts';
import { readRecordOf, readRunningStandings } from '../../src/store/standings.ts';
import { type Desk, newDesk } from '../support/desk.ts';
import { mentioned } from '../support/given.ts';
import { march } from '../support/situation.ts';
import { commitmentsOf, exchange, expectSound, exportOf, take } from '../support/two-desks.ts';

const FRIDAYS = { rrule: 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=16', text: 'fridays at 16:00' };

function promising(): Desk {
  const desk = newDesk();
  desk.now = march(2, '09:00');
  desk.start('promise', decidePromise, {
    title: 'status',
    client: mentioned('Joe'),
    again: { cadence: FRIDAYS },
  });
  return desk;
}

function look(desk: Desk, now: string): void {
  desk.now = now;
  recordRecurring(desk.context);
}

describe('what comes round', () => {
  it('is recorded as one operation, and as nothing where there is nothing', () => {
    const desk = promising();
    look(desk, march(4));
    expect(readOperations(desk.db).map(({ verb }) => verb)).toEqual(['promise']);
    look(desk, march(30));
    look(desk, march(30));
    expect(readOperations(desk.db).map(({ verb }) => verb)).toEqual(['promise', 'recur']);
    expectSound(desk);
  });
});

const steps = fc.array(
  fc.record({
    who: fc.boolean(),
    hours: fc.integer({ min: 1, max: 400 }),
    done: fc.option(fc.integer({ min: 1, max: 6 })),
  }),
  { maxLength: 10 },
);

function settle(desk: Desk, number: number): void {
  try {
    desk.apply('done', [number], decideDone, {});
  } catch {
    // There is none of that number here, or it is done.
  }
}

describe('two devices', () => {
  it('that both opened one have one of it when they meet, whatever each did meanwhile', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const one = promising();
        const other = newDesk();
        take(other, exportOf(one));
        let now = march(2, '10:00');
        for (const { who, hours, done } of taken) {
          now = instant(epoch(now) + hours * 3_600_000);
          const desk = who ? one : other;
          look(desk, now);
          if (done !== null) settle(desk, done);
        }
        exchange(one, other);
        look(one, now);
        look(other, now);
        exchange(one, other);
        expect(commitmentsOf(one)).toEqual(commitmentsOf(other));
        const times = readCommitments(one.db).map(({ occurrence }) => occurrence?.on);
        expect(new Set(times).size).toBe(times.length);
        expectSound(one);
        expectSound(other);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what came by a rule that is not there any more', () => {
  const due = (desk: Desk) =>
    readCommitments(desk.db)
      .filter(({ closedAt }) => closedAt === null)
      .map(({ due: date }) => date?.at.slice(0, 10));
  const change = (desk: Desk, input: Omit<StandingChange, 'at'>) =>
    desk.apply('standing', [1], decideStanding, input);

  it('goes again when a pause is taken back, so that nothing in between is swallowed', () => {
    const desk = promising();
    change(desk, { pause: { first: '2026-03-02', last: '2026-04-10' }, because: 'closed' });
    look(desk, march(2, '10:00'));
    expect(due(desk)).toEqual(['2026-04-17']);
    desk.undo();
    look(desk, march(2, '10:01'));
    expect(due(desk)).toEqual(['2026-03-06']);
    look(desk, march(14));
    expect(due(desk)).toEqual(['2026-03-13', '2026-03-20']);
    expectSound(desk);
  });
  it('goes again when a cadence is taken back', () => {
    const desk = promising();
    change(desk, { cadence: { rrule: 'FREQ=MONTHLY;BYMONTHDAY=31', text: 'monthly on the 31st' } });
    desk.apply('done', [1], decideDone, {});
    look(desk, march(2, '10:00'));
    expect(due(desk)).toEqual(['2026-03-31']);
    desk.undo(2);
    look(desk, march(14));
    expect(due(desk)).toEqual(['2026-03-13', '2026-03-20']);
  });
  it('goes too where what was done about it is undone with it', () => {
    const desk = promising();
    change(desk, { pause: { first: '2026-03-02', last: '2026-04-10' }, because: 'closed' });
    look(desk, march(2, '10:00'));
    desk.note(2);
    expect(() => desk.undo(2)).not.toThrow();
    look(desk, march(2, '10:01'));
    expect(due(desk)).toEqual(['2026-03-06']);
  });
  it('gives way to a pause that another device was told of before it came', () => {
    const one = promising();
    const other = newDesk();
    take(other, exportOf(one));
    one.now = march(5);
    one.apply('done', [1], decideDone, {});
    change(one, { pause: { first: '2026-03-12', last: '2026-03-20' }, because: 'closed' });
    look(other, march(24));
    exchange(one, other);
    look(one, march(24));
    look(other, march(24));
    exchange(one, other);
    for (const desk of [one, other]) {
      expect(due(desk)).toEqual(['2026-03-27']);
      expect(readCommitments(desk.db).filter(({ state }) => state === 'missed')).toEqual([]);
      expectSound(desk);
    }
  });
  it('a date that was moved past the next one swallows nothing', () => {
    const desk = promising();
    const moved = { date: { at: march(16, '10:00'), zone: 'UTC', grain: 'time' as const }, because: 'late' };
    desk.apply('move', [1], decideMove, { ...moved, inWriting: false });
    desk.apply('done', [1], decideDone, {});
    look(desk, march(3));
    expect(due(desk)).toEqual(['2026-03-13']);
  });
  it('what was missed once is never kept', () => {
    const desk = promising();
    look(desk, march(16));
    const standing = readRunningStandings(desk.db)[0]?.uid ?? '';
    desk.apply('reopen', [1], decideReopen, {});
    const later = { at: march(30), zone: 'UTC', grain: 'day' as const };
    desk.apply('move', [1], decideMove, { date: later, because: 'they agreed', inWriting: true });
    desk.apply('done', [1], decideDone, {});
    expect(readRecordOf(desk.db, standing)).toEqual({ kept: 0, late: 1, missed: 0 });
  });
});

it('a number never changes here, whatever number another device gave to the same time', () => {
  const one = promising();
  const other = newDesk();
  take(other, exportOf(one));
  other.now = march(3);
  other.add('B thing', 'Joe');
  look(one, march(7));
  look(other, march(7));
  const numbers = (desk: Desk) =>
    new Map(readCommitments(desk.db).map(({ uid, number }) => [uid, number] as const));
  const before = [numbers(one), numbers(other)];
  const reports = exchange(one, other);
  for (const [index, desk] of [one, other].entries()) {
    for (const [uid, number] of before[index] ?? []) expect(numbers(desk).get(uid)).toBe(number);
  }
  expect(reports.map(({ renumbered }) => renumbered.map(({ title }) => title))).toEqual([['B thing'], []]);
});
