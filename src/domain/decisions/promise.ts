import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { newWork } from '../planning/work-left.ts';
import type { EstimateFields } from '../streams/estimate-fields.ts';
import type { Moment } from '../time/moment.ts';
import { begin, type Decision, type Saying, together } from './decision.ts';
import { targetOf } from './derived-dates.ts';
import { refuseDate } from './guards.ts';
import { type ClientMention, isMyself, mentionClients } from './mention-clients.ts';
import type { Situation } from './situation.ts';
import { spelledProject } from './spelled-project.ts';
import { type Again, beginStanding } from './standing.ts';

export interface PromiseInput extends Saying, EstimateFields {
  readonly title: string;
  /** Who is promised: a client, or myself. */
  readonly client?: ClientMention | undefined;
  readonly due?: Moment | undefined;
  /** It comes again, and has no single date. */
  readonly again?: Again | undefined;
  readonly project?: string | undefined;
  readonly source?: string | undefined;
  /** They have not been told. */
  readonly unsaid?: true | undefined;
}

/** Records what I said I would do, for somebody or for myself, by a date. */
export function decidePromise(_about: unknown, input: PromiseInput, situation: Situation): Decision {
  const { client, due, title, project, source, unsaid, again, at, via } = input;
  const { estimateHours, estimateRange, estimateText } = input;
  const estimate = { estimateHours, estimateRange, estimateText };
  if (!client) {
    return refuse('client-missing', 'Who was it promised to?', 'Add --to CLIENT, or --to myself.');
  }
  if (!due && !again) {
    return refuse(
      'date-missing',
      'A promise without a time is no promise.',
      'Add --by DATE, or --every CADENCE if it comes again.',
    );
  }
  const no = refuseDate(due, input, situation);
  if (no) return no;
  const spelled = spelledProject(project, situation);
  const mentioned = mentionClients(isMyself(client) ? [] : [client], at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const [uid] = mentioned.uids;
  if (!due) {
    const standing = { kind: 'promise' as const, title, client: uid, ...estimate, project: spelled, at, via };
    return again ? together(mentioned.changes, beginStanding(standing, again, situation)) : [];
  }
  const promise = begin(
    defined({
      type: 'PromiseMade' as const,
      title,
      client: uid,
      due,
      target: targetOf(newWork('promise', uid, estimateHours), due, situation),
      ...estimate,
      project: spelled,
      source,
      unsaid: uid === undefined ? undefined : unsaid,
      at,
      via,
    }),
    situation,
  );
  return [...mentioned.changes, ...promise.changes];
}
