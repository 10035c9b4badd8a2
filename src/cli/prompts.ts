import { confirm as confirmPrompt, input } from '@inquirer/prompts';
import { printable } from '../views/printable.ts';

// Questions go to standard error: what a command prints stays usable in a pipe.
const CONTEXT = { output: process.stderr };

/** Asks for words until there are some. */
export async function askText(question: string): Promise<string> {
  const answer = await input({ message: printable(question), required: true }, CONTEXT);
  return answer.trim();
}

/** Asks a yes-or-no question; Enter alone means yes. */
export async function confirm(question: string): Promise<boolean> {
  return confirmPrompt({ message: printable(question), default: true }, CONTEXT);
}
