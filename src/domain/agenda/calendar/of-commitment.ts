import { type Commitment, counterpart, isOpen } from '../../streams/commitment.ts';
import { DAY_MS, type WorkCalendar } from '../../time/calendar.ts';
import { epoch, type Instant, instant, type Moment } from '../../time/moment.ts';
import type { ClockSettingsOf } from '../../time/settings.ts';
import { nextUpdateOf } from '../clocks.ts';
import { type CalendarEntry, type EntryOnCommitment, joinRevisions, type Revision, spanOf } from './entry.ts';

/** For how long what is closed still stands in a calendar, as cancelled, so that other programs take it out. */
const CANCELLED_DAYS = 30;

/** What was closed before this is not in the calendar any more. */
export function closedSince(now: Instant): Instant {
  return instant(epoch(now) - CANCELLED_DAYS * DAY_MS);
}

/** How often a commitment was changed, and what its dates follow from besides it. */
export interface CommitmentRevisions {
  /** Of the commitment itself. */
  readonly own: Revision;
  /** Of the standing promise that it is one time of; null if it is none. */
  readonly standing: Revision | null;
  /** Of the days away and of the settings of clients, which move what is reckoned. */
  readonly clocks: Revision;
}

/** What the dates of a commitment are reckoned with. */
interface Clocks {
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
}

/**
 * The dates of a commitment as entries: when it is due, the target before that, and when they hear next. Those of a closed one are
 * cancelled.
 */
export function entriesOfCommitment(
  commitment: Commitment,
  revisions: CommitmentRevisions,
  clocks: Clocks,
): CalendarEntry[] {
  return entriesOf(commitment, nextUpdate(commitment, clocks), revisions, clocks.calendar);
}

/**
 * What the calendar said of a commitment before, as cancelled, from what it was, latest first, under each of the clocks that counted:
 * each date as it stood last. Where the cadence of updates may have been another (`isAnyCadence`), no update is left out because it
 * would come after the date by the present one.
 */
export function formerEntriesOfCommitment(
  past: readonly Commitment[],
  revisions: CommitmentRevisions,
  clocks: readonly Clocks[],
  isAnyCadence: boolean,
): CalendarEntry[] {
  const entries = new Map<string, CalendarEntry>();
  const add = (entry: CalendarEntry) => {
    if (!entries.has(entry.uid)) entries.set(entry.uid, { ...entry, isCancelled: true });
  };
  for (const commitment of past) {
    for (const each of clocks) entriesOfCommitment(commitment, revisions, each).forEach(add);
  }
  const [present] = clocks;
  if (!isAnyCadence || present === undefined) return [...entries.values()];
  for (const commitment of past) {
    const update = nextUpdate({ ...commitment, due: null }, present);
    entriesOf(commitment, update, revisions, present.calendar).forEach(add);
  }
  return [...entries.values()];
}

function entriesOf(
  commitment: Commitment,
  update: Moment | null,
  { own, standing, clocks }: CommitmentRevisions,
  calendar: WorkCalendar,
): CalendarEntry[] {
  const { uid, kind, title, client, number, state, due, target } = commitment;
  const entry = (
    what: EntryOnCommitment['what'],
    date: Moment | null,
    ...others: readonly (Revision | null)[]
  ): CalendarEntry[] => {
    if (date === null) return [];
    return [
      {
        uid: what === 'due' ? uid : `${uid}-${what}`,
        about: { what, kind, title, client, counterpart: counterpart(commitment), number, state },
        span: spanOf(date, calendar),
        isCancelled: !isOpen(commitment),
        revision: joinRevisions(own, ...others.flatMap((other) => other ?? [])),
      },
    ];
  };
  return [
    // Before it was opened, a time of a standing promise followed from these too: their counts go on.
    ...entry('due', due, standing, standing && clocks),
    ...entry('target', due === null || target?.at === due.at ? null : target),
    ...entry('update', update, clocks),
  ];
}

/** When they hear next; of what is closed, when they would have heard. */
function nextUpdate(commitment: Commitment, { clockSettingsOf, calendar }: Clocks): Moment | null {
  const { lastOpenState, nextPromised } = commitment;
  const asOpen = isOpen(commitment) ? commitment : { ...commitment, state: lastOpenState };
  const at = nextUpdateOf(asOpen, clockSettingsOf, calendar);
  if (at === null) return null;
  return nextPromised?.at === at ? nextPromised : { at, zone: calendar.zone, grain: 'time' };
}
