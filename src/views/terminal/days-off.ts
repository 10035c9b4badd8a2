import type { Change, DomainEvent } from '../../domain/streams/events.ts';
import { isWorkingDay } from '../../domain/time/calendar.ts';
import { dayMeant } from '../../domain/time/day-meant.ts';
import { momentsIn } from '../../domain/time/moment.ts';
import { sayDay, sayDayOff } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { labelled } from './labelled.ts';

/** A warning for each date that was said in what was recorded and is not a working day, and why. */
export function showDaysOff(changes: readonly Change[], view: ViewContext): string[] {
  const { calendar, style, now } = view;
  const dates = changes.flatMap(({ event }) => momentsIn(saidIn(event)));
  const days = new Set(dates.map((date) => dayMeant(date, calendar)));
  return [...days].flatMap((day) => {
    if (isWorkingDay(calendar, day)) return [];
    const why = sayDayOff(day, calendar);
    const text = `${sayDay(day, calendar, now)} is not a working day${why ? `: ${printable(why)}` : ''}`;
    return labelled('day off', style.today(text), view);
  });
}

/** Targets are nobody's words, and a date that was wrong is gone. */
function saidIn(event: DomainEvent): unknown {
  return event.type === 'DetailsChanged'
    ? [event.wantedBy, event.due?.date, event.offered?.date]
    : { ...event, target: null };
}
