import { rehearse } from '../../app/dry-run.ts';
import { attempt, startNew } from '../../app/execute.ts';
import { orThrow } from '../../domain/base/refusal.ts';
import { decideReview, type Remedy, type ReviewInput } from '../../domain/decisions/review.ts';
import type { Call } from '../run/call.ts';

/** What will be done about a no, from its words: the title, a closing `by DATE`, and whom it is promised to. Throws a Refusal. */
export async function readRemedy(call: Call, words: string): Promise<Remedy> {
  const { readTitle } = await import('../../input/title.ts');
  const { title, by, client } = orThrow(await readTitle(words, call.reading));
  return { title, due: by, client: client === undefined ? undefined : { name: client, isNew: false } };
}

/** Throws the Refusal that an answer would come to, so that what is wrong can be said where it was typed. */
export function checkAnswer({ session }: Call, answer: Omit<ReviewInput, 'at'>): void {
  const context = session.open('write');
  const step = startNew(decideReview, { ...answer, at: session.now });
  const outcome = rehearse(context.db, () => attempt(context, 'review', [step]));
  if ('refused' in outcome) throw outcome.refused[0]?.refusal;
}
