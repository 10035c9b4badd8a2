import type { Declaration, TypedOption } from './arguments/declaration.ts';
import type { Program } from './program.ts';
import type { Screen } from './screen.ts';
import type { Session } from './session/session.ts';

/** What a command runs in. */
export interface Run {
  readonly session: Session;
  readonly program: Program;
  /** Whether everything was asked already, by the command that this one is part of. */
  readonly isPartOfAnother?: boolean;
}

/** The words and options of a command line by the names of their declarations, before they are read. */
export interface Typed<Argument extends string = string, Option extends string = string> {
  readonly args?: { readonly [Name in Argument]?: readonly string[] };
  readonly options?: { readonly [Name in Option]?: TypedOption };
}

/** A command: its declaration, and what it does with what was typed. */
export interface Command<Argument extends string = string, Option extends string = string>
  extends Declaration {
  readonly run: (typed: Typed<Argument, Option>, run: Run) => Promise<Screen>;
}

/** Every command of the program. They are loaded one by one: most of the program is not needed by most commands. */
export interface CommandTable {
  /** In the order of the help. */
  readonly names: readonly string[];
  readonly find: (name: string) => Promise<Command | undefined>;
  /** All of them, by the groups of the help. */
  readonly groups: () => Promise<ReadonlyMap<string, readonly Command[]>>;
}
