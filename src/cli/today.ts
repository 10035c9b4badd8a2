import { makeAgenda } from '../app/agenda.ts';
import { isEmpty } from '../store/queries.ts';
import { lineJson, questionJson } from '../views/json.ts';
import { plainLine } from '../views/list.ts';
import { toLocalIso } from '../views/time.ts';
import { showToday } from '../views/today.ts';
import { workJson } from '../views/work.ts';
import type { Command } from './command.ts';
import { CLIENT_FILTER } from './options.ts';
import { WELCOME } from './welcome.ts';

export const today: Command = {
  name: 'today',
  summary: 'the morning review: what needs you, and the four questions',
  arguments: [],
  options: [CLIENT_FILTER, ['-a, --all', 'every entry, also of a long list']],
  examples: [
    ['today', 'everything that needs you, worst first'],
    ['today --client joe', 'only what concerns Joe'],
  ],
  run: (call) => {
    const { session } = call;
    const context = session.open('read');
    const client = call.clientFilter(context.db);
    const { lines, questions, clients, forecast } = makeAgenda(context, client);
    const work = forecast
      .workInOrder()
      .filter(({ commitment }) => client === null || commitment.client === client.uid);
    const frame = session.frame(clients);
    return {
      json: () => ({
        now: toLocalIso(session.now, session.calendar),
        attention: lines.map((line) => lineJson(line, frame)),
        questions: questions.map((question) => questionJson(question, frame)),
        work: work.map((item) => workJson(item, frame)),
      }),
      plain: () => lines.map((line) => plainLine(line, frame)),
      text: () =>
        isEmpty(context.db) ? WELCOME : showToday(lines, questions, work, frame, call.flag('all')),
    };
  },
};
