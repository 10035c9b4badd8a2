import { decideSpend } from '../../domain/decisions/spend.ts';
import { effortWords } from '../run/arguments/argument.ts';
import { readEffort } from '../run/arguments/effort.ts';
import { AT, ID } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const spend = verbOnCommitments({
  name: 'spend',
  summary: 'record time that you worked on it',
  arguments: { id: ID, duration: effortWords('[duration...]', 'how much: 2h, 45m, 1.5d') },
  options: { at: AT },
  examples: [['spend 3 2h 30m', 'added to what was spent before']],
  decide: decideSpend,
  parse: async (call, { saying }) => ({
    hours: call.args.duration ?? (await askEffort(call)),
    ...saying,
  }),
});

async function askEffort(call: Call): Promise<number> {
  if (!call.isInteractive) throw call.refuseMissing('duration');
  const prompts = await call.session.prompts();
  const read = (effort: string) => readEffort(effort, call.session);
  return (await prompts.askUntilRead('How much work was it?', read, 'required')) ?? 0;
}
