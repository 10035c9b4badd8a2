import type { AttentionLine } from '../../domain/agenda/attention.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import type { ViewContext } from '../view-context.ts';
import { settlingArguments } from './settling-command.ts';

const SHORT_OPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ '--about': '-a', '--because': '-r' }),
);

/** The command that settles a line, without the name of the program; a client is named in full. */
export function wholeCommand(line: AttentionLine, view: ViewContext): string {
  return settlingArguments(line, view).map(quoteForShell).join(' ');
}

/** The command that settles a line, with names of clients that have no accents, where such names mean them. */
export function plainCommand(line: AttentionLine, view: ViewContext): string {
  return settlingArguments(line, view, view.plainHandleOf).map(quoteForShell).join(' ');
}

/** The command that settles a line, as short as it can be typed: with short names of clients and short options. */
export function shortCommand(line: AttentionLine, view: ViewContext): string {
  return settlingArguments(line, view, view.handleOf)
    .map((word) => SHORT_OPTIONS.get(word) ?? quoteForShell(word))
    .join(' ');
}
