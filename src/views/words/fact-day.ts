import type { FactDay } from '../../domain/streams/events.ts';
import { nextFactDay } from '../../domain/streams/fact-days.ts';
import { dateOf, localDay } from '../../domain/time/calendar.ts';
import { dayOfIso } from '../../domain/time/iso-day.ts';
import { sayDay, sayMonthName } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';

/** The day of a fact: "on Thu 31 Dec"; of one that comes again, also which it is next: "every year on 31 December (Thu 31 Dec)". */
export function sayFactDay(dated: FactDay, { calendar, now }: Pick<ViewContext, 'calendar' | 'now'>): string {
  const day = dayOfIso(dated.day);
  if (!dated.isYearly) return `on ${sayDay(day, calendar, now)}`;
  const next = nextFactDay(dated, localDay(calendar, now)) ?? dated.day;
  return `every year on ${dateOf(day).date} ${sayMonthName(day)} (next ${sayDay(dayOfIso(next), calendar, now)})`;
}
