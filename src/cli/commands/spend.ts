import { decideSpend } from '../../domain/decisions/spend.ts';
import type { Call } from '../run/call.ts';
import { AT, ID } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';

export const spend = onCommitments({
  name: 'spend',
  summary: 'record work that went into it',
  arguments: [ID, ['[duration...]', 'how much: 2h, 45m, 1.5d']],
  options: [AT],
  examples: [['spend 3 2h 30m', 'added to what was spent before']],
  decide: decideSpend,
  parse: async (call) => {
    const hours = await readOrAskEffort(call);
    return { ...(await call.saying()), hours };
  },
});

async function readOrAskEffort(call: Call): Promise<number> {
  const words = call.words(1).join(' ');
  if (words !== '') return call.readEffort(words);
  if (!call.isInteractive) throw call.refuseMissing('duration');
  const { askUntilRead } = await import('../run/prompts.ts');
  const hours = await askUntilRead('How much work was it?', (typed) => call.readEffort(typed), 'required');
  return hours ?? 0;
}
