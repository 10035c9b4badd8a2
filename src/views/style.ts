import { Chalk, type ChalkInstance } from 'chalk';

/** How parts of a text are set off. Without colour every one of them gives the text as it is, so no meaning may hang on it alone. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly late: (text: string) => string;
  readonly today: (text: string) => string;
  readonly fine: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly command: (text: string) => string;
}

/** The styles for a terminal with colours (`true`) or without. */
export function makeStyle(colour: boolean): Style {
  // The level is set here and nowhere else: chalk looks at the terminal, but not at NO_COLOR.
  const chalk: ChalkInstance = new Chalk({ level: colour ? 1 : 0 });
  return {
    heading: chalk.bold,
    late: chalk.red,
    today: chalk.yellow,
    fine: chalk.green,
    quiet: chalk.dim,
    command: chalk.cyan,
  };
}
