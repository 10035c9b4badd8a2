import { orThrow } from '../../../domain/base/refusal.ts';
import { type NamedNumbers, parseSelection } from '../../../input/selection.ts';
import { readCount } from './count.ts';
import { DatePhrase } from './date-phrase.ts';
import type { Argument, Candidates } from './declaration.ts';

/** Numbers of commitments; undefined where none are named. */
export function ids(syntax: string, meaning: string): Argument<NamedNumbers | undefined> {
  return {
    syntax,
    meaning,
    candidates: 'eligible-commitments',
    read: (words) => (words.length === 0 ? undefined : orThrow(parseSelection(words))),
  };
}

/** Words that are one text; empty where there are none. */
export function words(syntax: string, meaning: string, candidates: Candidates = null): Argument<string> {
  return { syntax, meaning, candidates, read: (typed) => typed.join(' ') };
}

/** One word, or words in quotes; undefined where it was left out. */
export function word(
  syntax: string,
  meaning: string,
  candidates: Candidates = null,
): Argument<string | undefined> {
  return { syntax, meaning, candidates, read: ([first]) => first };
}

/** Words that are one text; undefined where there is none, not even an empty one. */
export function optionalWords(
  syntax: string,
  meaning: string,
  candidates: Candidates = null,
): Argument<string | undefined> {
  return {
    syntax,
    meaning,
    candidates,
    read: (typed) => (typed.length === 0 ? undefined : typed.join(' ')),
  };
}

/** Words of which each stands for itself. */
export function everyWord(syntax: string, meaning: string): Argument<readonly string[]> {
  return { syntax, meaning, candidates: null, read: (typed) => typed };
}

/** What a commitment is about, in words among which an @ may name a client. */
export function title(meaning: string): Argument<string> {
  return words('[what...]', meaning, 'clients-behind-@');
}

/** A date in any number of words, still as it was typed; undefined where there are none. */
export function dateWords(syntax: string, meaning: string): Argument<DatePhrase | undefined> {
  return {
    syntax,
    meaning,
    candidates: null,
    read: (typed) => (typed.length === 0 ? undefined : new DatePhrase(typed.join(' '))),
  };
}

/** A number of things. */
export function count(syntax: string, meaning: string): Argument<number | undefined> {
  return {
    syntax,
    meaning,
    candidates: null,
    read: ([first]) => (first === undefined ? undefined : readCount(first)),
  };
}
