import { localDay, startOfDay } from '../time/calendar.ts';
import { epoch, type Instant, instant } from '../time/moment.ts';
import type { Ledger } from './ledger.ts';

/** The last second of today: when something is due that is a matter of each day. */
export function endOfToday({ now, calendar }: Pick<Ledger, 'now' | 'calendar'>): Instant {
  return instant(epoch(startOfDay(calendar, localDay(calendar, now) + 1)) - 1000);
}
