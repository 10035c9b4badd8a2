import { readCount } from './count.ts';
import { single } from './option.ts';

/** The value of `--limit`; undefined if it was left out. */
export type Limit = number | 'all' | undefined;

/** How many lines of a long table to show: N, or all; a screenful if left out. */
export const LIMIT = single<number | 'all'>(
  '-n, --limit',
  { placeholder: 'count', read: (word) => (word === 'all' ? word : readCount(word)) },
  'how many lines, or all (default: a screenful)',
);

/** The number of lines to show; a screenful by default. */
export function linesWithin(limit: Limit, screenful: number): number {
  return limit === 'all' ? Number.POSITIVE_INFINITY : (limit ?? screenful);
}
