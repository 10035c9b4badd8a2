/** A line of the table of arguments or options in the help: how it is written, and what it is for. */
export type Described = readonly [syntax: string, meaning: string];

/** The declaration of a command: everything that its help, its parsing and the command reference need. */
export interface Declaration {
  readonly name: string;
  /** What it does, to follow its name in a list. */
  readonly summary: string;
  readonly details?: string;
  readonly arguments: readonly Described[];
  readonly options: readonly Described[];
  /** Command lines without the word `followup`, and what they do. The help opens with them. */
  readonly examples: readonly Described[];
  /** Whether it works without the settings, so that a broken file of them does not matter. */
  readonly ignoresSettings?: true;
}
