import type { Environment, Io, Output } from '../../../system/io.ts';
import type { Globals } from '../arguments/shared-options.ts';

/** The width of a pipe, or of a terminal that does not report one. */
const USUAL_WIDTH = 80;
const LEAST_WIDTH = 40;

/** The height of a pipe, or of a terminal that does not report one. */
const USUAL_HEIGHT = 40;
const LEAST_HEIGHT = 24;

/** The number of columns available. */
export function widthOf(env: Environment, { columns }: Output): number {
  return Math.max(LEAST_WIDTH, Number(env.COLUMNS) || columns || USUAL_WIDTH);
}

/** The number of lines available. */
export function heightOf(env: Environment, { rows }: Output): number {
  return Math.max(LEAST_HEIGHT, Number(env.LINES) || rows || USUAL_HEIGHT);
}

/** Whether text may be coloured. */
export function hasColour({ color, plain }: Globals, { env, stdout }: Io): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (!color || plain || NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stdout.isTerminal && TERM !== 'dumb';
}
