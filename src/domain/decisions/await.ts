import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Moment } from '../time/moment.ts';
import { begin, type Decision, type Saying } from './decision.ts';
import { refuseDate } from './guards.ts';
import { type ClientMention, mentionClients } from './mention-clients.ts';
import type { Situation } from './situation.ts';
import { spelledProject } from './spelled-project.ts';

export interface AwaitInput extends Saying {
  readonly title: string;
  readonly who?: ClientMention | undefined;
  /** The client concerned, if somebody else makes the promise. */
  readonly client?: ClientMention | undefined;
  readonly due?: Moment | undefined;
  readonly project?: string | undefined;
  readonly source?: string | undefined;
}

/** Records what they said they would do by a date. `blocked` is the commitment that cannot go on without it. */
export function decideAwait(blocked: Commitment | null, input: AwaitInput, situation: Situation): Decision {
  const { title, who, client, due, project, source, at, via } = input;
  if (!who) return refuse('client-missing', 'Who promised it?', 'Add --from WHO.');
  if (!due) {
    return refuse('date-missing', 'By when did they promise it?', 'Ask them for a date, and add --by DATE.');
  }
  const no = refuseDate(due, input, situation);
  if (no) return no;
  const mentioned = mentionClients(client ? [who, client] : [who], at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const [whoUid = '', clientUid = whoUid] = mentioned.uids;
  const [person] = mentioned.people;
  const awaiting = begin(
    defined({
      type: 'PromiseAwaited' as const,
      title,
      who: whoUid,
      person: person?.name,
      client: clientUid,
      due,
      blocks: blocked?.uid,
      project: spelledProject(project, situation),
      source,
      at,
      via,
    }),
    situation,
  );
  return [...mentioned.changes, ...awaiting.changes];
}
