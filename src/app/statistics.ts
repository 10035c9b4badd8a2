import { groupBy } from '../domain/base/group-by.ts';
import { commitmentAsOf } from '../domain/report/events-as-of.ts';
import { type CommitmentRecord, recordOf } from '../domain/statistics/commitment-record.ts';
import type { DateFigures } from '../domain/statistics/date-figures.ts';
import { beganAt, figuresOf, myDates } from '../domain/statistics/figures.ts';
import { type FigureGroup, type Grouping, groupFigures, keptByMonth } from '../domain/statistics/groups.ts';
import { longestSilence } from '../domain/statistics/longest-silence.ts';
import type { Period } from '../domain/statistics/period.ts';
import { promisedDates } from '../domain/statistics/promised-dates.ts';
import { replay } from '../domain/statistics/replay.ts';
import type { SpentOn } from '../domain/statistics/spent-on.ts';
import { standingRecords } from '../domain/statistics/standing-records.ts';
import type { Scope, Statistics } from '../domain/statistics/statistics.ts';
import type { Client } from '../domain/streams/client.ts';
import { type Commitment, counterpart } from '../domain/streams/commitment.ts';
import { localDay } from '../domain/time/calendar.ts';
import { type Instant, latest } from '../domain/time/moment.ts';
import type { Db } from '../store/db.ts';
import { readAllEffective, readUndone } from '../store/journal.ts';
import { readCommitments, readCommitmentsOf, readCommitmentsSince, readWordsOut } from '../store/queries.ts';
import type { OnProgress } from '../store/read-tables.ts';
import { readSpentOn } from '../store/spent-on.ts';
import type { Context } from './context.ts';
import { readDayAnswers } from './day-answers.ts';
import { isStoryEvent, readRecordedEvents } from './history.ts';
import { readOutlooks } from './standings.ts';

/** Reads everything that the record says. */
export function readStatistics(context: Context, scope: Scope, onProgress: OnProgress): Statistics {
  const { client, since } = scope;
  const { now, calendar } = context;
  const records = readRecords(context, scope, onProgress);
  const period: Period = { since, before: null, now, calendar };
  const from = since === null ? null : localDay(calendar, since);
  const standing = standingRecords(records, period);
  return {
    ...scope,
    figures: figuresOf(records, period),
    byMonth: keptByMonth(records, period),
    silence: readSilence(context, records, scope),
    spent: readSpent(context, scope),
    answers: new Map([...readDayAnswers(context, client)].filter(([day]) => from === null || day >= from)),
    standings: readOutlooks(context, { all: true }).flatMap((each) => {
      const record = standing.get(each.standing.uid);
      return record ? [{ ...each, record }] : [];
    }),
    beganAt: beganAt(records),
  };
}

/** Reads figures by month, client or kind. */
export function readGroups(
  context: Context,
  scope: Scope,
  by: Grouping,
  onProgress: OnProgress,
): FigureGroup[] {
  const { now, calendar } = context;
  const period: Period = { since: scope.since, before: null, now, calendar };
  return groupFigures(by, readRecords(context, scope, onProgress), readSpent(context, scope), period);
}

/** What was spent, on one client or on all. */
function readSpent({ db }: Context, { client, since }: Scope): SpentOn[] {
  return readSpentOn(db, since).filter((each) => client === null || each.client === client.uid);
}

/** What the figures from an instant on are made of. */
function readRecords(context: Context, { client, since }: Scope, onProgress: OnProgress): CommitmentRecord[] {
  const { db } = context;
  if (client === null && since === null) return readAllRecords(context, onProgress);
  const undone = readUndone(db);
  // What had ended before it is in no figure, unless its date lies in it.
  const commitments =
    client === null && since !== null ? readCommitmentsSince(db, since) : commitmentsOf(db, client);
  return commitments.map((commitment) =>
    recordOf(commitment, readRecordedEvents(db, commitment.uid, undone), context),
  );
}

function readAllRecords(context: Context, onProgress: OnProgress): CommitmentRecord[] {
  const { db } = context;
  const commitments = new Map(readCommitments(db).map((each) => [each.uid, each]));
  const records: CommitmentRecord[] = [];
  for (const { uid, events } of readAllEffective(db, 'commitment')) {
    const commitment = commitments.get(uid);
    if (!commitment) continue;
    onProgress(records.length / commitments.size);
    records.push(recordOf(commitment, events.filter(isStoryEvent), context));
  }
  onProgress(1);
  return records;
}

/** What became of my dates, of one client or of all, as it was at a moment. */
export function readMyDates(
  { db, calendar }: Pick<Context, 'db' | 'calendar'>,
  { client, since, until: now }: Scope & { readonly until: Instant },
): DateFigures {
  const undone = readUndone(db);
  const all = commitmentsOf(db, client).flatMap((each) => {
    const then = commitmentAsOf(each, readRecordedEvents(db, each.uid, undone), now);
    return then ? [{ commitment: then.commitment, dates: promisedDates(replay(then.events), now) }] : [];
  });
  return myDates(all, { since, before: null, now, calendar });
}

/** All commitments, or those that concern a client or that it promised. */
function commitmentsOf(db: Db, client: Client | null): Commitment[] {
  return client === null ? readCommitments(db) : readCommitmentsOf(db, client.uid);
}

/** The longest silence towards any client while something was open with them. */
function readSilence(
  { db, calendar }: Context,
  records: readonly CommitmentRecord[],
  { client, since }: Scope,
): Statistics['silence'] {
  const said = groupBy(readWordsOut(db), (word) => word.client);
  let longest: Statistics['silence'] = null;
  for (const [uid, theirs] of groupBy(records, ({ commitment }) => counterpart(commitment))) {
    if (uid === null || (client !== null && uid !== client.uid)) continue;
    const words = [...(said.get(uid) ?? []).map(({ at }) => at), ...theirs.flatMap((record) => record.words)];
    const open = theirs
      .flatMap((record) => record.open)
      .flatMap(({ from, to }) =>
        since === null || to > since ? [{ from: latest(from, since ?? from), to }] : [],
      );
    const silence = longestSilence(words, open, calendar);
    if (silence && silence.workingDays > (longest?.workingDays ?? 0)) longest = { ...silence, client: uid };
  }
  return longest;
}
