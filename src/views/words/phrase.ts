import type { Refusal } from '../../domain/base/refusal.ts';
import type { Estimate } from '../../domain/streams/events.ts';
import { type Cadence, nextAfter } from '../../domain/time/cadence.ts';
import { isWorkingDay, type WorkCalendar } from '../../domain/time/calendar.ts';
import { dayMeant } from '../../domain/time/day-meant.ts';
import { addDuration, type Duration } from '../../domain/time/duration.ts';
import type { Instant, Moment } from '../../domain/time/moment.ts';
import { sayElsewhere, sayInstant, sayMoment, sayZone } from '../../domain/time/wording.ts';
import { sayHoursOfWork } from './amount.ts';
import { sayDuration } from './duration.ts';
import { sayRelativeDate } from './time.ts';

/** A phrase and what it means, or why it was not understood. */
export interface Understood {
  readonly phrase: string;
  readonly value: Moment | Duration | Cadence | Estimate | Refusal;
  /** The length of a duration in seconds, if it has a fixed length. */
  readonly seconds?: number | null;
}

/** What a phrase means, in full; for a duration or a cadence, also the time that it leads to from now. */
export function sayPhrase(
  value: Moment | Duration | Cadence | Estimate,
  now: Instant,
  calendar: WorkCalendar,
): string {
  if ('hours' in value) return `${sayHoursOfWork(value)} of work`;
  if ('rrule' in value) {
    const next = nextAfter(value, now, calendar);
    return `${value.text} (${value.rrule}); if you update them now, the next update is due by ${sayInstant(next, calendar)}`;
  }
  if ('at' in value) {
    const isWorked = isWorkingDay(calendar, dayMeant(value, calendar));
    const day = isWorked ? ', the end of that working day' : ', which is not a working day';
    const grain = value.grain === 'day' ? day : '';
    const zone = value.zone === calendar.zone ? value.zone : sayThere(value, calendar);
    return `${sayMoment(value, calendar)}, ${sayRelativeDate(value, { now, calendar })}${grain} (${zone})`;
  }
  return `${sayDuration(value)}; from now until ${sayInstant(addDuration(calendar, now, value), calendar)}`;
}

/** A moment by the clock of the zone that was named: "17:00 London", "14:00-15:00 Tokyo". */
function sayThere({ at, from, zone }: Moment, calendar: WorkCalendar): string {
  const end = sayElsewhere(at, zone, calendar);
  const start =
    from === undefined ? '' : sayElsewhere(from, zone, calendar).replace(` ${sayZone(zone)}`, '-');
  return `${start}${end}`;
}
