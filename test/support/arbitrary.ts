import fc from 'fast-check';
import { CHANNELS } from '../../src/domain/streams/channel.ts';
import { CAUSES } from '../../src/domain/streams/complaint-events.ts';
import type { CommitmentEvent } from '../../src/domain/streams/events.ts';
import { type Instant, instant, type Moment } from '../../src/domain/time/moment.ts';

/** Any instant within a few years, to the minute. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 })
  .map((minutes) => instant(minutes * 60_000));

export const anyMoment: fc.Arbitrary<Moment> = fc.record(
  {
    at: anyInstant,
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
    grain: fc.constantFrom('day', 'time'),
    text: fc.string(),
  },
  { requiredKeys: ['at', 'zone', 'grain'] },
);

const text = fc.string();
const uid = fc.constantFrom('it', 'joe', 'acme', 'other');
const hours = fc.integer({ min: 0, max: 4000 }).map((quarters) => quarters / 4);
/** Any sum of money, also one that is taken back. */
export const anyMoney = fc.record({
  minor: fc.integer({ min: -100_000, max: 1_000_000 }),
  currency: fc.constantFrom('EUR', 'USD', 'JPY'),
});
const scope = fc.constantFrom('in' as const, 'out' as const);
const cadence = fc.constantFrom(
  { rrule: 'FREQ=DAILY', text: 'daily' },
  { rrule: 'FREQ=DAILY;X-TIMES=2', text: '2/day' },
  { rrule: 'FREQ=WEEKLY;BYDAY=MO,TH', text: 'mondays and thursdays' },
);
const measure = [
  { id: uid, text },
  { side: fc.constantFrom('ours', 'theirs'), due: anyMoment },
] as const;
const approval = { by: text, inWriting: fc.boolean() };
const belongsTo = fc.record(
  { complaint: uid, as: fc.constantFrom('talk', 'remedy', 'prevention'), measure: uid },
  { requiredKeys: ['complaint', 'as'] },
);
const occurrence = fc.record(
  { standing: uid, on: anyInstant, due: anyInstant, since: anyInstant, byItself: fc.constant(true) },
  { requiredKeys: ['standing', 'on', 'due', 'since'] },
);
const amount = fc.oneof(fc.record({ hours, text }, { requiredKeys: ['hours'] }), anyMoney);
const correction = fc.record(
  { date: anyMoment, was: anyMoment, target: anyMoment },
  { requiredKeys: ['date', 'was'] },
);
const evidence = fc.array(
  fc.record(
    { link: text, bytes: fc.nat(), sha256: fc.constant('0a'.repeat(32)) },
    { requiredKeys: ['link'] },
  ),
  { minLength: 1, maxLength: 3 },
);
const said = { at: anyInstant, via: fc.constantFrom(...CHANNELS) };

/** An event of one type, with required fields and optional ones. */
function event<T extends CommitmentEvent['type']>(
  type: T,
  always: Record<string, fc.Arbitrary<unknown>> = {},
  perhaps: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<CommitmentEvent> {
  return fc
    .record<Record<string, unknown>>(
      { ...said, ...always, ...perhaps },
      { requiredKeys: ['at', ...Object.keys(always)] },
    )
    .map((fields) => ({ type, ...fields }) as unknown as CommitmentEvent);
}

const orNull = (value: fc.Arbitrary<unknown>) => fc.option(value, { nil: null });

/** Any event of a commitment, by type, whether or not it makes sense there. */
export const COMMITMENT_EVENTS: Readonly<Record<CommitmentEvent['type'], fc.Arbitrary<CommitmentEvent>>> = {
  RequestRecorded: event(
    'RequestRecorded',
    { title: text, scope },
    {
      client: uid,
      wantedBy: anyMoment,
      because: text,
      estimateHours: hours,
      estimateText: text,
      project: text,
      cadence,
      person: text,
      topic: text,
      extraTo: uid,
    },
  ),
  PromiseMade: event(
    'PromiseMade',
    { title: text, due: anyMoment },
    { client: uid, estimateHours: hours, estimateText: text, belongsTo, occurrence },
  ),
  PromiseAwaited: event(
    'PromiseAwaited',
    { title: text, client: uid, who: uid, due: anyMoment },
    { blocks: uid, contact: uid, person: text, belongsTo, occurrence },
  ),
  ReplyOwed: event(
    'ReplyOwed',
    { title: text, client: uid, due: anyMoment, contact: uid },
    {
      decided: fc.constant(true),
      person: text,
      topic: text,
      order: fc.constantFrom('first', 'next'),
      restOf: uid,
    },
  ),
  ComplaintRaised: event(
    'ComplaintRaised',
    { title: text, client: uid },
    { due: anyMoment, about: uid, person: text, topic: text },
  ),
  DateOffered: event('DateOffered', { date: anyMoment }, { because: text }),
  DateRejected: event('DateRejected', { because: text }, { wanted: anyMoment }),
  DateAgreed: event('DateAgreed', { date: anyMoment, inWriting: fc.boolean() }),
  DateMoved: event(
    'DateMoved',
    { date: anyMoment, because: text, inWriting: fc.boolean() },
    {
      late: fc.record(
        {
          awaiting: uid,
          missed: fc.array(anyMoment),
          workingDays: fc.nat(400),
          was: anyMoment,
          until: anyInstant,
        },
        { requiredKeys: ['awaiting', 'missed', 'workingDays'] },
      ),
    },
  ),
  PutInWriting: event('PutInWriting'),
  UpdateGiven: event('UpdateGiven', { text }, { next: anyMoment, cadence, contact: uid }),
  UpdatePlanned: event('UpdatePlanned', { next: anyMoment }),
  WordHeard: event('WordHeard', { text, contact: uid }, { due: anyMoment }),
  EffortSpent: event(
    'EffortSpent',
    { hours: fc.integer({ min: -40, max: 400 }).map((quarters) => quarters / 4) },
    { text, from: anyInstant, note: text, because: text },
  ),
  MoneySpent: event('MoneySpent', { money: anyMoney }, { from: anyInstant, note: text, because: text }),
  Delivered: event('Delivered', {}, { tookHours: hours, withoutApproval: text, evidence }),
  PromiseKept: event('PromiseKept', {}, { tookHours: hours, evidence }),
  AwaitedReceived: event('AwaitedReceived', {}, { tookHours: hours, text, contact: uid, evidence }),
  ReplyGiven: event('ReplyGiven', {}, { tookHours: hours, text, contact: uid, evidence, due: anyMoment }),
  Accepted: event('Accepted', {}, { note: text, bySilence: fc.constant(true), unsaid: fc.constant(true) }),
  Dropped: event('Dropped', { because: text }),
  Snoozed: event('Snoozed', { until: anyMoment }),
  Reopened: event('Reopened', {}, { because: text }),
  NoteAdded: event('NoteAdded', { text }, { link: text }),
  DetailsChanged: event(
    'DetailsChanged',
    {},
    {
      title: text,
      client: uid,
      estimateHours: orNull(hours),
      estimateText: orNull(text),
      project: orNull(text),
      wantedBy: orNull(anyMoment),
      cadence: orNull(cadence),
      scope,
      blocks: orNull(uid),
      due: correction,
      offered: correction,
      because: text,
      people: orNull(fc.array(text)),
      topic: orNull(text),
      extraTo: orNull(uid),
    },
  ),
  AffectedNamed: event('AffectedNamed', {}, { text, neededBy: anyMoment }),
  FactFound: event('FactFound', { text }, { link: text }),
  ConclusionDrawn: event('ConclusionDrawn', { text }),
  CauseNamed: event('CauseNamed', { cause: fc.constantFrom(...CAUSES) }),
  RemedyProposed: event('RemedyProposed', ...measure),
  PreventionProposed: event('PreventionProposed', ...measure),
  ResolutionOffered: event('ResolutionOffered'),
  ResolutionRejected: event('ResolutionRejected', { because: text }),
  ResolutionApproved: event('ResolutionApproved', { ...approval, measures: fc.array(uid) }),
  TalkHeld: event('TalkHeld'),
  PricePut: event('PricePut', { amount }, { date: anyMoment, because: text }),
  PriceRejected: event('PriceRejected', { because: text }, { wanted: anyMoment }),
  PriceApproved: event('PriceApproved', approval),
  GivenFree: event('GivenFree', { because: text }),
  RemovalNamed: event('RemovalNamed', { text }),
  OccurrenceMissed: event('OccurrenceMissed'),
  MissExplained: event('MissExplained', { because: text }),
  OccurrenceShifted: event('OccurrenceShifted', { due: anyMoment }),
  OccurrenceWithdrawn: event('OccurrenceWithdrawn'),
  ReviewWindowOpened: event('ReviewWindowOpened', { until: anyMoment }),
  NumberGiven: fc
    .integer({ min: 1, max: 1000 })
    .map((number): CommitmentEvent => ({ type: 'NumberGiven', number })),
};

export const eventOnCommitment: fc.Arbitrary<CommitmentEvent> = fc.oneof(...Object.values(COMMITMENT_EVENTS));
