import { defined } from '../base/defined.ts';
import type { Cadence } from '../time/cadence.ts';
import { inZone, type WorkCalendar, withoutAway } from '../time/calendar.ts';
import { dayOfIso } from '../time/iso-day.ts';
import type { Instant } from '../time/moment.ts';
import {
  isFromDone,
  type Occurrence,
  type OnDaysOff,
  occurrenceKey,
  occurrences,
  type Reached,
  type Rhythm,
} from '../time/occurrences.ts';
import { estimateIn } from './estimate-fields.ts';
import { type Estimate, ignoreUnknown } from './events.ts';
import type { StandingEvent, StandingKind } from './standing-events.ts';

/** Days on which nothing is expected of a standing promise, and why, from the first to the last (ISO dates in its zone). */
export interface Pause {
  readonly first: string;
  readonly last: string;
  readonly because: string;
  /** When they were told. */
  readonly at: Instant;
}

/**
 * A promise that comes again by a cadence. Each time of it is a commitment of its own; this says what the ones to come are.
 * Clients are referred to by uid.
 */
export interface Standing {
  readonly uid: string;
  readonly kind: StandingKind;
  readonly title: string;
  /** Null for a promise to myself. */
  readonly client: string | null;
  /** Who promised it, if they did. */
  readonly who: string | null;
  /** The name of the person who promised it, if they work for the client that did. */
  readonly person: string | null;
  readonly cadence: Cadence;
  /** The zone of its days and clock times. */
  readonly zone: string;
  /** Since when it has this cadence. */
  readonly since: Instant;
  readonly madeAt: Instant;
  readonly onDaysOff: OnDaysOff;
  /** The last day (an ISO date in its zone); null if there is none. */
  readonly until: string | null;
  readonly estimate: Estimate | null;
  readonly project: string | null;
  readonly pauses: readonly Pause[];
  readonly stoppedAt: Instant | null;
}

/** How its times ended that have a result: done by their date, done later, or missed. */
export interface StandingRecord {
  readonly kept: number;
  readonly late: number;
  readonly missed: number;
}

/** Applies one event to a standing promise. Never throws. */
export function evolveStanding(state: Standing | null, event: StandingEvent, uid: string): Standing | null {
  if (event.type === 'StandingPromiseMade') {
    const { kind, title, client, who, person, cadence, zone, at, onDaysOff, until, project } = event;
    return (
      state ?? {
        uid,
        kind,
        title,
        client: client ?? null,
        who: who ?? null,
        person: person ?? null,
        cadence,
        zone,
        since: at,
        madeAt: at,
        onDaysOff,
        until: until ?? null,
        estimate: estimateIn(event),
        project: project ?? null,
        pauses: [],
        stoppedAt: null,
      }
    );
  }
  if (state === null) return null;
  switch (event.type) {
    case 'StandingPromiseChanged': {
      const { title, client, who, cadence, onDaysOff, until, at, estimateHours } = event;
      return {
        ...state,
        ...defined({ title, client, who, cadence, onDaysOff, until }),
        ...(cadence && { since: at }),
        ...(estimateHours !== undefined && { estimate: estimateIn(event) }),
      };
    }
    case 'StandingPromisePaused': {
      const { first, last, because, at } = event;
      const isKnown = state.pauses.some((pause) => pause.first === first && pause.last === last);
      return isKnown ? state : { ...state, pauses: [...state.pauses, { first, last, because, at }] };
    }
    case 'StandingPromiseStopped':
      return { ...state, stoppedAt: state.stoppedAt ?? event.at };
    default:
      return ignoreUnknown(event, state);
  }
}

/** When it comes, for the calendar in its zone. */
export function rhythmOf({ cadence, since, onDaysOff, until, pauses }: Standing): Rhythm {
  return {
    cadence,
    since,
    onDaysOff,
    until: until === null ? null : dayOfIso(until),
    pauses: pauses.map(({ first, last }) => ({ first: dayOfIso(first), last: dayOfIso(last) })),
  };
}

/** The calendar that says when it comes: in its zone, and for what they do, whether or not I am away. */
export function calendarOfStanding(
  { kind, zone }: Pick<Standing, 'kind' | 'zone'>,
  calendar: WorkCalendar,
): WorkCalendar {
  return inZone(kind === 'awaiting' ? withoutAway(calendar) : calendar, zone);
}

/**
 * The uid of one time of a standing promise: it follows from the two, so that two devices which open the same one do not make
 * two of it.
 */
export function uidOfOccurrence(
  { uid }: Pick<Standing, 'uid'>,
  occurrence: Parameters<typeof occurrenceKey>[0],
  calendar: WorkCalendar,
): string {
  return `${uid}-${occurrenceKey(occurrence, calendar)}`;
}

/** The next time of a standing promise; null if there is none, or it only follows from when the last one is done. */
export function nextOf(standing: Standing, last: Reached | null, calendar: WorkCalendar): Occurrence | null {
  if (standing.stoppedAt !== null) return null;
  if (isFromDone(standing.cadence) && last?.isOpen) return null;
  const { value } = occurrences(rhythmOf(standing), last, calendar).next();
  return value ?? null;
}
