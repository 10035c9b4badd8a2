import type { SpentOn } from '../domain/statistics/spent-on.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

interface Row extends Omit<SpentOn, 'money' | 'price'> {
  readonly minor: number | null;
  readonly currency: string | null;
  readonly priceMinor: number | null;
  readonly priceCurrency: string | null;
}

/**
 * Everything that was spent since an instant, on commitments, projects and clients, each once, with what it belongs to; earliest
 * first. What was spent on whoever was merged into another belongs to that one.
 */
export function readSpentOn(db: Db, since: Instant | null): SpentOn[] {
  const rows = statement(
    db,
    `WITH became(stream, uid) AS (
       SELECT value, project.uid FROM project, json_each(project.merged)
       UNION ALL SELECT merged, client FROM other_name WHERE merged IS NOT NULL)
     SELECT at, hours, money_minor AS minor, money_currency AS currency, topic,
       commitment.kind AS kind,
       coalesce(commitment.client, project.client, client.uid) AS client,
       coalesce(commitment.project, project.name) AS project,
       iif(approval_by IS NOT NULL AND price_is_free = 0 AND scope = 'out', price_amount_minor, NULL) AS priceMinor,
       price_amount_currency AS priceCurrency
     FROM spending
     LEFT JOIN became ON became.stream = spending.stream
     LEFT JOIN commitment ON stream_kind = 'commitment' AND commitment.uid = spending.stream
     LEFT JOIN project ON stream_kind = 'project' AND project.uid = coalesce(became.uid, spending.stream)
     LEFT JOIN client ON stream_kind = 'client' AND client.uid = coalesce(became.uid, spending.stream)
     WHERE at >= ? ORDER BY at, spending.rowid`,
  ).all(since ?? '');
  return (rows as Row[]).map(({ minor, currency, priceMinor, priceCurrency, ...row }) => ({
    ...row,
    ...(priceMinor !== null &&
      priceCurrency !== null && { price: { minor: priceMinor, currency: priceCurrency } }),
    money: minor === null || currency === null ? null : { minor, currency },
  }));
}
