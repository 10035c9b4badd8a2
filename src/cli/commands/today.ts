import { makeAgenda } from '../../app/agenda.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { isEmpty } from '../../store/queries.ts';
import { welcome } from '../../views/words/welcome.ts';
import { agendaScreen } from '../run/agenda-screen.ts';
import { flag } from '../run/arguments/option.ts';
import { CLIENT_FILTER } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import { command } from '../run/declare-command.ts';
import { findFilter } from '../run/prompts/mention-client.ts';
import type { Screen } from '../run/screen.ts';

export const today = command({
  name: 'today',
  summary: 'the morning review: what needs you, and the four questions',
  arguments: {},
  options: {
    client: CLIENT_FILTER,
    all: flag('-a, --all', 'every entry, even of a long list'),
    step: flag('--step', 'walks through the entries, worst first, one key each'),
  },
  examples: [
    ['today', 'everything that needs you, worst first'],
    ['today --step', 'settle them one after the other: tell, done, snooze, move ...'],
    ['today --client joe', 'only what concerns Joe'],
  ],
  run: async (call) => {
    const { session, options } = call;
    if (options.step) return step(call, options.client);
    const context = session.open('read');
    const client = findFilter(session, options.client);
    const { noReminderSince } = session;
    const screen = agendaScreen(makeAgenda(context, client), client, session.viewContext(), {
      ...options,
      noReminderSince,
    });
    return isEmpty(context.db) ? { ...screen, text: () => welcome(session.missingFile) } : screen;
  },
});

async function step(call: Call, client: string | undefined): Promise<Screen> {
  if (!call.isInteractive) {
    throw new Refusal(
      'no-terminal',
      'There is no terminal to walk through the entries in.',
      'Without one: followup today --json',
      'usage',
    );
  }
  const { walkToday } = await import('./today-walk.ts');
  return walkToday(call, client);
}
