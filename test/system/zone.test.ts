import { describe, expect, it } from 'vitest';
import { resolveZone } from '../../src/system/zone.ts';

describe('the zone of a name', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['UTC0', 'UTC'],
    ['EST5', 'Etc/GMT+5'],
    ['JST-9', 'Etc/GMT-9'],
    ['EST5EDT,M3.2.0,M11.1.0', 'America/New_York'],
    ['CST6CDT,M3.2.0,M11.1.0', 'America/Chicago'],
    [':Asia/Tokyo', 'Asia/Tokyo'],
    [':/usr/share/zoneinfo/Asia/Tokyo', 'Asia/Tokyo'],
    ['garbage', null],
    ['UTC+25', null],
    ['__proto__', null],
    ['EST5EDT,M1.1.1,M2.2.2', null],
  ])('%s: %s', (name, zone) => {
    expect(resolveZone(name)).toBe(zone);
  });

  it('is some zone for the zone of the system', () => {
    expect(resolveZone(':/etc/localtime')).not.toBeNull();
  });
});
