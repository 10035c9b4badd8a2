import type { AttentionLine } from '../../domain/agenda/attention.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import type { ViewContext } from '../view-context.ts';
import { settlingArguments } from './settling-command.ts';

const SHORT_OPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ '--about': '-a', '--because': '-r' }),
);

/**
 * The command that settles a line, as short as it can be typed: with short names of clients and short options. One that
 * the reader cannot be shown so that it still means the same is left to `today`.
 */
export function shortCommand(line: AttentionLine, view: ViewContext): string {
  const command = settlingArguments(line, view, view.handleOf)
    .map((word) => SHORT_OPTIONS.get(word) ?? quoteForShell(word))
    .join(' ');
  return view.canWrite(command) ? command : 'today';
}
