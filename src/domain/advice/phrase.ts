import { lazy } from '../base/memo.ts';
import { type ReadAlternative, readAlternatives } from './needed-letters.ts';

/**
 * Patterns of whole words in plain form, from their alternatives, which must not contain a capturing group. To make all of
 * them takes longer than a whole command, so each is made when a text has letters that it needs.
 */
export class Phrase {
  private readonly alternatives: () => readonly Alternative[];

  constructor(...sources: readonly string[]) {
    this.alternatives = lazy(() =>
      sources.flatMap(readAlternatives).map((alternative) => new Alternative(alternative)),
    );
  }

  /** Whether the plain text has one of them. */
  isIn(plain: string): boolean {
    return this.alternatives().some((alternative) => alternative.find(plain) !== null);
  }

  /** The first of them in the plain text; null if there is none. */
  find(plain: string): RegExpExecArray | null {
    let first: RegExpExecArray | null = null;
    for (const alternative of this.alternatives()) {
      const found = alternative.find(plain);
      if (found && (first === null || found.index < first.index)) first = found;
    }
    return first;
  }

  /** The plain text with a mark in place of each of them. */
  replacedIn(plain: string, mark: string): string {
    return this.alternatives().reduce((text, alternative) => alternative.replacedIn(text, mark), plain);
  }
}

class Alternative {
  constructor(private readonly read: ReadAlternative) {}

  find(plain: string): RegExpExecArray | null {
    if (!this.isPossibleIn(plain)) return null;
    const pattern = this.pattern();
    pattern.lastIndex = 0;
    return pattern.exec(plain);
  }

  replacedIn(plain: string, mark: string): string {
    return this.isPossibleIn(plain) ? plain.replace(this.pattern(), mark) : plain;
  }

  private isPossibleIn(plain: string): boolean {
    const { needed } = this.read;
    return needed === null || needed.some((letters) => plain.includes(letters));
  }

  /** It matches whole words, on any line. */
  private readonly pattern = lazy(() => new RegExp(`(?<![^ ])(?:${this.read.source})(?![^ ])`, 'gm'));
}
