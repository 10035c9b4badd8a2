import type { Call } from './call.ts';
import type { Declaration } from './declaration.ts';
import type { Screen } from './screen.ts';

/** A command: its declaration, and what it does. */
export interface Command extends Declaration {
  readonly run: (call: Call) => Promise<Screen> | Screen;
}
