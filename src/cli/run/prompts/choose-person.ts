import type { Call } from '../call.ts';
import { ask } from './ask.ts';

/** Stands for somebody whose name is not in the list. */
const SOMEBODY_ELSE = '';

/** Asks in a terminal for a person: one of those who are known, or a name that is typed; undefined elsewhere. */
export async function personOrAsk(
  call: Call,
  names: readonly string[],
  question: string,
): Promise<string | undefined> {
  if (!call.isInteractive) return undefined;
  if (names.length === 0) return ask(call, question);
  const prompts = await call.session.prompts();
  const chosen = await prompts.chooseFromList(question, [
    ...names.map((name) => ({ name, value: name })),
    { name: 'somebody else', value: SOMEBODY_ELSE },
  ]);
  return chosen === SOMEBODY_ELSE ? ask(call, 'What is their name?') : chosen;
}
