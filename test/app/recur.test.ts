import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordRecurring } from '../../src/app/recur.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decidePromise } from '../../src/domain/decisions/promise.ts';
import { epoch, instant } from '../../src/domain/time/moment.ts';
import { readOperations } from '../../src/store/journal.ts';
import { readCommitments } from '../../src/store/queries.ts';
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
