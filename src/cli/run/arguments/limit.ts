import { readCount } from './count.ts';
import { single } from './option.ts';

/** How many lines of a long table are shown: N of them, or all; else a screenful. */
export const LIMIT = single<number | 'all'>(
  '-n, --limit',
  { placeholder: 'count', read: (word) => (word === 'all' ? word : readCount(word)) },
  'how many lines, or all (else a screenful)',
);
