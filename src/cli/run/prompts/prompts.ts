import { confirm as confirmPrompt, input, search, select } from '@inquirer/prompts';
import { acceptText, refuseLength, wellFormed } from '../../../domain/base/text.ts';
import { printable, printableLines } from '../../../views/printable.ts';
import { fitLines, truncate, widthOf } from '../../../views/terminal/width.ts';

/** Columns before an entry of a list or a question, and one that terminals need at the end. */
const POINTER = 3;

/** A key and what it does; `null` means Enter. */
export interface Key<T> {
  readonly key: string | null;
  readonly label: string;
  readonly value: T;
}

/**
 * Asks the questions of a run. They go to standard error, so that what a command prints stays usable in a
 * pipe.
 */
export class Prompts {
  private readonly context: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };

  /** `width` is that of the terminal: rows of a list are cut to it, and other lines are broken. */
  constructor(
    input: NodeJS.ReadableStream,
    output: NodeJS.WritableStream,
    private readonly width: number,
  ) {
    this.context = { input, output };
  }

  /** Asks for words until there are some. */
  async askText(question: string): Promise<string> {
    const answer = await input(
      { message: printable(question), required: true, validate: validateWords },
      this.context,
    );
    return wellFormed(answer.trim());
  }

  /** Asks for optional words; undefined if only Enter is pressed. */
  async askAnything(question: string): Promise<string | undefined> {
    const answer = await input({ message: printable(question), validate: validateWords }, this.context);
    return wellFormed(answer.trim()) || undefined;
  }

  /** Shows lines between questions, on standard error like the questions. */
  say(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.context.output.write(`${printableLines(fitLines(lines.join('\n'), this.width), true)}\n`);
  }

  /**
   * Asks for words until `read` accepts them, and reports its errors; undefined if only Enter is pressed,
   * unless an answer is required.
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
            value = await read(acceptText(words.trim(), 'title'));
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

  /** Asks a yes-or-no question; pressing only Enter means `enter`. */
  async confirm(question: string, enter = true): Promise<boolean> {
    return confirmPrompt({ message: printable(question), default: enter }, this.context);
  }

  /**
   * Lets the user choose from a list that shrinks to the entries with all the words typed. They are looked
   * for in an entry's `words`, if its name is shortened; `brief` says afterwards what was chosen.
   */
  async chooseFromList<T>(
    question: string,
    entries: readonly {
      readonly name: string;
      readonly brief?: string;
      readonly words?: string;
      readonly value: T;
    }[],
  ): Promise<T> {
    const source = (typed = '') => {
      const wantedWords = plain(typed).split(/\s+/);
      return entries
        .filter(({ name, words = name }) => wantedWords.every((word) => plain(words).includes(word)))
        .map(({ name, brief = name, value }) => ({
          name: truncate(printable(name), this.width - POINTER),
          short: truncate(printable(brief), this.width - POINTER - widthOf(question) - 1),
          value,
        }));
    };
    return search({ message: printable(question), source, pageSize: 12 }, this.context);
  }

  /** Lets the user choose one of several answers. */
  async choose<T extends string>(question: string, answers: Readonly<Record<T, string>>): Promise<T> {
    const choices = (Object.entries(answers) as [T, string][]).map(([value, name]) => ({
      value,
      name: printable(name),
    }));
    return select({ message: printable(question), choices }, this.context);
  }

  /** Asks for a key, which counts at once, without Enter. */
  async askKey<T>(keys: readonly Key<T>[]): Promise<T> {
    const { keyPrompt } = await import('./key-prompt.ts');
    const shown = this.inLines(keys.map(({ key, label }) => `${key ?? 'Enter'} ${printable(label)}`));
    const chosen = await keyPrompt({ message: shown, keys }, this.context);
    return keys[chosen]?.value as T;
  }

  /** Keys beside each other, in as many lines as the width needs; none is broken. */
  private inLines(keys: readonly string[]): string {
    const lines = [''];
    for (const key of keys) {
      const line = lines.at(-1) ?? '';
      const longer = line === '' ? key : line + BETWEEN + key;
      if (line !== '' && widthOf(longer) > this.width - POINTER) lines.push(key);
      else lines[lines.length - 1] = longer;
    }
    // Below the first key, which stands behind the mark of a question.
    return lines.join('\n  ');
  }
}

/** Between two keys. */
const BETWEEN = '  ';

/** What is wrong with the words of an answer, for the prompt to show; true if nothing is. */
function validateWords(answer: string): true | string {
  return refuseLength(answer, 'words')?.message ?? true;
}

/** Normalises text for searching: letter case and accents do not matter. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
