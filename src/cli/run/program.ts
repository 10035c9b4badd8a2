import type { Environment } from '../../system/io.ts';
import type { Declaration } from './arguments/declaration.ts';
import type { Screen } from './screen.ts';

/** The program that a command belongs to, for commands that deal with other commands. */
export interface Program {
  /** The declarations of all commands. */
  readonly allCommands: () => Promise<readonly Declaration[]>;
  /** Runs a command line in a given environment, and returns what it shows. Throws a Refusal. */
  readonly screenOf: (argv: readonly string[], env: Environment) => Promise<Screen>;
}
