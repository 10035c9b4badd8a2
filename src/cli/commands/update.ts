import { decideUpdate } from '../../domain/decisions/update.ts';
import { KIND_TRAITS } from '../../domain/streams/kinds.ts';
import { everyWord, textAfterIds } from '../run/arguments/argument.ts';
import { cadence, each } from '../run/arguments/option.ts';
import { AT, ID, NEXT, VIA } from '../run/arguments/shared-options.ts';
import { command } from '../run/declare-command.ts';
import { textOrAsk } from '../run/prompts/ask.ts';
import { showWrite } from '../run/show-write.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

const DECLARATION = {
  name: 'update',
  summary: 'tell them where it stands, news or none',
  details:
    'With -c it is one word about everything open with a client, and restarts the clock of each; what they owe you is not in it, because a word about that chases it.',
  arguments: {
    id: ID,
    text: textAfterIds('[text...]', 'what they were told; - reads it from standard input'),
  },
  options: {
    client: each(
      '-c, --client',
      { placeholder: 'client', candidates: 'clients', holds: 'title', read: (name: string) => name },
      'instead of a number: everything open with this client; again and again for several',
    ),
    next: NEXT,
    every: cadence('--every', 'how often from now on: daily, 2/day, every 3 working days'),
    via: VIA,
    at: AT,
  },
  examples: [
    ['update 3 "nothing new yet, we have not forgotten you"', 'no news is an update too'],
    ['update 3 "tests are running" --next "tomorrow noon" --via phone', 'and when they hear again'],
    ['update -c joe "I am well again, and all of it goes on"', 'about everything open with Joe'],
  ],
} as const;

const onCommitments = verbOnCommitments({
  ...DECLARATION,
  decide: decideUpdate,
  parse: async (call, { saying, dates }) => ({
    ...saying,
    text: await textOrAsk(call, call.args.text, 'What did you tell them?'),
    next: await call.options.next?.read(dates),
    cadence: await call.options.every?.read(dates),
  }),
  show: (outcome, call, many) => ({
    ...showWrite(outcome, call.session, { many }),
    hints: outcome.commitments
      .filter(
        ({ kind, state }) =>
          KIND_TRAITS[kind].owesUpdates && state !== 'agreed' && call.options.next !== undefined,
      )
      .map(
        ({ number }) =>
          `No update of ${number} is owed before its date is agreed. To see it then: followup snooze ${number} WHEN`,
      ),
  }),
});

/** All words of the line are what was said. */
const aboutAll = command({
  ...DECLARATION,
  arguments: {
    id: { ...ID, holds: 'words', read: (typed: readonly string[]) => typed },
    text: everyWord(DECLARATION.arguments.text.syntax, DECLARATION.arguments.text.meaning),
  },
  run: async (call) => {
    const { updateAll } = await import('./update-all.ts');
    return updateAll(call, call.options.client, [...call.args.id, ...call.args.text]);
  },
});

export const update: typeof onCommitments = {
  ...onCommitments,
  run: (typed, run) => (typed.options?.client === undefined ? onCommitments : aboutAll).run(typed, run),
};
