import { orThrow, Refusal } from '../../../domain/base/refusal.ts';
import type { TextKind } from '../../../domain/base/text.ts';
import type { Estimate } from '../../../domain/streams/events.ts';
import { parseChoice } from '../../../input/choice.ts';
import { type NamedNumbers, parseSelection } from '../../../input/selection.ts';
import { CadencePhrase } from './cadence-phrase.ts';
import { readCount } from './count.ts';
import { DatePhrase } from './date-phrase.ts';
import {
  type Candidates,
  type Circumstances,
  longName,
  type Option,
  type TypedOption,
} from './declaration.ts';
import { readEffort, readEstimate } from './effort.ts';

/** A kind of value: its name in the help, how it is completed, and how its words are read. */
export interface Kind<T> {
  readonly placeholder: string;
  readonly candidates?: Candidates;
  /** What its words are; a phrase, unless it says otherwise. */
  readonly holds?: TextKind;
  readonly read: (words: string, circumstances: Circumstances) => T;
}

/** An option without a value. Giving it twice changes nothing. */
export function flag(flags: string, meaning: string): Option<boolean> {
  return {
    flags,
    placeholder: null,
    isList: false,
    meaning,
    candidates: null,
    holds: 'phrase',
    read: (given) => given === true,
  };
}

/** An option with one value. */
export function single<T>(flags: string, kind: Kind<T>, meaning: string): Option<T | undefined> {
  return {
    flags,
    placeholder: kind.placeholder,
    isList: false,
    meaning,
    candidates: kind.candidates ?? null,
    holds: kind.holds ?? 'phrase',
    read: (given, circumstances) => (typeof given === 'string' ? kind.read(given, circumstances) : undefined),
  };
}

/** An option with one value that may be left out; then it is true. */
export function withOrWithout<T>(
  flags: string,
  kind: Kind<T>,
  meaning: string,
): Option<T | true | undefined> {
  const { read, ...option } = single(flags, kind, meaning);
  return {
    ...option,
    isValueOptional: true,
    read: (given, circumstances) => (given === true ? true : read(given, circumstances)),
  };
}

/** An option with any number of values, given together or one by one. */
export function list<T>(flags: string, kind: Kind<T>, meaning: string): Option<readonly T[]> {
  return {
    flags,
    placeholder: kind.placeholder,
    isList: true,
    meaning,
    candidates: kind.candidates ?? null,
    holds: kind.holds ?? 'phrase',
    read: (given, circumstances) => valuesOf(given).map((value) => kind.read(value, circumstances)),
  };
}

/** An option with one value that may be given again and again. */
export function each<T>(flags: string, kind: Kind<T>, meaning: string): Option<readonly T[]> {
  return { ...list(flags, kind, meaning), isList: false, repeats: true };
}

/** A kind of value that is any words, as they are. */
export function anyWords(placeholder: string, holds: TextKind): Kind<string> {
  return { placeholder, holds, read: (words) => words };
}

/** Any words. */
export function text(
  flags: string,
  meaning: string,
  placeholder: string,
  holds: TextKind = 'words',
): Option<string | undefined> {
  return single(flags, anyWords(placeholder, holds), meaning);
}

/** A date as typed, read once it is known who it was said to. */
export function date(flags: string, meaning: string, placeholder = 'date'): Option<DatePhrase | undefined> {
  return single(flags, { placeholder, read: (words) => new DatePhrase(words) }, meaning);
}

/** An estimate of work: an amount or a range. */
export function estimate(flags: string, meaning: string): Option<Estimate | undefined> {
  return single(flags, { placeholder: 'duration', read: readEstimate }, meaning);
}

/** An amount of work, in hours. */
export function effort(flags: string, meaning: string): Option<number | undefined> {
  return single(flags, { placeholder: 'duration', read: readEffort }, meaning);
}

/** A cadence as typed, read once it is known who it was said to. */
export function cadence(flags: string, meaning: string): Option<CadencePhrase | undefined> {
  return single(flags, { placeholder: 'cadence', read: (words) => new CadencePhrase(words) }, meaning);
}

/** The name of a client as typed. */
export function client(flags: string, meaning: string, placeholder = 'client'): Option<string | undefined> {
  return single(
    flags,
    { placeholder, candidates: 'clients', holds: 'title', read: (words) => words },
    meaning,
  );
}

/** The name of a project as typed. */
export function project(flags: string, meaning: string): Option<string | undefined> {
  return single(
    flags,
    { placeholder: 'project', candidates: 'projects', holds: 'title', read: (words) => words },
    meaning,
  );
}

/** A whole number. */
export function count(flags: string, meaning: string): Option<number | undefined> {
  return single(flags, { placeholder: 'count', read: readCount }, meaning);
}

/**
 * One of a few words. In the help and in refusals it is called by its long name, unless another name is
 * given.
 */
export function choice<const T extends string>(
  flags: string,
  words: readonly T[],
  meaning: string,
  { placeholder = longName({ flags }), noun = longName({ flags }) } = {},
): Option<T | undefined> {
  const candidates = words.map((word) => ({ word, means: '' }));
  const read = (typed: string) => orThrow(parseChoice(noun, typed, words));
  return single(flags, { placeholder, candidates, read }, meaning);
}

/** One commitment. */
export function commitment(flags: string, meaning: string): Option<NamedNumbers['selection'] | undefined> {
  const read = (word: string) => {
    const { selection } = orThrow(parseSelection([word]));
    if (selection === 'last' || selection.length === 1) return selection;
    throw new Refusal('malformed-id', `--${longName({ flags })} names one commitment.`, null, 'usage');
  };
  return single(flags, { placeholder: 'id', candidates: 'open-commitments', read }, meaning);
}

/** An option for which some words mean nothing (null): they remove what is there. */
export function orNothing<T>(option: Option<T>, ...nothing: readonly string[]): Option<T | null> {
  return {
    ...option,
    read: (given, circumstances) =>
      typeof given === 'string' && nothing.includes(given.trim()) ? null : option.read(given, circumstances),
  };
}

function valuesOf(given: TypedOption | undefined): readonly string[] {
  return Array.isArray(given) ? given : [];
}
