import type { Money } from '../domain/base/money.ts';
import type { SpentSum } from '../domain/planning/project-cost.ts';
import { PLANNED_FIELDS, type Planned } from '../domain/planning/queue.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import { keyOf } from '../domain/streams/names.ts';
import type { Project } from '../domain/streams/project.ts';
import type { Spending } from '../domain/streams/spent.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';
import { selectCommitmentFields, selectCommitments } from './tables/commitment.ts';
import { selectProjects } from './tables/project.ts';

/** All projects, by name. */
export function readProjects(db: Db): Project[] {
  return selectProjects(db, 'ORDER BY name COLLATE NOCASE, uid');
}

/** A project by its uid; null if it does not exist any more. */
export function readProject(db: Db, uid: string): Project | null {
  return selectProjects(db, 'WHERE uid = ?', uid)[0] ?? null;
}

/** The projects of a client, by name. */
export function readProjectsOf(db: Db, client: string): Project[] {
  return selectProjects(db, 'WHERE client = ? ORDER BY name COLLATE NOCASE, uid', client);
}

/** The projects with a budget that are open, were closed since, or were closed with an overrun, by name. */
export function readBudgeted(db: Db, since: Instant): Project[] {
  const isLive = 'budget_amount IS NOT NULL AND (closed_at IS NULL OR closed_at >= ? OR is_closed_over)';
  return selectProjects(db, `WHERE ${isLive} ORDER BY name COLLATE NOCASE, uid`, since);
}

/** A name that commitments give their project. */
export interface UsedName {
  readonly name: string;
  /** The only client that they are for; null if there is none, or several. */
  readonly client: string | null;
  /** When the first of them was recorded. */
  readonly since: Instant;
}

/** The names that commitments give their projects, in each spelling. */
export function readUsedProjectNames(db: Db): UsedName[] {
  const names = statement(
    db,
    `SELECT project AS name, iif(count(DISTINCT client) = 1, max(client), NULL) AS client, min(created_at) AS since
     FROM commitment WHERE project_key IS NOT NULL GROUP BY project ORDER BY project COLLATE NOCASE`,
  );
  return names.all() as UsedName[];
}

/** All commitments that belong to a project, by number. */
export function readCommitmentsIn(db: Db, name: string): Commitment[] {
  return selectCommitments(db, 'WHERE project_key = ? ORDER BY number', keyOf(name));
}

/** What the queue needs to know of the open commitments of a project. */
export function readOpenWorkIn(db: Db, name: string): Planned[] {
  return selectCommitmentFields(
    db,
    PLANNED_FIELDS,
    'WHERE project_key = ? AND closed_at IS NULL ORDER BY number',
    keyOf(name),
  );
}

/** What belongs to a project: its commitments, itself, and what was merged into it. */
const OF_PROJECT = `stream IN (
    SELECT uid FROM commitment WHERE project_key = @key UNION ALL SELECT value FROM json_each(@streams))
  AND at >= @from AND at < @to`;

/** Before every instant, and after it. */
const [ALWAYS, NEVER] = ['', '~'];

function spanOf(
  { uid, name, merged }: Pick<Project, 'uid' | 'name' | 'merged'>,
  from: Instant | null,
  to: Instant | null,
) {
  return {
    key: keyOf(name),
    streams: JSON.stringify([uid, ...merged]),
    from: from ?? ALWAYS,
    to: to ?? NEVER,
  };
}

/** What was spent on a project and its commitments, in a stretch of time. */
export function sumSpentOn(db: Db, project: Project, from: Instant | null, to: Instant | null): SpentSum {
  const rows = statement(
    db,
    `SELECT total(hours) AS hours, total(money_minor) AS minor, money_currency AS currency FROM spending
     WHERE ${OF_PROJECT} GROUP BY money_currency ORDER BY money_currency`,
  ).all(spanOf(project, from, to));
  return sumOf(rows as SumRow[]);
}

interface SumRow {
  readonly hours: number;
  readonly minor: number;
  readonly currency: string | null;
}

function sumOf(rows: readonly SumRow[]): SpentSum {
  return {
    hours: rows.reduce((sum, { hours }) => sum + hours, 0),
    money: rows.flatMap(({ minor, currency }): Money[] => (currency === null ? [] : [{ minor, currency }])),
  };
}

/** The same one by one, earliest first. */
export function readSpendingsOn(
  db: Db,
  project: Project,
  from: Instant | null,
  to: Instant | null,
): Spending[] {
  const rows = statement(
    db,
    `SELECT at, hours, money_minor AS minor, money_currency AS currency FROM spending
     WHERE ${OF_PROJECT} ORDER BY at, rowid`,
  ).all(spanOf(project, from, to));
  return (rows as (SumRow & { at: Instant })[]).map(({ at, hours, minor, currency }) => ({
    at,
    hours,
    money: currency === null ? null : { minor, currency },
  }));
}

/** What was spent on a client: on commitments and projects for it, and on itself and whoever was merged into it. */
export function sumSpentOnClient(db: Db, client: string, since: Instant | null): SpentSum {
  const rows = statement(
    db,
    `SELECT total(hours) AS hours, total(money_minor) AS minor, money_currency AS currency FROM spending
     WHERE stream IN (
         SELECT uid FROM commitment WHERE client = @client
         UNION ALL SELECT uid FROM project WHERE client = @client
         UNION ALL SELECT merged FROM other_name WHERE client = @client AND merged IS NOT NULL
         UNION ALL SELECT @client)
       AND at >= @since
     GROUP BY money_currency ORDER BY money_currency`,
  ).all({ client, since: since ?? ALWAYS });
  return sumOf(rows as SumRow[]);
}
