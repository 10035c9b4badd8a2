import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { asTitle } from '../base/text.ts';
import { type Commitment, hasUpdateClock, isAwaited, isOpen } from '../streams/commitment.ts';
import type { CommitmentEvent, ContactRecorded, MessageFields } from '../streams/events.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import type { Moment } from '../time/moment.ts';
import { findAddressee, type KnownClient } from './addressee.ts';
import { begin, type Decision, on, type Saying } from './decision.ts';
import { dateAfter } from './derived-dates.ts';
import { refuseDate } from './guards.ts';
import type { ClientMention } from './mention-clients.ts';
import { answerTo, dueByFirst, orderOfReply, refuseForJoined, replyDue, replyToJoin } from './reply.ts';
import type { Situation } from './situation.ts';
import { keepTalk, refuseAboutTalk } from './talk.ts';

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
  /** When they hear next about the commitment that my words are about. */
  readonly next?: Moment | undefined;
  /** What a reply that they open came from. */
  readonly topic?: string | undefined;
  /** With these words came what I was waiting for. */
  readonly received?: true | undefined;
  /** What a reply or an awaiting that they open is about, if the words are too long to say it. */
  readonly title?: string | undefined;
  /** The uid that the contact gets, if it has one already. */
  readonly contact?: string | undefined;
  /** The uid of a reply that opens with these words of mine, because they left it open. */
  readonly leavesOpen?: string | undefined;
  /** They only go with what another verb records of them, which says what they settle. */
  readonly isSettled?: true | undefined;
  /** The message in which they stand. */
  readonly message?: MessageFields | undefined;
  /** The name of the person who wrote them, if it was somebody at the client. */
  readonly person?: string | undefined;
}

/**
 * Records a contact and what follows from it. An outgoing word about a commitment restarts its update clock,
 * and about a reply it is the answer. A word of theirs about an awaiting is the answer if I had asked for it.
 * Words that need an answer open a reply (mine to give) or an awaiting (theirs to give); those about what they
 * wait for already join the reply that is open, whose clock runs from the first.
 */
export function decideLog(about: Commitment | null, input: LogInput, situation: Situation): Decision {
  const { client, direction, text, at, via, needsReply, decided, replyBy, next } = input;
  const no =
    refuseDate(replyBy, input, situation) ??
    refuseDate(next, input, situation) ??
    refuseNext(about, input) ??
    (about &&
      refuseAboutTalk(
        about,
        (complaint) => `followup ${direction === 'in' ? 'heard' : 'told'} --about ${complaint} TEXT`,
        situation,
      ));
  if (no) return no;
  const said = findAddressee(
    client,
    about,
    at,
    situation,
    ({ number }) =>
      `Leave out the client: followup ${direction === 'in' ? 'heard' : 'told'} --about ${number} "TEXT"; or leave out --about ${number}.`,
  );
  if (said instanceof Refusal) return said;
  const { uid } = said;
  const joined = direction === 'in' ? replyToJoin(about, uid, input, situation) : null;
  const notTheirs = joined && refuseForJoined(joined, input, situation);
  if (notTheirs) return notTheirs;
  const contact = input.contact ?? situation.newId();
  const opened = (needsReply || decided) && !joined ? begin(opening(), situation) : null;
  const recorded: ContactRecorded = defined({
    type: 'ContactRecorded' as const,
    client: uid,
    direction,
    text,
    at,
    via,
    about: about?.uid,
    opened: opened?.uid ?? input.leavesOpen,
    joined: joined?.uid,
    ...input.message,
  });
  return [
    ...said.changes,
    { stream: { kind: 'contact', uid: contact }, event: recorded },
    ...(about ? [on(about, word(about))] : []),
    ...(joined && joined.uid !== about?.uid ? [on(joined, heardBy(joined))] : []),
    ...(about && direction === 'out' ? keepTalk(about, input, next, situation) : []),
    ...(opened?.changes ?? []),
    // A title that is not their words leaves them to be said.
    ...(opened && input.title && direction === 'in' ? [on(opened, heardBy(null))] : []),
  ];

  function opening(): CommitmentEvent {
    const { chaseAfter } = situation.clockSettingsOf(uid);
    const title = asTitle(input.title || text);
    return direction === 'in'
      ? defined({
          type: 'ReplyOwed' as const,
          title,
          client: uid,
          due: replyBy ?? replyDue(uid, input, situation),
          contact,
          decided,
          person: input.person,
          topic: input.topic,
          order: orderOfReply(about, input, situation),
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

  function heardBy(commitment: Commitment | null): CommitmentEvent {
    const due = commitment !== null && commitment.uid === joined?.uid && needsReply;
    return defined({
      type: 'WordHeard' as const,
      text,
      contact,
      due: due ? dueByFirst(commitment, input, situation) : undefined,
      at,
      via,
    });
  }

  function word(commitment: Commitment): CommitmentEvent {
    const words = defined({ text, contact, at, via });
    if (direction === 'in') {
      const isIt =
        !input.isSettled && isAwaited(commitment) && (input.received || commitment.question !== null);
      return isIt ? { type: 'AwaitedReceived', ...words } : heardBy(commitment);
    }
    return !input.isSettled && commitment.kind === 'reply' && isOpen(commitment)
      ? answerTo(commitment, words)
      : { type: 'UpdateGiven', ...words, ...(next && hasUpdateClock(commitment) && { next }) };
  }
}

/** Refuses a next word where none is owed; otherwise null. */
function refuseNext(about: Commitment | null, { next, direction }: LogInput): Refusal | null {
  if (!next) return null;
  if (about && direction === 'out' && (hasUpdateClock(about) || about.kind === 'complaint')) return null;
  return refuse(
    'no-updates-owed',
    about
      ? `No updates are owed on ${about.number}: it is ${KIND_TRAITS[about.kind].withArticle}.`
      : 'A next word is owed about a commitment.',
    about ? `To see it again later: followup snooze ${about.number} WHEN` : 'Name it: --about ID',
  );
}
