import { endOfWork, localDay, type WorkCalendar, workingDayHours } from '../time/calendar.ts';
import { type Instant, latest, type Moment } from '../time/moment.ts';
import { timelineFrom } from '../time/timeline.ts';

/** Working days counted from now, with fractions. They all have the calendar's average length. */
export interface WorkingDays {
  readonly until: (at: Instant) => number;
  readonly hoursUntil: (at: Instant) => number;
  readonly after: (count: number) => Instant;
  /** The day of an instant as a date, due at the end of work. */
  readonly wholeDay: (at: Instant) => Moment;
  /** The day on which `count` working days have passed, as a date. */
  readonly dayAfter: (count: number) => Moment;
}

export function workingDaysFrom(calendar: WorkCalendar, now: Instant): WorkingDays {
  const timeline = timelineFrom(calendar, now);
  const minutesPerDay = 60 * workingDayHours(calendar);
  const after = (count: number) => timeline.after(count * minutesPerDay);
  const wholeDay = (at: Instant): Moment => ({
    at: latest(at, endOfWork(calendar, localDay(calendar, at))),
    zone: calendar.zone,
    grain: 'day',
  });
  return {
    hoursUntil: (at) => timeline.minutesUntil(at) / 60,
    until: (at) => timeline.minutesUntil(at) / minutesPerDay,
    after,
    wholeDay,
    dayAfter: (count) => wholeDay(after(count)),
  };
}
