import type { Instant } from '../time/moment.ts';
import type { AwayPlanned, ClientEvent, ContactRecorded, QuestionAnswered, StoryEvent } from './events.ts';

/** One event of a commitment, with whether it was undone. */
export interface StoryEntry {
  readonly event: StoryEvent;
  readonly operation: string;
  readonly undone: boolean;
}

/** One command's change, with what it did and whether it counts. */
export interface OperationSummary {
  readonly id: string;
  readonly verb: string;
  readonly recordedAt: Instant;
  /** The operation that this one undoes. */
  readonly undoes: string | null;
  readonly undone: boolean;
  /** What it recorded about commitments; for an undo or redo, what it took back or brought back. */
  readonly facts: readonly {
    readonly uid: string;
    readonly title: string | null;
    readonly event: StoryEvent;
  }[];
  /** The words in and out that it recorded, took back or brought back. */
  readonly contacts: readonly ContactRecorded[];
  /** What it recorded about clients, by uid. */
  readonly clients: readonly { readonly uid: string; readonly event: ClientEvent }[];
  /** The answers to the four questions that it kept. */
  readonly answers: readonly QuestionAnswered[];
  /** The days away that it planned or cancelled. */
  readonly away: readonly { readonly isCancelled: boolean; readonly planned: AwayPlanned }[];
}
