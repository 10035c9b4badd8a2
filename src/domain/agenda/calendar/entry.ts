import type { Kind, State } from '../../streams/kinds.ts';
import { type Day, inZone, localDay, type WorkCalendar } from '../../time/calendar.ts';
import { dayMeant } from '../../time/day-meant.ts';
import type { Instant, Moment } from '../../time/moment.ts';

/** Whole days, both included, or a stretch of time; `from` and `to` are the same where only a point in time is meant. */
export type Span =
  | { readonly first: Day; readonly last: Day }
  | { readonly from: Instant; readonly to: Instant };

/** How often what an entry shows was changed, and when last (null: never). The count only ever grows, also by an undo. */
export interface Revision {
  readonly count: number;
  readonly at: Instant | null;
}

/** Something that stands in a calendar of another program. Clients are referred to by uid. */
export interface CalendarEntry {
  /** Stays the same as long as it is about the same thing, so that a change updates what was read before. */
  readonly uid: string;
  readonly about: EntryTopic;
  readonly span: Span;
  readonly isCancelled: boolean;
  readonly revision: Revision;
}

/** What an entry is about: a date of a commitment, a time of a standing promise that is still to be opened, or days away. */
export type EntryTopic = EntryOnCommitment | EntryOnAway;

export interface EntryOnCommitment {
  readonly what: 'due' | 'target' | 'update';
  readonly kind: Kind;
  readonly title: string;
  readonly client: string | null;
  /** The other party: whoever made the promise, else the client. */
  readonly counterpart: string | null;
  /** Null as long as the commitment is still to be opened. */
  readonly number: number | null;
  readonly state: State;
}

export interface EntryOnAway {
  readonly what: 'away';
  readonly note: string | null;
}

/** What changed with several things at once. */
export function joinRevisions(...revisions: readonly Revision[]): Revision {
  return revisions.reduce((sum, { count, at }) => ({
    count: sum.count + count,
    at: sum.at === null || (at !== null && at > sum.at) ? at : sum.at,
  }));
}

/** The span of a date: the day that was said, wherever it is looked at; else its time, or its window. */
export function spanOf(date: Moment, calendar: WorkCalendar): Span {
  const { at, from = at, grain } = date;
  if (grain === 'time') return { from, to: at };
  const last = dayMeant(date, calendar);
  return { first: from === at ? last : localDay(inZone(calendar, date.zone), from), last };
}
