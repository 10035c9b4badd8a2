import type { StandingRecord } from '../streams/standing.ts';
import type { CommitmentRecord } from './commitment-record.ts';
import { isDueIn, type Period } from './period.ts';

/**
 * How often each standing promise, by its uid, was kept, late or missed in a period. What was dropped, and what is still open, does
 * not count; what was missed once is never kept.
 */
export function standingRecords(
  records: readonly CommitmentRecord[],
  period: Period,
): ReadonlyMap<string, StandingRecord> {
  const byStanding = new Map<string, StandingRecord>();
  for (const { commitment } of records) {
    const { occurrence, due, state, closedAt, missedAt } = commitment;
    if (occurrence === null || due === null || closedAt === null || !isDueIn(period, due)) continue;
    const outcome =
      state !== 'done'
        ? missedAt !== null && ('missed' as const)
        : missedAt === null && closedAt <= due.at
          ? 'kept'
          : 'late';
    if (outcome === false) continue;
    const before = byStanding.get(occurrence.standing) ?? { kept: 0, late: 0, missed: 0 };
    byStanding.set(occurrence.standing, { ...before, [outcome]: before[outcome] + 1 });
  }
  return byStanding;
}
