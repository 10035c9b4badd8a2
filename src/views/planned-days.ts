import type { Forecast } from '../domain/planning/forecast.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import {
  type Day,
  type HoursOff,
  isWorkingDay,
  localDay,
  workingMinutesOn,
} from '../domain/time/calendar.ts';
import { dayMeant } from '../domain/time/day-meant.ts';
import { sayDayOff } from '../domain/time/wording.ts';
import type { ViewContext } from './view-context.ts';

/** One day: its work, and what is due. */
export interface PlannedDay {
  readonly day: Day;
  /** Hours of planned work. */
  readonly load: number;
  /** Hours still free for commitments. */
  readonly free: number;
  /** Why nobody works on a day that would otherwise be a working day. */
  readonly off: string | null;
  readonly isWorkingDay: boolean;
  /** The hours away on a working day. */
  readonly hoursOff: readonly HoursOff[];
  readonly due: readonly Commitment[];
}

/** The days from one to another with their load, and what is due or was offered for each. */
export function plannedDays(
  first: Day,
  last: Day,
  open: readonly Commitment[],
  forecast: Forecast,
  { calendar, now }: ViewContext,
): PlannedDay[] {
  const dueOn = new Map<Day, Commitment[]>();
  for (const commitment of open) {
    const date = commitment.due ?? commitment.offer?.date;
    if (!date) continue;
    const day = dayMeant(date, calendar);
    const due = dueOn.get(day);
    if (due) due.push(commitment);
    else dueOn.set(day, [commitment]);
  }
  const today = localDay(calendar, now);
  const load = forecast.loadByDay(last);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const day = first + index;
    const room = day < today ? 0 : (workingMinutesOn(calendar, day) / 60) * forecast.focus;
    const taken = load.get(day) ?? 0;
    return {
      day,
      load: taken,
      free: Math.max(0, room - taken),
      off: sayDayOff(day, calendar),
      isWorkingDay: isWorkingDay(calendar, day),
      hoursOff: isWorkingDay(calendar, day) ? (calendar.hoursOff?.get(day) ?? []) : [],
      due: dueOn.get(day) ?? [],
    };
  });
}

/** The hours of work planned on some days, and those still free for commitments. */
export function sumOfDays(days: readonly PlannedDay[]): Pick<PlannedDay, 'load' | 'free'> {
  const sum = (key: 'load' | 'free') => days.reduce((total, day) => total + day[key], 0);
  return { load: sum('load'), free: sum('free') };
}
