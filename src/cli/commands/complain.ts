import { decideComplain } from '../../domain/decisions/complain.ts';
import { everyWord, word } from '../run/arguments/argument.ts';
import { commitment, date, text } from '../run/arguments/option.ts';
import { AT, NEW_CLIENT, NEXT, TOPIC, VIA } from '../run/arguments/shared-options.ts';
import { saidAbout, saidTo } from '../run/date-context.ts';
import { askDate, textOrAsk } from '../run/prompts/ask.ts';
import { readContactWords } from '../run/prompts/contact-words.ts';
import { topicOf } from '../run/prompts/topic.ts';
import { showWrite } from '../run/show-write.ts';
import { verbThatStarts } from '../run/write-verb.ts';

export const complain = verbThatStarts({
  name: 'complain',
  summary: 'record that something went wrong, in their words',
  details:
    'When you speak again (--next) is compulsory, and a promise. Any word to them about it keeps that promise, and may make the next one. Then: followup resolve ID',
  arguments: {
    client: word(
      '[client]',
      'who complained; not needed with --about; if left out, choose from a list',
      'clients',
      'words',
    ),
    what: everyWord('[what...]', 'what they said, as they said it; - reads it from standard input'),
  },
  options: {
    next: NEXT,
    about: commitment('-a, --about', 'the commitment in which it went wrong'),
    affected: text('--affected', 'who suffers from it', 'text'),
    neededBy: date('--needed-by', 'when they need it put right'),
    topic: TOPIC,
    via: VIA,
    at: AT,
    newClient: NEW_CLIENT,
  },
  examples: [
    [
      'complain joe "the totals are wrong again" --about 3 --next "today 4pm" --via phone',
      'their words first, and when you speak again',
    ],
    [
      'complain joe "no payroll" --affected "40 employees" --needed-by friday --next tomorrow',
      'with who suffers from it, and until when',
    ],
  ],
  decide: decideComplain,
  parse: async (call) => {
    const { args, options } = call;
    const { client, words, about } = await readContactWords(call, args.client, args.what, options.about);
    const { saying, dates } = await (about && !client
      ? saidAbout(call, [about.number])
      : saidTo(call, client));
    const said = await textOrAsk(call, words, 'What did they say? In their words.');
    return {
      dates,
      about: options.about,
      input: {
        ...saying,
        client,
        text: said,
        next:
          (await options.next?.read(dates)) ??
          (await askDate(call, 'When do you speak to them again?', dates)),
        affected: options.affected,
        neededBy: await options.neededBy?.read(dates),
        topic: await topicOf(call, options.topic),
      },
    };
  },
  show: (outcome, { session }) => {
    // What it is about is shown with it, and so is the promise to speak again.
    const complaints = outcome.commitments.filter(({ kind }) => kind === 'complaint');
    return showWrite({ ...outcome, commitments: complaints.slice(-1) }, session);
  },
});
