import { groupBy, groupByEach } from '../base/group-by.ts';
import { KINDS } from '../streams/kinds.ts';
import { dateOf, dayOf, localDay, shiftMonths, startOfDay } from '../time/calendar.ts';
import { isoMonthOf } from '../time/iso-day.ts';
import { earliest, type Instant, latest } from '../time/moment.ts';
import type { CommitmentRecord } from './commitment-record.ts';
import { CAME_DUE } from './date-figures.ts';
import { beganAt, type Figures, figuresOf, isMine } from './figures.ts';
import { lostDays } from './lost-days.ts';
import { dueHere, isIn, type Period } from './period.ts';
import type { PromisedDate } from './promised-dates.ts';
import { type Share, shareOf } from './share.ts';
import type { SpentOn } from './spent-on.ts';

/** By what figures can be told apart. */
export type Grouping = 'month' | 'client' | 'kind';
export const GROUPINGS: readonly Grouping[] = ['month', 'client', 'kind'];

/** The figures of a month ("2026-03"), a client (by uid) or a kind; null for what is for nobody. */
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
  const began = firstOf(records, spent);
  if (began === null) return [];
  const { calendar, now } = period;
  const monthAt = (at: Instant) => isoMonthOf(localDay(calendar, at));
  const present = monthAt(now);
  // To look at everything for each month would take long after many years.
  const concerned = groupByEach(records, (record) => {
    // What lies ahead belongs to the present month, which goes on.
    return new Set(instantsOf(record, period).map((at) => (at > now ? present : monthAt(at))));
  });
  const awaited = records.filter(({ commitment }) => commitment.kind === 'awaiting');
  const spentIn = groupBy(spent, ({ at }) => monthAt(at));
  return monthsOf({ ...period, since: period.since ?? began }).map(({ key, within }) => ({
    key,
    // Something may be late for months in which nothing else happened to it.
    figures: { ...figuresOf(concerned.get(key) ?? [], within), lost: lostDays(awaited, within) },
    hours: sumOf((spentIn.get(key) ?? []).filter(({ at }) => isIn(within, at))),
  }));
}

/** All instants by which something of a commitment may belong to a period. */
function instantsOf(
  { commitment, dates, offers, gaps }: CommitmentRecord,
  { now, calendar }: Period,
): Instant[] {
  const { createdAt, closedAt, price } = commitment;
  return [
    createdAt,
    closedAt ?? now,
    ...(price ? [price.putAt] : []),
    ...dates.flatMap(({ due, endedAt }) => [dueHere(due, calendar), endedAt ?? now]),
    ...offers.map(({ date }) => dueHere(date, calendar)),
    ...gaps.map(({ until }) => until ?? now),
  ];
}

/** The months of a period that has a beginning, up to the present one. */
function monthsOf(
  period: Period & { readonly since: Instant },
): { readonly key: string; readonly within: Period }[] {
  const { calendar, now, since } = period;
  const { year, month } = dateOf(localDay(calendar, since));
  const months: { readonly key: string; readonly within: Period }[] = [];
  for (let first = dayOf(year, month, 1); first <= localDay(calendar, now); first = shiftMonths(first, 1)) {
    const next = startOfDay(calendar, shiftMonths(first, 1));
    const begins = latest(since, startOfDay(calendar, first));
    // What is still ahead belongs to the present month, which goes on.
    months.push({
      key: isoMonthOf(first),
      within: { ...period, since: begins, before: next > now ? null : next },
    });
  }
  return months;
}

/** How many of my dates I kept in a month ("2026-03"). */
export interface KeptInMonth {
  readonly month: string;
  readonly kept: Share;
}

/** How many months are a trend. */
const TREND = 12;

/** How many of my dates I kept in each of the last months, in order: what `myDates` says of each, in one pass. */
export function keptByMonth(records: readonly CommitmentRecord[], period: Period): KeptInMonth[] {
  const { calendar, now } = period;
  const began = period.since ?? beganAt(records);
  if (began === null) return [];
  const { year, month } = dateOf(shiftMonths(localDay(calendar, now), 1 - TREND));
  const since = latest(began, startOfDay(calendar, dayOf(year, month, 1)));
  const dueOf = ({ due }: PromisedDate) => dueHere(due, calendar);
  const cameDue = records
    .filter(({ commitment, dates }) => isMine(commitment) && dates.at(-1)?.end !== 'dropped')
    .flatMap(({ dates }) => dates.filter((date) => CAME_DUE.has(date.end) && dueOf(date) >= since));
  const byMonth = groupBy(cameDue, (date) => isoMonthOf(localDay(calendar, earliest(dueOf(date), now))));
  return monthsOf({ ...period, since }).map(({ key }) => ({
    month: key,
    kept: shareOf(byMonth.get(key) ?? [], ({ end }) => end === 'kept'),
  }));
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
  // What somebody else promised for a client concerns both.
  const keysOf = ({ commitment: { client, who, kind } }: CommitmentRecord): readonly (string | null)[] =>
    by === 'kind' ? [kind] : [...new Set([client, ...(who === null ? [] : [who])])];
  const groups = groupByEach(records, keysOf);
  const spentOn = groupBy(spent, (each) => each[by]);
  const keys = new Set([...(by === 'kind' ? KINDS : []), ...groups.keys(), ...spentOn.keys()]);
  return [...keys].flatMap((key) => {
    const [all, hours] = [groups.get(key) ?? [], spentOn.get(key) ?? []];
    if (all.length === 0 && hours.length === 0) return [];
    return [{ key, figures: figuresOf(all, period), hours: sumOf(hours) }];
  });
}

function sumOf(spent: readonly SpentOn[]): number {
  return spent.reduce((sum, { hours }) => sum + hours, 0);
}
