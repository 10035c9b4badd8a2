import type { WordsToClient } from '../../app/words-to-clients.ts';
import { remark } from './report-error.ts';
import type { Session } from './session/session.ts';

/**
 * Remarks on words to clients that are better put in another way, on standard error: each kind once a day, and none where
 * they are switched off. It never fails; the words are recorded, or a draft made of them, already.
 */
export async function giveAdvice(session: Session, words: readonly WordsToClient[]): Promise<void> {
  const { advice, quiet, json } = session.globals;
  if (!advice || quiet || json || words.length === 0) return;
  for (const each of await remarksOn(session, words)) await remark(each, session.io.stderr);
}

async function remarksOn(session: Session, words: readonly WordsToClient[]): Promise<string[]> {
  try {
    const wanted = words.filter(({ client }) => session.settings.valueFor(client, 'advice') === 'on');
    if (wanted.length === 0) return [];
    const { takeAdvice } = await import('../../app/advice.ts');
    const { sayAdvice } = await import('../../views/words/advice.ts');
    return takeAdvice((purpose) => session.open(purpose), wanted).map(sayAdvice);
  } catch (error) {
    return [`There is no advice on your words: ${(error as Error).message}`];
  }
}
