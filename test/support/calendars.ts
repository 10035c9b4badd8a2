import fc from 'fast-check';
import { atLocalTime, dayOf, type WorkCalendar } from '../../src/domain/time/calendar.ts';
import type { Instant } from '../../src/domain/time/moment.ts';
import { nineToFive } from './situation.ts';

export const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
] as const;

/** Working weeks of all kinds, in zones with and without summer time. */
export const anyCalendar: fc.Arbitrary<WorkCalendar> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    // For each weekday the boundaries of its shifts, in quarters of an hour: none, one shift, or two with a
    // break.
    week: fc
      .array(
        fc.oneof(
          fc.constant([]),
          ...[2, 4].map((ends) =>
            fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: ends, maxLength: ends }),
          ),
        ),
        { minLength: 7, maxLength: 7 },
      )
      .filter((days) => days.some((ends) => ends.length > 0)),
    daysOff: fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 20 }),
  })
  .map(({ zone, week, daysOff }) => ({
    ...nineToFive(zone),
    week: week.map((ends) => {
      const sorted = [...ends].sort((a, b) => a - b).map((quarter) => 15 * quarter);
      return sorted.flatMap((start, index) =>
        index % 2 === 0 ? [{ start, end: sorted[index + 1] ?? start }] : [],
      );
    }),
    daysOff: new Map(daysOff.map((day) => [day, { kind: 'away', name: null }])),
  }));

/** The calendar's instant for a local time, such as "2026-03-29 02:30", in a zone. */
export function local(zone: string, text: string): Instant {
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0] = text.split(/[- :]/).map(Number);
  return atLocalTime(nineToFive(zone), dayOf(year, month, day), (hours * 60 + minutes) * 60_000);
}

/** The local time of an instant in a zone, according to the system's own data. */
export function clock(zone: string, at: Instant): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16);
}
