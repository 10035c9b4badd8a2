import {
  type Agreement,
  type Approval,
  ballOf,
  type Commitment,
  counterpart,
  currentDate,
  isBorn,
  isUnpriced,
  type Offer,
  type Snooze,
  type Unborn,
  unborn,
} from '../../domain/streams/commitment.ts';
import type { Complaint } from '../../domain/streams/complaint.ts';
import type { Belonging } from '../../domain/streams/complaint-events.ts';
import { type Delivery, type ReviewWindow, standingWindow } from '../../domain/streams/delivery.ts';
import { KIND_TRAITS } from '../../domain/streams/kinds.ts';
import { keyOf } from '../../domain/streams/names.ts';
import type { Price } from '../../domain/streams/price.ts';
import type { OccurrenceOf } from '../../domain/streams/standing-events.ts';
import { type Instant, latest } from '../../domain/time/moment.ts';
import type { Db } from '../db.ts';
import {
  amount,
  boolean,
  type Column,
  cadence,
  group,
  integer,
  list,
  moment,
  moneyList,
  nullable,
  optionalText,
  real,
  text,
  type Value,
} from './column.ts';
import { estimate } from './estimate.ts';
import type { StreamTables } from './stream-tables.ts';
import { table } from './table.ts';

/** The numbers of commitments. A number stays when everything else about its commitment is undone. */
const NUMBERS = table<{ readonly number: number; readonly uid: string }>('number', {
  number: integer('PRIMARY KEY'),
  uid: text('UNIQUE'),
});

const COMMITMENTS = table<Commitment>(
  'commitment',
  {
    uid: text('PRIMARY KEY'),
    number: integer('UNIQUE'),
    kind: text(),
    title: text(),
    client: optionalText(),
    who: optionalText(),
    person: optionalText(),
    people: list(),
    project: optionalText(),
    state: text(),
    lastOpenState: text(),
    createdAt: text(),
    closedAt: optionalText(),
    wantedBy: nullable(moment()),
    undatedSince: text(),
    offer: nullable(group<Offer>({ date: moment(), madeAt: text(), target: nullable(moment()) })),
    due: nullable(moment()),
    target: nullable(moment()),
    agreement: nullable(group<Agreement>({ at: text(), inWriting: boolean() })),
    moves: integer(),
    missed: integer(),
    missedDates: list(),
    cadence: nullable(cadence()),
    lastWordAt: optionalText(),
    isSaid: boolean(),
    nextPromised: nullable(moment()),
    estimate: nullable(estimate()),
    spentHours: real(),
    spentMoney: moneyList(),
    scope: text(),
    snooze: nullable(group<Snooze>({ until: moment(), at: text() })),
    blocks: optionalText(),
    question: optionalText(),
    reopened: integer(),
    rightWhen: optionalText(),
    decided: boolean(),
    source: optionalText(),
    price: nullable(
      group<Price>({
        putAt: text(),
        isFree: boolean(),
        refused: optionalText(),
        amount: nullable(amount()),
        because: optionalText(),
        date: nullable(moment()),
      }),
    ),
    answeredAt: optionalText(),
    approval: nullable(group<Approval>({ by: text(), at: text(), inWriting: boolean() })),
    topic: optionalText(),
    extraTo: optionalText(),
    complaint: nullable(
      group<Complaint>({
        loops: integer(),
        about: optionalText(),
        parts: list(),
        putAt: optionalText(),
        isRefused: boolean(),
        withoutApproval: optionalText(),
      }),
    ),
    belongsTo: nullable(belonging()),
    occurrence: nullable(occurrence()),
    missedAt: optionalText(),
    missExplained: optionalText(),
    delivery: nullable(
      group<Delivery>({
        at: text(),
        toldAt: optionalText(),
        heardAt: optionalText(),
        review: nullable(group<ReviewWindow>({ until: moment(), at: text() })),
        objectedAt: optionalText(),
        isBySilence: boolean(),
      }),
    ),
    evidence: list(),
    replyOrder: optionalText(),
    restOf: optionalText(),
  },
  {
    computed: {
      counterpart,
      ball: ballOf,
      projectKey: ({ project }) => (project === null ? null : keyOf(project)),
      listedDate: (commitment) => currentDate(commitment)?.at ?? null,
      heardAt,
      unpricedSince: (commitment) => (isUnpriced(commitment) ? (commitment.closedAt ?? null) : null),
      toAcceptSince: ({ state, delivery }) => (state === 'done' ? (delivery?.at ?? null) : null),
      reviewedUntil: (commitment) => standingWindow(commitment)?.until.at ?? null,
    },
    indexes: {
      commitment_closed: '(closed_at, client)',
      // What a project has, its open work first.
      commitment_project: '(project_key, closed_at, project) WHERE project_key IS NOT NULL',
      commitment_listed: '(listed_date, number)',
      commitment_moved: '(uid) WHERE moves > 0',
      commitment_created: '(created_at, number)',
      commitment_open: '(created_at, kind) WHERE closed_at IS NULL',
      // A commitment is pending whoever has the ball; finished ones are left out.
      commitment_pending: '(client, who, ball) WHERE ball IS NOT NULL',
      commitment_pending_who: '(who, client, ball) WHERE ball IS NOT NULL AND who IS NOT NULL',
      // These cover the queries for kept dates, last words given and last words heard.
      commitment_client: '(client, kind, state, due, closed_at, missed, missed_at, is_said)',
      commitment_who:
        '(who, client, kind, state, due, closed_at, missed, missed_at, is_said) WHERE who IS NOT NULL',
      commitment_last_word: '(counterpart, last_word_at)',
      commitment_heard: '(counterpart, heard_at)',
      commitment_source: '(source) WHERE source IS NOT NULL',
      commitment_unpriced: '(unpriced_since) WHERE unpriced_since IS NOT NULL',
      commitment_free: '(client, price_put_at) WHERE price_is_free = 1',
      commitment_blocks: '(blocks) WHERE blocks IS NOT NULL',
      commitment_extra: '(extra_to) WHERE extra_to IS NOT NULL',
      commitment_topic: '(topic) WHERE topic IS NOT NULL',
      commitment_about: '(complaint_about) WHERE complaint_about IS NOT NULL',
      commitment_occurrence: '(occurrence_standing, occurrence_on) WHERE occurrence_standing IS NOT NULL',
      commitment_missed:
        "(occurrence_standing, occurrence_on) WHERE state = 'missed' AND miss_explained IS NULL",
      commitment_belongs: '(belongs_to_complaint) WHERE belongs_to_complaint IS NOT NULL',
      commitment_to_accept: '(to_accept_since) WHERE to_accept_since IS NOT NULL',
      commitment_silent: '(client, delivery_at) WHERE delivery_is_by_silence = 1',
      commitment_reviewed: '(reviewed_until) WHERE reviewed_until IS NOT NULL',
    },
  },
);

/** When they last asked for it, countered, settled its date or said yes or no to something; null if only I have spoken. */
function heardAt({
  kind,
  undatedSince,
  agreement,
  answeredAt,
  restOf,
  occurrence: time,
}: Commitment): Instant | null {
  // What an answer left open began with my word.
  if (!KIND_TRAITS[kind].startsWithTheirWord || restOf !== null) return null;
  // Nothing was said when it came again by itself.
  if (time?.byItself) return agreement?.at ?? null;
  return latest(latest(undatedSince, agreement?.at ?? undatedSince), answeredAt ?? undatedSince);
}

function belonging(): Column<Belonging> {
  const stored = group<{ complaint: string; as: Belonging['as']; measure: string | null }>({
    complaint: text(),
    as: text(),
    measure: optionalText(),
  });
  return {
    define: stored.define,
    write: ({ complaint, as, measure = null }) => stored.write({ complaint, as, measure }),
    read: (row, place) => {
      const { complaint, as, measure } = stored.read(row, place);
      return { complaint, as, ...(measure !== null && { measure }) };
    },
  };
}

function occurrence(): Column<OccurrenceOf> {
  const stored = group<Omit<OccurrenceOf, 'byItself'> & { readonly byItself: boolean }>({
    standing: text(),
    on: text(),
    due: text(),
    since: text(),
    byItself: boolean(),
  });
  return {
    define: stored.define,
    write: ({ byItself = false, ...rest }) => stored.write({ ...rest, byItself }),
    read: (row, place) => {
      const { byItself, ...rest } = stored.read(row, place);
      return { ...rest, ...(byItself && { byItself }) };
    },
  };
}

export const commitmentTables: StreamTables<'commitment'> = {
  tables: [NUMBERS, COMMITMENTS],
  insert: (db, uid, state) => {
    NUMBERS.insert(db, { number: state.number, uid });
    if (state.state !== null) COMMITMENTS.insert(db, state);
  },
  remove: (db, uid) => {
    NUMBERS.remove(db, 'uid', uid);
    COMMITMENTS.remove(db, 'uid', uid);
  },
  readAll: (db) => {
    const numbers = new Map(NUMBERS.select(db).map(({ uid, number }) => [uid, number]));
    // The number comes from the table of numbers.
    const numbered = <T extends Commitment | Unborn>(state: T): T => ({
      ...state,
      number: numbers.get(state.uid) === state.number || !isBorn(state) ? (numbers.get(state.uid) ?? 0) : 0,
    });
    return new Map<string, Commitment | Unborn>([
      ...[...numbers.keys()].map((uid) => [uid, numbered(unborn(uid))] as const),
      ...COMMITMENTS.select(db).map((commitment) => [commitment.uid, numbered(commitment)] as const),
    ]);
  },
};

/** Reads some fields of commitments; `rest` follows `FROM commitment`, with a `?` for each value. */
export function selectCommitmentFields<F extends keyof Commitment>(
  db: Db,
  fields: readonly F[],
  rest: string,
  ...values: readonly Value[]
): Pick<Commitment, F>[] {
  return COMMITMENTS.selectFields(db, fields, rest, ...values);
}

/** Reads commitments; `rest` follows `FROM commitment`, with a `?` for each value. */
export function selectCommitments(db: Db, rest: string, ...values: readonly Value[]): Commitment[] {
  return COMMITMENTS.select(db, rest, ...values);
}
