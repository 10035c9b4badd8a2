import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, instant } from '../../src/domain/time/moment.ts';
import { toLocalIso } from '../../src/views/local-iso.ts';
import { nineToFive } from '../support/situation.ts';

describe('toLocalIso', () => {
  it.each([
    ['UTC', '2026-03-05T14:00:00.000Z', '2026-03-05T14:00:00+00:00'],
    ['Europe/Berlin', '2026-03-05T14:00:00.000Z', '2026-03-05T15:00:00+01:00'],
    ['Europe/Berlin', '2026-07-05T14:00:00.000Z', '2026-07-05T16:00:00+02:00'],
    ['America/New_York', '2026-03-08T06:59:59.000Z', '2026-03-08T01:59:59-05:00'],
    ['America/New_York', '2026-03-08T07:00:00.000Z', '2026-03-08T03:00:00-04:00'],
    ['America/New_York', '2026-11-01T05:30:00.000Z', '2026-11-01T01:30:00-04:00'],
    ['America/New_York', '2026-11-01T06:30:00.000Z', '2026-11-01T01:30:00-05:00'],
    ['Asia/Kolkata', '2026-03-05T18:45:00.000Z', '2026-03-06T00:15:00+05:30'],
    ['Asia/Kathmandu', '2026-03-05T12:00:00.000Z', '2026-03-05T17:45:00+05:45'],
    ['America/St_Johns', '2026-01-05T12:00:00.000Z', '2026-01-05T08:30:00-03:30'],
    ['Australia/Lord_Howe', '2026-01-05T12:00:00.000Z', '2026-01-05T23:00:00+11:00'],
    ['Australia/Lord_Howe', '2026-07-05T12:00:00.000Z', '2026-07-05T22:30:00+10:30'],
    ['Pacific/Kiritimati', '2026-03-05T12:00:00.000Z', '2026-03-06T02:00:00+14:00'],
  ])('%s: %s is %s', (zone, utc, local) => {
    expect(toLocalIso(utc as Instant, nineToFive(zone))).toBe(local);
  });

  it('is the same instant, in every zone and at every time', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
    );
    const seconds = fc.integer({ min: Date.UTC(1975, 0) / 1000, max: Date.UTC(2060, 0) / 1000 });
    fc.assert(
      fc.property(zones, seconds, (zone, second) => {
        const utc = instant(second * 1000);
        expect(Date.parse(toLocalIso(utc, nineToFive(zone)))).toBe(second * 1000);
      }),
    );
  });
});
