import { decideAnswer } from '../../domain/decisions/answer.ts';
import { textAfterIds } from '../run/arguments/argument.ts';
import { AT, ID, VIA } from '../run/arguments/shared-options.ts';
import { textOrAsk } from '../run/prompts/ask.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const answer = verbOnCommitments({
  name: 'answer',
  summary: 'answer what they asked, which is then done',
  details: 'The same as told --about ID. For a word in between, use update: the answer is still owed.',
  arguments: { id: ID, text: textAfterIds('[text...]', 'what you answered; - reads it from standard input') },
  options: { via: VIA, at: AT },
  examples: [['answer 6 "on Thursday, before noon" --via email', 'kept as your word to them']],
  decide: decideAnswer,
  parse: async (call, { saying }) => ({
    ...saying,
    text: await textOrAsk(call, call.args.text, 'What did you answer?'),
  }),
});
