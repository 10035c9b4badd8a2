import { selectCommitments } from '../../app/select.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { decideEdit } from '../../domain/decisions/edit.ts';
import { estimateFields } from '../../domain/streams/estimate-fields.ts';
import {
  anyWords,
  cadence,
  choice,
  client,
  commitment,
  date,
  each,
  orNothing,
  project as projectOption,
  text,
} from '../run/arguments/option.ts';
import { BECAUSE, ESTIMATE, IDS, NEW_CLIENT, TOPIC } from '../run/arguments/shared-options.ts';
import { reasonOrAsk } from '../run/prompts/ask.ts';
import { mentionClient } from '../run/prompts/mention-client.ts';
import { topicOf } from '../run/prompts/topic.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

/** The words that remove a detail. */
const NOTHING = ['none', ''];

export const edit = verbOnCommitments({
  name: 'edit',
  summary: 'correct its details',
  details:
    'A date that was agreed or offered is corrected only where it was typed wrong, and that is not a move; if both sides change it: move. "none" removes a detail.',
  arguments: { id: IDS },
  options: {
    title: text('-t, --title', 'what it is', 'title', 'title'),
    client: client('-c, --client', 'whose it is'),
    estimate: orNothing(ESTIMATE, ...NOTHING),
    project: orNothing(projectOption('-p, --project', 'the project it belongs to'), ...NOTHING),
    by: orNothing(date('-b, --by', 'the date they would like'), ...NOTHING),
    due: date('--due', 'the date that was agreed, where it was typed wrong; with --because'),
    offered: date('--offered', 'the date that was offered, where it was typed wrong; with --because'),
    because: BECAUSE,
    updateEvery: orNothing(cadence('--update-every', 'how often they are to hear about it'), ...NOTHING),
    scope: choice('--scope', ['in', 'out'], 'in or out of what was agreed'),
    extraTo: orNothing(
      commitment('--extra-to', 'the commitment that it is more work on than was agreed: out of scope'),
      ...NOTHING,
    ),
    blocks: orNothing(commitment('--blocks', 'what cannot go on without it'), ...NOTHING),
    rightWhen: orNothing(
      text('--right-when', 'how both sides will know that it is correct', 'test'),
      ...NOTHING,
    ),
    people: each(
      '--people',
      anyWords('name', 'title'),
      'who else at the client hears about it; again for each; "none" for nobody',
    ),
    topic: orNothing(TOPIC, ...NOTHING),
    newClient: NEW_CLIENT,
  },
  examples: [
    ['edit 3 --title "Quarterly report, by region" --estimate 4h', 'a better title and estimate'],
    ['edit 3 5 --client "Acme Corp"', 'two that were filed under the wrong name'],
    ['edit 3 --scope out', 'it was not part of what was agreed: it needs a price'],
    ['edit 3 --estimate none', 'no estimate any more'],
    ['edit 3 --due "tue 10 mar" --because mistyped', 'the date that was really agreed; nobody moved it'],
  ],
  decide: decideEdit,
  // The commitment now belongs to the new client, whose order of day and month applies.
  owner: (call) => mentionClient(call, call.options.client),
  parse: async (call, { saying, dates, owner }) => {
    const {
      title,
      estimate,
      project,
      by,
      due,
      offered,
      because,
      updateEvery,
      scope,
      extraTo,
      blocks,
      rightWhen,
      people,
      topic,
    } = call.options;
    if (scope === 'in' && extraTo) throw refuseBothScopes();
    return {
      ...saying,
      title: readTitle(title),
      client: owner,
      ...(estimate === null ? { estimateHours: null } : estimateFields(estimate)),
      project,
      due: await due?.readNear(dates),
      offered: await offered?.readNear(dates),
      because: due || offered ? await reasonOrAsk(call, because, 'Why was the date wrong?') : because,
      wantedBy: by === null ? null : await by?.read(dates),
      cadence: updateEvery === null ? null : await updateEvery?.read(dates),
      scope,
      extraTo: extraTo && selectCommitments(call.session.open('read'), extraTo)[0]?.uid,
      blocks: blocks && selectCommitments(call.session.open('read'), blocks)[0]?.uid,
      rightWhen,
      topic: topic === null ? null : await topicOf(call, topic),
      people: people.length === 0 ? undefined : readPeople(people),
    };
  },
});

function refuseBothScopes(): Refusal {
  return new Refusal(
    'options-exclude',
    '--scope in and --extra-to exclude each other.',
    'Give one of them.',
    'usage',
  );
}

function readTitle(title: string | undefined): string | undefined {
  if (title?.trim() === '') throw new Refusal('text-missing', 'A title needs words.', null, 'usage');
  return title?.trim();
}

function readPeople(names: readonly string[]): readonly string[] | null {
  return names.every((name) => NOTHING.includes(name.trim())) ? null : names;
}
