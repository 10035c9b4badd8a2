import type { TextKind } from '../../../domain/base/text.ts';
import type { Channel } from '../../../domain/streams/channel.ts';
import type { WorkCalendar } from '../../../domain/time/calendar.ts';
import type { DatePhrase } from './date-phrase.ts';
import type { Position } from './position.ts';

/** An entry of a table in the help: the syntax, and what it is for. */
export type Described = readonly [syntax: string, meaning: string];

/** Phrases that can be typed, by what they are. */
export type NamedPhrases = readonly (readonly [name: string, phrases: readonly string[]])[];

/** What can be completed in a place of the command line. */
export type Candidates =
  /** One of a few words, described where necessary. */
  | readonly { readonly word: string; readonly means: string }[]
  /** A client, as the first word. */
  | 'clients'
  /** A client after an @, among the words of a text. */
  | 'clients-behind-@'
  /** The number of an open commitment. */
  | 'open-commitments'
  /** The number of a commitment that the verb can be applied to. */
  | 'eligible-commitments'
  /** A project, as the first word. */
  | 'projects'
  /** The number of a commitment, a project or a client. */
  | 'what-is-spent-on'
  /** Only the user can know (a text, a date), or the shell (a file). */
  | null;

/** What else the meaning of a word may depend on. */
export interface Circumstances {
  /** Determines how many hours "a day" of work has. */
  readonly calendar: WorkCalendar;
}

/** An argument of a command: its syntax, what it is for, and how its words are read. */
export interface Argument<T> {
  /** In square brackets if optional, with dots if it takes several words: `[text...]`, `<file>`. */
  readonly syntax: string;
  readonly meaning: string;
  readonly candidates: Candidates;
  /** What its words are together, which limits their length. */
  readonly holds: TextKind;
  /** Whether its words may begin with a minus before a number: "-2h" is no option then. */
  readonly mayBeNegative?: true;
  /** Reads its words; there are none if it was left out. Throws a Refusal. */
  readonly read: (words: readonly string[], circumstances: Circumstances, position: Position) => T;
}

/** An option of a command: its syntax, what it is for, and how its value is read. */
export interface Option<T> {
  /** Its names: `-b, --by`. */
  readonly flags: string;
  /** The name of its value in the help; null if it takes none. */
  readonly placeholder: string | null;
  /** Whether its value may be left out. */
  readonly isValueOptional?: true;
  /** Whether it may be given several times, or with several values. */
  readonly isList: boolean;
  /** Whether it may be given several times, each time with one value. */
  readonly repeats?: true;
  readonly meaning: string;
  readonly candidates: Candidates;
  /** What each value is, which limits its length. */
  readonly holds: TextKind;
  /** Reads its values; undefined if it was not given. Throws a Refusal. */
  readonly read: (given: TypedOption | undefined, circumstances: Circumstances) => T;
}

/** An option as typed: its value, its values, or true if it takes none. */
export type TypedOption = string | true | readonly string[];

export type ArgumentTable = Readonly<Record<string, Argument<unknown>>>;
export type OptionTable = Readonly<Record<string, Option<unknown>>> & {
  readonly [Name in keyof SayingValues]?: Option<SayingValues[Name]>;
};

/** Options that mean the same wherever they are declared: when and how the words of the line were said. */
export interface SayingValues {
  readonly at?: DatePhrase | undefined;
  readonly asked?: DatePhrase | undefined;
  readonly via?: Channel | undefined;
  /** The file with the message in which they stand. */
  readonly mail?: string | undefined;
}

/** The values of a table of arguments or options. */
export type Values<Table extends ArgumentTable | OptionTable> = {
  readonly [Name in keyof Table]: ReturnType<Table[Name]['read']>;
};

/**
 * The declaration of a command, from which its help, parsing, completion and entry in the command reference
 * follow.
 */
export interface Declaration<
  Arguments extends ArgumentTable = ArgumentTable,
  Options extends OptionTable = OptionTable,
> {
  readonly name: string;
  /** What it does, worded to follow its name in a list. */
  readonly summary: string;
  readonly details?: string;
  /** In the order of the command line. */
  readonly arguments: Arguments;
  /** In the order of the help. */
  readonly options: Options;
  /** Command lines without the word `followup`, and what they do. The help begins with them. */
  readonly examples: readonly Described[];
  /** Phrases that can be typed, by what they are, under headings; the help ends with them. */
  readonly forms?: readonly (readonly [heading: string, forms: NamedPhrases])[];
  /** Whether it works without the settings, so that a broken configuration does not matter. */
  readonly ignoresSettings?: true;
  /** Whether it is about the file as it is, or needs none, so that nothing is added of what has come round again. */
  readonly takesFileAsItIs?: true;
}

/** The syntax of an option with the name of its value: `-b, --by <date>`, or `--sent [file]` if that may be left out. */
export function syntaxOf({ flags, placeholder, isList, isValueOptional }: Option<unknown>): string {
  if (placeholder === null) return flags;
  return isValueOptional ? `${flags} [${placeholder}]` : `${flags} <${placeholder}${isList ? '...' : ''}>`;
}

/** The names of an option, short one first. */
export function namesOf({ flags }: Pick<Option<unknown>, 'flags'>): string[] {
  return flags.split(', ');
}

/** The long name of an option without its dashes. */
export function longName(option: Pick<Option<unknown>, 'flags'>): string {
  return (namesOf(option).at(-1) ?? '').replace(/^--/, '');
}
