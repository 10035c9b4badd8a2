import { dryRun } from '../../app/dry-run.ts';
import { attempt, startNew } from '../../app/execute.ts';
import { orThrow } from '../../domain/base/refusal.ts';
import { type Action, decideReview, type ReviewInput } from '../../domain/decisions/review.ts';
import type { Client } from '../../domain/streams/client.ts';
import type { DateContext } from '../../input/dates.ts';
import { datesSaidTo } from '../run/date-context.ts';
import { inlineClient } from '../run/new-commitment.ts';
import type { Session } from '../run/session/session.ts';

/**
 * Reads what will be done about a "no": the title, a final `by DATE`, and who it is promised to (the client
 * that the answer is about, unless an @ names another). Throws a Refusal.
 */
export async function readAction(session: Session, client: Client | null, words: string): Promise<Action> {
  const { readTitle } = await import('../../input/title.ts');
  const name = await inlineClient(words);
  const whom = name === undefined ? undefined : { name, isNew: false };
  const dates = datesOfAction(session, whom, client);
  const { title, by } = orThrow(await readTitle(words, dates));
  return { title, due: by, client: whom };
}

/** The context for the dates of an action: said to whom it is promised, else about the client of the answer. */
export function datesOfAction(session: Session, whom: Action['client'], client: Client | null): DateContext {
  return whom ? datesSaidTo(session, whom) : session.datesFor(client?.uid ?? null);
}

/** Throws the Refusal that an answer would lead to, so that the error can be shown where it was typed. */
export function checkAnswer(session: Session, answer: Omit<ReviewInput, 'at'>): void {
  const context = session.open('write');
  const step = startNew(decideReview, { ...answer, at: session.now });
  const outcome = dryRun(context.db, () => attempt(context, 'review', [step]));
  if ('refused' in outcome) throw outcome.refused[0]?.refusal;
}
