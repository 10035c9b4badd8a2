import { selectCommitments } from '../../app/select.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { decideAnswer } from '../../domain/decisions/answer.ts';
import { refuseTransition } from '../../domain/streams/transitions.ts';
import { textAfterIds } from '../run/arguments/argument.ts';
import { anyWords, each } from '../run/arguments/option.ts';
import { AT, ID, MAIL, VIA } from '../run/arguments/shared-options.ts';
import { textOrAsk } from '../run/prompts/ask.ts';
import { askWhatIsOpen, recallTheirWords } from '../run/prompts/what-is-open.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const answer = verbOnCommitments({
  name: 'answer',
  summary: 'answer what they asked, which is then done',
  details: 'The same as told --about ID. For a word in between, use update: the answer is still owed.',
  arguments: { id: ID, text: textAfterIds('[text...]', 'what you answered; - reads it from standard input') },
  options: {
    via: VIA,
    at: AT,
    mail: MAIL,
    still: each(
      '--still',
      anyWords('text', 'words'),
      'what they asked too and is still open: a reply of its own, with a new clock',
    ),
  },
  examples: [
    ['answer 6 "on Thursday, before noon" --via email', 'kept as your word to them'],
    ['answer 6 "on Thursday" --still "who comes with us?"', 'and what is not answered yet stays owed'],
  ],
  decide: decideAnswer,
  speaker: () => 'me',
  keepsMessage: true,
  parse: async (call, { saying, mailed, selection }) => {
    if (call.options.still.length > 0 && selection !== 'last' && selection.length > 1) {
      throw new Refusal(
        'still-of-several',
        '--still is what one reply leaves open, and these are several.',
        `Answer them one by one: followup answer ${selection[0]} TEXT --still TEXT`,
        'usage',
      );
    }
    if (mailed && call.args.text !== '') {
      throw new Refusal(
        'message-says-it',
        'The message is the answer, and so are the words.',
        'Leave out either.',
        'usage',
      );
    }
    const [reply, ...others] = call.isInteractive
      ? selectCommitments(call.session.open('read'), selection)
      : [];
    // Without a terminal nothing is asked, and what is no open reply is refused.
    const isAsked = reply !== undefined && others.length === 0 && refuseTransition('answer', reply) === null;
    const theirs = isAsked ? await recallTheirWords(call, reply) : [];
    const said = mailed
      ? { ...saying, text: mailed.text, message: mailed.fields }
      : { ...saying, text: await textOrAsk(call, call.args.text, 'What did you answer?') };
    const still = call.options.still.length > 0 ? call.options.still : await askWhatIsOpen(call, theirs);
    return { ...said, still };
  },
});
