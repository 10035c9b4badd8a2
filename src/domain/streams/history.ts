import type { Instant } from '../time/moment.ts';
import type {
  AwayPlanned,
  ClientEvent,
  ContactRecorded,
  ProjectEvent,
  QuestionAnswered,
  SentCopyFound,
  StoryEvent,
} from './events.ts';
import type { StandingEvent } from './standing-events.ts';

/** One event of a commitment, and whether it was undone. */
export interface StoryEntry {
  readonly event: StoryEvent;
  readonly operation: string;
  readonly undone: boolean;
}

/** One operation: what it recorded, and whether it still counts. */
export interface OperationSummary {
  readonly id: string;
  readonly verb: string;
  readonly recordedAt: Instant;
  /** The operation that this one undoes, if any. */
  readonly undoes: string | null;
  readonly undone: boolean;
  /** The id, or the beginning of it, by which `redo` brings it back; null if it is not undone. */
  readonly handle: string | null;
  /** Its events about commitments; for an undo or redo, those it took back or restored. */
  readonly facts: readonly {
    readonly uid: string;
    readonly title: string | null;
    readonly event: StoryEvent;
  }[];
  /** The contacts that it recorded, took back or restored. */
  readonly contacts: readonly ContactRecorded[];
  /** The sent copies of words that were recorded before. */
  readonly copies: readonly SentCopyFound[];
  /** Its events about clients. */
  readonly clients: readonly { readonly uid: string; readonly event: ClientEvent }[];
  /** Its events about projects, with their names. */
  readonly projects: readonly { readonly uid: string; readonly name: string; readonly event: ProjectEvent }[];
  /** Its events about standing promises, with their titles. */
  readonly standings: readonly {
    readonly uid: string;
    readonly title: string;
    readonly event: StandingEvent;
  }[];
  /** Its answers to the four questions. */
  readonly answers: readonly QuestionAnswered[];
  /** The periods away that it planned or cancelled. */
  readonly away: readonly { readonly isCancelled: boolean; readonly planned: AwayPlanned }[];
}
