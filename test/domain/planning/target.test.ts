import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/domain/time/moment.ts';
import { commitment, promised } from '../../support/given.ts';
import { date, march } from '../../support/situation.ts';
import { ahead, request } from '../../support/workload.ts';

describe('the target for a date that was settled', () => {
  const target = (hours: number | null, due: Moment) => ahead([]).targetFor(request(1, hours, null), due);
  it('is earlier by the buffer of its own work', () => {
    // 24 hours: likely after 5 days, sure after 7.5, so the buffer has two and a half days.
    expect(target(24, date(27))).toEqual({ at: march(25), zone: 'UTC', grain: 'day' });
  });
  it('leaves time for the work itself if there is no room for the buffer', () => {
    expect(target(24, date(12))).toMatchObject({ at: march(11) });
    expect(target(24, date(6))).toEqual({ at: march(6), zone: 'UTC', grain: 'day' });
  });
  it('is never later than the date, even if that has passed', () => {
    expect(target(24, date(4))).toMatchObject({ at: march(4) });
    expect(target(1, date(5, '09:10'))).toMatchObject({ at: march(5, '09:10') });
  });
  it('is null without work', () => {
    expect(ahead([]).targetFor(commitment(promised()), date(9))).toBeNull();
  });
});
