import { orThrow } from '../../../domain/base/refusal.ts';
import type { TextKind } from '../../../domain/base/text.ts';
import { parseChoice } from '../../../input/choice.ts';
import { type NamedNumbers, parseSelection } from '../../../input/selection.ts';
import { readCount } from './count.ts';
import { DatePhrase } from './date-phrase.ts';
import type { Argument, Candidates } from './declaration.ts';
import { findSecondNumber, phraseBehind, refuseBeforeText } from './second-number.ts';

/** Numbers of commitments; undefined if there are none. */
export function ids(syntax: string, meaning: string): Argument<NamedNumbers | undefined> {
  return {
    syntax,
    meaning,
    candidates: 'eligible-commitments',
    holds: 'title',
    read: (words) => (words.length === 0 ? undefined : orThrow(parseSelection(words))),
  };
}

/** Words that form one text; empty if there are none. */
export function words(
  syntax: string,
  meaning: string,
  candidates: Candidates = null,
  holds: TextKind = 'words',
): Argument<string> {
  return { syntax, meaning, candidates, holds, read: (typed) => typed.join(' ') };
}

/**
 * Words that form one text, after the numbers of commitments; empty if there are none. Throws a Refusal if they
 * begin with another number, which may be that of a commitment or a word.
 */
export function textAfterIds(syntax: string, meaning: string): Argument<string> {
  const { read, ...argument } = words(syntax, meaning);
  return {
    ...argument,
    read: (typed, circumstances, position) => {
      const second = findSecondNumber(typed);
      if (second) throw refuseBeforeText(second, position);
      return read(typed, circumstances, position);
    },
  };
}

/** A word, or words in quotes; undefined if left out. */
export function word(
  syntax: string,
  meaning: string,
  candidates: Candidates = null,
  holds: TextKind = 'title',
): Argument<string | undefined> {
  return { syntax, meaning, candidates, holds, read: ([first]) => first };
}

/** One of a few words, in any letter case; undefined if left out. Throws a Refusal that calls it by its name. */
export function oneOf<const T extends string>(
  name: string,
  choices: Readonly<Record<T, string>>,
  meaning: string,
): Argument<T | undefined> {
  const words = Object.keys(choices) as T[];
  return {
    syntax: `[${name}]`,
    meaning,
    candidates: words.map((choice) => ({ word: choice, means: choices[choice] })),
    holds: 'phrase',
    read: ([first]) => (first === undefined ? undefined : orThrow(parseChoice(name, first, words))),
  };
}

/** Words that form one text; undefined if left out, but empty if given as "". */
export function optionalWords(
  syntax: string,
  meaning: string,
  candidates: Candidates = null,
  holds: TextKind = 'words',
): Argument<string | undefined> {
  return {
    syntax,
    meaning,
    candidates,
    holds,
    read: (typed) => (typed.length === 0 ? undefined : typed.join(' ')),
  };
}

/** Words that each stand for themselves. */
export function everyWord(syntax: string, meaning: string): Argument<readonly string[]> {
  return { syntax, meaning, candidates: null, holds: 'words', read: (typed) => typed };
}

/** The title of a commitment; an @ in it may name a client. */
export function title(meaning: string): Argument<string> {
  return words('[what...]', meaning, 'clients-behind-@', 'title');
}

/**
 * A date in any number of words after the numbers of commitments, not read yet; undefined if there are none. Reading
 * it refuses another number before it.
 */
export function dateWords(syntax: string, meaning: string): Argument<DatePhrase | undefined> {
  return {
    syntax,
    meaning,
    candidates: null,
    holds: 'phrase',
    read: (typed, _circumstances, position) =>
      typed.length === 0
        ? undefined
        : new DatePhrase(typed.join(' '), phraseBehind(findSecondNumber(typed), position)),
  };
}

/** A whole number. */
export function count(syntax: string, meaning: string): Argument<number | undefined> {
  return {
    syntax,
    meaning,
    candidates: null,
    holds: 'phrase',
    read: ([first]) => (first === undefined ? undefined : readCount(first)),
  };
}
