import type { Declaration, TypedOption } from './arguments/declaration.ts';
import type { Program } from './program.ts';
import type { Screen } from './screen.ts';
import type { Session } from './session/session.ts';

/** What a command runs in. */
export interface Run {
  readonly session: Session;
  readonly program: Program;
  /** Whether it is part of another command, which has already asked all questions. */
  readonly isPartOfAnother?: boolean;
}

/** The words and options of a command line, by the names in their declarations, before they are read. */
export interface Typed<Argument extends string = string, Option extends string = string> {
  readonly args?: { readonly [Name in Argument]?: readonly string[] };
  readonly options?: { readonly [Name in Option]?: TypedOption };
}

/** A command: its declaration, and what it does with the words typed. */
export interface Command<Argument extends string = string, Option extends string = string>
  extends Declaration {
  readonly run: (typed: Typed<Argument, Option>, run: Run) => Promise<Screen>;
}

/** All commands. They are loaded one by one, because most commands need only a small part of the program. */
export interface CommandTable {
  /** In the order of the help. */
  readonly names: readonly string[];
  readonly find: (name: string) => Promise<Command | undefined>;
  /** All of them, by the groups of the help. */
  readonly groups: () => Promise<ReadonlyMap<string, readonly Command[]>>;
}
