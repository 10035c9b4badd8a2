import type { DomainEvent } from '../domain/streams/events.ts';
import { refuseNewerFile } from './refuse-newer.ts';

type Payload = Record<string, unknown>;
type Upcaster = (payload: Payload) => Payload;

/**
 * For every type of event the steps that lead from its first version to today's: the nth turns version n into n + 1.
 * Today's version of a type is therefore one more than the number of its steps.
 */
const UPCASTERS: Readonly<Record<DomainEvent['type'], readonly Upcaster[]>> = {
  RequestRecorded: [],
  // Version 2 may be a promise to myself, without a client.
  PromiseMade: [asItIs],
  PromiseAwaited: [],
  ReplyOwed: [],
  ComplaintRaised: [],
  DateOffered: [],
  DateRejected: [],
  DateAgreed: [],
  DateMoved: [],
  PutInWriting: [],
  UpdateGiven: [],
  UpdatePlanned: [],
  WordHeard: [],
  EffortSpent: [],
  Delivered: [],
  PromiseKept: [],
  AwaitedReceived: [],
  ReplyGiven: [],
  Accepted: [],
  Dropped: [],
  Snoozed: [],
  Reopened: [],
  NoteAdded: [],
  DetailsChanged: [],
  NumberGiven: [],
  ClientAdded: [],
  ClientDetailsChanged: [],
  PersonDescribed: [],
  PersonLeft: [],
  FactRemembered: [],
  FactForgotten: [],
  WordPlanned: [],
  ClientMerged: [],
  NameAdopted: [],
  AwayPlanned: [],
  AwayCancelled: [],
  ContactRecorded: [],
  ContactReassigned: [],
  QuestionAnswered: [],
  AnswerReassigned: [],
};

/** An old payload that means the same today. */
function asItIs(payload: Payload): Payload {
  return payload;
}

/** The version in which an event of a type is written today. */
export function currentVersion(type: DomainEvent['type']): number {
  return UPCASTERS[type].length + 1;
}

/**
 * Today's event from a stored one. Throws a Refusal of kind `database` for a type or version that this program does not
 * know, because then a newer one wrote it and any answer would be a guess.
 */
export function upcast(type: string, version: number, payload: string, path: string): DomainEvent {
  const steps = Object.hasOwn(UPCASTERS, type) ? UPCASTERS[type as DomainEvent['type']] : null;
  if (!steps || version > steps.length + 1) throw refuseNewerFile(path);
  const today = steps
    .slice(version - 1)
    .reduce<Payload>((old, step) => step(old), JSON.parse(payload) as Payload);
  return { type, ...today } as unknown as DomainEvent;
}
