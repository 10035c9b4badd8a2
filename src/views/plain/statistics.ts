import type { Figures } from '../../domain/statistics/figures.ts';
import type { FigureGroup, Grouping } from '../../domain/statistics/groups.ts';
import type { LengthFigures, Quantile } from '../../domain/statistics/lasting.ts';
import { type Share, wilsonInterval } from '../../domain/statistics/share.ts';
import { spentBy } from '../../domain/statistics/spent-on.ts';
import type { Statistics } from '../../domain/statistics/statistics.ts';
import { QUESTION_NUMBERS } from '../../domain/streams/events.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';

/**
 * A row for each figure: its name; for a share how many, of how many, and the bounds; for lengths of how many, the median and
 * the 90th percentile, with ">" before what is only known to be more.
 */
export function plainStatistics(statistics: Statistics, view: ViewContext): string[][] {
  const { figures, silence, spent, standings, answers } = statistics;
  return [
    ...plainFigures(figures),
    ...(silence
      ? [['longest silence', nameOf(silence.client, view) ?? '', String(rounded(silence.workingDays, 1))]]
      : []),
    ...(['client', 'project', 'topic'] as const).flatMap((by) =>
      spentBy(spent, by).map(({ key, hours }) => [
        `hours by ${by}`,
        (by === 'client' ? nameOf(key, view) : key) ?? '',
        String(rounded(hours, 2)),
      ]),
    ),
    ['given free', String(figures.favours.count), String(rounded(figures.favours.hours, 2))],
    ...figures.lost.map(({ who, workingDays }) => [
      'days lost',
      nameOf(who, view) ?? '',
      String(workingDays),
    ]),
    ...figures.topics.map(({ topic, count, hours }) => [
      'recurring',
      topic,
      String(count),
      String(rounded(hours, 2)),
    ]),
    ...standings.map(({ standing, record: { kept, late, missed } }) => [
      'standing',
      standing.title,
      ...[kept, late, missed].map(String),
    ]),
    ...QUESTION_NUMBERS.map((number) => {
      const given = [...answers.values()].flatMap((byNumber) => byNumber.get(number)?.answer ?? []);
      const yes = given.filter((answer) => answer === 'yes').length;
      return ['question', String(number), String(yes), String(given.length)];
    }),
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
      [`${side} dropped`, String(dates.dropped)],
      [`${side} days late`, ...plainLengths(dates.late)],
    ]),
    ['replies in time', ...plainShare(replies.inTime)],
    ['reply hours', ...plainLengths(replies.lengths)],
    ['updates in time', ...plainShare(updates.inTime)],
    ['update days', ...plainLengths(updates.lengths)],
    ['offers kept', ...plainShare(offers.kept)],
    ['offers said', offers.said === null ? '' : String(rounded(offers.said, 4))],
    ...offers.bands.map(({ from, said, kept }) => [
      'offers said about',
      String(from),
      String(rounded(said, 4)),
      ...plainShare(kept),
    ]),
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
