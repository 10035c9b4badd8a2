import type { Remedy } from '../domain/decisions/review.ts';
import { orThrow } from '../domain/refusal.ts';
import type { Call } from './call.ts';

/** What will be done about a no, from its words: the title, a closing `by DATE`, and whom it is promised to. Throws a Refusal. */
export async function readRemedy(call: Call, words: string): Promise<Remedy> {
  const { readTitle } = await import('../input/title.ts');
  const { title, by, client } = orThrow(await readTitle(words, call.reading));
  return { title, due: by, client: await call.client(client) };
}
