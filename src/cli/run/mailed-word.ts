import {
  type MailedWord,
  refuseUnknownWord,
  requestMadeOf,
  understandMailedWord,
} from '../../app/mailed-word.ts';
import { type Selection, selectCommitments } from '../../app/select.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { saidAt } from '../../domain/mail/message.ts';
import { type Commitment, counterpart } from '../../domain/streams/commitment.ts';
import { placedRefusal, sayInstead } from '../../views/words/mail.ts';
import type { Call } from './call.ts';
import { type FoundMessage, findMessages, readMessage } from './read-mail.ts';

/** The message that is the word of a line, with remarks on it. */
export interface ReadWord extends MailedWord {
  readonly remarks: readonly string[];
}

/**
 * The message that a line gives as its word (`--mail`); null if it gives none. It says itself when and how it was said. Throws
 * a Refusal.
 */
export async function readMailedWord(call: Call): Promise<ReadWord | null> {
  const { mail, at, asked, via } = call.saidWith;
  if (mail === undefined) return null;
  if (at ?? asked) throw refuseBeside(at ? '--at' : '--asked', 'when it was written');
  if (via !== undefined && via !== 'email') throw refuseBeside(`--via ${via}`, 'that it came by email');
  const { session } = call;
  const message = await readMessage(await findOne(call, mail)).catch((error: unknown) => {
    throw error instanceof Refusal ? placedRefusal({ place: mail, refusal: error }) : error;
  });
  const word = understandMailedWord(session.open('read'), message, session.settings.value('me.email'));
  const { instead } = saidAt(message, session.now);
  return { ...word, remarks: instead ? [sayInstead(message.subject, instead)] : [] };
}

/**
 * The message in which a client asked for something new. Throws a Refusal if it is mine, from somebody unknown where the line does
 * not name the client, or if its own request was recorded before.
 */
export async function readMailedRequest(
  call: Call,
  { isClientNamed, isTitled }: { readonly isClientNamed: boolean; readonly isTitled: boolean },
): Promise<ReadWord | null> {
  const word = await readMailedWord(call);
  const known = word && !isTitled ? requestMadeOf(call.session.open('read'), word) : null;
  if (known) {
    throw refuse(
      'message-recorded',
      `The message was recorded before: as ${known.number} ${known.title}.`,
      `If it asks for something else too: followup add WHAT --mail ${quoteForShell(call.saidWith.mail ?? '-')}`,
    );
  }
  if (word?.direction === 'out') {
    throw refuse(
      'message-is-mine',
      'The message is from you, but a request is what they asked for.',
      'What you promised in it: followup promise WHAT --to CLIENT --by DATE',
    );
  }
  if (word && !isClientNamed && !call.isInteractive) {
    const { session } = call;
    refuseUnknownWord(session.open('read'), word, session.settings.value('me.email'));
  }
  return word;
}

/** Whose words a verb records about a commitment. */
export type Speaker = (commitment: Commitment) => 'they' | 'me' | 'either';

/**
 * Throws a Refusal if a message was written by the side whose words the verb does not record, or by somebody unknown about
 * something that is for nobody.
 */
export function checkWord(call: Call, word: MailedWord, selection: Selection, speaker: Speaker): void {
  const { session } = call;
  for (const commitment of knownCommitments(call, selection)) {
    refuseOtherSpeaker(call, word, commitment, speaker(commitment));
    if (counterpart(commitment) === null) {
      refuseUnknownWord(session.open('read'), word, session.settings.value('me.email'));
    }
  }
}

/** The selected commitments; none if one does not exist, which the decision refuses. */
function knownCommitments({ session }: Call, selection: Selection): readonly Commitment[] {
  try {
    return selectCommitments(session.open('read'), selection);
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'missing') return [];
    throw error;
  }
}

function refuseOtherSpeaker(
  call: Call,
  { direction, message }: MailedWord,
  { number }: Commitment,
  speaker: ReturnType<Speaker>,
): void {
  const isMine = direction === 'out';
  if (speaker === 'either' || (speaker === 'me') === isMine) return;
  const file = quoteForShell(call.saidWith.mail ?? '-');
  throw refuse(
    isMine ? 'message-is-mine' : 'message-is-theirs',
    `The message is from ${isMine ? 'you' : message.from.address}, but here ${call.verb} records what ${speaker === 'me' ? 'you' : 'they'} said.`,
    `Nothing was recorded. As ${isMine ? 'your' : 'their'} word about ${number}: followup mail ${file} --about ${number}`,
  );
}

async function findOne({ session }: Call, path: string): Promise<FoundMessage> {
  let only: FoundMessage | null = null;
  for await (const found of findMessages(session, [path])) {
    if (only) {
      throw new Refusal(
        'several-messages',
        `There are several messages in ${path}, and --mail takes one.`,
        `To take in all of them: followup mail ${quoteForShell(path)}`,
        'usage',
      );
    }
    only = found;
  }
  if (!only) throw refuse('no-message', `There is no message in ${path}.`, 'Nothing was recorded.');
  if (only.head instanceof Refusal) throw placedRefusal({ place: only.place, refusal: only.head });
  return only;
}

function refuseBeside(option: string, what: string): Refusal {
  return new Refusal(
    'message-says-it',
    `The message says ${what}, and so does ${option}.`,
    `Leave out ${option}.`,
    'usage',
  );
}
