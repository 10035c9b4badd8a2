import { groupBy } from '../domain/base/group-by.ts';
import { type CommitmentRecord, recordOf } from '../domain/statistics/commitment-record.ts';
import { type DateFigures, dateFigures } from '../domain/statistics/date-figures.ts';
import { longestSilence, type Silence } from '../domain/statistics/longest-silence.ts';
import type { Period } from '../domain/statistics/period.ts';
import { type PromisedDate, promisedDates } from '../domain/statistics/promised-dates.ts';
import type { SpentOn } from '../domain/statistics/spent-on.ts';
import { hasPromisedDate, isOwedBy } from '../domain/statistics/statistics.ts';
import type { Client } from '../domain/streams/client.ts';
import { type Commitment, counterpart } from '../domain/streams/commitment.ts';
import type { StoryEvent } from '../domain/streams/events.ts';
import { type Instant, latest } from '../domain/time/moment.ts';
import type { Db } from '../store/db.ts';
import { readEffective, readUndone } from '../store/journal.ts';
import { readCommitments, readCommitmentsOf, readWordsOut } from '../store/queries.ts';
import { readSpentOn } from '../store/spent-on.ts';
import type { Context } from './context.ts';

/** What everything on record says: of one client, or of all (null). */
export interface WholeRecord {
  readonly records: readonly CommitmentRecord[];
  readonly spent: readonly SpentOn[];
  /** The longest silence towards a client, by uid; null if there was none. */
  readonly silence: (Silence & { readonly client: string }) | null;
}

/** Reads what figures from an instant on are made of. */
export function readRecord(
  context: Context,
  { client, since }: { readonly client: Client | null; readonly since: Instant | null },
): WholeRecord {
  const { db } = context;
  const undone = readUndone(db);
  const isLate = (at: Instant | null | undefined) => at != null && since !== null && at < since;
  // What had ended before it cannot be in any figure, unless its date lies in it.
  const commitments = commitmentsOf(db, client).filter(
    ({ closedAt, due }) => !(isLate(closedAt) && (due === null || isLate(due.at))),
  );
  const records = commitments.map((commitment) =>
    recordOf(commitment, eventsOf(db, commitment, undone), context),
  );
  const spent = readSpentOn(db, since).filter((each) => client === null || each.client === client.uid);
  return { records, spent, silence: readSilence(context, records, { client, since }) };
}

/** What became of my dates and theirs, of one client or of all, as it was at a moment. */
export function readDateFigures(
  { db, calendar }: Pick<Context, 'db' | 'calendar'>,
  { client, since, until: now }: { client: Client | null; since: Instant | null; until: Instant },
): { readonly mine: DateFigures; readonly theirs: DateFigures } {
  const undone = readUndone(db);
  const all = commitmentsOf(db, client).map((commitment) => {
    const events = eventsOf(db, commitment, undone).filter(({ at }) => at <= now);
    return { commitment, dates: promisedDates(events, now) };
  });
  const period: Period = { since, before: null, now, calendar };
  const figures = (isOf: (commitment: Commitment) => boolean) =>
    dateFigures(
      all.flatMap(({ commitment, dates }): (readonly PromisedDate[])[] => (isOf(commitment) ? [dates] : [])),
      period,
    );
  return {
    mine: figures((commitment) => hasPromisedDate(commitment) && isOwedBy('me', commitment)),
    theirs: figures((commitment) => isOwedBy('them', commitment)),
  };
}

function commitmentsOf(db: Db, client: Client | null): Commitment[] {
  return client === null ? readCommitments(db) : readCommitmentsOf(db, client.uid);
}

function eventsOf(db: Db, { uid }: Commitment, undone: ReadonlySet<string>): StoryEvent[] {
  return readEffective(db, { kind: 'commitment', uid }, undone).filter(
    (event): event is StoryEvent => event.type !== 'NumberGiven',
  );
}

/** The longest silence towards any client while something was open with them. */
function readSilence(
  { db, calendar }: Context,
  records: readonly CommitmentRecord[],
  { client, since }: { readonly client: Client | null; readonly since: Instant | null },
): WholeRecord['silence'] {
  const said = groupBy(readWordsOut(db), (word) => word.client);
  let longest: WholeRecord['silence'] = null;
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
