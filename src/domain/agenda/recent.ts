import { DAY_MS } from '../time/calendar.ts';
import { epoch, type Instant, instant } from '../time/moment.ts';

/** For how many days after its last commitment was closed a client's silence still matters. */
const RECENT_DAYS = 30;

/** Commitments closed before this instant no longer matter. */
export function recentSince(now: Instant): Instant {
  return instant(epoch(now) - RECENT_DAYS * DAY_MS);
}
