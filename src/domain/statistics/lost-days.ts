import { latenessOf } from '../planning/lateness.ts';
import type { CommitmentRecord } from './commitment-record.ts';
import { isIn, type Period } from './period.ts';

/** The working days that somebody's lateness cost. */
export interface LostDays {
  /** The uid of whoever was late. */
  readonly who: string;
  readonly workingDays: number;
  /** In how many things they were late. */
  readonly count: number;
}

/** The working days that were lost by what others owed and brought late, whoever cost most first. Days before the period do not count. */
export function lostDays(records: readonly CommitmentRecord[], period: Period): LostDays[] {
  const { now, calendar, since } = period;
  const byWho = new Map<string, LostDays>();
  for (const { commitment } of records) {
    const { kind, who, due, state } = commitment;
    if (kind !== 'awaiting' || who === null || state === 'dropped') continue;
    const lateness = latenessOf(commitment, now, calendar, since);
    if (lateness === null || (due !== null && period.before !== null && !isIn(period, due.at))) continue;
    const { workingDays = 0, count = 0 } = byWho.get(who) ?? {};
    byWho.set(who, { who, workingDays: workingDays + lateness.workingDays, count: count + 1 });
  }
  return [...byWho.values()]
    .filter(({ workingDays }) => workingDays > 0)
    .sort((a, b) => b.workingDays - a.workingDays || b.count - a.count);
}
