import {
  type Answers,
  type TakeInOptions,
  understandMessage,
  type Word,
} from '../../../app/take-in-message.ts';
import { refuse } from '../../../domain/base/refusal.ts';
import type { UnknownCorrespondent } from '../../../domain/mail/correspondent.ts';
import { type MailMessage, saidAt } from '../../../domain/mail/message.ts';
import { likelyClients, personBehind } from '../../../domain/mail/refuse-unknown.ts';
import { type Commitment, counterpart } from '../../../domain/streams/commitment.ts';
import { sayCorrespondent } from '../../../views/words/mail.ts';
import type { DatePhrase } from '../arguments/date-phrase.ts';
import type { Call } from '../call.ts';
import { ask, askWhether } from './ask.ts';
import { readName } from './mention-client.ts';
import { askWhetherItCame } from './whether-it-came.ts';

/**
 * What a person has to say about a message: in a terminal it is asked whose it is, what it is about, and whether what I wait for
 * came with it. Elsewhere only the date is read by which it has to be answered. Throws a Refusal.
 */
export async function askAboutMessage(
  call: Call,
  message: MailMessage,
  options: TakeInOptions,
  replyBy: DatePhrase | undefined,
): Promise<Answers> {
  const { session } = call;
  const word = understandMessage(session.open('read'), message, options);
  if (word.kind !== 'word') return {};
  if (word.draft) {
    return word.draft.hasDates(message.text)
      ? {}
      : { keepsDates: await askWhether(call, askAboutDate(message), false) };
  }
  const about = await askWhich(call, message, word);
  const { correspondent } = word;
  const whose =
    'client' in correspondent || (options.about && about && counterpart(about))
      ? {}
      : await askWhose(call, message, correspondent);
  const uid = 'client' in correspondent ? correspondent.client.uid : null;
  const { at } = saidAt(message, session.now);
  return {
    ...whose,
    about,
    received: word.direction === 'in' && (await askWhetherItCame(call, about)) ? true : undefined,
    // The words name days from the time at which the message was sent.
    replyBy: await replyBy?.read({ ...session.datesFor(uid), now: at, typedAt: session.now }),
  };
}

function askAboutDate({ subject }: MailMessage): string {
  return `"${subject}" no longer has the date of its draft. Does it offer or confirm that date all the same?`;
}

/** Which of the commitments that a message refers to it is about; undefined if that is clear or nobody can say. */
async function askWhich(
  call: Call,
  message: MailMessage,
  { about }: Word,
): Promise<Commitment | null | undefined> {
  const [only, ...more] = about;
  if (more.length === 0) return only;
  if (!call.isInteractive) return undefined;
  const prompts = await call.session.prompts();
  return prompts.chooseFromList<Commitment | null>(`What is "${message.subject}" about?`, [
    ...about.map((each) => ({ name: `${each.number} ${each.title}`, value: each })),
    { name: 'none of them in particular', value: null },
  ]);
}

const NEW = Symbol('a new client');

async function askWhose(call: Call, message: MailMessage, unknown: UnknownCorrespondent): Promise<Answers> {
  const { mailbox } = unknown;
  if (mailbox === null || !call.isInteractive) return {};
  const { readClients } = await import('../../../store/queries.ts');
  const clients = readClients(call.session.open('read').db);
  const likely = likelyClients(unknown, clients);
  const others = clients.filter((client) => client.retiredAt === null && !likely.includes(client));
  const prompts = await call.session.prompts();
  const chosen = await prompts.chooseFromList<(typeof clients)[number] | typeof NEW | null>(
    `Which client is ${sayCorrespondent(mailbox)} with?`,
    [
      ...[...likely, ...others].map((client) => ({ name: client.name, value: client })),
      { name: 'a new client', value: NEW },
      { name: 'none: leave this message out', value: null },
    ],
  );
  if (chosen === null) throw refuse('left-out', `"${message.subject}" was left out`);
  const client =
    chosen === NEW
      ? { name: readName((await ask(call, 'What is the client called?')) ?? ''), isNew: true }
      : { name: chosen.name, isNew: false };
  const person = personBehind(mailbox, chosen === NEW ? null : chosen);
  const isRemembered = await askWhether(
    call,
    `Remember ${mailbox.address} as ${person.name} at ${client.name}?`,
  );
  return { client, person: isRemembered ? person : undefined };
}
