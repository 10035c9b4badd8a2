import { makeAgenda } from '../../app/agenda.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { isEmpty } from '../../store/queries.ts';
import { lineJson, questionJson } from '../../views/json/json.ts';
import { plainLine } from '../../views/terminal/list.ts';
import { showToday } from '../../views/terminal/today.ts';
import { workJson } from '../../views/terminal/work.ts';
import { toLocalIso } from '../../views/words/time.ts';
import type { Call } from '../run/call.ts';
import type { Command } from '../run/command.ts';
import { CLIENT_FILTER } from '../run/options.ts';
import type { Screen } from '../run/screen.ts';
import { WELCOME } from './welcome.ts';

export const today: Command = {
  name: 'today',
  summary: 'the morning review: what needs you, and the four questions',
  arguments: [],
  options: [
    CLIENT_FILTER,
    ['-a, --all', 'every entry, also of a long list'],
    ['--step', 'walks through the entries, worst first, one key each'],
  ],
  examples: [
    ['today', 'everything that needs you, worst first'],
    ['today --step', 'settle them one after the other: tell, done, snooze, move ...'],
    ['today --client joe', 'only what concerns Joe'],
  ],
  run: async (call) => {
    if (call.flag('step')) return step(call);
    const { session } = call;
    const context = session.open('read');
    const client = call.clientFilter(context.db);
    const agenda = makeAgenda(context, client);
    const { lines, questions, answeredToday, clients, forecast } = agenda;
    const work = forecast
      .workInOrder()
      .filter(({ commitment }) => client === null || commitment.client === client.uid);
    const frame = session.frame(clients);
    return {
      json: () => ({
        now: toLocalIso(session.now, session.calendar),
        attention: lines.map((line) => lineJson(line, frame)),
        questions: questions.map((question) =>
          questionJson(question, answeredToday.get(question.number), frame),
        ),
        work: work.map((item) => workJson(item, frame)),
      }),
      plain: () => lines.map((line) => plainLine(line, frame)),
      text: () =>
        isEmpty(context.db)
          ? WELCOME
          : showToday(agenda, work, frame, call.flag('all') ? Number.POSITIVE_INFINITY : undefined),
    };
  },
};

async function step(call: Call): Promise<Screen> {
  if (!call.isInteractive) {
    throw new Refusal(
      'no-terminal',
      'There is no terminal to walk through the entries in.',
      'Without one: followup today --json',
      'usage',
    );
  }
  const { walkToday } = await import('./today-walk.ts');
  return walkToday(call);
}
