import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Moment } from '../time/moment.ts';
import { begin, type Decision, type Saying, together } from './decision.ts';
import { refuseDate } from './guards.ts';
import { type ClientMention, mentionClients } from './mention-clients.ts';
import type { Situation } from './situation.ts';
import { spelledProject } from './spelled-project.ts';
import { type Again, beginStanding } from './standing.ts';

export interface AwaitInput extends Saying {
  readonly title: string;
  readonly who?: ClientMention | undefined;
  /** The client concerned, if somebody else makes the promise. */
  readonly client?: ClientMention | undefined;
  readonly due?: Moment | undefined;
  /** It comes again, and has no single date. */
  readonly again?: Again | undefined;
  readonly project?: string | undefined;
  readonly source?: string | undefined;
}

/** Records what they said they would do by a date. `blocked` is the commitment that cannot go on without it. */
export function decideAwait(blocked: Commitment | null, input: AwaitInput, situation: Situation): Decision {
  const { title, who, client, due, again, source, at, via } = input;
  if (!who) return refuse('client-missing', 'Who promised it?', 'Add --from WHO.');
  if (!due && !again) {
    return refuse('date-missing', 'By when did they promise it?', 'Ask them for a date, and add --by DATE.');
  }
  const no = refuseDate(due, input, situation);
  if (no) return no;
  const mentioned = mentionClients(client ? [who, client] : [who], at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const [whoUid = '', clientUid = whoUid] = mentioned.uids;
  const [person] = mentioned.people;
  const project = spelledProject(input.project, situation);
  if (!due) {
    const promised = {
      kind: 'awaiting' as const,
      title,
      who: whoUid,
      person: person?.name,
      client: clientUid,
    };
    return again
      ? together(mentioned.changes, beginStanding({ ...promised, project, at, via }, again, situation))
      : [];
  }
  const awaiting = begin(
    defined({
      type: 'PromiseAwaited' as const,
      title,
      who: whoUid,
      person: person?.name,
      client: clientUid,
      due,
      blocks: blocked?.uid,
      project,
      source,
      at,
      via,
    }),
    situation,
  );
  return [...mentioned.changes, ...awaiting.changes];
}
