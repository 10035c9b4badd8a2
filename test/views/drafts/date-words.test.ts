import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/domain/time/moment.ts';
import { ZONES } from '../../support/calendars.ts';
import { LANGUAGES, writingIn } from '../../support/drafts.ts';
import { nineToFive } from '../../support/situation.ts';

const BERLIN = nineToFive('Europe/Berlin');
/** A date as it was given in Berlin. */
const at = (instant: string, grain: Moment['grain'] = 'time', from?: string): Moment => ({
  at: `${instant}:00.000Z`,
  zone: 'Europe/Berlin',
  grain,
  ...(from && { from: `${from}:00.000Z` }),
});
const wordsIn = async (code: string, theirZone: string | null, clock: '12h' | '24h' = '24h') =>
  (await writingIn(code, { calendar: BERLIN, theirZone, clock })).words;

describe('a date in words', () => {
  it('has the time in both places, theirs first', async () => {
    const { date, dateInBothZones } = await wordsIn('en', 'America/New_York', '12h');
    const friday = at('2026-03-06T16:00');
    expect(date(friday)).toBe('Friday, 6 March, 11:00 am');
    expect(dateInBothZones(friday)).toBe('Friday, 6 March, 11:00 am in New York (5:00 pm in Berlin)');
  });
  it('has one time where the clocks agree, whatever the zones are called', async () => {
    for (const zone of [null, 'Europe/Berlin', 'Europe/Paris']) {
      const { dateInBothZones } = await wordsIn('en', zone);
      expect(dateInBothZones(at('2026-03-06T16:00'))).toBe('Friday, 6 March, 17:00');
    }
  });
  it('names the day where it is another one', async () => {
    const { dateInBothZones } = await wordsIn('en', 'Asia/Tokyo');
    expect(dateInBothZones(at('2026-03-06T16:00'))).toBe(
      'Saturday, 7 March, 01:00 in Tokyo (Friday, 6 March, 17:00 in Berlin)',
    );
  });
  it('is a day as it was said, with its end in both places', async () => {
    expect((await wordsIn('en', null)).dateInBothZones(at('2026-03-06T16:00', 'day'))).toBe(
      'Friday, 6 March',
    );
    expect((await wordsIn('en', 'Asia/Tokyo')).dateInBothZones(at('2026-03-06T16:00', 'day'))).toBe(
      'Friday, 6 March (Saturday, 7 March, 01:00 in Tokyo; 17:00 in Berlin)',
    );
  });
  it('is a window', async () => {
    const window = at('2026-03-06T15:00', 'time', '2026-03-06T13:00');
    expect((await wordsIn('en', null)).dateInBothZones(window)).toBe('Friday, 6 March, 14:00 to 16:00');
    expect((await wordsIn('fr', null)).dateInBothZones(window)).toBe('vendredi 6 mars à 14h00-16h00');
    expect((await wordsIn('es', null)).dateInBothZones(window)).toBe('viernes 6 de marzo a las 14:00-16:00');
    expect((await wordsIn('en', 'America/New_York')).dateInBothZones(window)).toBe(
      'Friday, 6 March, 08:00 to 10:00 in New York (14:00 to 16:00 in Berlin)',
    );
  });
  it('knows when the clocks change here and there on other days', async () => {
    const { dateInBothZones } = await wordsIn('en', 'America/New_York');
    // New York has summer time from 8 March on, Berlin from 29 March on.
    expect(dateInBothZones(at('2026-03-09T16:00'))).toContain('12:00 in New York (17:00 in Berlin)');
    expect(dateInBothZones(at('2026-03-30T16:00'))).toContain('12:00 in New York (18:00 in Berlin)');
  });
  it('has the year if it is another one', async () => {
    const next = at('2027-01-08T16:00', 'day');
    expect((await wordsIn('en', null)).date(next)).toBe('Friday, 8 January 2027');
    expect((await wordsIn('de', null)).date(next)).toBe('Freitag, 8. Januar 2027');
    expect((await wordsIn('fr', null)).date(next)).toBe('vendredi 8 janvier 2027');
    expect((await wordsIn('es', null)).date(next)).toBe('viernes 8 de enero de 2027');
  });
  it('goes by the clock of 12 or 24 hours, in English only', async () => {
    const noon = at('2026-03-06T11:00');
    const midnight = at('2026-03-05T23:00');
    expect((await wordsIn('en', null, '12h')).date(noon)).toBe('Friday, 6 March, noon');
    expect((await wordsIn('en', null, '12h')).date(midnight)).toBe('Friday, 6 March, 12:00 am');
    expect((await wordsIn('en', null, '24h')).date(midnight)).toBe('Friday, 6 March, 00:00');
    expect((await wordsIn('de', null, '12h')).date(noon)).toBe('Freitag, 6. März, 12:00 Uhr');
    expect((await wordsIn('fr', null, '12h')).date(noon)).toBe('vendredi 6 mars à 12h00');
    expect((await wordsIn('es', null, '12h')).date(noon)).toBe('viernes 6 de marzo a las 12:00');
  });
  it('stands in the longer form as it stands alone, so that it is found in what was sent', async () => {
    for (const code of LANGUAGES) {
      for (const zone of ZONES) {
        const { date, dateInBothZones } = await wordsIn(code, zone);
        fc.assert(
          fc.property(
            fc.integer({ min: 0, max: 800 * 24 * 4 }),
            fc.constantFrom('day' as const, 'time' as const),
            fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
            (quarters, grain, length) => {
              const end = Date.UTC(2026, 0, 1) + quarters * 900_000;
              const moment = {
                at: new Date(end).toISOString(),
                zone: 'Europe/Berlin',
                grain,
                ...(grain === 'time' && length && { from: new Date(end - length * 900_000).toISOString() }),
              };
              expect(dateInBothZones(moment)).toContain(date(moment));
            },
          ),
          { numRuns: 30 },
        );
      }
    }
  });
});
