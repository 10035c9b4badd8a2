import { type Selection, selectCommitments } from '../../app/select.ts';
import { decideCounter } from '../../domain/decisions/counter.ts';
import { countersPrice } from '../../domain/streams/transitions.ts';
import { dateWords } from '../run/arguments/argument.ts';
import { AT, BECAUSE, ID, MAIL, VIA } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import { reasonOrAsk } from '../run/prompts/ask.ts';
import { showWrite } from '../run/show-write.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const counter = verbOnCommitments({
  name: 'counter',
  summary: 'record their no to a date, a price or a resolution, and why',
  details:
    'Their reason is the constraint to know. A no is to what was put to them last: a date, or the price of extra work, which stays without a price until you name another; or the resolution of a complaint, which is worked out once more.',
  arguments: { id: ID, date: dateWords('[date...]', 'the date that they want, if they named one') },
  options: { because: BECAUSE, via: VIA, at: AT, mail: MAIL },
  examples: [
    ['counter 3 thursday 3pm --because "board meeting on Friday"', 'the hidden constraint is kept'],
    ['counter 3 --because "the auditor is away"', 'they named no date'],
    ['counter 3 friday --because none', 'they gave no reason'],
    ['counter 6 --because "over what Dana may sign"', 'too dear: 6 needs another price, or is given'],
  ],
  decide: decideCounter,
  show: (outcome, call, many) => ({
    ...showWrite(outcome, call.session, { many }),
    hints: outcome.commitments.flatMap(({ kind, number }) =>
      kind === 'complaint'
        ? [`What was proposed is refused with it. Propose what they may approve: followup resolve ${number}`]
        : [],
    ),
  }),
  parse: async (call, { selection, saying, dates, mailed }) => ({
    ...saying,
    date: await call.args.date?.read(dates),
    because:
      // Where their message is the word, it says why.
      mailed && call.options.because === undefined
        ? mailed.text
        : await reasonOrAsk(
            call,
            call.options.because,
            `Why does the ${whatIsCountered(call, selection)} not suit them? (none: they gave no reason)`,
          ),
  }),
});

/** What they say no to: what was put to them last. */
function whatIsCountered({ session, isInteractive }: Call, selection: Selection): string {
  if (!isInteractive) return 'date';
  const countered = selectCommitments(session.open('read'), selection);
  if (countered.some(({ kind }) => kind === 'complaint')) return 'resolution';
  return countered.some(countersPrice) ? 'price' : 'date';
}
