import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { DAY_MS, type Day, dateOf, dayOf, weekdayOf } from '../../../src/domain/time/calendar.ts';
import { instant } from '../../../src/domain/time/moment.ts';
import { readIcs } from '../../../src/input/foreign/ics.ts';
import { readingAt } from '../../support/words.ts';

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A rule in parts: how often, and on which days. */
interface Rule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly weekdays: readonly number[];
  readonly monthdays: readonly number[];
  readonly months: readonly number[];
}

function written({ freq, interval, weekdays, monthdays, months }: Rule): string {
  return [
    `FREQ=${freq}`,
    `INTERVAL=${interval}`,
    ...(weekdays.length > 0 ? [`BYDAY=${weekdays.map((day) => WEEKDAYS[day]).join(',')}`] : []),
    ...(monthdays.length > 0 ? [`BYMONTHDAY=${monthdays.join(',')}`] : []),
    ...(months.length > 0 ? [`BYMONTH=${months.join(',')}`] : []),
  ].join(';');
}

/** Whether a rule that began on a day has a time on another one: the definition of RFC 5545, day by day. */
function isOn(rule: Rule, first: Day, day: Day): boolean {
  const { freq, interval, weekdays, monthdays, months } = rule;
  const [start, date] = [dateOf(first), dateOf(day)];
  const lastDate = dateOf(dayOf(date.year, date.month + 1, 0)).date;
  const isWeekday = weekdays.length === 0 || weekdays.includes(weekdayOf(day));
  const isMonth = months.length === 0 || months.includes(date.month);
  const isMonthday =
    monthdays.length === 0 || monthdays.some((each) => date.date === (each > 0 ? each : lastDate + 1 + each));
  const monthOf = ({ year, month }: typeof date) => year * 12 + month;
  const weekOf = (each: Day) => Math.floor((each + 3) / 7);
  if (!isWeekday || !isMonth || !isMonthday) return false;
  switch (freq) {
    case 'DAILY':
      return (day - first) % interval === 0;
    case 'WEEKLY':
      return (
        (weekOf(day) - weekOf(first)) % interval === 0 &&
        (weekdays.length > 0 || weekdayOf(day) === weekdayOf(first))
      );
    case 'MONTHLY':
      return (
        (monthOf(date) - monthOf(start)) % interval === 0 &&
        (monthdays.length > 0 || weekdays.length > 0 || date.date === start.date)
      );
    case 'YEARLY':
      return (
        (date.year - start.year) % interval === 0 &&
        (months.length > 0 || monthdays.length > 0 || date.month === start.month) &&
        (monthdays.length > 0 || date.date === start.date)
      );
  }
}

const some = (...values: readonly number[]) => fc.subarray([...values], { maxLength: 3 });
const none = fc.constant([]);
const interval = fc.integer({ min: 1, max: 3 });
/** Rules as programs write them. */
const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ freq: fc.constant('DAILY' as const), interval, weekdays: none, monthdays: none, months: none }),
  fc.record({
    freq: fc.constant('WEEKLY' as const),
    interval,
    weekdays: some(0, 1, 2, 3, 4, 5, 6),
    monthdays: none,
    months: none,
  }),
  fc.record({
    freq: fc.constant('MONTHLY' as const),
    interval,
    weekdays: none,
    monthdays: some(1, 15, 28, 29, 30, 31, -1, -2),
    months: none,
  }),
  fc.record({
    freq: fc.constant('YEARLY' as const),
    interval,
    weekdays: none,
    monthdays: none,
    months: none,
  }),
  fc.record({
    freq: fc.constant('YEARLY' as const),
    interval,
    weekdays: none,
    monthdays: fc.subarray([1, 29, 30, 31, -1], { minLength: 1, maxLength: 1 }),
    months: fc.subarray([2, 4, 12], { minLength: 1, maxLength: 1 }),
  }),
);

describe('the next time of what comes again', () => {
  it('is that of a slow definition', async () => {
    const NOW = dayOf(2026, 3, 2);
    await fc.assert(
      fc.asyncProperty(
        anyRule,
        fc.integer({ min: dayOf(2023, 1, 1), max: dayOf(2026, 2, 28) }),
        async (rule, first) => {
          // The first time belongs to the rule, or readers differ on what it is.
          fc.pre(isOn(rule, first, first));
          const days = Array.from({ length: 12 * 366 }, (_, index) => NOW + index);
          const expected = days.find((day) => isOn(rule, first, day));
          fc.pre(expected !== undefined);
          const day = (each: Day) =>
            instant(each * DAY_MS)
              .slice(0, 10)
              .replaceAll('-', '');
          const text = `BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:x\nSUMMARY:x\nDUE;VALUE=DATE:${day(first)}\nRRULE:${written(rule)}\nEND:VTODO\nEND:VCALENDAR`;
          const file = await readIcs(text, readingAt('2026-03-02T08:30Z', 'UTC'));
          if (file instanceof Refusal) throw file;
          expect(file.rejects).toEqual([]);
          expect(file.entries[0]?.item.due?.at.slice(0, 10).replaceAll('-', '')).toBe(day(expected as Day));
        },
      ),
      { numRuns: Number(process.env.SERIES ?? 300) },
    );
  });
});
