import { makeAgenda } from '../../app/agenda.ts';
import { lazy } from '../../domain/base/memo.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { isEmpty } from '../../store/queries.ts';
import { attentionLineJson } from '../../views/json/attention-line.ts';
import { questionJson } from '../../views/json/question.ts';
import { overloadJson, workJson } from '../../views/json/work.ts';
import { toLocalIso } from '../../views/local-iso.ts';
import { plainAttentionLine } from '../../views/plain/attention-line.ts';
import { showToday } from '../../views/terminal/today.ts';
import { welcome } from '../../views/words/welcome.ts';
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
    const agenda = makeAgenda(context, client);
    const { lines, answeredToday, forecast } = agenda;
    const work = lazy(() =>
      forecast.workInOrder().filter(({ work }) => client === null || work.commitment.client === client.uid),
    );
    const view = session.viewContext();
    const { noReminderSince } = session;
    return {
      json: () => ({
        now: toLocalIso(session.now, session.calendar),
        attention: lines.map((line) => attentionLineJson(line, view)),
        questions: agenda.questions.map((question) =>
          questionJson(question, answeredToday.get(question.number), view),
        ),
        overload: overloadJson(forecast.overload(), view),
        work: work().map((item) => workJson(item, view)),
        noReminderSince: noReminderSince && toLocalIso(noReminderSince, session.calendar),
      }),
      plain: () => lines.map((line) => plainAttentionLine(line, view)),
      text: () =>
        isEmpty(context.db)
          ? welcome(session.missingFile)
          : showToday(
              agenda,
              work(),
              { overload: forecast.overload(), learntFrom: forecast.learntFrom },
              view,
              { ...options, noReminderSince },
            ),
    };
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
