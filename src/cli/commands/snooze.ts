import { decideSnooze } from '../../domain/decisions/snooze.ts';
import { ID } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';

export const snooze = onCommitments({
  name: 'snooze',
  summary: 'hide its lines until a time',
  arguments: [ID, ['[when...]', 'a day begins at its start']],
  options: [],
  examples: [
    ['snooze 3 "dec 27"', 'back on that morning; a due date that passes before ends it'],
    ['snooze 3 3pm', 'later today'],
  ],
  decide: decideSnooze,
  parse: async (call) => {
    const until = (await call.dateOf(1)) ?? (await call.askDate('Until when?'));
    if (!until) throw call.refuseMissing('when');
    return { ...(await call.saying()), until };
  },
});
