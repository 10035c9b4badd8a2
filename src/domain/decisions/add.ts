import { defined } from '../base/defined.ts';
import { Refusal } from '../base/refusal.ts';
import { newWork } from '../planning/work-left.ts';
import { isWritten } from '../streams/channel.ts';
import { type Commitment, counterpart } from '../streams/commitment.ts';
import type { EstimateFields } from '../streams/estimate-fields.ts';
import type { Change, MessageFields, Scope } from '../streams/events.ts';
import type { Cadence } from '../time/cadence.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { connectWords } from './connect-message.ts';
import { begin, type Decision, on, type Saying } from './decision.ts';
import { targetOf } from './derived-dates.ts';
import { refuseExtraTo } from './extra-work.ts';
import { refuseDate } from './guards.ts';
import { type ClientMention, type Mentioned, mentionClients, wakeKnown } from './mention-clients.ts';
import type { Situation } from './situation.ts';
import { spelledProject } from './spelled-project.ts';

export interface AddInput extends Saying, EstimateFields {
  readonly title: string;
  readonly client?: ClientMention | undefined;
  /** The date that the client would like. */
  readonly wantedBy?: Moment | undefined;
  /** A date that both sides have already settled. */
  readonly agreed?: Moment | undefined;
  readonly inWriting: boolean;
  readonly because?: string | undefined;
  readonly project?: string | undefined;
  readonly cadence?: Cadence | undefined;
  readonly scope: Scope;
  /** How both sides will know that the work is correct. */
  readonly rightWhen?: string | undefined;
  /** What it came from. */
  readonly topic?: string | undefined;
  /** Its id in the program that it was imported from. */
  readonly source?: string | undefined;
  /** The message in which they asked. */
  readonly words?: MailedWords | undefined;
}

/** What stands in a message. */
interface MailedWords {
  readonly text: string;
  readonly message: MessageFields & { readonly messageId: string };
}

/**
 * Records a request: asked, or agreed at once if a date is already settled. `job` is what it is more work on than was agreed; so it
 * is for the same client.
 */
export function decideAdd(job: Commitment | null, input: AddInput, situation: Situation): Decision {
  const { agreed, inWriting, client, words, at, via, ...asked } = input;
  const no = refuseDate(input.wantedBy, input, situation) ?? refuseDate(agreed, input, situation);
  if (no) return no;
  const mentioned = findClient(client, job, at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const request = begin(
    defined({
      type: 'RequestRecorded' as const,
      ...asked,
      project: spelledProject(asked.project, situation),
      // More than was agreed of something is not part of what was agreed.
      ...(job && { scope: 'out' as const, extraTo: job.uid }),
      client: mentioned.uids[0],
      person: mentioned.people[0]?.name,
      at,
      via,
    }),
    situation,
  );
  const settled = agreed
    ? [
        on(
          request,
          defined({
            type: 'DateAgreed' as const,
            date: agreed,
            target: targetOf(newWork('request', mentioned.uids[0], input.estimateHours), agreed, situation),
            inWriting: inWriting || isWritten(via),
            at,
            via,
          }),
        ),
      ]
    : [];
  const [asker] = mentioned.uids;
  const asking = words && asker !== undefined ? keepWords(words, asker, request, input, situation) : [];
  return [...mentioned.changes, ...request.changes, ...asking, ...settled];
}

/** The client as named; else that of the job. Refused if the job is with another one. */
function findClient(
  client: ClientMention | undefined,
  job: Commitment | null,
  at: Instant,
  situation: Situation,
): Mentioned | Refusal {
  if (job && !client) {
    const uid = counterpart(job);
    return (
      refuseExtraTo(job, uid) ?? {
        uids: uid === null ? [] : [uid],
        people: [],
        changes: uid === null ? [] : wakeKnown(uid, at, situation),
      }
    );
  }
  const mentioned = mentionClients(client ? [client] : [], at, situation);
  if (mentioned instanceof Refusal || !job) return mentioned;
  return refuseExtraTo(job, mentioned.uids[0] ?? null) ?? mentioned;
}

/** The message in which they asked: a contact, unless it is recorded already, and what they said about the request. */
function keepWords(
  { text, message }: MailedWords,
  client: string,
  request: { readonly uid: string },
  { at, via }: Saying,
  situation: Situation,
): Change[] {
  const known = situation.contactWith(message.messageId);
  if (known) return known.client === client ? connectWords(known, 'opened', request, situation) : [];
  const uid = situation.newId();
  const said = defined({ text, at, via });
  return [
    {
      stream: { kind: 'contact', uid },
      event: { type: 'ContactRecorded', client, direction: 'in', opened: request.uid, ...said, ...message },
    },
    on(request, { type: 'WordHeard', contact: uid, ...said }),
  ];
}
