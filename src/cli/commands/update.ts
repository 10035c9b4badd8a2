import { decideUpdate } from '../../domain/decisions/update.ts';
import { KIND_TRAITS } from '../../domain/streams/kinds.ts';
import { textAfterIds } from '../run/arguments/argument.ts';
import { cadence } from '../run/arguments/option.ts';
import { AT, ID, NEXT, VIA } from '../run/arguments/shared-options.ts';
import { textOrAsk } from '../run/prompts/ask.ts';
import { showWrite } from '../run/show-write.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const update = verbOnCommitments({
  name: 'update',
  summary: 'tell them where it stands, news or none',
  arguments: {
    id: ID,
    text: textAfterIds('[text...]', 'what they were told; - reads it from standard input'),
  },
  options: {
    next: NEXT,
    every: cadence('--every', 'how often from now on: daily, 2/day, every 3 working days'),
    via: VIA,
    at: AT,
  },
  examples: [
    ['update 3 "nothing new yet, we have not forgotten you"', 'no news is an update too'],
    ['update 3 "tests are running" --next "tomorrow noon" --via phone', 'and when they hear again'],
  ],
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
