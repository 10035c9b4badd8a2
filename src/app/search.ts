import { memoize } from '../domain/base/memo.ts';
import { isBorn } from '../domain/streams/commitment.ts';
import type { SearchHit } from '../domain/streams/search-hit.ts';
import { findWords, type Wanted } from '../store/find-words.ts';
import { foldStream } from '../store/read-tables.ts';
import type { Context } from './context.ts';

/**
 * Everything that contains all the sought words, best match first, with the commitments in their current
 * state.
 */
export function search({ db }: Context, sought: readonly string[], wanted: Wanted): SearchHit[] {
  const commitmentOf = memoize((uid: string) => {
    const { state } = foldStream(db, { kind: 'commitment', uid });
    return isBorn(state) ? state : null;
  });
  return findWords(db, sought, wanted).map((hit) => ({
    ...hit,
    commitment: hit.commitment === null ? null : commitmentOf(hit.commitment),
  }));
}
