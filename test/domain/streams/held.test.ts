import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoryEvent } from '../../../src/domain/streams/events.ts';
import { heldBy, type Period, periodsHeld } from '../../../src/domain/streams/held.ts';
import { workingDaysWithin } from '../../../src/domain/time/calendar.ts';
import { instant } from '../../../src/domain/time/moment.ts';
import { eventOnCommitment } from '../../support/arbitrary.ts';
import {
  accepted,
  agreed,
  asked,
  awaited,
  dropped,
  finished,
  offered,
  reopened,
} from '../../support/given.ts';
import { CALENDAR, date, march } from '../../support/situation.ts';

const held = (events: readonly object[], until: string, blocking: readonly Period[] = []) =>
  heldBy(periodsHeld(events as StoryEvent[], until), blocking, CALENDAR);

describe('for how long each side had it', () => {
  it('is theirs from the offer to their answer, and nobody has what is closed', () => {
    const events = [
      asked({ at: march(2, '09:00') }),
      offered(date(20), { at: march(3, '09:00') }),
      agreed(date(20), { at: march(10, '13:00') }),
      finished('Delivered', { at: march(11, '09:00') }),
      accepted(march(20)),
    ];
    expect(held(events, march(30))).toEqual([
      { by: 'joe', workingDays: 5.5 },
      { by: null, workingDays: 1.5 },
    ]);
  });
  it('goes on where it is reopened, and counts until now', () => {
    const events = [
      awaited({ at: march(2, '09:00') }),
      dropped(march(3, '09:00')),
      reopened(march(5, '09:00')),
    ];
    expect(held(events, march(6, '09:00'))).toEqual([{ by: 'joe', workingDays: 2 }]);
  });
  it('is theirs while something of theirs blocks it, whoever has it otherwise; twice is once', () => {
    const blocking = [
      { by: 'joe', from: march(3, '09:00'), to: march(5, '09:00') },
      { by: 'ann', from: march(4, '09:00'), to: march(6, '09:00') },
    ];
    expect(held([asked({ at: march(2, '09:00') })], march(9, '09:00'), blocking)).toEqual([
      { by: null, workingDays: 2 },
      { by: 'joe', workingDays: 2 },
      { by: 'ann', workingDays: 1 },
    ]);
  });
  it('does not depend on the order in which it was recorded', () => {
    const events = [
      asked({ at: march(2, '09:00') }),
      agreed(date(20), { at: march(6, '09:00') }),
      offered(date(20)),
    ];
    expect(held(events, march(9))).toEqual([
      { by: null, workingDays: 3.125 },
      { by: 'joe', workingDays: 2.875 },
    ]);
  });
  it('never overlaps and never exceeds the time there was, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(eventOnCommitment, { maxLength: 12 }), (events) => {
        const until = '2029-01-01T00:00:00.000Z';
        const periods = periodsHeld(
          events.filter(({ type }) => type !== 'NumberGiven') as StoryEvent[],
          until,
        );
        for (const [index, { from, to }] of periods.entries()) {
          expect(from < to).toBe(true);
          expect(from >= (periods[index - 1]?.to ?? '')).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

it('the working days of two stretches are those of the whole', () => {
  const minute = fc.integer({ min: Date.UTC(2026, 1, 1) / 60_000, max: Date.UTC(2026, 4, 1) / 60_000 });
  fc.assert(
    fc.property(fc.tuple(minute, minute, minute), (minutes) => {
      const [a = '', b = '', c = ''] = [...minutes]
        .sort((x, y) => x - y)
        .map((each) => instant(each * 60_000));
      const parts = workingDaysWithin(CALENDAR, a, b) + workingDaysWithin(CALENDAR, b, c);
      expect(parts).toBeCloseTo(workingDaysWithin(CALENDAR, a, c), 6);
    }),
    { numRuns: 200 },
  );
  expect(workingDaysWithin(CALENDAR, march(2, '00:00'), march(9, '00:00'))).toBe(5);
});
