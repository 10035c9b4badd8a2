import { type Away, dayOfIso, daysAway, evolveAway } from '../../domain/streams/away.ts';
import type { Change } from '../../domain/streams/events.ts';
import { type Day, isWorkedWeekday, weekdayOf } from '../../domain/time/calendar.ts';
import { sayDay } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { sayWorkingDays } from './amount.ts';

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
      : [`Away: ${days}, ${sayWorkingDaysAway(away, view)}.`];
  });
}

/** "Mon 21 Dec 2026 to Sat 2 Jan 2027". */
export function sayDaysAway(away: Pick<Away, 'first' | 'last'>, view: ViewContext): string {
  return [sayFirst(away, view), sayUntil(away, view)].filter(Boolean).join(' ');
}

/** The first day: "Mon 21 Dec 2026". */
export function sayFirst({ first }: Pick<Away, 'first'>, { calendar }: ViewContext): string {
  return sayDay(dayOfIso(first), calendar);
}

/** The last day: "to Sat 2 Jan 2027"; empty for a single day. */
export function sayUntil({ first, last }: Pick<Away, 'first' | 'last'>, { calendar }: ViewContext): string {
  return last === first ? '' : `to ${sayDay(dayOfIso(last), calendar)}`;
}

/** How many working days they take; weekends and holidays do not count, because they are free anyway. */
export function sayWorkingDaysAway(away: Away, { calendar }: ViewContext): string {
  const days = [...daysAway([away]).keys()];
  const isFree = (day: Day) =>
    !isWorkedWeekday(calendar, weekdayOf(day)) || calendar.daysOff.get(day)?.kind === 'holiday';
  return sayWorkingDays(days.filter((day) => !isFree(day)).length);
}

/** The days away that a change planned or cancelled. */
export function awayChangedBy({ stream, event }: Change, known: readonly Away[]): Away | null {
  return event.type === 'AwayPlanned'
    ? evolveAway(null, event, stream.uid)
    : (known.find(({ uid }) => uid === stream.uid) ?? null);
}
