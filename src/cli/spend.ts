import { decideSpend } from '../domain/decisions/spend.ts';
import { AT, ID } from './options.ts';
import { onCommitments } from './write-verb.ts';

export const spend = onCommitments({
  name: 'spend',
  summary: 'record work that went into it',
  arguments: [ID, ['<duration...>', 'how much: 2h, 45m, 1.5d']],
  options: [AT],
  examples: [['spend 3 2h 30m', 'added to what was spent before']],
  decide: decideSpend,
  parse: async (call) => {
    const hours = call.readEffort(call.words(1).join(' '));
    return { ...(await call.saying()), hours };
  },
});
