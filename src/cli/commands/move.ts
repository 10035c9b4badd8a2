import type { Outcome } from '../../app/execute.ts';
import { selectCommitments } from '../../app/select.ts';
import { decideMove } from '../../domain/decisions/move.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import type { ViewContext } from '../../views/view-context.ts';
import { sayDate } from '../../views/words/time.ts';
import { dateWords } from '../run/arguments/argument.ts';
import { commitment } from '../run/arguments/option.ts';
import { AT, BECAUSE, ID, IN_WRITING, VIA } from '../run/arguments/shared-options.ts';
import { askDate, reasonOrAsk } from '../run/prompts/ask.ts';
import { showWrite } from '../run/show-write.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

/** That another date had been offered to them than the one that it was moved to. */
function remarkOnOffer(
  { uid, number, offer }: Commitment,
  { commitments }: Outcome,
  view: ViewContext,
): string[] {
  const due = commitments.find((each) => each.uid === uid)?.due;
  if (!offer || !due || offer.date.at === due.at) return [];
  return [
    `You had offered ${sayDate(offer.date, view)}. If that is what they said yes to: followup undo, then followup agree ${number}`,
  ];
}

export const move = verbOnCommitments({
  name: 'move',
  summary: 'change a date that was settled',
  details:
    'With --late, something of theirs that it waits for was late: without a date it moves to one that you can keep, by the working days lost at least, and the reason is written from the record.',
  arguments: { id: ID, date: dateWords('[date...]', 'the new date; computed with --late, if left out') },
  options: {
    late: commitment('--late', 'what they owed and was late'),
    because: BECAUSE,
    inWriting: IN_WRITING,
    via: VIA,
    at: AT,
  },
  examples: [
    ['move 3 "16 mar" --because "parts are late" --via email', 'the old date stays in the history'],
    ['move 6 --late 7', 'what they owed came late: a date that you can keep, and why, from the record'],
  ],
  decide: decideMove,
  show: (outcome, { session, options }, many) => {
    const view = session.viewContext();
    return {
      ...showWrite(outcome, session, { many }),
      hints: options.late ? outcome.before.flatMap((before) => remarkOnOffer(before, outcome, view)) : [],
    };
  },
  parse: async (call, { saying, dates }) => {
    const { late, because, inWriting } = call.options;
    const date = await call.args.date?.read(dates);
    if (late) {
      const [awaiting] = selectCommitments(call.session.open('read'), late);
      return {
        ...saying,
        date,
        because: because && (await call.text(because)),
        late: awaiting?.uid,
        inWriting,
      };
    }
    return {
      ...saying,
      date: date ?? (await askDate(call, 'What is the new date?', dates)),
      because: await reasonOrAsk(call, because, 'Why does the date move?'),
      inWriting,
    };
  },
});
