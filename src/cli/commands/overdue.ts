import { type Overdue, readOverdue } from '../../app/agenda.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { attentionLineJson } from '../../views/json/attention-line.ts';
import { plainAttentionLine } from '../../views/plain/attention-line.ts';
import { printable } from '../../views/printable.ts';
import { showEntries } from '../../views/terminal/entries.ts';
import { wrap } from '../../views/terminal/width.ts';
import { flag } from '../run/arguments/option.ts';
import { CLIENT_FILTER } from '../run/arguments/shared-options.ts';
import { command } from '../run/declare-command.ts';
import { findFilter } from '../run/prompts/mention-client.ts';

/** Exit code of `overdue --exit-code` if anything is overdue. */
const FOUND = 3;

export const overdue = command({
  name: 'overdue',
  summary: 'only what is overdue',
  details: 'With --quiet it prints nothing when nothing is overdue, so that cron sends no mail.',
  arguments: {},
  options: {
    client: CLIENT_FILTER,
    exitCode: flag('--exit-code', 'exit with 3 when something is overdue'),
  },
  examples: [
    ['overdue', 'what you or they are late with'],
    ['overdue --quiet', 'for cron: silent unless something is'],
    ['overdue --exit-code --quiet', 'for scripts'],
  ],
  run: ({ session, options }) => {
    session.refuseMissingFile();
    const context = session.open('read');
    const client = findFilter(session, options.client);
    const { lines, snoozed } = readOverdue(context, client);
    const view = session.viewContext();
    const text = () => [
      ...(lines.length > 0 ? [showEntries(lines, view).join('\n').trimStart()] : []),
      ...(session.globals.quiet
        ? []
        : sayRest(lines, snoozed, client && view.handleOf(client.uid)).flatMap((rest) =>
            wrap(rest, view.width),
          )),
    ];
    return {
      json: () => lines.map((line) => attentionLineJson(line, view)),
      plain: () => lines.map((line) => plainAttentionLine(line, view)),
      text: () => text().join('\n'),
      exitCode: options.exitCode && lines.length > 0 ? FOUND : 0,
    };
  },
});

/** What to say besides the lines: that there are none, and how much is late that they leave out. */
function sayRest(
  { length }: Overdue['lines'],
  { length: hidden }: Overdue['snoozed'],
  client: string | null,
): string[] {
  if (hidden === 0) return length === 0 ? ['Nothing is overdue.'] : [];
  const which = client === null ? '' : ` -c ${quoteForShell(client)}`;
  const rest = `${hidden} late ${hidden === 1 ? 'one is' : 'ones are'} snoozed: followup list --overdue${printable(which)}`;
  return [length === 0 ? `Nothing is overdue; ${rest}` : `And ${rest}`];
}
