import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { OPERATION_COLUMNS, type Operation, readUndone } from './journal.ts';
import { statement } from './statement.ts';
import type { Value } from './tables/column.ts';

/** Which operations are meant. A filter that is undefined does not apply. */
export interface OperationFilter {
  /** The uid of a client: what touched it, or anything of its. */
  readonly client?: string | undefined;
  readonly verb?: string | undefined;
  /** When it was recorded: at this instant or later, and before that one. */
  readonly since?: Instant | undefined;
  readonly before?: Instant | undefined;
}

/** Whether a filter lets an operation through, as far as it is not about a client. */
export function letsThrough({ verb, since, before }: OperationFilter, operation: Operation): boolean {
  return (
    (verb === undefined || operation.verb === verb) &&
    (since === undefined || operation.recordedAt >= since) &&
    (before === undefined || operation.recordedAt < before)
  );
}

/** The last operations that a filter lets through, latest first; no more than a limit are read. */
export function findOperations(
  db: Db,
  { client, verb, since, before }: OperationFilter,
  limit: number,
): Operation[] {
  const conditions: [condition: string, name: string, value: Value][] = [];
  if (verb !== undefined) conditions.push(['verb = @verb', 'verb', verb]);
  if (since !== undefined) conditions.push(['recorded_at >= @since', 'since', since]);
  if (before !== undefined) conditions.push(['recorded_at < @before', 'before', before]);
  if (client !== undefined) conditions.push(['id IN (SELECT id FROM touching)', 'client', client]);
  const all = conditions.map(([condition]) => condition).join(' AND ');
  const rows = statement(
    db,
    `${client === undefined ? '' : TOUCHING} SELECT ${OPERATION_COLUMNS} FROM operation ${all && `WHERE ${all}`}
     ORDER BY hlc DESC, device DESC, device_seq DESC LIMIT @limit`,
  ).all({
    ...Object.fromEntries(conditions.map(([, name, value]) => [name, value])),
    ...(client !== undefined && { undone: JSON.stringify([...readUndone(db)]) }),
    limit,
  });
  return rows as Operation[];
}

/**
 * The operations that touched a client (@client), whoever was merged into it, or what is theirs: commitments for them or by them,
 * contacts, projects, standing promises, answers about them. What was undone has no rows any more, so its events say whose it is.
 * What undid one of them, or brought it back, is among them.
 */
const TOUCHING = `WITH RECURSIVE
  name(uid) AS (
    SELECT @client UNION SELECT merged FROM other_name WHERE client = @client AND merged IS NOT NULL),
  own(kind, uid) AS (
    SELECT 'client', uid FROM name
    UNION ALL SELECT 'commitment', uid FROM commitment WHERE client = @client
    UNION ALL SELECT 'commitment', uid FROM commitment WHERE who = @client
    UNION ALL SELECT 'contact', uid FROM contact WHERE client = @client
    UNION ALL SELECT 'project', uid FROM project WHERE client = @client
    UNION ALL SELECT 'project', value FROM project, json_each(project.merged) WHERE client = @client
    UNION ALL SELECT 'standing', uid FROM standing WHERE client = @client OR who = @client
    UNION ALL SELECT 'review', uid FROM answer WHERE client = @client),
  touching(id) AS (
    SELECT operation FROM own CROSS JOIN event ON stream_kind = own.kind AND stream = own.uid
    UNION SELECT operation FROM event
      WHERE operation IN (SELECT value FROM json_each(@undone))
        AND (payload ->> 'client' IN (SELECT uid FROM name) OR payload ->> 'who' IN (SELECT uid FROM name))
    UNION SELECT operation.id FROM touching JOIN operation ON operation.undoes = touching.id)`;
