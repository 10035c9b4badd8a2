/** How parts of a text are set off. Without colour every one of them gives the text as it is, so no meaning may hang on it alone. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly late: (text: string) => string;
  readonly today: (text: string) => string;
  readonly fine: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly command: (text: string) => string;
}

const PLAIN: Style = {
  heading: asItIs,
  late: asItIs,
  today: asItIs,
  fine: asItIs,
  quiet: asItIs,
  command: asItIs,
};

/** The styles for a terminal with colours (`true`) or without. */
export async function loadStyle(colour: boolean): Promise<Style> {
  if (!colour) return PLAIN;
  const { Chalk } = await import('chalk');
  // The level is set here and nowhere else: chalk looks at the terminal, but not at NO_COLOR.
  const chalk = new Chalk({ level: 1 });
  return {
    heading: chalk.bold,
    late: chalk.red,
    today: chalk.yellow,
    fine: chalk.green,
    quiet: chalk.dim,
    command: chalk.cyan,
  };
}

function asItIs(text: string): string {
  return text;
}
