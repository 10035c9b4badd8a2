import { selectCommitments } from '../../app/select.ts';
import { decideMove } from '../../domain/decisions/move.ts';
import { dateWords } from '../run/arguments/argument.ts';
import { commitment } from '../run/arguments/option.ts';
import { AT, BECAUSE, ID, IN_WRITING, VIA } from '../run/arguments/shared-options.ts';
import { askDate, reasonOrAsk } from '../run/prompts/ask.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

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
