import { findSpentOn, readClientSpending } from '../../app/spent-on.ts';
import type { Saying } from '../../domain/decisions/decision.ts';
import { decideSpendOnClient, decideSpendOnProject, type SpendInput } from '../../domain/decisions/spend.ts';
import { isOn } from '../../domain/streams/events.ts';
import type { DateContext } from '../../input/dates.ts';
import { clientSpendingJson } from '../../views/json/client-spending.ts';
import { labelled } from '../../views/terminal/labelled.ts';
import { saySpentOnClient } from '../../views/words/client-spending.ts';
import { sayClientChanges } from '../../views/words/client-story.ts';
import { sayProjectEvent } from '../../views/words/project-story.ts';
import type { Call } from '../run/call.ts';
import { saidTo } from '../run/date-context.ts';
import { projectScreenAfter } from '../run/project-screen.ts';
import type { Screen } from '../run/screen.ts';
import { sayNewClients } from '../run/show-write.ts';
import { recordStart } from '../run/write-verb.ts';

/** Records what was spent on a project or a client, by its name. Throws a Refusal if it is neither. */
export async function spendElsewhere(
  call: Call,
  name: string,
  read: (saying: Saying, dates: DateContext) => Promise<SpendInput>,
): Promise<Screen> {
  const { session } = call;
  const target = findSpentOn(session.open('read').db, name);
  const mention = 'client' in target ? { name: target.client.name, isNew: false } : undefined;
  const { saying, dates } = await saidTo(call, mention);
  const spending = await read(saying, dates);
  if ('project' in target) {
    const { changes } = await recordStart(call, decideSpendOnProject, { input: { ...spending, ...target } });
    const view = session.viewContext();
    const told = changes.flatMap((change) =>
      isOn('project', change) ? [sayProjectEvent(change.event, view)] : [],
    );
    return projectScreenAfter(
      session,
      target.project.name,
      told.flatMap((text) => labelled('now', text, view)),
    );
  }
  const { changes } = await recordStart(call, decideSpendOnClient, { input: { ...spending, ...target } });
  const view = session.viewContext();
  const spent = readClientSpending(session.open('read'), target.client);
  return {
    isEcho: true,
    json: () => ({ client: target.client.name, ...clientSpendingJson(spent, view) }),
    text: () =>
      [
        ...sayClientChanges(changes, view),
        ...labelled('spent', saySpentOnClient(spent), view),
        ...sayNewClients(changes, view),
      ].join('\n'),
  };
}
