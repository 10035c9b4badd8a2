import { remember } from '../domain/base/memo.ts';
import type { Finding } from '../domain/streams/search-hit.ts';
import { foldStream } from '../store/read-tables.ts';
import { findWords, type Wanted } from '../store/words-index.ts';
import type { Context } from './context.ts';

/** What holds all of the sought words, the best first, with the commitments as they stand now. */
export function search({ db }: Context, sought: readonly string[], wanted: Wanted): Finding[] {
  const commitmentOf = remember((uid: string) => {
    const folded = foldStream(db, { kind: 'commitment', uid });
    return folded.kind === 'commitment' && folded.state.state !== null ? folded.state : null;
  });
  return findWords(db, sought, wanted).map((found) => ({
    ...found,
    commitment: found.commitment === null ? null : commitmentOf(found.commitment),
  }));
}
