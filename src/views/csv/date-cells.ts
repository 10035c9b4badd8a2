import { dayMeant } from '../../domain/time/day-meant.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import type { Instant, Moment } from '../../domain/time/moment.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';

/** A date: the day that was said ("2026-03-05"), or a time with its offset ("2026-03-05T15:00:00+01:00"). */
export function dateCell(date: Moment | null, { calendar }: ViewContext): string | null {
  if (date === null) return null;
  return date.grain === 'day' ? isoOfDay(dayMeant(date, calendar)) : toLocalIso(date.at, calendar);
}

/** An instant with the offset here: "2026-03-05T15:00:00+01:00". */
export function timeCell(at: Instant | null, { calendar }: ViewContext): string | null {
  return at === null ? null : toLocalIso(at, calendar);
}
