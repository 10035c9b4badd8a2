import { type AttentionLine, settlingCommand } from '../../domain/agenda/attention.ts';
import { type Frame, nameOf } from '../frame.ts';

/** The arguments of the command that settles a line, with each client called by the name, or by what `shorten` makes of it. */
export function settlingArguments(
  line: AttentionLine,
  frame: Frame,
  shorten: (name: string) => string = (name) => name,
): string[] {
  return settlingCommand(line).args.map((argument) => {
    if (typeof argument === 'string') return argument;
    const name = nameOf(argument.client, frame);
    return name === null ? '' : shorten(name);
  });
}
