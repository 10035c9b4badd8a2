import type { WorkCalendar } from '../../../domain/time/calendar.ts';

/** A line of a table in the help: on the left how something is written, on the right what it is for. */
export type Described = readonly [syntax: string, meaning: string];

/** What can stand in a place of the command line, for the completion in a shell. */
export type Candidates =
  /** One of a few words, each with what it means where that needs saying. */
  | readonly { readonly word: string; readonly means: string }[]
  /** A client, as the first word. */
  | 'clients'
  /** A client behind an @, among the words of a text. */
  | 'clients-behind-@'
  /** The number of an open commitment. */
  | 'open-commitments'
  /** The number of a commitment that the command is for. */
  | 'eligible-commitments'
  /** What only the user can know (a text, a date), or the shell (a file). */
  | null;

/** What the reading of a word may depend on. */
export interface Circumstances {
  /** How many hours "a day" of work has. */
  readonly calendar: WorkCalendar;
}

/** An argument of a command: how it is written, what it is for, and what its words are read as. */
export interface Argument<T> {
  /** In brackets where it can be left out, with dots where it takes several words: `[text...]`, `<file>`. */
  readonly syntax: string;
  readonly meaning: string;
  readonly candidates: Candidates;
  /** Reads its words; there are none where it was left out. Throws a Refusal. */
  readonly read: (words: readonly string[], circumstances: Circumstances) => T;
}

/** An option of a command: how it is written, what it is for, and what its value is read as. */
export interface Option<T> {
  /** Its names: `-b, --by`. */
  readonly flags: string;
  /** What stands for its value in the help; null for an option that takes none. */
  readonly placeholder: string | null;
  /** Whether it can be given several times, or several values at once. */
  readonly isList: boolean;
  readonly meaning: string;
  readonly candidates: Candidates;
  /** Reads its values; there are none where it was not given. Throws a Refusal. */
  readonly read: (given: TypedOption | undefined, circumstances: Circumstances) => T;
}

/** An option as it was typed: its value, its values, or that it was there. */
export type TypedOption = string | true | readonly string[];

export type ArgumentTable = Readonly<Record<string, Argument<unknown>>>;
export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** What a table of arguments or options is read as. */
export type Values<Table extends ArgumentTable | OptionTable> = {
  readonly [Name in keyof Table]: ReturnType<Table[Name]['read']>;
};

/** The declaration of a command: everything that its help, its parsing, its completion and the command reference need. */
export interface Declaration<
  Arguments extends ArgumentTable = ArgumentTable,
  Options extends OptionTable = OptionTable,
> {
  readonly name: string;
  /** What it does, to follow its name in a list. */
  readonly summary: string;
  readonly details?: string;
  /** In the order of the command line. */
  readonly arguments: Arguments;
  /** In the order of the help. */
  readonly options: Options;
  /** Command lines without the word `followup`, and what they do. The help opens with them. */
  readonly examples: readonly Described[];
  /** Whether it works without the settings, so that a broken file of them does not matter. */
  readonly ignoresSettings?: true;
}

/** How an option is written, with what stands for its value: `-b, --by <date>`. */
export function syntaxOf({ flags, placeholder, isList }: Option<unknown>): string {
  return placeholder === null ? flags : `${flags} <${placeholder}${isList ? '...' : ''}>`;
}

/** The names of an option, the short one first. */
export function namesOf({ flags }: Pick<Option<unknown>, 'flags'>): string[] {
  return flags.split(', ');
}

/** The long name of an option without its dashes. */
export function longName(option: Pick<Option<unknown>, 'flags'>): string {
  return (namesOf(option).at(-1) ?? '').replace(/^--/, '');
}
