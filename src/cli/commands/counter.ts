import { decideCounter } from '../../domain/decisions/counter.ts';
import { AT, BECAUSE, ID, VIA } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';

export const counter = onCommitments({
  name: 'counter',
  summary: 'record that they want another date, and why',
  arguments: [ID, ['[date...]', 'the date that they want, if they named one']],
  options: [BECAUSE, VIA, AT],
  examples: [
    ['counter 3 thursday 3pm --because "board meeting on Friday"', 'the hidden constraint is kept'],
    ['counter 3 --because "the auditor is away"', 'they named no date'],
  ],
  decide: decideCounter,
  parse: async (call) => ({
    ...(await call.saying()),
    date: await call.dateOf(1),
    because: await call.because('Why does the date not suit them?'),
  }),
});
