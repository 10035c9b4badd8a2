import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noReminderSince, type ReminderRun } from '../../../src/domain/agenda/no-reminder-since.ts';
import { addWorkingMinutes, dayOf, localDay, type WorkCalendar } from '../../../src/domain/time/calendar.ts';
import { epoch, type Instant, instant } from '../../../src/domain/time/moment.ts';
import { anyCalendar, local } from '../../support/calendars.ts';
import { CALENDAR, march, nineToFive } from '../../support/situation.ts';

const MINUTE_MS = 60_000;
const DAY = 24 * 60;

/** Runs every so many minutes until the last one, as many as are remembered, latest first. */
function runsUntil(last: Instant, minutes: number, count = 8): ReminderRun[] {
  return runsAt(
    ...Array.from({ length: count }, (_, index) => instant(epoch(last) - index * minutes * MINUTE_MS)),
  );
}

function runsAt(...times: readonly Instant[]): ReminderRun[] {
  return times.map((at) => ({ at, boot: null, awakeMs: null }));
}

const ALWAYS = () => Number.POSITIVE_INFINITY;
const UNTOLD = () => null;
const awakeFor = (minutes: number) => () => minutes * MINUTE_MS;

function since(
  runs: readonly ReminderRun[],
  now: Instant,
  awakeMsSince: (run: ReminderRun) => number | null = ALWAYS,
  calendar: WorkCalendar = CALENDAR,
): Instant | null {
  return noReminderSince(runs, { now, calendar }, awakeMsSince);
}

describe('that no reminder has run', () => {
  it('is said once two turns were missed, and not in the second in which the second is due', () => {
    const runs = runsUntil(march(2, '10:15'), 15);
    expect(since(runs, march(2, '10:45'))).toBeNull();
    expect(since(runs, march(2, '10:46'))).toBeNull();
    expect(since(runs, march(2, '10:47'))).toBe(march(2, '10:15'));
  });
  it('is never said where none has ever run', () => {
    expect(since([], march(2, '12:00'))).toBeNull();
  });
  it('takes a first run for one of many', () => {
    expect(since(runsAt(march(2, '10:15')), march(2, '10:46'))).toBeNull();
    expect(since(runsAt(march(2, '10:15')), march(2, '10:47'))).toBe(march(2, '10:15'));
  });
  it('is not said of runs that come more often than it matters', () => {
    expect(since(runsUntil(march(2, '10:15'), 1), march(2, '10:40'))).toBeNull();
  });
  it('counts working time only', () => {
    const friday = runsUntil(march(6, '16:45'), 15);
    expect(since(friday, march(8, '12:00'))).toBeNull();
    expect(since(friday, march(9, '09:16'))).toBeNull();
    expect(since(friday, march(9, '09:17'))).toBe(march(6, '16:45'));
  });
  it('leaves days off and hours away out', () => {
    const monday = dayOf(2026, 3, 9);
    const off = { ...CALENDAR, daysOff: new Map([[monday, { kind: 'holiday', name: null } as const]]) };
    const late = {
      ...CALENDAR,
      hoursOff: new Map([[monday, [{ start: 540, end: 720, name: 'dentist' }]]]),
    };
    const friday = runsUntil(march(6, '16:45'), 15);
    expect(since(friday, march(9, '16:00'), ALWAYS, off)).toBeNull();
    expect(since(friday, march(10, '09:17'), ALWAYS, off)).toBe(march(6, '16:45'));
    expect(since(friday, march(9, '12:16'), ALWAYS, late)).toBeNull();
    expect(since(friday, march(9, '12:17'), ALWAYS, late)).toBe(march(6, '16:45'));
  });
  it('goes by how often runs come, day and night', () => {
    // At nine in the morning no run of the last eight was in working time, and at 9:05 only the last was, for 5 minutes.
    for (const last of ['09:00', '09:05']) {
      const hourly = runsUntil(march(3, last), 60);
      expect(since(hourly, march(3, '11:00'))).toBeNull();
      expect(since(hourly, march(3, '11:07'))).toBe(march(3, last));
    }
    const everyTwoHours = runsUntil(march(3, '10:00'), 120);
    expect(since(everyTwoHours, march(3, '14:00'))).toBeNull();
    expect(since(everyTwoHours, march(3, '14:02'))).toBe(march(3, '10:00'));
  });
  it('waits for two mornings where reminders come once a day', () => {
    const daily = runsUntil(march(11, '08:45'), DAY);
    const working = runsAt(...[11, 10, 9, 6, 5, 4, 3, 2].map((day) => march(day, '08:45')));
    for (const runs of [daily, working]) {
      expect(since(runs, march(13, '08:50'))).toBeNull();
      expect(since(runs, march(13, '09:02'))).toBe(march(11, '08:45'));
    }
    // From Friday to Monday it is a day too, also when these are the only runs.
    expect(since(runsAt(march(9, '08:45'), march(6, '08:45')), march(11, '09:02'))).toBe(march(9, '08:45'));
  });
  it('waits for two weeks where they come once a week', () => {
    const weekly = runsUntil(march(16, '10:00'), 7 * DAY, 3);
    expect(since(weekly, march(27))).toBeNull();
    expect(since(weekly, march(30, '10:02'))).toBe(march(16, '10:00'));
  });
  it('is not misled by a run that was missed, or came twice', () => {
    const runs = runsUntil(march(2, '14:00'), 15);
    expect(since(runs.toSpliced(3, 1), march(2, '14:32'))).toBe(march(2, '14:00'));
    const twice = [...runsAt(instant(epoch(march(2, '14:00')) + 300)), ...runs];
    expect(since(twice, march(2, '14:30'))).toBeNull();
    expect(since(twice, march(2, '14:32'))).not.toBeNull();
  });
  it.each([
    ['2026-03-27 23:00', '2026-03-30 09:31', '2026-03-30 09:32'],
    ['2026-10-23 23:00', '2026-10-26 09:31', '2026-10-26 09:32'],
  ])('is said at the same time of day after a night in which the clocks change: %s', (last, quiet, said) => {
    const berlin = (text: string) => local('Europe/Berlin', text);
    const runs = runsUntil(berlin(last), 15);
    const calendar = nineToFive('Europe/Berlin');
    expect(since(runs, berlin(quiet), ALWAYS, calendar)).toBeNull();
    expect(since(runs, berlin(said), ALWAYS, calendar)).toBe(berlin(last));
  });
  it('does not count a run in the future, which a wrong clock noted', () => {
    expect(since(runsAt(march(9, '12:00')), march(3, '12:00'))).toBeNull();
    const runs = runsAt(march(9, '12:00'), march(3, '10:15'), march(3, '10:00'));
    expect(since(runs, march(3, '10:30'))).toBeNull();
    expect(since(runs, march(3, '12:00'))).toBe(march(3, '10:15'));
  });
});

describe('that no reminder has run, on a machine that was not always awake,', () => {
  it('is said only when it was awake for two turns since', () => {
    const noon = runsUntil(march(6, '12:00'), 15);
    expect(since(noon, march(9, '09:01'), awakeFor(1))).toBeNull();
    expect(since(noon, march(9, '09:31'), awakeFor(31))).toBeNull();
    expect(since(noon, march(9, '09:41'), awakeFor(41))).toBe(march(6, '12:00'));
  });
  it('is not said after a week in which it was off', () => {
    expect(since(runsUntil(march(2, '17:00'), 15), march(9, '09:05'), awakeFor(3))).toBeNull();
  });
  it('is said on the second morning in a row where the system does not tell', () => {
    const monday = runsUntil(march(2, '16:45'), 15);
    expect(since(monday, march(3), UNTOLD)).toBeNull();
    expect(since(monday, march(4, '08:59'), UNTOLD)).toBeNull();
    expect(since(monday, march(4, '09:00'), UNTOLD)).toBe(march(2, '16:45'));
    // The weekend has no mornings.
    const friday = runsUntil(march(6, '12:00'), 15);
    expect(since(friday, march(9), UNTOLD)).toBeNull();
    expect(since(friday, march(10, '09:00'), UNTOLD)).toBe(march(6, '12:00'));
  });
  it('counts the morning of a day whose last run came before it', () => {
    const early = runsUntil(march(3, '08:45'), 15);
    expect(since(early, march(3), UNTOLD)).toBeNull();
    expect(since(early, march(4, '09:00'), UNTOLD)).toBe(march(3, '08:45'));
    const sunday = runsUntil(march(8, '08:45'), 15);
    expect(since(sunday, march(9), UNTOLD)).toBeNull();
    expect(since(sunday, march(10, '09:00'), UNTOLD)).toBe(march(8, '08:45'));
  });
  it('asks how long it was awake only when runs seem to be missing', () => {
    const fail = () => {
      throw new Error('The machine was asked.');
    };
    expect(since(runsUntil(march(2, '10:15'), 15), march(2, '10:45'), fail)).toBeNull();
    expect(since([], march(2, '10:45'), fail)).toBeNull();
  });
});

describe('that no reminder has run, with any calendar,', () => {
  const anyTime = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) }).map(instant);
  const anyRuns = fc.array(anyTime, { minLength: 1, maxLength: 8 }).map((times) => {
    return runsAt(...[...new Set(times)].sort().reverse());
  });

  it('is never said before half an hour of working time, and stays said until a run comes', () => {
    fc.assert(
      fc.property(anyCalendar, anyRuns, anyTime, anyTime, (calendar, runs, now, later) => {
        const said = since(runs, now, ALWAYS, calendar);
        if (said === null) return;
        expect(said).toBe(runs.find(({ at }) => at <= now)?.at);
        expect(addWorkingMinutes(calendar, said, 30) < now).toBe(true);
        const isNewer = runs.some(({ at }) => at > now);
        if (later >= now && !isNewer) expect(since(runs, later, ALWAYS, calendar)).toBe(said);
      }),
    );
  });
  it('is never said while cron runs, whatever its interval', () => {
    const interval = fc.constantFrom(1, 5, 10, 15, 20, 30, 60, 120, 240, DAY);
    fc.assert(
      fc.property(
        anyCalendar,
        anyTime,
        interval,
        fc.integer({ min: 1, max: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (calendar, last, minutes, count, share) => {
          const runs = runsUntil(last, minutes, count);
          const now = instant(Math.floor(epoch(last) + share * minutes * MINUTE_MS));
          // One run does not say how often they come.
          if (count > 1 || minutes <= 30) expect(since(runs, now, ALWAYS, calendar)).toBeNull();
        },
      ),
    );
  });
  it('is said of no machine that slept since, and on any later one after the second morning', () => {
    fc.assert(
      fc.property(anyCalendar, anyRuns, anyTime, (calendar, runs, now) => {
        expect(since(runs, now, awakeFor(0), calendar)).toBeNull();
        const untold = since(runs, now, UNTOLD, calendar);
        // Whoever does not know says it later than somebody who knows that the machine was awake.
        if (untold === null) return;
        expect(since(runs, now, ALWAYS, calendar)).toBe(untold);
        expect(localDay(calendar, untold)).toBeLessThan(localDay(calendar, now));
      }),
    );
  });
});
