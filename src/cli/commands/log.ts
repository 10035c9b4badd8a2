import type { Outcome } from '../../app/execute.ts';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { decideLog, type LogInput } from '../../domain/decisions/log.ts';
import { contactJson } from '../../views/json/contact.ts';
import { plainContact } from '../../views/plain/contact.ts';
import { describeCommitment } from '../../views/terminal/commitment.ts';
import { describeContact, showJoined } from '../../views/terminal/contact.ts';
import { showDaysOff } from '../../views/terminal/days-off.ts';
import { remarksIfItCame } from '../../views/words/next-steps.ts';
import { everyWord, word } from '../run/arguments/argument.ts';
import type { DatePhrase } from '../run/arguments/date-phrase.ts';
import { commitment, date, flag } from '../run/arguments/option.ts';
import { AT, NEW_CLIENT, NEXT, TOPIC, VIA } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import { checkReplyBy } from '../run/check-reply-by.ts';
import { saidAbout, saidTo } from '../run/date-context.ts';
import type { CallOf } from '../run/declare-command.ts';
import { textOrAsk } from '../run/prompts/ask.ts';
import { readContactWords } from '../run/prompts/contact-words.ts';
import { topicOf } from '../run/prompts/topic.ts';
import { askWhetherItCame } from '../run/prompts/whether-it-came.ts';
import type { Screen } from '../run/screen.ts';
import { sayNewClients } from '../run/show-write.ts';
import { type Start, verbThatStarts } from '../run/write-verb.ts';

/** The arguments of `told`, `heard` and `log`. */
export const CONTACT_ARGUMENTS = {
  client: word(
    '[client]',
    'who said it, or who it was said to; not needed with --about; if left out, choose from a list',
    'clients',
    // With --about it may be the first of the words.
    'words',
  ),
  text: everyWord('[text...]', 'the words; - reads them from standard input'),
};
export const CONTACT_OPTIONS = {
  via: VIA,
  at: AT,
  about: commitment('-a, --about', 'the commitment that it was about'),
  needsReply: flag('--needs-reply', 'it has to be answered'),
  by: date('-b, --by', 'by when, with --needs-reply'),
  newClient: NEW_CLIENT,
};

/** The options that only words of mine, or only words of theirs, have. */
interface MoreOptions {
  readonly next?: DatePhrase | undefined;
  readonly topic?: string | true | undefined;
}

type ContactCall = CallOf<typeof CONTACT_ARGUMENTS, typeof CONTACT_OPTIONS>;

export const log = verbThatStarts({
  name: 'log',
  summary: 'record what they said (--in) or you said (--out); short forms: heard, told',
  arguments: CONTACT_ARGUMENTS,
  options: {
    in: flag('--in', 'they said it'),
    out: flag('--out', 'you said it'),
    ...CONTACT_OPTIONS,
    next: NEXT,
    topic: TOPIC,
  },
  examples: [
    ['log Joe "wants the figures by region" --in --via phone', 'the same as heard'],
    ['log Joe "figures are on their way" --out --about 3', 'the same as told'],
  ],
  decide: decideLog,
  parse: (call) => readContact(call, directionOf(call.options), call.options),
  show: showContact,
});

/**
 * Reads a contact in one direction. Its dates are read in the client's order, whatever it was about. Throws a
 * Refusal.
 */
export async function readContact(
  call: ContactCall,
  direction: 'in' | 'out',
  more: MoreOptions,
): Promise<Start<LogInput>> {
  const { about, needsReply, by } = call.options;
  const {
    client,
    words,
    about: commitment,
  } = await readContactWords(call, call.args.client, call.args.text, about);
  checkReplyBy(call.options);
  const { saying, dates } = await (commitment && !client
    ? saidAbout(call, [commitment.number])
    : saidTo(call, client));
  const replyBy = await by?.read(dates);
  const question = direction === 'in' ? 'What did they say?' : 'What did you say?';
  const text = await textOrAsk(call, words, question);
  const topic = await topicOf(call, more.topic);
  if (topic !== undefined && !(direction === 'in' && needsReply)) {
    throw new Refusal(
      'option-unused',
      '--topic is for what they want answered.',
      'Add --needs-reply, or leave it out.',
      'usage',
    );
  }
  const received = direction === 'in' && (await askWhetherItCame(call, commitment));
  return {
    input: {
      ...saying,
      client,
      direction,
      text,
      needsReply,
      replyBy,
      next: await more.next?.read(dates),
      topic,
      received: received || undefined,
    },
    dates,
    about,
  };
}

/** Shows a new contact, and what it opened or settled. */
export function showContact({ contacts, commitments, changes }: Outcome, { session }: Call): Screen {
  const view = session.viewContext();
  return {
    isEcho: true,
    hints: contacts.some(({ direction }) => direction === 'in')
      ? commitments.flatMap((commitment) => remarksIfItCame(commitment, view))
      : [],
    json: () => contacts.map((contact) => contactJson(contact, view))[0],
    plain: () => contacts.map((contact) => plainContact(contact, view)),
    text: () =>
      [
        ...contacts.flatMap((contact) => [...describeContact(contact, view), ...showJoined(contact, view)]),
        ...commitments.flatMap((commitment) => describeCommitment(commitment, view)),
        ...showDaysOff(changes, view),
        ...sayNewClients(changes, view),
      ].join('\n'),
  };
}

function directionOf(options: { readonly in: boolean; readonly out: boolean }): 'in' | 'out' {
  if (options.in === options.out) {
    throw refuse(
      'direction-missing',
      'Did they say it, or did you?',
      'Add --in or --out; or use followup heard, followup told.',
    );
  }
  return options.in ? 'in' : 'out';
}
