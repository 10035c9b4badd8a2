import type { TheirWords } from '../../../app/their-words.ts';
import { readTheirWords } from '../../../app/their-words.ts';
import type { Commitment } from '../../../domain/streams/commitment.ts';
import { countQuestions } from '../../../domain/streams/count-questions.ts';
import { showTheirWords } from '../../../views/terminal/their-words.ts';
import type { Call } from '../call.ts';

/** Shows in a terminal what they asked, once more, before it is answered; returns these words. */
export async function recallTheirWords(call: Call, reply: Commitment): Promise<readonly TheirWords[]> {
  if (!call.isInteractive) return [];
  const { session } = call;
  const words = readTheirWords(session.open('read').db, reply);
  (await session.prompts()).say(showTheirWords(reply, words, session.viewContext()));
  return words;
}

/** Asks, where they asked more than one thing, what of it the answer leaves open; nothing elsewhere, and without a terminal. */
export async function askWhatIsOpen(call: Call, words: readonly TheirWords[]): Promise<string[]> {
  if (!call.isInteractive || !isMoreThanOne(words)) return [];
  const prompts = await call.session.prompts();
  const open: string[] = [];
  if (await prompts.confirm('They asked more than one thing. Is all of it answered?')) return open;
  for (;;) {
    const question =
      open.length === 0 ? 'What is still open? (Enter: nothing)' : 'What else? (Enter: nothing more)';
    const rest = await prompts.askAnything(question);
    if (rest === undefined) return open;
    open.push(rest);
  }
}

/** Whether several things may have been asked: in several messages, or by several questions. */
function isMoreThanOne(words: readonly TheirWords[]): boolean {
  return words.length > 1 || words.some(({ text }) => countQuestions(text) > 1);
}
