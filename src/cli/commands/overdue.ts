import { readOverdue } from '../../app/agenda.ts';
import { attentionLineJson } from '../../views/json/attention-line.ts';
import { plainAttentionLine } from '../../views/plain/attention-line.ts';
import { showEntries } from '../../views/terminal/entries.ts';
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
    const late = readOverdue(context, findFilter(session, options.client));
    const view = session.viewContext();
    const nothing = session.globals.quiet ? '' : 'Nothing is overdue.';
    return {
      json: () => late.map((line) => attentionLineJson(line, view)),
      plain: () => late.map((line) => plainAttentionLine(line, view)),
      text: () => (late.length === 0 ? nothing : showEntries(late, view).join('\n').trimStart()),
      exitCode: options.exitCode && late.length > 0 ? FOUND : 0,
    };
  },
});
