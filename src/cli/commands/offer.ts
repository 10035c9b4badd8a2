import { type Selection, selectCommitments } from '../../app/select.ts';
import { decideOffer } from '../../domain/decisions/offer.ts';
import { hasResolution } from '../../domain/streams/complaint.ts';
import { estimateFields } from '../../domain/streams/estimate-fields.ts';
import { KIND_TRAITS } from '../../domain/streams/kinds.ts';
import { remarksOnPassed } from '../../views/words/resolution.ts';
import { dateWords } from '../run/arguments/argument.ts';
import { AT, BECAUSE, ESTIMATE, EXPLAIN, ID, NEXT, VIA } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import { showWrite } from '../run/show-write.ts';
import { verbOnCommitments } from '../run/write-verb.ts';
import { askEstimate } from './ask-estimate.ts';

export const offer = verbOnCommitments({
  name: 'offer',
  summary: 'propose a delivery date: a computed one, or yours',
  details:
    'The resolution of a complaint has no date: it is put to them. Otherwise, without a date it offers one that you can keep: where the work fits in your queue, with a buffer learnt from your record. To see that date without offering it: followup forecast ID.',
  arguments: {
    id: ID,
    date: dateWords(
      '[date...]',
      'the date: "friday 5pm", "in 3 working days", 2026-03-12; if left out, it is computed',
    ),
  },
  options: { estimate: ESTIMATE, because: BECAUSE, next: NEXT, explain: EXPLAIN, via: VIA, at: AT },
  examples: [
    ['offer 3', 'a date that you can keep, from the work ahead and your record'],
    ['offer 3 friday 5pm', 'your own date; they have not answered yet: it is their move'],
    ['offer 6 --via phone', 'a complaint: what you worked out was put to them'],
    ['offer 3 "12 mar" --because "the audit comes first" --via email', 'with the reason, in writing'],
  ],
  decide: decideOffer,
  parse: async (call, { selection, saying, dates }) => {
    const { options } = call;
    const date = await call.args.date?.read(dates);
    const estimate = options.estimate ?? (date ? undefined : await askMissingEstimate(call, selection));
    return {
      ...saying,
      date,
      because: options.because,
      next: await options.next?.read(dates),
      ...estimateFields(estimate),
    };
  },
  show: (outcome, { session, options: { explain } }, many) => ({
    ...showWrite(outcome, session, { many, explain }),
    hints: outcome.commitments.flatMap((commitment) => {
      const { number, complaint } = commitment;
      return complaint && !hasResolution(complaint)
        ? [
            `Nothing is proposed in ${number}. What did you put to them? followup resolve ${number} --remedy TEXT`,
          ]
        : remarksOnPassed(commitment, session.viewContext());
    }),
  }),
});

async function askMissingEstimate(call: Call, selection: Selection) {
  if (!call.isInteractive) return undefined;
  const commitments = selectCommitments(call.session.open('read'), selection);
  const [only] = commitments;
  const isWork = only !== undefined && KIND_TRAITS[only.kind].isWork !== 'never';
  return isWork && commitments.length === 1 && only.estimate === null ? askEstimate(call, only) : undefined;
}
