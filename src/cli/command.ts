import type { Call } from './call.ts';

/** What a command shows; the runner prints the form that was asked for. */
export interface Screen {
  /** For `--json`: any value, or text that is JSON already, piece by piece. */
  readonly json: () => unknown;
  /** For people. */
  readonly text: () => string | Promise<string>;
  /** For `--plain`: rows whose fields are separated by tabs; without it `--plain` prints the text. */
  readonly plain?: () => readonly (readonly string[])[];
  /** Text that is printed as it is, piece by piece, whatever form was asked for. */
  readonly raw?: () => Iterable<string>;
  /** Remarks for people, on standard error. */
  readonly hints?: readonly string[];
  /** Whether it only echoes what was done: nothing to print when `--quiet` is asked for. */
  readonly isEcho?: boolean;
  readonly exitCode?: number;
  /** What to ask once this is printed, and then to show; null when nothing more is to be done. Only in a terminal. */
  readonly afterwards?: () => Promise<Screen | null>;
}

/** A line of the table of arguments or options in the help: how it is written, and what it is for. */
export type Described = readonly [syntax: string, meaning: string];

/** The program that a command is part of. */
export interface Program {
  /** Every command, in the groups and the order of the help. */
  readonly groups: Readonly<Record<string, readonly Command[]>>;
  /** Takes a command line apart and makes it ready to run, in the environment that is given. Throws a Refusal. */
  readonly prepare: (
    argv: readonly string[],
    env: NodeJS.ProcessEnv,
  ) => Promise<{ readonly command: Command; readonly call: Call }>;
}

/** The declaration of a command: everything that its help, its parsing and the command reference need. */
export interface Command {
  readonly name: string;
  /** What it does, to follow its name in a list. */
  readonly summary: string;
  readonly details?: string;
  readonly arguments: readonly Described[];
  readonly options: readonly Described[];
  /** Command lines without the word `followup`, and what they do. The help opens with them. */
  readonly examples: readonly Described[];
  readonly run: (call: Call) => Promise<Screen> | Screen;
}
