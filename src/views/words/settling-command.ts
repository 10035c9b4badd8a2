import { type AttentionLine, settlingCommand } from '../../domain/agenda/attention.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** The arguments of the command that settles a line. `shorten` may make a shorter name of the name of a client. */
export function settlingArguments(
  line: AttentionLine,
  view: ViewContext,
  shorten: (name: string) => string = (name) => name,
): string[] {
  return settlingCommand(line).args.map((argument) => {
    if (typeof argument === 'string') return argument;
    const name = nameOf(argument.client, view);
    return name === null ? '' : shorten(name);
  });
}
