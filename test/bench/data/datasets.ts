/** The size of a made-up file. */
export interface Dataset {
  readonly commitments: number;
  readonly open: number;
  /** The share of open commitments that are late. */
  readonly overdue: number;
  readonly years: number;
  readonly clients: number;
}

export type DatasetName = 'small' | 'lifetime' | 'swamped';

/** A year of work; a whole working life; and somebody who never finishes anything. */
export const DATASETS: Readonly<Record<DatasetName, Dataset>> = {
  small: { commitments: 1_000, open: 100, overdue: 0.1, years: 1, clients: 30 },
  lifetime: { commitments: 200_000, open: 300, overdue: 0.1, years: 25, clients: 400 },
  swamped: { commitments: 20_000, open: 10_000, overdue: 0.5, years: 4, clients: 150 },
};

export const DATASET_NAMES = Object.keys(DATASETS) as readonly DatasetName[];

/** The current time in all measurements: nine o'clock on a Friday in New York. */
export const NOW = Date.UTC(2026, 2, 20, 13);
export const ZONE = 'America/New_York';
