import { decideUpdate } from '../../domain/decisions/update.ts';
import { AT, ID, VIA } from '../run/options.ts';
import { onCommitments, showWrite } from '../run/write-verb.ts';

export const update = onCommitments({
  name: 'update',
  summary: 'tell them where it stands, news or none',
  arguments: [ID, ['[text...]', 'what they were told; - reads it from standard input']],
  options: [
    ['--next <when>', 'when you promised the next update'],
    ['--every <cadence>', 'how often from now on: daily, 2/day, every 3 working days'],
    VIA,
    AT,
  ],
  examples: [
    ['update 3 "nothing new yet, we have not forgotten you"', 'no news is an update too'],
    ['update 3 "tests are running" --next "tomorrow noon" --via phone', 'and when they hear again'],
  ],
  decide: decideUpdate,
  parse: async (call) => ({
    ...(await call.saying()),
    text: await call.textOrAsk(1, 'What did you tell them?'),
    next: await call.date('next'),
    cadence: call.cadence('every'),
  }),
  show: (outcome, call, many) => ({
    ...showWrite(outcome, call, many),
    hints: outcome.commitments
      .filter(({ state }) => state !== 'agreed' && call.option('next') !== undefined)
      .map(
        ({ number }) =>
          `No update of ${number} is owed before its date is agreed. To see it then: followup snooze ${number} WHEN`,
      ),
  }),
});
