import { readCount } from './count.ts';
import { single } from './option.ts';

/** How many lines of a long table to show: N, or all; a screenful if left out. */
export const LIMIT = single<number | 'all'>(
  '-n, --limit',
  { placeholder: 'count', read: (word) => (word === 'all' ? word : readCount(word)) },
  'how many lines, or all (default: a screenful)',
);
