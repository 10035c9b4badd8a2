import { type Away, type AwaySpan, daysAway, evolveAway, withAway } from '../../domain/streams/away.ts';
import type { Change } from '../../domain/streams/events.ts';
import { type HoursOff, isWorkingDay, withoutAway, workingMinutesOn } from '../../domain/time/calendar.ts';
import { dayOfIso } from '../../domain/time/iso-day.ts';
import { sayDay } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { sayRoundHours, sayWorkingDays } from './amount.ts';

/** What was planned or cancelled, a sentence for each. `known` are the days away before the change. */
export function sayAwayChanges(
  changes: readonly Change[],
  known: readonly Away[],
  view: ViewContext,
): string[] {
  return changes.flatMap((change) => {
    const away = awayChangedBy(change, known);
    if (!away) return [];
    const days = sayDaysAway(away, view);
    return change.event.type === 'AwayCancelled'
      ? [`Working after all: ${days}.`]
      : [`Away: ${days}, ${sayWorkingTimeAway(away, view)}.`];
  });
}

/** "Mon 21 Dec 2026 to Sat 2 Jan 2027", "Wed 25 Mar 2026 from 14:00". */
export function sayDaysAway(away: AwaySpan, view: ViewContext): string {
  return [sayFirst(away, view), sayUntil(away, view)].filter(Boolean).join(' ');
}

/** The first day: "Mon 21 Dec 2026", "Wed 25 Mar 2026 from 14:00"; with its end if it is the only one. */
function sayFirst({ first, last, beginsAt, endsAt }: AwaySpan, { calendar }: ViewContext): string {
  const hours = sayHours(beginsAt, first === last ? endsAt : undefined);
  return [sayDay(dayOfIso(first), calendar), hours].filter(Boolean).join(' ');
}

/** The last day: "to Sat 2 Jan 2027", "to Fri 27 Mar 2026 until 12:00"; empty for a single day. */
function sayUntil({ first, last, endsAt }: AwaySpan, { calendar }: ViewContext): string {
  if (last === first) return '';
  return ['to', sayDay(dayOfIso(last), calendar), sayHours(undefined, endsAt)].filter(Boolean).join(' ');
}

/** Clock times within a day: "14:00-16:00", "from 14:00", "until 12:00"; empty for the whole day. */
function sayHours(from: string | undefined, until: string | undefined): string {
  if (from && until) return `${from}-${until}`;
  if (from) return `from ${from}`;
  return until ? `until ${until}` : '';
}

/** The hours away on a day that is worked otherwise: "from 14:00". */
export function sayHoursOff({ start, end }: HoursOff): string {
  return sayHours(start === 0 ? undefined : sayMinutes(start), end === 24 * 60 ? undefined : sayMinutes(end));
}

/** A clock time in minutes after midnight: "14:00". */
export function sayMinutes(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/**
 * How much working time they take: "3 working days", "2 working days and 3h of work". Weekends and holidays do not count,
 * because they are free anyway.
 */
export function sayWorkingTimeAway(away: Away, { calendar }: ViewContext): string {
  const before = withoutAway(calendar);
  const after = withAway(before, [away]);
  let days = 0;
  let minutes = 0;
  for (const day of daysAway(away).keys()) {
    if (isWorkingDay(before, day) && !isWorkingDay(after, day)) days++;
    else minutes += workingMinutesOn(before, day) - workingMinutesOn(after, day);
  }
  const hours = minutes > 0 ? `${sayRoundHours(minutes / 60)} of work` : '';
  return [days > 0 || minutes === 0 ? sayWorkingDays(days) : '', hours].filter(Boolean).join(' and ');
}

/** The days away that a change planned or cancelled. */
export function awayChangedBy({ stream, event }: Change, known: readonly Away[]): Away | null {
  return event.type === 'AwayPlanned'
    ? evolveAway(null, event, stream.uid)
    : (known.find(({ uid }) => uid === stream.uid) ?? null);
}
