import type { Agenda } from '../../app/agenda.ts';
import { lazy } from '../../domain/base/memo.ts';
import type { Client } from '../../domain/streams/client.ts';
import { attentionLineJson } from '../../views/json/attention-line.ts';
import { questionJson } from '../../views/json/question.ts';
import { overloadJson, workJson } from '../../views/json/work.ts';
import { toLocalIso } from '../../views/local-iso.ts';
import { plainAttentionLine } from '../../views/plain/attention-line.ts';
import { type Showing, showToday } from '../../views/terminal/today.ts';
import type { ViewContext } from '../../views/view-context.ts';
import type { Screen } from './screen.ts';

/** The morning review as a screen, for everybody or for one client. */
export function agendaScreen(
  agenda: Agenda,
  client: Client | null,
  view: ViewContext,
  showing: Showing = {},
): Screen {
  const { lines, answeredToday, forecast } = agenda;
  const work = lazy(() =>
    forecast.workInOrder().filter(({ work }) => client === null || work.commitment.client === client.uid),
  );
  return {
    json: () => ({
      now: toLocalIso(view.now, view.calendar),
      attention: lines.map((line) => attentionLineJson(line, view)),
      questions: agenda.questions.map((question) =>
        questionJson(question, answeredToday.get(question.number), view),
      ),
      overload: overloadJson(forecast.overload(), view),
      work: work().map((item) => workJson(item, view)),
      noReminderSince: showing.noReminderSince ? toLocalIso(showing.noReminderSince, view.calendar) : null,
    }),
    plain: () => lines.map((line) => plainAttentionLine(line, view)),
    text: () =>
      showToday(
        agenda,
        work(),
        { overload: forecast.overload(), learntFrom: forecast.learntFrom },
        view,
        showing,
      ),
  };
}
