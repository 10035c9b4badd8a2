import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { type Commitment, counterpart, isOpen } from '../streams/commitment.ts';
import type { CommitmentEvent, ContactRecorded } from '../streams/events.ts';
import type { Moment } from '../time/moment.ts';
import { begin, type Decision, on, type Saying } from './decision.ts';
import { dateAfter } from './derived-dates.ts';
import { refuseDate } from './guards.ts';
import { type ClientMention, mentionClients } from './mention-clients.ts';
import type { Situation } from './situation.ts';

export interface LogInput extends Saying {
  readonly client: ClientMention;
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly needsReply: boolean;
  /** They made a decision, which has to be confirmed in writing. */
  readonly decided?: true | undefined;
  /** When the answer is due, if not after the usual time. */
  readonly replyBy?: Moment | undefined;
}

/**
 * Records a contact and what follows from it. An outgoing word about a commitment restarts its update clock,
 * and about a reply it is the answer. Words that need an answer open a reply (mine to give) or an awaiting
 * (theirs to give).
 */
export function decideLog(about: Commitment | null, input: LogInput, situation: Situation): Decision {
  const { client, direction, text, at, via, needsReply, decided, replyBy } = input;
  const no = refuseDate(replyBy, input, situation);
  if (no) return no;
  const mentioned = mentionClients([client], at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const [uid = ''] = mentioned.uids;
  if (about && counterpart(about) !== null && uid !== counterpart(about) && uid !== about.client) {
    return refuse(
      'about-another-client',
      `${about.number} does not concern ${client.name}.`,
      `Name its client, or leave out --about ${about.number}.`,
    );
  }
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
  });
  return [
    ...mentioned.changes,
    { stream: { kind: 'contact', uid: contact }, event: recorded },
    ...(about ? [on(about, word(about))] : []),
    ...(opened?.changes ?? []),
  ];

  function opening(): CommitmentEvent {
    const { replyWithin, chaseAfter } = situation.clockSettingsOf(uid);
    return direction === 'in'
      ? defined({
          type: 'ReplyOwed' as const,
          title: text,
          client: uid,
          due: replyBy ?? dateAfter(at, replyWithin, situation),
          contact,
          decided,
          at,
          via,
        })
      : defined({
          type: 'PromiseAwaited' as const,
          title: text,
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
    if (direction === 'in') return { type: 'WordHeard', ...words };
    return commitment.kind === 'reply' && isOpen(commitment)
      ? { type: 'ReplyGiven', ...words }
      : { type: 'UpdateGiven', ...words };
  }
}
