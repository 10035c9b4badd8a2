import * as v from 'valibot';
import { MOST_MINOR } from '../domain/base/money.ts';
import { hasAtMost, MOST_IN_PHRASE, MOST_IN_TITLE, MOST_IN_WORDS } from '../domain/base/text.ts';
import { isBackwards, MOST_DAYS_AWAY } from '../domain/streams/away.ts';
import { CHANNELS } from '../domain/streams/channel.ts';
import { MOST_NUMBER } from '../domain/streams/commitment.ts';
import { CAUSES } from '../domain/streams/complaint-events.ts';
import {
  ANSWERS,
  BUDGET_MARKS,
  type DomainEvent,
  QUESTION_NUMBERS,
  REPLY_ORDERS,
} from '../domain/streams/events.ts';
import { STANDING_KINDS } from '../domain/streams/standing-events.ts';
import type { ValueChecks } from '../domain/streams/value-checks.ts';
import { isRecurrenceRule } from '../domain/time/cadence.ts';
import { dayOfIso, isIsoDay } from '../domain/time/iso-day.ts';
import { isInstant } from '../domain/time/moment.ts';
import { ON_DAYS_OFF } from '../domain/time/occurrences.ts';

type Schema<T> = v.GenericSchema<unknown, T>;
type EventOf<T extends DomainEvent['type']> = Extract<DomainEvent, { readonly type: T }>;

/** A check of each field of an event. A field that may be missing has an optional one. */
type FieldsOf<E> = {
  readonly [F in Exclude<keyof E, 'type'>]-?: Record<never, never> extends Pick<E, F>
    ? v.ExactOptionalSchema<Schema<Exclude<E[F], undefined>>, undefined>
    : Schema<E[F]>;
};

/** The check of each type of event. A type or a field without one does not compile. */
type FieldsByType = { readonly [T in DomainEvent['type']]: FieldsOf<EventOf<T>> };

/** The payload of each type of event, in its current version. */
export type PayloadSchemas = { readonly [T in DomainEvent['type']]: v.GenericSchema };

/** No id that was ever written is longer: a ULID, or for the device of a copied file, some of them. */
const MOST_IN_ID = 400;
/** More than anybody works in a life. */
const MOST_HOURS = 1_000_000;
const MOST_ITEMS = 1000;
/** A field that is not known may come from a newer followup and is kept, but it has to be small and flat. */
const MOST_IN_UNKNOWN = 10_000;
const DEEPEST_UNKNOWN = 10;

const IS_NO_TEXT = 'is not text';
const perhaps = v.exactOptional;

/** Says what is wrong with an object: that it is none, or that a field is missing or not known. */
function sayObject({ expected, received }: { readonly expected: string | null; readonly received: string }) {
  if (expected === 'never') return 'is not known';
  return received === 'undefined' ? 'is missing' : 'is not an object';
}

function checked(says: string, holds: (text: string) => boolean) {
  return v.pipe(v.string(IS_NO_TEXT), v.check(holds, says));
}

function textOf(most: number) {
  return checked(`has more than ${most} characters`, (text) => hasAtMost(text, most));
}

const title = textOf(MOST_IN_TITLE);
const words = textOf(MOST_IN_WORDS);
const phrase = textOf(MOST_IN_PHRASE);

/** The id of a stream, an operation or a device. */
export const ID = checked('is not an id', (text) => /^[\x21-\x7e]+$/.test(text) && text.length <= MOST_IN_ID);

export const INSTANT = checked('is not an instant', isInstant);

/** A number in some bounds. */
function numberFrom(least: number, most: number) {
  const isWithin = (value: number) => value >= least && value <= most;
  return v.pipe(v.number('is not a number'), v.check(isWithin, `is not a number from ${least} to ${most}`));
}

/** A whole number in some bounds. */
export function wholeNumber(least: number, most: number) {
  return v.pipe(
    numberFrom(least, most),
    v.check((value) => Number.isInteger(value), `is not a whole number from ${least} to ${most}`),
  );
}

/** An object with these fields and no others: those of a newer version would be lost in the rows. */
export function exactly<F extends v.ObjectEntries>(fields: F) {
  return v.strictObject(fields, sayObject);
}

const hours = numberFrom(0, MOST_HOURS);
const signedHours = numberFrom(-MOST_HOURS, MOST_HOURS);
const share = numberFrom(0, 1);
const yes = v.literal(true, 'is not true');
const boolean = v.boolean('is neither true nor false');
const via = v.picklist(CHANNELS, 'is not a channel');
const scope = v.picklist(['in', 'out'], 'is not a scope');
const cadence = exactly({ rrule: checked('is not a recurrence rule', isRecurrenceRule), text: phrase });
const day = checked('is not a day', isIsoDay);
const clockTime = checked('is not a clock time', (text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text));
const range = v.pipe(
  v.strictTuple([hours, hours], 'is not a range'),
  v.check(([least, most]) => least <= most, 'is not a range'),
);
const belonging = exactly({
  complaint: ID,
  as: v.picklist(['talk', 'remedy', 'prevention'], 'is no part of a complaint'),
  measure: perhaps(ID),
});
const occurrence = exactly({
  standing: ID,
  on: INSTANT,
  due: INSTANT,
  since: INSTANT,
  byItself: perhaps(yes),
});
const onDaysOff = v.picklist(ON_DAYS_OFF, 'is nothing to do on days off');
const duration = exactly({
  months: perhaps(hours),
  days: perhaps(hours),
  seconds: perhaps(numberFrom(0, MOST_HOURS * 3600)),
  workingDays: perhaps(hours),
  workingMinutes: perhaps(numberFrom(0, MOST_HOURS * 60)),
});
const buffer = v.union(
  [v.literal('learned'), exactly({ share: hours }), exactly({ duration })],
  'is not a buffer',
);
const factDay = exactly({ day, ahead: duration, isYearly: perhaps(yes) });
const evidence = v.pipe(
  v.array(
    exactly({
      link: words,
      bytes: perhaps(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
      sha256: perhaps(checked('is not a SHA-256', (text) => /^[0-9a-f]{64}$/.test(text))),
    }),
    'is not a list',
  ),
  v.maxLength(MOST_ITEMS, 'is too long'),
);
const money = exactly({
  minor: wholeNumber(-MOST_MINOR, MOST_MINOR),
  currency: checked('is not a currency', (text) => /^[A-Z]{3}$/.test(text)),
});
const amount = v.union(
  [exactly({ hours: signedHours, text: perhaps(phrase) }), money],
  'is neither work nor money',
);
const month = checked('is not a month', (text) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text));
const answers = v.pipe(
  v.array(
    exactly({ mark: v.picklist(BUDGET_MARKS, 'is not a mark'), month: perhaps(month) }),
    'is not a list',
  ),
  v.maxLength(MOST_ITEMS, 'is too long'),
);
/** What a computed date is based on. */
const reckoning = exactly({
  ahead: v.array(ID, 'is not a list'),
  hoursAhead: numberFrom(0, MOST_HOURS * MOST_ITEMS),
  hours,
  assumedFrom: perhaps(v.picklist(['client', 'all', 'setting'], 'is not a source')),
  confidence: share,
  chance: share,
  isWish: perhaps(yes),
  buffer: perhaps(buffer),
  learntFrom: wholeNumber(0, MOST_NUMBER),
});
const emails = v.pipe(
  v.array(
    checked('is not an address', (text) => /^\S+$/.test(text) && text.length <= MOST_IN_TITLE),
    'is not a list',
  ),
  v.check(({ length }) => length > 0 && length <= MOST_ITEMS, 'is not a list of addresses'),
);

/** A field that is not known. */
const unknown = v.pipe(
  v.unknown(),
  v.check(
    isSmall,
    `is not known, and larger than ${MOST_IN_UNKNOWN} characters or deeper than ${DEEPEST_UNKNOWN} levels`,
  ),
);

function isSmall(value: unknown): boolean {
  return isFlat(value, DEEPEST_UNKNOWN) && JSON.stringify(value).length <= MOST_IN_UNKNOWN;
}

function isFlat(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isFlat(inner, levels - 1));
}

/** The time zone of a moment, a person or an operation. */
export function zoneOf({ isZone }: ValueChecks) {
  return checked('is not a time zone', (name) => name.length <= MOST_IN_PHRASE && isZone(name));
}

/** Settings of a client by key, as typed; `value` is their schema. */
function settingsOf<T extends string | null>({ isSetting }: ValueChecks, value: Schema<T>) {
  const key = checked('is not a setting', (text) => /^[a-z]+(?:\.[a-z]+){0,4}$/.test(text));
  return v.pipe(
    v.record(key, value, sayObject),
    v.check((settings) => Object.keys(settings).length <= MOST_ITEMS, 'has too many settings'),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const [name, text] of Object.entries<string | null>(dataset.value)) {
        if (text === null || isSetting(name, text)) continue;
        const input = dataset.value;
        addIssue({
          message: 'is not a value of this setting',
          path: [{ type: 'object', origin: 'value', input, key: name, value: text }],
        });
      }
    }),
  );
}

/** Makes the checks of all types of events. */
export function payloadSchemas(checks: ValueChecks): PayloadSchemas {
  const zone = zoneOf(checks);
  const moment = v.pipe(
    exactly({
      at: INSTANT,
      from: perhaps(INSTANT),
      zone,
      grain: v.picklist(['day', 'time'], 'is neither day nor time'),
      text: perhaps(phrase),
    }),
    v.check(({ at, from = at }) => from <= at, 'begins after its end'),
  );
  const correction = exactly({ date: moment, was: moment, target: perhaps(moment) });
  const person = { name: title, role: perhaps(title), zone: perhaps(zone) };
  const said = { at: INSTANT, via: perhaps(via) };
  const start = { ...said, title, project: perhaps(title), source: perhaps(words) };
  const estimate = {
    estimateHours: perhaps(hours),
    estimateRange: perhaps(range),
    estimateText: perhaps(phrase),
  };
  const agreed = { ...said, date: moment, target: perhaps(moment), inWriting: boolean };
  const spending = { ...said, from: perhaps(INSTANT), note: perhaps(words), because: perhaps(words) };
  const finished = { ...said, tookHours: perhaps(hours), evidence: perhaps(evidence) };
  const finishedWithWords = { ...finished, text: perhaps(words), contact: perhaps(ID) };
  const measure = {
    ...said,
    id: ID,
    text: words,
    side: perhaps(v.picklist(['ours', 'theirs'], 'is not a side')),
    due: perhaps(moment),
  };
  const approved = { ...said, by: title, inWriting: boolean };
  const message = { subject: perhaps(title), quoted: perhaps(words), thread: perhaps(title) };
  const fields: FieldsByType = {
    RequestRecorded: {
      ...start,
      ...estimate,
      client: perhaps(ID),
      wantedBy: perhaps(moment),
      because: perhaps(words),
      cadence: perhaps(cadence),
      scope,
      rightWhen: perhaps(words),
      person: perhaps(title),
      topic: perhaps(title),
      extraTo: perhaps(ID),
    },
    PromiseMade: {
      ...start,
      ...estimate,
      belongsTo: perhaps(belonging),
      occurrence: perhaps(occurrence),
      client: perhaps(ID),
      unsaid: perhaps(yes),
      due: moment,
      target: perhaps(moment),
    },
    PromiseAwaited: {
      ...start,
      client: ID,
      who: ID,
      person: perhaps(title),
      due: moment,
      blocks: perhaps(ID),
      contact: perhaps(ID),
      belongsTo: perhaps(belonging),
      occurrence: perhaps(occurrence),
    },
    // Older versions took the whole text of what was heard as its title.
    ReplyOwed: {
      ...start,
      title: words,
      client: ID,
      due: moment,
      contact: ID,
      decided: perhaps(yes),
      person: perhaps(title),
      topic: perhaps(title),
      order: perhaps(v.picklist(REPLY_ORDERS, 'is not the order of a reply')),
      restOf: perhaps(ID),
    },
    ComplaintRaised: {
      ...start,
      client: ID,
      due: perhaps(moment),
      about: perhaps(ID),
      person: perhaps(title),
      topic: perhaps(title),
    },
    DateOffered: {
      ...said,
      date: moment,
      target: perhaps(moment),
      because: perhaps(words),
      reckoning: perhaps(reckoning),
    },
    DateRejected: { ...said, wanted: perhaps(moment), because: words },
    DateAgreed: agreed,
    DateMoved: {
      ...agreed,
      because: words,
      late: perhaps(
        exactly({
          awaiting: ID,
          missed: v.pipe(v.array(moment, 'is not a list'), v.maxLength(MOST_ITEMS, 'is too long')),
          until: perhaps(INSTANT),
          workingDays: wholeNumber(0, MOST_NUMBER),
          was: perhaps(moment),
          forecast: perhaps(moment),
          reckoning: perhaps(reckoning),
        }),
      ),
    },
    PutInWriting: said,
    UpdateGiven: {
      ...said,
      text: words,
      next: perhaps(moment),
      cadence: perhaps(cadence),
      contact: perhaps(ID),
    },
    UpdatePlanned: { ...said, next: moment },
    WordHeard: { ...said, text: words, contact: ID, due: perhaps(moment) },
    EffortSpent: { ...spending, hours: signedHours, text: perhaps(phrase) },
    MoneySpent: { ...spending, money },
    Delivered: { ...finished, isRight: perhaps(yes), withoutApproval: perhaps(words) },
    PromiseKept: finished,
    AwaitedReceived: finishedWithWords,
    ReplyGiven: { ...finishedWithWords, due: perhaps(moment) },
    Accepted: { ...said, note: perhaps(words), bySilence: perhaps(yes), unsaid: perhaps(yes) },
    Dropped: { ...said, because: words },
    Snoozed: { ...said, until: moment },
    Reopened: { ...said, because: perhaps(words) },
    NoteAdded: { ...said, text: words, link: perhaps(words) },
    DetailsChanged: {
      ...said,
      title: perhaps(title),
      client: perhaps(ID),
      who: perhaps(ID),
      estimateHours: perhaps(v.nullable(hours)),
      estimateRange: perhaps(v.nullable(range)),
      estimateText: perhaps(v.nullable(phrase)),
      project: perhaps(v.nullable(title)),
      wantedBy: perhaps(v.nullable(moment)),
      target: perhaps(v.nullable(moment)),
      due: perhaps(correction),
      offered: perhaps(correction),
      because: perhaps(words),
      cadence: perhaps(v.nullable(cadence)),
      scope: perhaps(scope),
      blocks: perhaps(v.nullable(ID)),
      rightWhen: perhaps(v.nullable(words)),
      people: perhaps(
        v.nullable(v.pipe(v.array(title, 'is not a list'), v.maxLength(MOST_ITEMS, 'is too long'))),
      ),
      topic: perhaps(v.nullable(title)),
      extraTo: perhaps(v.nullable(ID)),
    },
    AffectedNamed: { ...said, text: perhaps(words), neededBy: perhaps(moment) },
    FactFound: { ...said, text: words, link: perhaps(words) },
    ConclusionDrawn: { ...said, text: words },
    CauseNamed: { ...said, cause: v.picklist(CAUSES, 'is not a cause') },
    RemedyProposed: measure,
    PreventionProposed: measure,
    ResolutionOffered: said,
    ResolutionRejected: { ...said, because: words },
    ResolutionApproved: {
      ...approved,
      measures: v.pipe(v.array(ID, 'is not a list'), v.maxLength(MOST_ITEMS, 'is too long')),
    },
    TalkHeld: said,
    PricePut: { ...said, amount, date: perhaps(moment), because: perhaps(words) },
    PriceRejected: { ...said, because: words, wanted: perhaps(moment) },
    PriceApproved: approved,
    GivenFree: { ...said, because: words },
    RemovalNamed: { ...said, text: words },
    OccurrenceMissed: said,
    MissExplained: { ...said, because: words },
    OccurrenceShifted: { ...said, due: moment },
    OccurrenceWithdrawn: said,
    ReviewWindowOpened: { ...said, until: moment },
    NumberGiven: { number: wholeNumber(1, MOST_NUMBER) },
    ClientAdded: { ...said, name: title },
    ClientDetailsChanged: {
      ...said,
      name: perhaps(title),
      zone: perhaps(v.nullable(zone)),
      keepInTouch: perhaps(v.nullable(cadence)),
      settings: perhaps(settingsOf(checks, v.nullable(title))),
    },
    PersonDescribed: { ...said, ...person, email: perhaps(title), otherEmails: perhaps(emails) },
    PersonLeft: { ...said, name: title },
    FactRemembered: { ...said, text: words, on: perhaps(factDay) },
    FactForgotten: { ...said, text: words },
    FactSeen: { ...said, text: words, day },
    WordPlanned: { ...said, next: moment },
    ClientRetired: said,
    ClientReturned: said,
    ClientMerged: {
      ...said,
      name: title,
      into: ID,
      gaveWay: perhaps(
        exactly({
          zone: perhaps(zone),
          keepInTouch: perhaps(cadence),
          settings: perhaps(settingsOf(checks, title)),
          people: perhaps(v.array(exactly(person), 'is not a list')),
        }),
      ),
    },
    NameAdopted: { ...said, name: title, merged: perhaps(ID) },
    SpentOnClient: { ...spending, amount },
    ReportMade: { ...said, since: perhaps(INSTANT), asOf: perhaps(day) },
    ProjectStarted: { ...said, name: title, client: perhaps(ID) },
    ProjectDetailsChanged: {
      ...said,
      name: perhaps(title),
      client: perhaps(v.nullable(ID)),
      rate: perhaps(v.nullable(money)),
    },
    BudgetSet: {
      ...said,
      amount,
      monthly: perhaps(yes),
      since: day,
      until: perhaps(day),
      because: perhaps(words),
      by: perhaps(title),
      answers: perhaps(answers),
    },
    BudgetRemoved: { ...said, because: perhaps(words) },
    BudgetSeen: { ...said, because: words, answers },
    SpentOnProject: { ...spending, amount },
    ProjectClosed: { ...said, because: perhaps(words), isOver: perhaps(yes) },
    ProjectReopened: said,
    ProjectMerged: { ...said, into: ID },
    ProjectAdopted: { ...said, project: ID },
    AwayPlanned: {
      ...said,
      first: day,
      last: day,
      beginsAt: perhaps(clockTime),
      endsAt: perhaps(clockTime),
      note: perhaps(words),
    },
    AwayCancelled: said,
    ContactRecorded: {
      ...said,
      client: ID,
      direction: v.picklist(['in', 'out'], 'is not a direction'),
      text: words,
      about: perhaps(ID),
      opened: perhaps(ID),
      joined: perhaps(ID),
      draft: perhaps(ID),
      messageId: perhaps(title),
      ...message,
    },
    SentCopyFound: { at: INSTANT, messageId: title, text: perhaps(words), ...message },
    ContactConnected: { at: INSTANT, about: perhaps(ID), opened: perhaps(ID) },
    ContactReassigned: { at: INSTANT, client: ID },
    QuestionAnswered: {
      at: INSTANT,
      number: v.picklist(QUESTION_NUMBERS, 'is not the number of a question'),
      client: perhaps(ID),
      answer: v.picklist(ANSWERS, 'is not an answer'),
      note: perhaps(words),
      promise: perhaps(ID),
    },
    AnswerReassigned: { at: INSTANT, client: ID },
    StandingPromiseMade: {
      ...said,
      ...estimate,
      kind: v.picklist(STANDING_KINDS, 'is no kind of standing promise'),
      title,
      client: perhaps(ID),
      who: perhaps(ID),
      person: perhaps(title),
      cadence,
      zone,
      onDaysOff,
      until: perhaps(day),
      project: perhaps(title),
    },
    StandingPromiseChanged: {
      ...said,
      title: perhaps(title),
      client: perhaps(ID),
      who: perhaps(ID),
      cadence: perhaps(cadence),
      onDaysOff: perhaps(onDaysOff),
      until: perhaps(v.nullable(day)),
      estimateHours: perhaps(v.nullable(hours)),
      estimateRange: perhaps(v.nullable(range)),
      estimateText: perhaps(v.nullable(phrase)),
      because: perhaps(words),
    },
    StandingPromisePaused: { ...said, first: day, last: day, because: words },
    StandingPromiseStopped: { ...said, because: perhaps(words) },
  };
  const schemas = Object.entries(fields).map(([type, entries]) => [
    type,
    v.objectWithRest(entries as v.ObjectEntries, unknown, sayObject),
  ]);
  const away = v.pipe(
    v.objectWithRest(fields.AwayPlanned, unknown, sayObject),
    v.check((span) => !isBackwards(span), 'ends before it begins'),
    v.check(
      ({ first, last }) => dayOfIso(last) - dayOfIso(first) < MOST_DAYS_AWAY,
      `takes more than ${MOST_DAYS_AWAY} days`,
    ),
  );
  return { ...Object.fromEntries(schemas), AwayPlanned: away };
}
