import { decideCounter } from '../../domain/decisions/counter.ts';
import { dateWords } from '../run/arguments/argument.ts';
import { AT, BECAUSE, ID, MAIL, VIA } from '../run/arguments/shared-options.ts';
import { reasonOrAsk } from '../run/prompts/ask.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const counter = verbOnCommitments({
  name: 'counter',
  summary: 'record that they want another date, and why',
  arguments: { id: ID, date: dateWords('[date...]', 'the date that they want, if they named one') },
  options: { because: BECAUSE, via: VIA, at: AT, mail: MAIL },
  examples: [
    ['counter 3 thursday 3pm --because "board meeting on Friday"', 'the hidden constraint is kept'],
    ['counter 3 --because "the auditor is away"', 'they named no date'],
    ['counter 3 friday --because none', 'they gave no reason'],
  ],
  decide: decideCounter,
  parse: async (call, { saying, dates, mailed }) => ({
    ...saying,
    date: await call.args.date?.read(dates),
    because:
      // Where their message is the word, it says why.
      mailed && call.options.because === undefined
        ? mailed.text
        : await reasonOrAsk(
            call,
            call.options.because,
            'Why does the date not suit them? (none: they gave no reason)',
          ),
  }),
});
