import type { OperationSummary } from './history.ts';

/** A client that was merged into another; `into` is the name of the latter. */
export interface MergedClient {
  readonly name: string;
  readonly into: string;
}

/** An operation that is undone, although another device went on with what it had touched. */
export interface UndoneSummary {
  readonly undone: OperationSummary;
  readonly later: readonly OperationSummary[];
}

/** The result of importing a journal. */
export interface ImportedJournal {
  /** How many operations were new, and how many were already here. */
  readonly operations: number;
  readonly known: number;
  /** Commitments whose number was taken here; `title` is null if the commitment was undone. */
  readonly renumbered: readonly {
    readonly title: string | null;
    readonly from: number;
    readonly to: number;
  }[];
  /** Clients that had the same name in both files and were merged. */
  readonly merged: readonly MergedClient[];
  /** What is undone although there is later work on it; only if there is any. */
  readonly undone?: readonly UndoneSummary[];
}
