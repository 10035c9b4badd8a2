import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dayOfIso } from '../../src/domain/time/iso-day.ts';
import { holidayCacheFolder, loadHolidays, refuseRegion } from '../../src/system/holidays.ts';

const folder = mkdtempSync(join(tmpdir(), 'followup-holidays-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const namesOf = async (region: string, date: string) =>
  (await loadHolidays(region, 2026, folder)).get(dayOfIso(date));

describe('public holidays', () => {
  it.each([
    ['US', '2026-11-26', 'Thanksgiving Day'],
    ['US', '2026-07-03', 'Independence Day (substitute day)'],
    ['DE', '2026-04-03', 'Good Friday'],
    ['DE-BE', '2026-03-08', "International Women's Day"],
    ['DE', '2026-03-08', undefined],
    ['GB-SCT', '2026-01-02', 'January 2nd'],
    // Years ahead, and years back for the history.
    ['DE', '2035-03-26', 'Easter Monday'],
    ['DE', '2021-04-02', 'Good Friday'],
    // Observances are working days, and so is half a holiday.
    ['DE', '2026-02-14', undefined],
    ['IS', '2026-12-24', undefined],
    // One that lasts several days.
    ['AE', '2026-03-21', 'End of Ramadan (Eid al-Fitr)'],
  ])('%s %s: %s', async (region, date, name) => {
    expect((await namesOf(region, date))?.[0]).toBe(name);
  });

  it('have their names in the languages of the country, too', async () => {
    expect(await namesOf('DE', '2026-04-03')).toEqual(['Good Friday', 'Karfreitag']);
    expect(await namesOf('US', '2026-11-26')).toEqual(['Thanksgiving Day']);
  });

  it('are kept in a file, which is rewritten if it cannot be read', async () => {
    const kept = await loadHolidays('US', 2026, folder);
    expect(readdirSync(folder)).toContain('holidays-US-2026.json');
    for (const other of ['[[1,', '[[20454,"A name of an earlier followup"]]']) {
      writeFileSync(join(folder, 'holidays-US-2026.json'), other);
      expect(await loadHolidays('US', 2026, folder)).toEqual(kept);
    }
    expect(await loadHolidays('US', 2026, folder)).toEqual(kept);
  });
  it('are computed each time if the file cannot be written', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    expect((await loadHolidays('US', 2026, join(folder, 'a-file'))).size).toBeGreaterThan(100);
  });
  it('are kept in the cache of the user', () => {
    expect(holidayCacheFolder({ XDG_CACHE_HOME: '/c' })).toBe('/c/followup');
    expect(holidayCacheFolder({ HOME: '/home/u' })).toBe('/home/u/.cache/followup');
  });
});

describe('a region that is not known', () => {
  it.each([
    ['XX', 'code of a country'],
    ['DE-ZZ', 'BE (Berlin)'],
    ['US-CA-ZZ', 'US-CA has'],
    ['FR-75', 'FR has'],
  ])('%s is refused', async (region, hint) => {
    expect(await refuseRegion(region)).toMatchObject({
      code: 'unknown-region',
      hint: expect.stringContaining(hint),
    });
    await expect(loadHolidays(region, 2026, folder)).rejects.toMatchObject({ code: 'unknown-region' });
  });
  it.each(['US', 'US-CA', 'US-CA-LA', 'DE-BE', 'GB'])('%s is known', async (region) => {
    expect(await refuseRegion(region)).toBeNull();
  });
});
