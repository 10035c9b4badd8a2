import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { asTitle } from '../base/text.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Change, MessageFields } from '../streams/events.ts';
import type { Moment } from '../time/moment.ts';
import { findAddressee } from './addressee.ts';
import { begin, type Decision, on, type Saying } from './decision.ts';
import { refuseDate } from './guards.ts';
import type { ClientMention } from './mention-clients.ts';
import type { Situation } from './situation.ts';
import { planTalk } from './talk.ts';

export interface ComplainInput extends Saying {
  /** If left out, whoever hears about the commitment that it is about. */
  readonly client?: ClientMention | undefined;
  /** Their words, as they said them. */
  readonly text: string;
  /** When we speak again. */
  readonly next?: Moment | undefined;
  readonly affected?: string | undefined;
  readonly neededBy?: Moment | undefined;
  readonly topic?: string | undefined;
  /** The message in which they stand. */
  readonly message?: MessageFields | undefined;
}

/** Records what went wrong in their words, and promises when we speak again. */
export function decideComplain(
  about: Commitment | null,
  input: ComplainInput,
  situation: Situation,
): Decision {
  const { client, text, next, affected, neededBy, topic, message, at, via } = input;
  if (!text) return refuse('text-missing', 'What did they say?', 'Say it as they said it.');
  if (!next) {
    return refuse(
      'date-missing',
      'When do you speak to them again?',
      'Tell them a time, and add --next WHEN. Silence makes it worse.',
    );
  }
  const no = refuseDate(next, input, situation) ?? refuseDate(neededBy, input, situation);
  if (no) return no;
  const who = findAddressee(
    client,
    about,
    at,
    situation,
    ({ number }) =>
      `Leave out the client: followup complain --about ${number} "TEXT" --next WHEN; or leave out --about ${number}.`,
  );
  if (who instanceof Refusal) return who;
  const said = defined({ at, via });
  const title = asTitle(text);
  const complaint = begin(
    defined({
      type: 'ComplaintRaised' as const,
      title,
      client: who.uid,
      person: who.person,
      about: about?.uid,
      topic,
      ...said,
    }),
    situation,
  );
  const contact = situation.newId();
  const recorded: Change = {
    stream: { kind: 'contact', uid: contact },
    event: defined({
      type: 'ContactRecorded' as const,
      client: who.uid,
      direction: 'in' as const,
      text,
      about: about?.uid,
      opened: complaint.uid,
      ...message,
      ...said,
    }),
  };
  const heard = { type: 'WordHeard' as const, text, contact, ...said };
  return [
    ...who.changes,
    ...complaint.changes,
    recorded,
    // A title that does not say all of it leaves their words to be said.
    ...(title === text ? [] : [on(complaint, heard)]),
    ...(about ? [on(about, heard)] : []),
    ...(affected || neededBy
      ? [on(complaint, defined({ type: 'AffectedNamed' as const, text: affected, neededBy, ...said }))]
      : []),
    ...planTalk({ uid: complaint.uid, title, client: who.uid }, next, input, situation),
  ];
}
