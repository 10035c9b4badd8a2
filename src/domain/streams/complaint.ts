import type { Instant, Moment } from '../time/moment.ts';
import type { Cause, Side } from './complaint-events.ts';

/** What would make them whole now, or what either side would change so that it does not happen again. */
export interface Measure {
  readonly part: 'remedy' | 'prevention';
  readonly id: string;
  readonly at: Instant;
  readonly text: string;
  readonly side: Side | null;
  readonly due: Moment | null;
  readonly standing: Standing;
}

/**
 * What became of a measure: nothing yet; it was put to them; their yes or no to it; they chose another; or it was said again in
 * another way.
 */
export type Standing = 'proposed' | 'put' | 'approved' | 'refused' | 'not-chosen' | 'replaced';

/** A part of the resolution of a complaint, and when it was said or found. */
export type ResolutionPart =
  | {
      readonly part: 'affected';
      readonly at: Instant;
      readonly text: string | null;
      readonly neededBy: Moment | null;
    }
  | { readonly part: 'fact'; readonly at: Instant; readonly text: string; readonly link: string | null }
  | { readonly part: 'conclusion'; readonly at: Instant; readonly text: string }
  | { readonly part: 'cause'; readonly at: Instant; readonly cause: Cause }
  | Measure;

/** What only a complaint has: what it is about, and how far its resolution has come. Commitments are referred to by uid. */
export interface Complaint {
  /** How often they refused a resolution. */
  readonly loops: number;
  readonly about: string | null;
  /** Everything that was said about the resolution, in the order in which it was recorded. */
  readonly parts: readonly ResolutionPart[];
  /** When the resolution was last put to them; null if that was never, or they refused it since. */
  readonly putAt: Instant | null;
  /** Whether they refused it, and nothing was put to them since. */
  readonly isRefused: boolean;
  /** Why it ended although nobody had approved a resolution. */
  readonly withoutApproval: string | null;
}

/** The parts of one kind. */
export function partsOf<P extends ResolutionPart['part']>(
  { parts }: Pick<Complaint, 'parts'>,
  part: P,
): Extract<ResolutionPart, { readonly part: P }>[] {
  return parts.filter((each): each is Extract<ResolutionPart, { readonly part: P }> => each.part === part);
}

/** All remedies and preventions ever proposed. */
export function measuresOf({ parts }: Pick<Complaint, 'parts'>): Measure[] {
  return parts.filter((each): each is Measure => each.part === 'remedy' || each.part === 'prevention');
}

/** Whether a remedy would be the first, with no fact that it rests on. */
export function isWithoutGround({ parts }: Pick<Complaint, 'parts'>): boolean {
  return parts.every(({ part }) => part !== 'fact' && part !== 'remedy');
}

/** Whether nobody has answered a measure yet. */
export function isUnanswered({ standing }: Pick<Measure, 'standing'>): boolean {
  return standing === 'proposed' || standing === 'put';
}

/** Whether there is something to put to them: what is proposed, or was approved before more became known. */
export function hasResolution(complaint: Pick<Complaint, 'parts' | 'isRefused'>): boolean {
  const measures = measuresOf(complaint);
  return (
    measures.some(isUnanswered) ||
    (!complaint.isRefused && measures.some(({ standing }) => standing === 'approved'))
  );
}

/** The measures that a yes now would approve. */
export function proposedMeasures(complaint: Pick<Complaint, 'parts'>): Measure[] {
  return measuresOf(complaint).filter(isUnanswered);
}

/** The measures among them that were added after the resolution was put to them; none while it is not. */
export function addedSincePut({ parts, putAt }: Pick<Complaint, 'parts' | 'putAt'>): Measure[] {
  return putAt === null ? [] : measuresOf({ parts }).filter(({ standing }) => standing === 'proposed');
}

/** The remedies that a yes now would approve: they may choose one of several, by its number in this order, from 1. */
export function proposedRemedies(complaint: Pick<Complaint, 'parts'>): Measure[] {
  return proposedMeasures(complaint).filter(({ part }) => part === 'remedy');
}
