import { decideSnooze } from '../../domain/decisions/snooze.ts';
import { dateWords } from '../run/arguments/argument.ts';
import { ID } from '../run/arguments/shared-options.ts';
import { askDate } from '../run/prompts/ask.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const snooze = verbOnCommitments({
  name: 'snooze',
  summary: 'hide a commitment until a time',
  arguments: { id: ID, when: dateWords('[when...]', 'until when; a day means its start') },
  options: {},
  examples: [
    ['snooze 3 "dec 27"', 'back that morning, or earlier if its due date passes first'],
    ['snooze 3 3pm', 'later today'],
  ],
  decide: decideSnooze,
  parse: async (call, { saying, dates }) => {
    const until = (await call.args.when?.read(dates)) ?? (await askDate(call, 'Until when?', dates));
    if (!until) throw call.refuseMissing('when');
    return { ...saying, until };
  },
});
