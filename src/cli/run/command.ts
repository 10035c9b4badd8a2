import type { Call } from './call.ts';
import type { Declaration } from './declaration.ts';
import type { Screen } from './screen.ts';

/** A command: its declaration, and what it does. */
export interface Command extends Declaration {
  readonly run: (call: Call) => Promise<Screen> | Screen;
}

/** Every command of the program. They are loaded one by one: most of the program is not needed by most commands. */
export interface CommandTable {
  /** In the order of the help. */
  readonly names: readonly string[];
  readonly find: (name: string) => Promise<Command | undefined>;
  /** All of them, by the groups of the help. */
  readonly groups: () => Promise<ReadonlyMap<string, readonly Command[]>>;
}
