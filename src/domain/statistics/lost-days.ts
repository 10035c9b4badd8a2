import { latenessOf } from '../planning/lateness.ts';
import { earliest } from '../time/moment.ts';
import type { CommitmentRecord } from './commitment-record.ts';
import type { Period } from './period.ts';

/** By how many working days somebody was late. */
export interface LostDays {
  /** The uid of whoever was late. */
  readonly who: string;
  readonly workingDays: number;
  /** In how many things they were late. */
  readonly count: number;
}

/** The working days by which what others owed was late, whoever cost most first. Days before or after the period do not count. */
export function lostDays(records: readonly CommitmentRecord[], period: Period): LostDays[] {
  const { now, calendar, since, before } = period;
  const end = before === null ? now : earliest(now, before);
  const byWho = new Map<string, LostDays>();
  for (const { commitment } of records) {
    const { kind, who, state } = commitment;
    if (kind !== 'awaiting' || who === null || state === 'dropped') continue;
    const missedDates = commitment.missedDates
      .filter(({ due }) => due.at < end)
      .map(({ due, until }) => ({ due, until: earliest(until, end) }));
    const lateness = latenessOf({ ...commitment, missedDates }, end, calendar, since);
    if (lateness === null) continue;
    const { workingDays = 0, count = 0 } = byWho.get(who) ?? {};
    byWho.set(who, { who, workingDays: workingDays + lateness.workingDays, count: count + 1 });
  }
  return [...byWho.values()]
    .filter(({ workingDays }) => workingDays > 0)
    .sort((a, b) => b.workingDays - a.workingDays || b.count - a.count);
}
