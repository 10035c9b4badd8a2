import { firstIndex } from '../base/first-index.ts';
import {
  atLocalTime,
  endOfWork,
  HORIZON,
  localTime,
  type Shift,
  shiftsOn,
  type WorkCalendar,
  workingMinutesOn,
} from './calendar.ts';
import type { Instant } from './moment.ts';

const MINUTE_MS = 60_000;

/** Working time counted from one moment. */
export interface Timeline {
  /** Minutes of working time from that moment to another; 0 if the other is earlier. */
  readonly minutesUntil: (at: Instant) => number;
  /** The instant at which `minutes` of working time have passed. */
  readonly after: (minutes: number) => Instant;
}

/**
 * Counts the working time of each day once, by the wall clock. If the clocks change within working hours, it
 * differs from `addWorkingMinutes` by that hour, which is well within the error of any forecast.
 */
export function timelineFrom(calendar: WorkCalendar, from: Instant): Timeline {
  const start = localTime(calendar, from);
  /** Minutes worked by the end of each day; the first is the day of `from`. */
  const worked = [workedIn(shiftsOn(calendar, start.day), start.ms / MINUTE_MS, 24 * 60)];
  const workedBy = (index: number): number => {
    for (let next = worked.length; next <= index; next++) {
      worked.push((worked[next - 1] ?? 0) + workingMinutesOn(calendar, start.day + next));
    }
    return index < 0 ? 0 : (worked[index] ?? 0);
  };
  /** The first day at the end of which `minutes` have been worked. */
  const dayOnWhich = (minutes: number): number => {
    while (workedBy(worked.length - 1) < minutes && worked.length <= HORIZON) workedBy(worked.length);
    return Math.min(
      firstIndex(worked.length, (index) => !(workedBy(index) < minutes)),
      HORIZON,
    );
  };
  const beginsOn = (index: number) => (index === 0 ? start.ms / MINUTE_MS : 0);
  return {
    minutesUntil: (at) => {
      if (at <= from) return 0;
      const { day, ms } = localTime(calendar, at);
      const index = Math.min(day - start.day, HORIZON);
      const today = workedIn(shiftsOn(calendar, day), beginsOn(index), ms / MINUTE_MS);
      return workedBy(index - 1) + today;
    },
    after: (minutes) => {
      const index = dayOnWhich(minutes);
      let left = minutes - workedBy(index - 1);
      for (const shift of shiftsOn(calendar, start.day + index)) {
        const begins = Math.max(shift.start, beginsOn(index));
        const room = Math.max(0, shift.end - begins);
        if (left <= room) return atLocalTime(calendar, start.day + index, (begins + left) * MINUTE_MS);
        left -= room;
      }
      return endOfWork(calendar, start.day + index);
    },
  };
}

/** Minutes of the shifts between two times of the day. */
function workedIn(shifts: readonly Shift[], from: number, to: number): number {
  return shifts.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
}
