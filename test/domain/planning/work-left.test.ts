import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { asked, awaited, commitment, promised, spent } from '../../support/given.ts';
import { ahead, STEADY } from '../../support/workload.ts';

describe('what is left of a commitment', () => {
  const left = (...events: readonly CommitmentEvent[]) => ahead([]).workLeft(commitment(...events));

  it('is its estimate less the hours spent', () => {
    expect(left(asked({ estimateHours: 10 }))).toEqual({ hours: 10 });
    expect(left(asked({ estimateHours: 10 }), spent(4))).toEqual({ hours: 6 });
  });
  it('is what such work usually still takes, once its estimate is nearly used up', () => {
    // Without a record: of the work that takes longer than estimated, half takes 40 % longer.
    expect(left(asked({ estimateHours: 10 }), spent(9.5)).hours).toBeCloseTo(3.8, 1);
    expect(left(asked({ estimateHours: 10 }), spent(10)).hours).toBeCloseTo(4, 1);
    expect(left(asked({ estimateHours: 4 }), spent(12)).hours).toBeCloseTo(2.9, 1);
  });
  it('is less for somebody whose estimates are good, and more for somebody whose are not', () => {
    const record = (spentHours: number) => STEADY.map((each) => ({ ...each, spentHours }));
    const over = commitment(asked({ estimateHours: 4 }), spent(5));
    const [good, bad] = [2.1, 6].map((hours) => ahead([], { finished: record(hours) }).workLeft(over).hours);
    expect(good).toBeLessThan(1);
    expect(bad).toBeGreaterThan(2);
  });
  it('never shrinks with a larger estimate', () => {
    const anyAmount = fc.double({ min: 0.1, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        anyAmount,
        anyAmount,
        anyAmount,
        fc.constantFrom([], STEADY),
        (hours, more, worked, finished) => {
          const leftOf = (estimateHours: number) =>
            ahead([], { finished }).workLeft(commitment(asked({ estimateHours }), spent(worked))).hours;
          expect(leftOf(hours + more)).toBeGreaterThanOrEqual(leftOf(hours));
        },
      ),
    );
  });
  it('of a request without an estimate is what such requests took', () => {
    const unknown = commitment(asked());
    expect(ahead([]).workLeft(unknown)).toEqual({ hours: 4, assumedFrom: 'setting' });
    expect(ahead([], { finished: STEADY }).workLeft(unknown)).toEqual({ hours: 2, assumedFrom: 'client' });
    const stranger = commitment(asked({ client: 'globex' }));
    expect(ahead([], { finished: STEADY }).workLeft(stranger)).toEqual({ hours: 4, assumedFrom: 'all' });
  });
  it('is nothing for a promise without an estimate, and for what they owe me', () => {
    expect(left(promised())).toEqual({ hours: 0 });
    expect(left(promised({ estimateHours: 3 }))).toEqual({ hours: 3 });
    expect(left(awaited())).toEqual({ hours: 0 });
  });
});
