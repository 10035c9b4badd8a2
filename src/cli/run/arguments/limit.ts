import { readCount } from './count.ts';
import { single } from './option.ts';

/** What `--limit` was given as; undefined where it was not. */
export type Limit = number | 'all' | undefined;

/** How many lines of a long table are shown: N of them, or all; else a screenful. */
export const LIMIT = single<number | 'all'>(
  '-n, --limit',
  { placeholder: 'count', read: (word) => (word === 'all' ? word : readCount(word)) },
  'how many lines, or all (default: a screenful)',
);

/** How many lines that is, where a screenful is usual. */
export function linesWithin(limit: Limit, screenful: number): number {
  return limit === 'all' ? Number.POSITIVE_INFINITY : (limit ?? screenful);
}
