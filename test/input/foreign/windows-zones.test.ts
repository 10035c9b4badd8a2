import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { zoneOfWindows } from '../../../src/input/foreign/windows-zones.ts';

it.each([
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['W. Europe Daylight Time', 'Europe/Berlin'],
  ['GMT Standard Time', 'Europe/London'],
  ['UTC-02', 'Etc/GMT+2'],
  ['Central', undefined],
  ['constructor Standard Time', undefined],
])('what Windows calls %s is %s', (name, zone) => {
  expect(zoneOfWindows(name)).toBe(zone);
});

it('leads to zones that exist', () => {
  const source = readFileSync(
    new URL('../../../src/input/foreign/windows-zones.ts', import.meta.url),
    'utf8',
  );
  const zones = [...source.matchAll(/: '([\w/+-]+)',/g)].map(([, zone = '']) => zone);
  expect(zones.length).toBeGreaterThan(120);
  for (const zone of zones)
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
});
