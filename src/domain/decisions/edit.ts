import { defined } from '../base/defined.ts';
import { quoteForShell } from '../base/quote-for-shell.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { type Commitment, counterpart, isOpen } from '../streams/commitment.ts';
import type { EstimateChange } from '../streams/estimate-fields.ts';
import type { Scope } from '../streams/events.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { findPerson } from '../streams/match-client.ts';
import type { Cadence } from '../time/cadence.ts';
import type { Moment } from '../time/moment.ts';
import { correctDates, type DateCorrections } from './correct-dates.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { targetOf } from './derived-dates.ts';
import { refuseExtraTo } from './extra-work.ts';
import { refuseVerb } from './guards.ts';
import { type ClientMention, mentionClients } from './mention-clients.ts';
import type { Situation } from './situation.ts';
import { spelledProject } from './spelled-project.ts';
import { openTalks } from './talk.ts';

/** The details to correct: undefined leaves one as it is, null removes it. */
export interface EditInput extends Saying, EstimateChange, DateCorrections {
  readonly title?: string | undefined;
  readonly client?: ClientMention | undefined;
  readonly project?: string | null | undefined;
  readonly wantedBy?: Moment | null | undefined;
  readonly cadence?: Cadence | null | undefined;
  readonly scope?: Scope | undefined;
  /** The uid of the commitment that it is more work on than was agreed. */
  readonly extraTo?: string | null | undefined;
  /** The uid of the commitment that cannot go on without it. */
  readonly blocks?: string | null | undefined;
  readonly rightWhen?: string | null | undefined;
  readonly topic?: string | null | undefined;
  /** The others at the client who are to hear about it, each as typed. */
  readonly people?: readonly string[] | null | undefined;
}

/** Corrects what was recorded wrong. What both sides change about a date is not a correction: that is `move`. */
export function decideEdit(commitment: Commitment, input: EditInput, situation: Situation): Decision {
  const { client, at, via: _via, due, offered, because, people: typed, ...rest } = input;
  const { number, state } = commitment;
  const no = refuseVerb('edit', commitment, input, situation, input.wantedBy ?? undefined);
  if (no) return no;
  if (input.wantedBy !== undefined && state !== 'asked' && state !== 'offered') {
    return refuse(
      'date-not-a-detail',
      `${number} already has a date: what they would like does not change it.`,
      isOpen(commitment)
        ? `Use: followup move ${number} DATE --because WHY`
        : `First: followup reopen ${number}`,
    );
  }
  const noDetail = refuseScope(commitment, input, situation) ?? refuseBlocks(commitment, input);
  if (noDetail) return noDetail;
  const details = defined({
    ...rest,
    ...scopeIn(commitment, input),
    project: spelledProject(rest.project, situation),
  });
  if (!client && !due && !offered && typed === undefined && Object.keys(details).length === 0) {
    return refuse(
      'nothing-to-edit',
      `What should change about ${number}?`,
      `For example: followup edit ${number} --title "..." --estimate 3h`,
    );
  }
  const isEstimated = input.estimateHours !== undefined;
  const estimate = input.estimateHours ? { hours: input.estimateHours } : null;
  const work = isEstimated ? { ...commitment, estimate } : commitment;
  const dates = correctDates(commitment, { due, offered, because }, work, situation);
  if (dates instanceof Refusal) return dates;
  const mentioned = mentionClients(client ? [client] : [], at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const people = typed ? findPeople(commitment, mentioned.uids[0], typed, situation) : typed;
  if (people instanceof Refusal) return people;
  const newTarget = () => (commitment.due ? (targetOf(work, commitment.due, situation) ?? null) : undefined);
  const changed = defined({
    ...details,
    client: mentioned.uids[0],
    target: isEstimated && !dates.due ? newTarget() : undefined,
    due: dates.due,
    offered: dates.offered,
    people,
  });
  if (Object.keys(changed).length === 0) return [];
  const event = defined({ type: 'DetailsChanged' as const, ...changed, because: dates.because, at });
  // When we speak again is promised to whoever the complaint is of.
  const [owner] = mentioned.uids;
  const talks = owner === undefined ? [] : openTalks(commitment, situation);
  return [
    ...mentioned.changes,
    on(commitment, event),
    ...talks.map((talk) => on(talk, defined({ type: 'DetailsChanged' as const, client: owner, at }))),
  ];
}

/** Refuses a scope of what they did not ask for, and work that is extra to something it cannot belong to; otherwise null. */
function refuseScope(
  { uid, number, kind, client }: Commitment,
  { scope, extraTo, client: newClient }: EditInput,
  situation: Situation,
): Refusal | null {
  if (kind !== 'request' && (scope === 'out' || extraTo)) {
    return refuse(
      'not-a-request',
      `${number} is ${KIND_TRAITS[kind].withArticle}: only what they asked for can be out of what was agreed.`,
      'Record what they ask for besides: followup add WHAT --out-of-scope',
    );
  }
  const job = extraTo ? situation.commitmentWith(extraTo) : null;
  if (!job) return null;
  if (job.uid === uid) {
    return refuse('extra-to-itself', `${number} is not extra to itself.`, `See: followup show ${number}`);
  }
  if (job.extraTo === uid) {
    return refuse(
      'extra-to-itself',
      `${job.number} is extra to ${number} already.`,
      `To end that: followup edit ${job.number} --extra-to none`,
    );
  }
  // A client that is named now is found later, and may be the right one.
  return newClient ? null : refuseExtraTo(job, client);
}

/** Refuses that anything but what they owe holds up something of mine; otherwise null. */
function refuseBlocks({ uid, number, kind }: Commitment, { blocks }: EditInput): Refusal | null {
  if (!blocks || (kind === 'awaiting' && blocks !== uid)) return null;
  return refuse(
    'blocks-nothing',
    kind === 'awaiting'
      ? `${number} does not hold up itself.`
      : `${number} is ${KIND_TRAITS[kind].withArticle}: only what they owe holds up something of yours.`,
    `Record what they owe: followup await WHAT --from WHO --by DATE --blocks ID`,
  );
}

/** More than was agreed of something is not part of what was agreed, and what is part of it is not extra to anything. */
function scopeIn({ extraTo: before }: Commitment, { scope, extraTo }: EditInput): Partial<EditInput> {
  if (extraTo) return { scope: 'out' };
  return scope === 'in' && before !== null ? { extraTo: null } : {};
}

/** The full names of people who work for the client of a commitment, or for the one it is given to. */
function findPeople(
  commitment: Commitment,
  newClient: string | undefined,
  typed: readonly string[],
  { clients }: Situation,
): readonly string[] | Refusal {
  const client = clients.find(({ uid }) => uid === (newClient ?? counterpart(commitment)));
  const names = new Set<string>();
  for (const name of typed) {
    const person = client && findPerson(client, name);
    if (!person) {
      return refuse(
        'person-unknown',
        `Nobody at ${client?.name ?? 'no client'} is known as ${name}.`,
        client
          ? `Record them first: followup client ${quoteForShell(client.name)} --person "NAME <ADDRESS>"`
          : `First say whose it is: followup edit ${commitment.number} --client NAME`,
      );
    }
    names.add(person.name);
  }
  return [...names];
}
