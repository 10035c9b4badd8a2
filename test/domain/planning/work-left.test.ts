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
  it('is at least a tenth of the estimate once it was started', () => {
    expect(left(asked({ estimateHours: 10 }), spent(9.5)).hours).toBe(1);
    expect(left(asked({ estimateHours: 10 }), spent(30)).hours).toBe(1);
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
