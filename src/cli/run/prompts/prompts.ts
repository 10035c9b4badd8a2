import { confirm as confirmPrompt, input, search, select } from '@inquirer/prompts';
import type { Io } from '../../../system/io.ts';
import { printable } from '../../../views/printable.ts';

/** One key and what it does; `null` stands for Enter. */
export interface Key<T> {
  readonly key: string | null;
  readonly label: string;
  readonly value: T;
}

/** The questions of a run, in its terminal. They go to standard error: what a command prints stays usable in a pipe. */
export class Prompts {
  private readonly context: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };

  constructor({ stdin, stderr }: Io) {
    this.context = { input: stdin.stream, output: stderr.stream };
  }

  /** Asks for words until there are some. */
  async askText(question: string): Promise<string> {
    const answer = await input({ message: printable(question), required: true }, this.context);
    return answer.trim();
  }

  /** Asks for words that need not be there; undefined for Enter alone. */
  async askAnything(question: string): Promise<string | undefined> {
    const answer = await input({ message: printable(question) }, this.context);
    return answer.trim() || undefined;
  }

  /** Shows lines between questions, where the questions are: what a command prints stays usable in a pipe. */
  say(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.context.output.write(`${lines.join('\n')}\n`);
  }

  /**
   * Asks for words that `read` accepts, and says what is wrong with those that it does not; undefined for Enter alone, unless
   * an answer is required.
   */
  async askUntilRead<T>(
    question: string,
    read: (words: string) => Promise<T> | T,
    required?: 'required',
  ): Promise<T | undefined> {
    let value: T | undefined;
    await input(
      {
        message: printable(question),
        required: required !== undefined,
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
      this.context,
    );
    return value;
  }

  /** Asks a yes-or-no question; Enter alone means yes, unless it is said otherwise. */
  async confirm(question: string, enter = true): Promise<boolean> {
    return confirmPrompt({ message: printable(question), default: enter }, this.context);
  }

  /**
   * Lets somebody choose from a list, which shrinks to the entries with all of the words that are typed; `words` are those to
   * look in, where the name is cut short.
   */
  async chooseFromList<T>(
    question: string,
    entries: readonly { readonly name: string; readonly words?: string; readonly value: T }[],
  ): Promise<T> {
    const source = (typed = '') => {
      const wanted = plain(typed).split(/\s+/);
      return entries
        .filter(({ name, words = name }) => wanted.every((word) => plain(words).includes(word)))
        .map(({ name, value }) => ({ name: printable(name), value }));
    };
    return search({ message: printable(question), source, pageSize: 12 }, this.context);
  }

  /** Asks which of several answers it is. */
  async choose<T extends string>(question: string, answers: Readonly<Record<T, string>>): Promise<T> {
    const choices = (Object.entries(answers) as [T, string][]).map(([value, name]) => ({
      value,
      name: printable(name),
    }));
    return select({ message: printable(question), choices }, this.context);
  }

  /** Asks for one key; it counts at once, without Enter. */
  async askKey<T>(keys: readonly Key<T>[]): Promise<T> {
    const { keyPrompt } = await import('./key-prompt.ts');
    const shown = keys.map(({ key, label }) => `${key ?? 'Enter'} ${printable(label)}`).join('  ');
    const chosen = await keyPrompt({ message: shown, keys }, this.context);
    return keys[chosen]?.value as T;
  }
}

/** Letter case and accents do not matter where somebody looks for something. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
