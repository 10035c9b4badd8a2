import { type AttentionLine, draftKindOf, settlingCommand } from '../../domain/agenda/attention.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** The arguments of the command that settles a line. A client is named in full, unless `naming` gives another name. */
export function settlingArguments(
  line: AttentionLine,
  view: ViewContext,
  naming: (uid: string) => string = (uid) => fullName(uid, view),
): string[] {
  return settlingCommand(line).args.map((argument) => {
    if (typeof argument === 'string') return argument;
    return argument.client === null ? '' : naming(argument.client);
  });
}

/** The command that settles a line, without the name of the program; a client is named in full. */
export function wholeCommand(line: AttentionLine, view: ViewContext): string {
  return settlingArguments(line, view).map(quoteForShell).join(' ');
}

/** The command that drafts the message that a line asks for; null if it asks for none. */
export function draftCommand(line: AttentionLine, view: ViewContext): string | null {
  const kind = draftKindOf(line);
  if (kind === null || line.counterpart === null) return null;
  const whom =
    line.commitment === null || (line.reason === 'update' && line.together)
      ? ['-c', quoteForShell(fullName(line.counterpart, view))]
      : [String(line.commitment.number)];
  return ['followup draft', ...whom, kind].join(' ');
}

function fullName(uid: string, view: ViewContext): string {
  const name = nameOf(uid, view) ?? '';
  // It would be read as an option.
  return name.startsWith('-') ? view.handleOf(uid) : name;
}
