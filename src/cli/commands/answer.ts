import { Refusal } from '../../domain/base/refusal.ts';
import { decideAnswer } from '../../domain/decisions/answer.ts';
import { textAfterIds } from '../run/arguments/argument.ts';
import { AT, ID, MAIL, VIA } from '../run/arguments/shared-options.ts';
import { textOrAsk } from '../run/prompts/ask.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const answer = verbOnCommitments({
  name: 'answer',
  summary: 'answer what they asked, which is then done',
  details: 'The same as told --about ID. For a word in between, use update: the answer is still owed.',
  arguments: { id: ID, text: textAfterIds('[text...]', 'what you answered; - reads it from standard input') },
  options: { via: VIA, at: AT, mail: MAIL },
  examples: [['answer 6 "on Thursday, before noon" --via email', 'kept as your word to them']],
  decide: decideAnswer,
  speaker: () => 'me',
  keepsMessage: true,
  parse: async (call, { saying, mailed }) => {
    if (mailed && call.args.text !== '') {
      throw new Refusal(
        'message-says-it',
        'The message is the answer, and so are the words.',
        'Leave out either.',
        'usage',
      );
    }
    return mailed
      ? { ...saying, text: mailed.text, message: mailed.fields }
      : { ...saying, text: await textOrAsk(call, call.args.text, 'What did you answer?') };
  },
});
