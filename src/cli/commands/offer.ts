import { selectCommitments } from '../../app/select.ts';
import { decideOffer } from '../../domain/decisions/offer.ts';
import type { Call } from '../run/call.ts';
import { AT, BECAUSE, ESTIMATE, EXPLAIN, ID, VIA } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';
import { askEstimate } from './estimate.ts';

export const offer = onCommitments({
  name: 'offer',
  summary: 'propose a delivery date: a computed one, or yours',
  details:
    'Without a date it offers one that will be kept: where the work fits in your queue, with a buffer as large as your record says. To see that date without offering it: followup forecast ID.',
  arguments: [
    ID,
    ['[date...]', 'the date: "friday 5pm", "in 3 working days", 2026-03-12; else it is computed'],
  ],
  options: [ESTIMATE, BECAUSE, EXPLAIN, VIA, AT],
  examples: [
    ['offer 3', 'a date that will be kept, from the work ahead and your record'],
    ['offer 3 friday 5pm', 'your own date; they have not answered yet: it is their move'],
    ['offer 3 "12 mar" --because "the audit comes first" --via email', 'with the reason, in writing'],
  ],
  decide: decideOffer,
  parse: async (call) => {
    const date = await call.dateOf(1);
    const estimate = call.estimate('estimate') ?? (date ? undefined : await askMissingEstimate(call));
    return {
      ...(await call.saying()),
      date,
      because: call.option('because'),
      estimateHours: estimate?.hours,
      estimateRange: estimate?.range,
    };
  },
});

async function askMissingEstimate(call: Call) {
  if (!call.isInteractive) return undefined;
  const { selection } = await call.selection();
  const commitments = selectCommitments(call.session.open('read'), selection);
  const [only] = commitments;
  return only && commitments.length === 1 && only.estimate === null ? askEstimate(call, only) : undefined;
}
