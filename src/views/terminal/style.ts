import type { Answer } from '../../domain/streams/events.ts';

/** How parts of a text are set off. Without colour they all look alike, so nothing may be said by style alone. */
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

/** The styles with colours (`true`) or without. */
export async function loadStyle(colour: boolean): Promise<Style> {
  if (!colour) return PLAIN;
  const { Chalk } = await import('chalk');
  // Set the level ourselves: chalk looks at the terminal, but not at NO_COLOR.
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

/** The style of an answer to one of the four questions. */
export function answerStyle(answer: Answer, style: Style): (text: string) => string {
  return answer === 'yes' ? style.fine : answer === 'no' ? style.late : style.today;
}
