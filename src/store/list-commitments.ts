import { type Commitment, currentDate } from '../domain/streams/commitment.ts';
import type { Scope } from '../domain/streams/events.ts';
import { type Kind, STATES, type State } from '../domain/streams/kinds.ts';
import { isSameName } from '../domain/streams/names.ts';
import { type Day, startOfDay, type WorkCalendar } from '../domain/time/calendar.ts';
import { dayMeant } from '../domain/time/day-meant.ts';
import { epoch, type Instant, instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { listStatement, valueStatement } from './statement.ts';
import type { Value } from './tables/column.ts';
import { selectCommitmentFields, selectCommitments } from './tables/commitment.ts';

/** Which commitments to list. A filter that is left out or undefined does not apply. */
export interface ListFilter {
  /** Open commitments; those in which somebody still has to act; or closed ones too. */
  readonly which: 'open' | 'pending' | 'all';
  /** The uid of the client concerned, or of whoever promised. */
  readonly client?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly state?: State | undefined;
  readonly ball?: 'me' | 'them' | undefined;
  readonly scope?: Scope | undefined;
  readonly project?: string | undefined;
  /** Its date is not later than this. */
  readonly by?: Instant | undefined;
  /** Its date is on this day or earlier; one that was given as a day, as it was said. */
  readonly byDay?: { readonly day: Day; readonly calendar: WorkCalendar } | undefined;
  /** It is open and was due before this. */
  readonly overdueAt?: Instant | undefined;
}

export const SORT_KEYS = ['number', 'date', 'title', 'client', 'state', 'created'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** The order of a list and its limit; Infinity means all. */
export interface ListOrder {
  readonly key: SortKey;
  readonly isReversed: boolean;
  readonly limit: number;
}

/** The part of a list up to the limit, and the length of the whole list. */
export interface CommitmentList {
  readonly commitments: readonly Commitment[];
  readonly total: number;
}

/** Lists commitments. Those beyond the limit are counted but not read. */
export function listCommitments(db: Db, filter: ListFilter, order: ListOrder): CommitmentList {
  const { where, values } = conditionsOf(db, filter);
  const total = Number(valueStatement(db, `SELECT count(*) FROM commitment ${where}`).get(...values));
  const uids = inOrder(db, where, values, order);
  return { commitments: readInOrder(db, uids), total };
}

function conditionsOf(db: Db, filter: ListFilter): { where: string; values: readonly Value[] } {
  const { which, client, kind, state, ball, scope, project, by, byDay, overdueAt } = filter;
  const conditions: Condition[] = [];
  if (which === 'open') conditions.push(['closed_at IS NULL']);
  if (which === 'pending') conditions.push(['ball IS NOT NULL']);
  if (client !== undefined) {
    const concerned =
      'SELECT uid FROM commitment WHERE client = ? UNION SELECT uid FROM commitment WHERE who = ?';
    conditions.push([`uid IN (${concerned})`, client, client]);
  }
  if (kind !== undefined) conditions.push(['kind = ?', kind]);
  if (state !== undefined) conditions.push(['state = ?', state]);
  if (ball !== undefined) conditions.push(['ball = ?', ball]);
  if (scope !== undefined) conditions.push(['scope = ?', scope]);
  if (project !== undefined) {
    const names = projectsCalled(db, project);
    conditions.push([`project IN (${names.map(() => '?').join(', ')})`, ...names]);
  }
  if (by !== undefined) conditions.push(['listed_date <= ?', by]);
  if (byDay !== undefined) conditions.push(byDayCondition(db, byDay));
  if (overdueAt !== undefined) conditions.push(['closed_at IS NULL AND due < ?', overdueAt]);
  const all = conditions.map(([condition]) => condition).join(' AND ');
  return { where: all && `WHERE ${all}`, values: conditions.flatMap(([, ...values]) => values) };
}

/** A condition, and the values for each ? in it. */
type Condition = [condition: string, ...values: Value[]];

/** No day ends anywhere longer than this before or after it ends here. */
const BETWEEN_ZONES_MS = 26 * 3_600_000;

/** Dates near the end of the day are looked at one by one, because days given elsewhere end at other times. */
function byDayCondition(
  db: Db,
  { day, calendar }: { readonly day: Day; readonly calendar: WorkCalendar },
): Condition {
  const end = epoch(startOfDay(calendar, day + 1));
  const [from, to] = [end - BETWEEN_ZONES_MS, end + BETWEEN_ZONES_MS].map(instant) as [Instant, Instant];
  const near = selectCommitmentFields(
    db,
    ['uid', 'due', 'offer', 'wantedBy'],
    'WHERE listed_date >= ? AND listed_date < ?',
    from,
    to,
  );
  const within = near.filter((commitment) => {
    const date = currentDate(commitment);
    return date !== null && dayMeant(date, calendar) <= day;
  });
  const uids = JSON.stringify(within.map(({ uid }) => uid));
  return ['(listed_date < ? OR uid IN (SELECT value FROM json_each(?)))', from, uids];
}

/** All spellings of a project's name. */
function projectsCalled(db: Db, project: string): string[] {
  const names = valueStatement(db, 'SELECT DISTINCT project FROM commitment WHERE project IS NOT NULL').all();
  return (names as string[]).filter((name) => isSameName(name, project));
}

/** The uids of the commitments to read, in order. */
function inOrder(db: Db, where: string, values: readonly Value[], order: ListOrder): string[] {
  const { key, isReversed, limit } = order;
  const direction = isReversed ? 'DESC' : 'ASC';
  const select = (sql: string, ...more: readonly Value[]) =>
    valueStatement(db, `SELECT uid FROM commitment ${sql} LIMIT ?`).all(...values, ...more) as string[];
  const also = (condition: string) => (where === '' ? `WHERE ${condition}` : `${where} AND ${condition}`);
  // SQLite treats a negative limit as no limit.
  const most = Number.isFinite(limit) ? limit : -1;
  switch (key) {
    case 'number':
      return select(`${where} ORDER BY number ${direction}`, most);
    case 'created':
      return select(`${where} ORDER BY created_at ${direction}, number ${direction}`, most);
    case 'date': {
      // Commitments without a date come after all others. A single query could not use the index for both.
      const dated = `${also('listed_date IS NOT NULL')} ORDER BY listed_date ${direction}, number ${direction}`;
      const undated = `${also('listed_date IS NULL')} ORDER BY number ${direction}`;
      const [first, second] = isReversed ? [undated, dated] : [dated, undated];
      const begin = select(first, most);
      return begin.length < limit
        ? [...begin, ...select(second, most < 0 ? most : most - begin.length)]
        : begin;
    }
    default:
      return sorted(db, where, values, key, isReversed).slice(0, limit);
  }
}

/** Sorts by text here rather than in SQL, because SQLite does not compare words as people do. */
function sorted(
  db: Db,
  where: string,
  values: readonly Value[],
  key: 'title' | 'client' | 'state',
  isReversed: boolean,
): string[] {
  const column = key === 'client' ? '(SELECT name FROM client WHERE client.uid = commitment.client)' : key;
  const rows = listStatement(db, `SELECT uid, ${column} FROM commitment ${where} ORDER BY number`).all(
    ...values,
  );
  const rank = (value: string | null): string | number =>
    key === 'state' ? STATES.indexOf(value as State) : (value?.toLowerCase() ?? '~');
  const keyed = (rows as [string, string | null][]).map(([uid, value]) => ({ uid, rank: rank(value) }));
  keyed.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  const uids = keyed.map(({ uid }) => uid);
  return isReversed ? uids.reverse() : uids;
}

function readInOrder(db: Db, uids: readonly string[]): Commitment[] {
  const wanted = 'WHERE uid IN (SELECT value FROM json_each(?))';
  const read = new Map(
    selectCommitments(db, wanted, JSON.stringify(uids)).map((commitment) => [commitment.uid, commitment]),
  );
  return uids.flatMap((uid) => read.get(uid) ?? []);
}
