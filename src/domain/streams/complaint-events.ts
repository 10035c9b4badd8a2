import type { Moment } from '../time/moment.ts';
import type { TimedEvent } from './timed-event.ts';

// What is recorded of a complaint on the way from their words to their yes.

/** Whose part something is. */
export type Side = 'ours' | 'theirs';

/** Where a fault lay. */
export const CAUSES = ['ours', 'theirs', 'both', 'unknown'] as const;
export type Cause = (typeof CAUSES)[number];

/** What a commitment is to the complaint that it belongs to: when we speak again, or something that was approved. */
export type PartOfComplaint = 'talk' | 'remedy' | 'prevention';

/** The complaint that a commitment belongs to, and as what. */
export interface Belonging {
  readonly complaint: string;
  readonly as: PartOfComplaint;
  /** The id of the measure that was approved. */
  readonly measure?: string;
}

/** Who suffers from what went wrong, and what they need by when: one of the two at least. */
export interface AffectedNamed extends TimedEvent {
  readonly type: 'AffectedNamed';
  readonly text?: string;
  readonly neededBy?: Moment;
}

/** Something about a complaint that can be shown to be so. */
export interface FactFound extends TimedEvent {
  readonly type: 'FactFound';
  readonly text: string;
  /** Evidence: a path or a web address. */
  readonly link?: string;
}

/** What we think that the facts mean. */
export interface ConclusionDrawn extends TimedEvent {
  readonly type: 'ConclusionDrawn';
  readonly text: string;
}

/** Where the fault of a complaint lay. */
export interface CauseNamed extends TimedEvent {
  readonly type: 'CauseNamed';
  readonly cause: Cause;
}

/** What may be done about a complaint. Once it is approved it is opened, if it says who does it and by when. */
interface MeasureProposed extends TimedEvent {
  /** Tells it from others, however they are worded. */
  readonly id: string;
  readonly text: string;
  readonly side?: Side;
  readonly due?: Moment;
}

/** What would make them whole now. */
export interface RemedyProposed extends MeasureProposed {
  readonly type: 'RemedyProposed';
}

/** What either side would change so that it does not happen again. */
export interface PreventionProposed extends MeasureProposed {
  readonly type: 'PreventionProposed';
}

/** I put the resolution of a complaint to them. */
export interface ResolutionOffered extends TimedEvent {
  readonly type: 'ResolutionOffered';
}

/** They refused the resolution, and gave a reason. */
export interface ResolutionRejected extends TimedEvent {
  readonly type: 'ResolutionRejected';
  readonly because: string;
}

/** Somebody there said yes to the resolution. */
export interface ResolutionApproved extends TimedEvent {
  readonly type: 'ResolutionApproved';
  readonly by: string;
  readonly inWriting: boolean;
  /** The ids of the measures that they approved. */
  readonly measures: readonly string[];
}

/** I spoke to them about a complaint, as I had said I would. Words that were recorded are in another event. */
export interface TalkHeld extends TimedEvent {
  readonly type: 'TalkHeld';
}

/** What can happen to a complaint, and to nothing else. */
export type ComplaintEvent =
  | AffectedNamed
  | FactFound
  | ConclusionDrawn
  | CauseNamed
  | RemedyProposed
  | PreventionProposed
  | ResolutionOffered
  | ResolutionRejected
  | ResolutionApproved
  | TalkHeld;
