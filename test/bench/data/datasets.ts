/** How much is in a made-up file. */
export interface Dataset {
  readonly commitments: number;
  readonly open: number;
  /** The part of the open ones whose date has passed. */
  readonly overdue: number;
  readonly years: number;
  readonly clients: number;
}

export type DatasetName = 'small' | 'lifetime' | 'swamped';

/** A year of somebody's work; a whole working life of it; and somebody who finishes nothing. */
export const DATASETS: Readonly<Record<DatasetName, Dataset>> = {
  small: { commitments: 1_000, open: 100, overdue: 0.1, years: 1, clients: 30 },
  lifetime: { commitments: 200_000, open: 300, overdue: 0.1, years: 25, clients: 400 },
  swamped: { commitments: 20_000, open: 10_000, overdue: 0.5, years: 4, clients: 150 },
};

export const DATASET_NAMES = Object.keys(DATASETS) as readonly DatasetName[];

/** The present in which everything is measured: nine o'clock on a Friday in New York. */
export const NOW = Date.UTC(2026, 2, 20, 13);
export const ZONE = 'America/New_York';
