import type { Figures } from '../../domain/statistics/figures.ts';
import type { FigureGroup, Grouping } from '../../domain/statistics/groups.ts';
import type { LengthFigures, Quantile } from '../../domain/statistics/lasting.ts';
import { type Share, wilsonInterval } from '../../domain/statistics/share.ts';
import { spentBy } from '../../domain/statistics/spent-on.ts';
import type { Statistics } from '../../domain/statistics/statistics.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';

/**
 * A row for each figure: its name; for a share how many, of how many, and the bounds; for lengths of how many, the median and
 * the 90th percentile, with ">" before what is only known to be more.
 */
export function plainStatistics(statistics: Statistics, view: ViewContext): string[][] {
  const { figures, silence, spent } = statistics;
  return [
    ...plainFigures(figures),
    ...(silence
      ? [['longest silence', nameOf(silence.client, view) ?? '', String(rounded(silence.workingDays, 1))]]
      : []),
    ...spentBy(spent, 'client').map(({ key, hours }) => [
      'hours',
      nameOf(key, view) ?? '',
      String(rounded(hours, 2)),
    ]),
    ...figures.lost.map(({ who, workingDays }) => [
      'days lost',
      nameOf(who, view) ?? '',
      String(workingDays),
    ]),
  ];
}

/** A row for a month, client or kind: its name, then kept and of how many of my dates, of theirs, of replies, and hours. */
export function plainGroup({ key, figures, hours }: FigureGroup, by: Grouping, view: ViewContext): string[] {
  const { mine, theirs, replies } = figures;
  return [
    (by === 'client' ? nameOf(key, view) : key) ?? '',
    ...[mine.kept, mine.keptAsFirst, theirs.kept, replies.inTime].flatMap(({ count, of }) => [
      String(count),
      String(of),
    ]),
    String(rounded(hours, 2)),
  ];
}

function plainFigures({ mine, theirs, replies, updates, offers, estimates }: Figures): string[][] {
  return [
    ...[
      { side: 'mine', dates: mine },
      { side: 'theirs', dates: theirs },
    ].flatMap(({ side, dates }) => [
      [`${side} kept`, ...plainShare(dates.kept)],
      [`${side} kept as first agreed`, ...plainShare(dates.keptAsFirst)],
      [`${side} moved before`, String(dates.movedBefore)],
      [`${side} moved after`, String(dates.movedAfter)],
      [`${side} days late`, ...plainLengths(dates.late)],
    ]),
    ['replies in time', ...plainShare(replies.inTime)],
    ['reply hours', ...plainLengths(replies.lengths)],
    ['updates in time', ...plainShare(updates.inTime)],
    ['update days', ...plainLengths(updates.lengths)],
    ['offers kept', ...plainShare(offers.kept)],
    ['offers said', offers.said === null ? '' : String(rounded(offers.said, 4))],
    ['brier score', offers.brier === null ? '' : String(rounded(offers.brier, 4))],
    ['within estimate', ...plainShare(estimates.within)],
    ['times the estimate', ...plainLengths(estimates.ratios)],
  ];
}

function plainShare(share: Share): string[] {
  const bounds = wilsonInterval(share);
  const bound = (value: number | undefined) => (value === undefined ? '' : String(rounded(value, 4)));
  return [String(share.count), String(share.of), bound(bounds?.low), bound(bounds?.high)];
}

function plainLengths({ of, median, ninetieth }: LengthFigures): string[] {
  const quantile = (value: Quantile | null) =>
    value === null ? '' : `${value.isMore ? '>' : ''}${rounded(value.length, 4)}`;
  return [String(of), quantile(median), quantile(ninetieth)];
}
