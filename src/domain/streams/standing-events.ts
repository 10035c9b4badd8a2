import type { Cadence } from '../time/cadence.ts';
import type { Instant, Moment } from '../time/moment.ts';
import type { OnDaysOff } from '../time/occurrences.ts';
import type { TimedEvent } from './timed-event.ts';

/** Which time of a standing promise a commitment is. */
export interface OccurrenceOf {
  /** The uid of the standing promise. */
  readonly standing: string;
  /** When its cadence names it, whatever days are off. */
  readonly on: Instant;
  /** When it comes by its rhythm, whatever date is settled for this one time. */
  readonly due: Instant;
  /** Since when the standing promise had the cadence that named it. */
  readonly since: Instant;
  /** It was opened because its time had come; nothing was said then. */
  readonly byItself?: true;
}

/** What standing promises can be of: what I do again and again, and what they do. */
export type StandingKind = 'promise' | 'awaiting';
export const STANDING_KINDS: readonly StandingKind[] = ['promise', 'awaiting'];

/** Something was promised that comes again by a cadence: by me, or by them. */
export interface StandingPromiseMade extends TimedEvent {
  readonly type: 'StandingPromiseMade';
  readonly kind: StandingKind;
  readonly title: string;
  readonly client?: string;
  /** For what they promised: who did. */
  readonly who?: string;
  /** The name of the person who promised it, if they work for the client that did. */
  readonly person?: string;
  readonly cadence: Cadence;
  /** The zone of its days and clock times. */
  readonly zone: string;
  readonly onDaysOff: OnDaysOff;
  /** The last day (an ISO date in that zone). */
  readonly until?: string;
  readonly estimateHours?: number;
  readonly estimateRange?: readonly [least: number, most: number];
  readonly estimateText?: string;
  readonly project?: string;
}

/** What is still to come of it changes; `null` removes a detail. What was opened stays as it was promised. */
export interface StandingPromiseChanged extends TimedEvent {
  readonly type: 'StandingPromiseChanged';
  readonly title?: string;
  readonly client?: string;
  readonly who?: string;
  readonly cadence?: Cadence;
  readonly onDaysOff?: OnDaysOff;
  readonly until?: string | null;
  readonly estimateHours?: number | null;
  readonly estimateRange?: readonly [least: number, most: number] | null;
  readonly estimateText?: string | null;
  readonly because?: string;
}

/** They know beforehand that it does not come on these days (ISO dates in its zone). */
export interface StandingPromisePaused extends TimedEvent {
  readonly type: 'StandingPromisePaused';
  readonly first: string;
  readonly last: string;
  readonly because: string;
}

/** It does not come again. */
export interface StandingPromiseStopped extends TimedEvent {
  readonly type: 'StandingPromiseStopped';
  readonly because?: string;
}

/** The time of the one after it has passed too, and nobody had settled it. */
export interface OccurrenceMissed extends TimedEvent {
  readonly type: 'OccurrenceMissed';
}

/** Why it was missed: whoever waited for it knows. It stays missed. */
export interface MissExplained extends TimedEvent {
  readonly type: 'MissExplained';
  readonly because: string;
}

/** It comes on another day, because of days that are off or are not any more. Nobody moved it. */
export interface OccurrenceShifted extends TimedEvent {
  readonly type: 'OccurrenceShifted';
  readonly due: Moment;
}

/** The standing promise by which it was opened was undone. It may be opened again. */
export interface OccurrenceWithdrawn extends TimedEvent {
  readonly type: 'OccurrenceWithdrawn';
}

/** What can happen to a commitment because it is one time of a standing promise. */
export type OccurrenceEvent = OccurrenceMissed | MissExplained | OccurrenceShifted | OccurrenceWithdrawn;

/** What can happen to a standing promise. */
export type StandingEvent =
  | StandingPromiseMade
  | StandingPromiseChanged
  | StandingPromisePaused
  | StandingPromiseStopped;
