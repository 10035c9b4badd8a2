import { Refusal } from '../../domain/base/refusal.ts';
import { decideEdit } from '../../domain/decisions/edit.ts';
import type { Call } from '../run/call.ts';
import { ESTIMATE, IDS, NEW_CLIENT } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';

export const edit = onCommitments({
  name: 'edit',
  summary: 'put its description right',
  details:
    'Dates that were offered or agreed are not edited: use offer, agree or move. "none" takes a detail away.',
  arguments: [IDS],
  options: [
    ['-t, --title <title>', 'what it is'],
    ['-c, --client <client>', 'whose it is'],
    ESTIMATE,
    ['-p, --project <project>', 'the project it belongs to'],
    ['-b, --by <date>', 'the date they would like'],
    ['--update-every <cadence>', 'how often they are to hear about it'],
    ['--scope <scope>', 'in or out of what was agreed'],
    ['--right-when <test>', 'how both sides will know that it is correct'],
    NEW_CLIENT,
  ],
  examples: [
    ['edit 3 --title "Quarterly report, by region" --estimate 4h', 'a better title and estimate'],
    ['edit 3 5 --client "Acme Corp"', 'two that were filed under the wrong name'],
    ['edit 3 --estimate none', 'no estimate any more'],
  ],
  decide: decideEdit,
  parse: async (call) => {
    const estimate = orNone(call, 'estimate', (text) => call.readEstimate(text));
    return {
      ...(await call.saying()),
      title: readTitle(call.option('title')),
      client: await call.client(call.option('client')),
      estimateHours: estimate === null ? null : estimate?.hours,
      estimateRange: estimate?.range,
      project: orNone(call, 'project', (text) => text),
      wantedBy: await orNone(call, 'by', (text) => call.readDate(text)),
      cadence: orNone(call, 'updateEvery', () => call.cadence('updateEvery') ?? null),
      scope: call.choice('scope', ['in', 'out'] as const),
      rightWhen: orNone(call, 'rightWhen', (text) => text),
    };
  },
});

function readTitle(title: string | undefined): string | undefined {
  if (title?.trim() === '') throw new Refusal('text-missing', 'A title has words.', null, 'usage');
  return title?.trim();
}

/** The value of an option; `none` takes the detail away. */
function orNone<T>(call: Call, name: string, read: (text: string) => T): T | null | undefined {
  const text = call.option(name);
  if (text === undefined) return undefined;
  return text === 'none' || text.trim() === '' ? null : read(text);
}
