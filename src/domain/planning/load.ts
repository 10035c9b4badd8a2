import { type Day, localDay, startOfDay, workingMinutesBetween } from '../time/calendar.ts';
import type { PlanningContext } from './context.ts';

/** Hours of work on each day up to `last`, if the queue is worked off one item after the other. */
export function loadByDay({ calendar, now, focus, queue }: PlanningContext, last: Day): Map<Day, number> {
  const load = new Map<Day, number>();
  const today = localDay(calendar, now);
  let left = queue.at(-1)?.hoursThrough ?? 0;
  for (let day = today; left > 0 && day <= last; day++) {
    const begins = day === today ? now : startOfDay(calendar, day);
    const room = workingMinutesBetween(calendar, begins, startOfDay(calendar, day + 1)) / 60;
    const hours = Math.min(left, room * focus);
    if (hours > 0) load.set(day, hours);
    left -= hours;
  }
  return load;
}
