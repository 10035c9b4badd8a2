import { describe, expect, it } from 'vitest';
import type { HeldUp } from '../../../src/domain/planning/held-up.ts';
import { newClient } from '../../../src/domain/streams/client.ts';
import { isPressing, sayHeldUp, sayHoldsUp } from '../../../src/views/words/held-up.ts';
import { agreed, asked, awaited, commitment } from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';
import { viewContextAt } from '../../support/view-context.ts';

const site = commitment(asked({ estimateHours: 8 }), agreed(date(6)));
const assets = { ...commitment(awaited({ title: 'assets', due: date(3), blocks: 'it' })), number: 2 };

function held(given: Partial<HeldUp> = {}): HeldUp {
  const lateness = { missed: [date(3)], workingDays: 2, until: null, isPart: false };
  return { commitment: site, awaiting: assets, lateness, ifNow: date(9), movesTo: date(9), ...given };
}

const came = {
  awaiting: { ...assets, state: 'done' as const },
  lateness: { ...held().lateness, until: march(4, '12:00') },
};

describe('what is lost by something late of theirs', () => {
  it.each<[string, Partial<HeldUp>, string]>([
    [
      'with the date if it came now',
      {},
      'waits for 2 assets (Joe): 2 working days lost; a date that holds if it came now: Mon 9 Mar',
    ],
    [
      'with the date by the days lost, where that is later',
      { movesTo: date(10) },
      'waits for 2 assets (Joe): 2 working days lost; a date that holds if it came now: Mon 9 Mar, by the days lost Tue 10 Mar',
    ],
    [
      'with the date that can still be kept',
      { ifNow: date(6), movesTo: date(10) },
      'waits for 2 assets (Joe): 2 working days lost; Fri 6 Mar can still be kept if it came now',
    ],
    [
      'once it came',
      came,
      '2 assets (Joe) came on Wed 4 Mar: 2 working days lost; a date that holds: Mon 9 Mar',
    ],
    [
      'once it was given up',
      { ...came, awaiting: { ...assets, state: 'dropped' } },
      'waited for 2 assets (Joe): 2 working days lost; a date that holds: Mon 9 Mar',
    ],
    [
      'since the date was settled, where more was lost before',
      { lateness: { ...held().lateness, workingDays: 1, isPart: true } },
      'waits for 2 assets (Joe): 1 working day lost since Wed 4 Mar; a date that holds if it came now: Mon 9 Mar',
    ],
    [
      'by the person who owes it, for what has no date yet',
      { awaiting: { ...assets, person: 'Dana' }, commitment: commitment(asked()), movesTo: null },
      'waits for 2 assets (Dana): 2 working days lost; a date to offer if it came now: Mon 9 Mar',
    ],
    [
      'where the date has passed and there is no work to plan',
      { ifNow: null, movesTo: null },
      'waits for 2 assets (Joe): 2 working days lost; its date has passed',
    ],
  ])('is said %s', async (_, given, expected) => {
    const view = await viewContextAt(NOW, [newClient('joe', 'Joe', march(1))]);
    expect(sayHeldUp(held(given), view)).toBe(expected);
  });
  it('is said shortly, and beside what is late', async () => {
    const view = await viewContextAt(NOW, [newClient('joe', 'Joe', march(1))]);
    expect(sayHeldUp(held({ movesTo: date(10) }), view, true)).toBe(
      'waits for 2 (Joe): 2 working days lost; a date that holds if it came now: Mon 9 Mar',
    );
    expect(sayHoldsUp(held(), view)).toBe(
      '2 working days lost for 1; a date that holds if it came now: Mon 9 Mar',
    );
  });
  it('presses until it is there, and then only where the date does not hold', () => {
    expect(isPressing(held({ ifNow: date(6) }))).toBe(true);
    expect(isPressing(held(came))).toBe(true);
    expect(isPressing(held({ ...came, ifNow: date(6) }))).toBe(false);
  });
});
