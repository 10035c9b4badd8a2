import { expect } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import type { Decide, DecideStart, Saying } from '../../src/domain/decisions/decision.ts';
import type { Situation } from '../../src/domain/decisions/situation.ts';
import { type Commitment, type Unborn, unborn } from '../../src/domain/streams/commitment.ts';
import type { Evidence } from '../../src/domain/streams/delivery-events.ts';
import type { CommitmentEvent, DomainEvent } from '../../src/domain/streams/events.ts';
import { evolveCommitment } from '../../src/domain/streams/evolve-commitment.ts';
import type { Moment } from '../../src/domain/time/moment.ts';
import { date, march, NOW, situation } from './situation.ts';

/**
 * Short forms of events for tests. Unless a test says otherwise, events before the present happened on Monday
 * 2 (asked, promised), Tuesday 3 (offered) and Wednesday 4 (agreed, moved).
 */
type Fields<T extends DomainEvent['type']> = Partial<Omit<Extract<CommitmentEvent, { type: T }>, 'type'>>;

export const asked = (fields: Fields<'RequestRecorded'> = {}): CommitmentEvent => ({
  type: 'RequestRecorded',
  title: 'Report',
  client: 'joe',
  scope: 'in',
  at: march(2, '09:30'),
  ...fields,
});
export const promised = (fields: Fields<'PromiseMade'> = {}): CommitmentEvent => ({
  type: 'PromiseMade',
  title: 'Send the notes',
  client: 'joe',
  due: date(9),
  at: march(2, '09:30'),
  ...fields,
});
export const awaited = (fields: Fields<'PromiseAwaited'> = {}): CommitmentEvent => ({
  type: 'PromiseAwaited',
  title: 'The figures',
  client: 'joe',
  who: 'joe',
  due: date(9),
  at: march(2, '09:30'),
  ...fields,
});
export const replyOwed = (fields: Fields<'ReplyOwed'> = {}): CommitmentEvent => ({
  type: 'ReplyOwed',
  title: 'How is it going?',
  client: 'joe',
  due: date(9, '15:00'),
  contact: 'contact',
  at: march(2, '09:30'),
  ...fields,
});
export const complained = (fields: Fields<'ComplaintRaised'> = {}): CommitmentEvent => ({
  type: 'ComplaintRaised',
  title: 'The totals are wrong',
  client: 'joe',
  due: date(9),
  at: march(2, '09:30'),
  ...fields,
});
export const resolutionOffered = (fields: Fields<'ResolutionOffered'> = {}): CommitmentEvent => ({
  type: 'ResolutionOffered',
  at: march(3, '10:00'),
  ...fields,
});
/** A remedy of ours, unless the fields say otherwise. */
export const remedyProposed = (fields: Fields<'RemedyProposed'> = {}): CommitmentEvent => ({
  type: 'RemedyProposed',
  id: 'export',
  text: 'a new export',
  side: 'ours',
  due: date(12),
  at: march(3, '09:30'),
  ...fields,
});
export const preventionProposed = (fields: Fields<'PreventionProposed'> = {}): CommitmentEvent => ({
  type: 'PreventionProposed',
  id: 'test-file',
  text: 'a test file each month',
  side: 'theirs',
  due: date(13),
  at: march(3, '09:30'),
  ...fields,
});
export const factFound = (fields: Fields<'FactFound'> = {}): CommitmentEvent => ({
  type: 'FactFound',
  text: 'the file of Monday has no totals',
  at: march(3, '09:00'),
  ...fields,
});
export const resolutionRejected = (fields: Fields<'ResolutionRejected'> = {}): CommitmentEvent => ({
  type: 'ResolutionRejected',
  because: 'it does not say who checks it',
  at: march(3, '11:00'),
  ...fields,
});
/** The promise to speak again about the complaint `it`. */
export const talkPromised = (fields: Fields<'PromiseMade'> = {}): CommitmentEvent =>
  promised({ title: 'speak again', belongsTo: { complaint: 'it', as: 'talk' }, ...fields });
export const resolutionApproved = (fields: Fields<'ResolutionApproved'> = {}): CommitmentEvent => ({
  type: 'ResolutionApproved',
  by: 'Dana Lee',
  inWriting: false,
  measures: [],
  at: march(3, '12:00'),
  ...fields,
});
export const priced = (fields: Fields<'PricePut'> = {}): CommitmentEvent => ({
  type: 'PricePut',
  amount: { hours: 3 },
  at: march(4, '09:00'),
  ...fields,
});
export const approvedPrice = (fields: Fields<'PriceApproved'> = {}): CommitmentEvent => ({
  type: 'PriceApproved',
  by: 'Dana Lee',
  inWriting: false,
  at: march(4, '12:00'),
  ...fields,
});
export const givenFree = (fields: Fields<'GivenFree'> = {}): CommitmentEvent => ({
  type: 'GivenFree',
  because: 'it took ten minutes',
  at: march(4, '12:00'),
  ...fields,
});
export const offered = (day: Moment, fields: Fields<'DateOffered'> = {}): CommitmentEvent => ({
  type: 'DateOffered',
  date: day,
  at: march(3, '10:00'),
  ...fields,
});
export const countered = (fields: Fields<'DateRejected'> = {}): CommitmentEvent => ({
  type: 'DateRejected',
  because: 'board meeting',
  at: march(3, '15:00'),
  ...fields,
});
export const agreed = (day: Moment, fields: Fields<'DateAgreed'> = {}): CommitmentEvent => ({
  type: 'DateAgreed',
  date: day,
  inWriting: false,
  at: march(4, '10:00'),
  ...fields,
});
export const moved = (day: Moment, fields: Fields<'DateMoved'> = {}): CommitmentEvent => ({
  type: 'DateMoved',
  date: day,
  because: 'the data came late',
  inWriting: false,
  at: march(4, '11:00'),
  ...fields,
});
export const told = (at: string, fields: Fields<'UpdateGiven'> = {}): CommitmentEvent => ({
  type: 'UpdateGiven',
  text: 'nothing new yet',
  at,
  ...fields,
});
export const spent = (hours: number): CommitmentEvent => ({ type: 'EffortSpent', hours, at: NOW });
export const snoozed = (until: Moment, at: string = NOW): CommitmentEvent => ({ type: 'Snoozed', until, at });
export const dropped = (at: string = NOW): CommitmentEvent => ({ type: 'Dropped', because: 'no budget', at });
/** A word of theirs about it. */
export const heard = (at: string): CommitmentEvent => ({
  type: 'WordHeard',
  text: 'there is a typo',
  contact: 'contact',
  at,
});
/** They were told until when they may object. */
export const reviewed = (until: Moment, at: string = NOW): CommitmentEvent => ({
  type: 'ReviewWindowOpened',
  until,
  at,
});
export const reopened = (at: string = NOW): CommitmentEvent => ({ type: 'Reopened', at });
export const accepted = (at: string = NOW): CommitmentEvent => ({ type: 'Accepted', at });
export const confirmed = (at: string = NOW): CommitmentEvent => ({ type: 'PutInWriting', at });

type Finished = 'Delivered' | 'PromiseKept' | 'AwaitedReceived' | 'ReplyGiven';
export const finished = (
  type: Finished,
  fields: { at?: string; tookHours?: number; evidence?: readonly Evidence[] } = {},
): CommitmentEvent => ({
  type,
  at: NOW,
  ...fields,
});

/** A client as typed. */
export const mentioned = (name: string) => ({ name, isNew: false });
export const tomorrow = date(6);
export const yesterday = date(4);
/** The stream of a new commitment. */
export const onNew = (uid: string) => `commitment ${uid}`;
/** The new contact that words of Joe's are recorded as. */
export const contactSaying = (text: string) => (fields: object) => ({
  stream: 'contact new1',
  event: {
    type: 'ContactRecorded' as const,
    client: 'joe',
    direction: 'in' as const,
    text,
    at: NOW,
    ...fields,
  },
});
/** Any target; which one is up to the forecast. */
export const someTarget = expect.objectContaining({ zone: 'UTC' });

/** The state that the events of one commitment lead to. It has the uid `it` and the number 1. */
export function fold(events: readonly CommitmentEvent[]): Commitment | Unborn {
  const numbered: readonly CommitmentEvent[] = [{ type: 'NumberGiven', number: 1 }, ...events];
  return numbered.reduce(evolveCommitment, unborn('it') as Commitment | Unborn);
}

/** The commitment that the events lead to. */
export function commitment(...events: readonly CommitmentEvent[]): Commitment {
  const state = fold(events);
  if (state.state === null) throw new Error('These events begin nothing.');
  return state;
}

/** `given(past events).when(decision, input)`, and then what it records, changes or refuses. */
export function given(...events: readonly CommitmentEvent[]) {
  return {
    when: <Input extends Saying>(
      decide: Decide<Input> | DecideStart<Input>,
      input: Omit<Input, 'at'> & { readonly at?: string },
      circumstances: Partial<Situation> = {},
    ) => {
      const target = events.length > 0 ? commitment(...events) : null;
      const all = { at: NOW, ...input } as unknown as Input;
      const decision = decide(target as Commitment, all, situation(circumstances));
      const changes = decision instanceof Refusal ? null : decision;
      const facts = () => {
        expect(decision, 'was refused').not.toBeInstanceOf(Refusal);
        return changes ?? [];
      };
      return {
        /** Expects exactly these events, each on `it` unless a stream is named. */
        records: (...expected: readonly (DomainEvent | { stream: string; event: DomainEvent })[]) =>
          expect(
            facts().map(({ stream, event }) => ({ stream: `${stream.kind} ${stream.uid}`, event })),
          ).toEqual(
            expected.map((entry) => ('stream' in entry ? entry : { stream: 'commitment it', event: entry })),
          ),
        changesNothing: () => expect(facts()).toEqual([]),
        /** Expects these fields of the commitment after the events. */
        leaves: (fields: Partial<Commitment>) => {
          const recorded = facts().filter(({ stream }) => stream.uid === 'it');
          expect(
            commitment(...events, ...recorded.map(({ event }) => event as CommitmentEvent)),
          ).toMatchObject(fields);
        },
        /** Expects a refusal with this code, whose hint contains these words. */
        isRefused: (code: string, hint: string | RegExp = '') => {
          expect(decision).toBeInstanceOf(Refusal);
          expect(decision).toMatchObject({ code, kind: 'refused' });
          if (typeof hint === 'string') expect((decision as Refusal).hint).toContain(hint);
          else expect((decision as Refusal).hint).toMatch(hint);
        },
      };
    },
  };
}
