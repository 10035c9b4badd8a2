import { Refusal } from '../../domain/base/refusal.ts';
import { decideEdit } from '../../domain/decisions/edit.ts';
import { estimateFields } from '../../domain/streams/estimate-fields.ts';
import { cadence, choice, client, date, orNothing, text } from '../run/arguments/option.ts';
import { ESTIMATE, IDS, NEW_CLIENT } from '../run/arguments/shared-options.ts';
import { mentionClient } from '../run/prompts/mention-client.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

/** The words that remove a detail. */
const NOTHING = ['none', ''];

export const edit = verbOnCommitments({
  name: 'edit',
  summary: 'correct its details',
  details:
    'Dates that were offered or agreed are not edited: use offer, agree or move. "none" removes a detail.',
  arguments: { id: IDS },
  options: {
    title: text('-t, --title', 'what it is', 'title'),
    client: client('-c, --client', 'whose it is'),
    estimate: orNothing(ESTIMATE, ...NOTHING),
    project: orNothing(text('-p, --project', 'the project it belongs to', 'project'), ...NOTHING),
    by: orNothing(date('-b, --by', 'the date they would like'), ...NOTHING),
    updateEvery: orNothing(cadence('--update-every', 'how often they are to hear about it'), ...NOTHING),
    scope: choice('--scope', ['in', 'out'], 'in or out of what was agreed'),
    rightWhen: orNothing(
      text('--right-when', 'how both sides will know that it is correct', 'test'),
      ...NOTHING,
    ),
    newClient: NEW_CLIENT,
  },
  examples: [
    ['edit 3 --title "Quarterly report, by region" --estimate 4h', 'a better title and estimate'],
    ['edit 3 5 --client "Acme Corp"', 'two that were filed under the wrong name'],
    ['edit 3 --estimate none', 'no estimate any more'],
  ],
  decide: decideEdit,
  // The commitment now belongs to the new client, whose order of day and month applies.
  owner: (call) => mentionClient(call, call.options.client),
  parse: async ({ options }, { saying, dates, owner }) => {
    const { title, estimate, project, by, updateEvery, scope, rightWhen } = options;
    return {
      ...saying,
      title: readTitle(title),
      client: owner,
      ...(estimate === null ? { estimateHours: null } : estimateFields(estimate)),
      project,
      wantedBy: by === null ? null : await by?.read(dates),
      cadence: updateEvery === null ? null : await updateEvery?.read(dates),
      scope,
      rightWhen,
    };
  },
});

function readTitle(title: string | undefined): string | undefined {
  if (title?.trim() === '') throw new Refusal('text-missing', 'A title needs words.', null, 'usage');
  return title?.trim();
}
