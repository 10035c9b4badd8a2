import { type Commitment, counterpart } from '../../streams/commitment.ts';
import { KIND_TRAITS } from '../../streams/kinds.ts';
import { calendarOfStanding, type Standing, uidOfOccurrence } from '../../streams/standing.ts';
import { comingTimes, reachedBy } from '../../streams/standing-outlook.ts';
import type { WorkCalendar } from '../../time/calendar.ts';
import { type CalendarEntry, type Revision, spanOf } from './entry.ts';

/** How many times of a standing promise stand in a calendar before they are opened. */
export const TIMES_AHEAD = 4;

/**
 * The next times of a standing promise that are still to be opened, after the last that was (null: none). Their uids are those of
 * the commitments that they become, so that these take their place.
 */
export function entriesOfStanding(
  standing: Standing,
  last: Commitment | null,
  revision: Revision,
  calendar: WorkCalendar,
  most = TIMES_AHEAD,
): CalendarEntry[] {
  const there = calendarOfStanding(standing, calendar);
  const { kind, title, client } = standing;
  const times = comingTimes(standing, last && reachedBy(last), there, most);
  return times.map((time) => ({
    uid: uidOfOccurrence(standing, time, there),
    about: {
      what: 'due',
      kind,
      title,
      client,
      counterpart: counterpart(standing),
      number: null,
      state: KIND_TRAITS[kind].start,
    },
    span: spanOf(time.due, calendar),
    isCancelled: false,
    revision,
  }));
}
