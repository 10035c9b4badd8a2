import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { asTitle } from '../base/text.ts';
import type { Client } from '../streams/client.ts';
import { type Commitment, counterpart, isAwaited, isOpen } from '../streams/commitment.ts';
import type { Change, CommitmentEvent, ContactRecorded, MessageFields } from '../streams/events.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { begin, type Decision, on, type Saying } from './decision.ts';
import { dateAfter } from './derived-dates.ts';
import { refuseAnotherClient, refuseDate } from './guards.ts';
import { type ClientMention, mentionClients, wakeKnown } from './mention-clients.ts';
import type { Situation } from './situation.ts';

export interface LogInput extends Saying {
  /** If left out, whoever hears about the commitment that the words are about. */
  readonly client?: ClientMention | KnownClient | undefined;
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly needsReply: boolean;
  /** They made a decision, which has to be confirmed in writing. */
  readonly decided?: true | undefined;
  /** When the answer is due, if not after the usual time. */
  readonly replyBy?: Moment | undefined;
  /** With these words came what I was waiting for. */
  readonly received?: true | undefined;
  /** What a reply or an awaiting that they open is about, if the words are too long to say it. */
  readonly title?: string | undefined;
  /** They only go with what another verb records of them, which says what they settle. */
  readonly isSettled?: true | undefined;
  /** The message in which they stand. */
  readonly message?: MessageFields | undefined;
  /** The name of the person who wrote them, if it was somebody at the client. */
  readonly person?: string | undefined;
}

/** A client that need not be found by a name, because it is known. */
type KnownClient = Pick<Client, 'uid' | 'name'>;

/**
 * Records a contact and what follows from it. An outgoing word about a commitment restarts its update clock,
 * and about a reply it is the answer. A word of theirs about an awaiting is the answer if I had asked for it.
 * Words that need an answer open a reply (mine to give) or an awaiting (theirs to give).
 */
export function decideLog(about: Commitment | null, input: LogInput, situation: Situation): Decision {
  const { client, direction, text, at, via, needsReply, decided, replyBy } = input;
  const no = refuseDate(replyBy, input, situation);
  if (no) return no;
  const said = client ? saidWith(client, about, input, situation) : saidAbout(about, at, situation);
  if (said instanceof Refusal) return said;
  const { uid } = said;
  const contact = situation.newId();
  const opened = needsReply || decided ? begin(opening(), situation) : null;
  const recorded: ContactRecorded = defined({
    type: 'ContactRecorded' as const,
    client: uid,
    direction,
    text,
    at,
    via,
    about: about?.uid,
    opened: opened?.uid,
    ...input.message,
  });
  return [
    ...said.changes,
    { stream: { kind: 'contact', uid: contact }, event: recorded },
    ...(about ? [on(about, word(about))] : []),
    ...(opened?.changes ?? []),
    // A title that is not their words leaves them to be said.
    ...(opened && input.title && direction === 'in'
      ? [on(opened, defined({ type: 'WordHeard' as const, text, contact, at, via }))]
      : []),
  ];

  function opening(): CommitmentEvent {
    const { replyWithin, chaseAfter } = situation.clockSettingsOf(uid);
    const title = asTitle(input.title || text);
    return direction === 'in'
      ? defined({
          type: 'ReplyOwed' as const,
          title,
          client: uid,
          due: replyBy ?? dateAfter(at, replyWithin, situation),
          contact,
          decided,
          person: input.person,
          at,
          via,
        })
      : defined({
          type: 'PromiseAwaited' as const,
          title,
          client: uid,
          who: uid,
          due: replyBy ?? dateAfter(at, chaseAfter, situation),
          contact,
          at,
          via,
        });
  }

  function word(commitment: Commitment): CommitmentEvent {
    const words = defined({ text, contact, at, via });
    if (direction === 'in') {
      const isIt =
        !input.isSettled && isAwaited(commitment) && (input.received || commitment.question !== null);
      return { type: isIt ? 'AwaitedReceived' : 'WordHeard', ...words };
    }
    return !input.isSettled && commitment.kind === 'reply' && isOpen(commitment)
      ? { type: 'ReplyGiven', ...words }
      : { type: 'UpdateGiven', ...words };
  }
}

/** Who the words were exchanged with, by uid, and what that changes about them. */
interface Addressee {
  readonly uid: string;
  readonly changes: readonly Change[];
}

function saidWith(
  client: ClientMention | KnownClient,
  about: Commitment | null,
  { at, direction }: LogInput,
  situation: Situation,
): Addressee | Refusal {
  const addressee = 'uid' in client ? known(client.uid, at, situation) : mentioned(client, at, situation);
  if (addressee instanceof Refusal || about === null) return addressee;
  const { uid } = addressee;
  const { number } = about;
  const other = refuseAnotherClient(
    about,
    { uid, name: client.name },
    `Leave out the client: followup ${direction === 'in' ? 'heard' : 'told'} --about ${number} "TEXT"; or leave out --about ${number}.`,
  );
  return other ?? addressee;
}

function mentioned(client: ClientMention, at: Instant, situation: Situation): Addressee | Refusal {
  const found = mentionClients([client], at, situation);
  if (found instanceof Refusal) return found;
  const [uid = ''] = found.uids;
  return { uid, changes: found.changes };
}

function known(uid: string, at: Instant, situation: Situation): Addressee {
  return { uid, changes: wakeKnown(uid, at, situation) };
}

function saidAbout(about: Commitment | null, at: Instant, situation: Situation): Addressee | Refusal {
  const uid = about && counterpart(about);
  if (uid === null) {
    const why = about ? `${about.number} is for no client.` : 'Who was it with?';
    return refuse('client-missing', why, 'Name the client first.');
  }
  return known(uid, at, situation);
}
