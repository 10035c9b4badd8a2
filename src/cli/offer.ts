import { decideOffer } from '../domain/decisions/offer.ts';
import { AT, BECAUSE, ID, VIA } from './options.ts';
import { onCommitments } from './write-verb.ts';

export const offer = onCommitments({
  name: 'offer',
  summary: 'propose a delivery date',
  arguments: [ID, ['[date...]', 'the date: "friday 5pm", "in 3 working days", 2026-03-12']],
  options: [BECAUSE, VIA, AT],
  examples: [
    ['offer 3 friday 5pm', 'they have not answered yet: it is their move'],
    ['offer 3 "12 mar" --because "the audit comes first" --via email', 'with the reason, in writing'],
  ],
  decide: decideOffer,
  parse: async (call) => ({
    ...(await call.saying()),
    date: await call.dateOf(1),
    because: call.option('because'),
  }),
});
