import { confirm as confirmPrompt, input, select } from '@inquirer/prompts';
import { printable } from '../views/printable.ts';

// Questions go to standard error: what a command prints stays usable in a pipe.
const CONTEXT = { output: process.stderr };

/** Asks for words until there are some. */
export async function askText(question: string): Promise<string> {
  const answer = await input({ message: printable(question), required: true }, CONTEXT);
  return answer.trim();
}

/** Asks for words that `read` accepts, and says what is wrong with those that it does not; undefined for Enter alone. */
export async function askUntilRead<T>(
  question: string,
  read: (words: string) => Promise<T> | T,
): Promise<T | undefined> {
  let value: T | undefined;
  await input(
    {
      message: printable(question),
      validate: async (words) => {
        if (words.trim() === '') return true;
        try {
          value = await read(words.trim());
          return true;
        } catch (error) {
          return printable((error as Error).message);
        }
      },
    },
    CONTEXT,
  );
  return value;
}

/** Asks a yes-or-no question; Enter alone means yes. */
export async function confirm(question: string): Promise<boolean> {
  return confirmPrompt({ message: printable(question), default: true }, CONTEXT);
}

/** Asks which of several answers it is. */
export async function choose<T extends string>(
  question: string,
  answers: Readonly<Record<T, string>>,
): Promise<T> {
  const choices = (Object.entries(answers) as [T, string][]).map(([value, name]) => ({
    value,
    name: printable(name),
  }));
  return select({ message: printable(question), choices }, CONTEXT);
}
