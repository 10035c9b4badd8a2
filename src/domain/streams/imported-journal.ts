/** A client that was merged into another; `into` is the name of the latter. */
export interface MergedClient {
  readonly name: string;
  readonly into: string;
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
}
