import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { readClock } from '../../src/system/clock.ts';
import { resolveZone, systemZone } from '../../src/system/zone.ts';
import { nineToFive } from '../support/situation.ts';

const BERLIN = nineToFive('Europe/Berlin');

/** A clock stopped by FOLLOWUP_NOW, which never reads the system time. */
function frozenAt(text: string) {
  const clock = () => {
    throw new Error('The system was asked for the time.');
  };
  return { env: { FOLLOWUP_NOW: text }, clock };
}

describe('the clock', () => {
  it.each([
    ['2026-03-05T09:00', '2026-03-05T08:00:00.000Z'],
    ['2026-03-05 09:00', '2026-03-05T08:00:00.000Z'],
    ['2026-03-05T09:00:30', '2026-03-05T08:00:30.000Z'],
    ['2026-03-05T09:00:30.5', '2026-03-05T08:00:30.500Z'],
    ['2026-03-05', '2026-03-04T23:00:00.000Z'],
    ['2026-07-05T09:00', '2026-07-05T07:00:00.000Z'],
    ['2026-03-05T09:00Z', '2026-03-05T09:00:00.000Z'],
    ['2026-03-05t09:00z', '2026-03-05T09:00:00.000Z'],
    ['2026-03-05T09:00:00+05:30', '2026-03-05T03:30:00.000Z'],
    ['2026-03-05T09:00:00-0800', '2026-03-05T17:00:00.000Z'],
    [' 2026-03-05T09:00 ', '2026-03-05T08:00:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ])('is frozen at %j', (text, instant) => {
    expect(readClock(frozenAt(text), BERLIN)).toBe(instant);
  });

  it.each([
    'yesterday',
    '9:00',
    '2026-13-01',
    '2026-03-32',
    '2026-03-05T25:00',
    '2026-03-05T09:60',
    '05.03.2026',
  ])('refuses %j', (text) => {
    expect(() => readClock(frozenAt(text), BERLIN)).toThrow(Refusal);
  });

  it('refuses a day that its month does not have', () => {
    expect(() => readClock(frozenAt('2026-02-30'), BERLIN)).toThrow(Refusal);
  });

  it('goes by the system without it', () => {
    for (const env of [{}, { FOLLOWUP_NOW: '' }, { FOLLOWUP_NOW: ' ' }]) {
      const now = '2026-03-05T08:00:00.123Z';
      expect(readClock({ env, clock: () => Date.parse(now) }, BERLIN)).toBe(now);
    }
  });
});

describe('zones', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kolkata'])('%s is one', (name) => {
    expect(resolveZone(name)).toBe(name);
  });

  it.each([
    'Mars/Olympus',
    'Berlin',
    '',
    'Europe',
    'America/Argentina',
    '../../../etc/passwd',
    'zone.tab',
    'Europe/',
  ])('%j is none', (name) => {
    expect(resolveZone(name)).toBeNull();
  });

  it.each([
    ['america/new_york', 'America/New_York'],
    [':Europe/Berlin', 'Europe/Berlin'],
    [':/etc/localtime', systemZone()],
  ])('%j means %s', (name, zone) => {
    expect(resolveZone(name)).toBe(zone);
  });

  it('has a zone for the system', () => {
    expect(resolveZone(systemZone())).toBe(systemZone());
  });
});
