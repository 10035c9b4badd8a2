import { KINDS } from '../streams/kinds.ts';
import { dateOf, dayOf, localDay, shiftMonths, startOfDay } from '../time/calendar.ts';
import { earliest, type Instant } from '../time/moment.ts';
import type { CommitmentRecord } from './commitment-record.ts';
import { isIn, type Period } from './period.ts';
import type { SpentOn } from './spent-on.ts';
import { beganAt, type Figures, figuresOf } from './statistics.ts';

/** By what figures can be told apart. */
export type Grouping = 'month' | 'client' | 'kind';
export const GROUPINGS: readonly Grouping[] = ['month', 'client', 'kind'];

/** The figures of a month (by its first day, "2026-03-01"), a client (by uid) or a kind; null for what is for nobody. */
export interface FigureGroup {
  readonly key: string | null;
  readonly figures: Figures;
  readonly hours: number;
}

/** Figures by month, client or kind, without groups that have nothing. Each is what figures of it alone would say. */
export function groupFigures(
  by: Grouping,
  records: readonly CommitmentRecord[],
  spent: readonly SpentOn[],
  period: Period,
): FigureGroup[] {
  return by === 'month' ? byMonth(records, spent, period) : byKey(by, records, spent, period);
}

/** The figures of each month since anything was recorded, in order; those in between are there too. */
function byMonth(
  records: readonly CommitmentRecord[],
  spent: readonly SpentOn[],
  period: Period,
): FigureGroup[] {
  const { calendar, now } = period;
  const began = period.since ?? firstOf(records, spent);
  if (began === null) return [];
  const { year, month } = dateOf(localDay(calendar, began));
  const groups: FigureGroup[] = [];
  for (let first = dayOf(year, month, 1); first <= localDay(calendar, now); first = shiftMonths(first, 1)) {
    const start = startOfDay(calendar, first);
    const since = period.since !== null && period.since > start ? period.since : start;
    const next = startOfDay(calendar, shiftMonths(first, 1));
    // What is still ahead belongs to the last month, which goes on.
    const within: Period = { ...period, since, before: next > now ? null : next };
    const hours = spent.filter(({ at }) => isIn(within, at));
    const { month: number, year: of } = dateOf(first);
    groups.push({
      key: `${of}-${String(number).padStart(2, '0')}-01`,
      figures: figuresOf(records, within),
      hours: sumOf(hours),
    });
  }
  return groups;
}

function firstOf(records: readonly CommitmentRecord[], spent: readonly SpentOn[]): Instant | null {
  const began = beganAt(records);
  const first = spent[0]?.at ?? null;
  return began && first ? earliest(began, first) : (began ?? first);
}

function byKey(
  by: 'client' | 'kind',
  records: readonly CommitmentRecord[],
  spent: readonly SpentOn[],
  period: Period,
): FigureGroup[] {
  const keysOf = ({ commitment: { client, who, kind } }: CommitmentRecord): readonly (string | null)[] =>
    by === 'kind' ? [kind] : [...new Set([client, ...(who === null ? [] : [who])])];
  const groups = new Map<string | null, CommitmentRecord[]>();
  for (const kind of by === 'kind' ? KINDS : []) groups.set(kind, []);
  for (const record of records) {
    for (const key of keysOf(record)) groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  for (const each of spent) if (!groups.has(each[by])) groups.set(each[by], []);
  return [...groups].flatMap(([key, all]) => {
    const hours = spent.filter((each) => each[by] === key);
    if (all.length === 0 && hours.length === 0) return [];
    return [{ key, figures: figuresOf(all, period), hours: sumOf(hours) }];
  });
}

function sumOf(spent: readonly SpentOn[]): number {
  return spent.reduce((sum, { hours }) => sum + hours, 0);
}
