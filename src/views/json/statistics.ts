import type { DateFigures } from '../../domain/statistics/date-figures.ts';
import type { Figures, PaceFigures } from '../../domain/statistics/figures.ts';
import type { FigureGroup, Grouping } from '../../domain/statistics/groups.ts';
import type { LengthFigures, Quantile } from '../../domain/statistics/lasting.ts';
import { type Share, wilsonInterval } from '../../domain/statistics/share.ts';
import { type SpentOn, spentBy } from '../../domain/statistics/spent-on.ts';
import type { Statistics } from '../../domain/statistics/statistics.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { sumJson } from './money.ts';

/** Everything that the record says, as programs see it. */
export function statisticsJson(statistics: Statistics, view: ViewContext): object {
  const { client, since, beganAt, figures, silence, spent, answers, standings, byMonth } = statistics;
  const at = (instant: string | null) => (instant === null ? null : toLocalIso(instant, view.calendar));
  return {
    client: client?.name ?? null,
    since: at(since),
    beganAt: at(beganAt),
    ...figuresJson(figures, view),
    keptByMonth: byMonth.map(({ month, kept }) => ({ month, ...shareJson(kept) })),
    longestSilence: silence && {
      client: nameOf(silence.client, view),
      from: at(silence.from),
      to: at(silence.to),
      workingDays: rounded(silence.workingDays, DECIMALS),
    },
    spent: {
      byClient: spentJson(spent, 'client', view),
      byProject: spentJson(spent, 'project', view),
      byTopic: spentJson(spent, 'topic', view),
    },
    standing: standings.map(({ standing, record, last }) => ({
      number: last?.number ?? null,
      title: standing.title,
      kind: standing.kind,
      client: nameOf(standing.client, view),
      ...record,
    })),
    answers: [...answers].map(([day, byNumber]) => ({
      day: isoOfDay(day),
      answers: [...byNumber].map(([number, { answer }]) => ({ number, answer })),
    })),
  };
}

/** The figures of a month, client or kind. */
export function groupJson({ key, figures, hours }: FigureGroup, by: Grouping, view: ViewContext): object {
  return {
    [by]: by === 'client' ? nameOf(key, view) : key,
    ...figuresJson(figures, view),
    hours: rounded(hours, DECIMALS),
  };
}

function figuresJson(figures: Figures, view: ViewContext): object {
  const { mine, theirs, replies, updates, offers, estimates, lost, topics, favours } = figures;
  return {
    mine: datesJson(mine),
    theirs: datesJson(theirs),
    replies: paceJson(replies, 'workingHours'),
    updates: paceJson(updates, 'workingDays'),
    offers: {
      kept: shareJson(offers.kept),
      said: offers.said === null ? null : rounded(offers.said, DECIMALS),
      brier: offers.brier === null ? null : rounded(offers.brier, DECIMALS),
      bands: offers.bands.map(({ from, to, said, kept }) => ({
        from,
        to,
        said: rounded(said, DECIMALS),
        kept: shareJson(kept),
      })),
    },
    estimates: {
      within: shareJson(estimates.within),
      timesTheEstimate: lengthsJson(estimates.ratios),
    },
    daysLost: lost.map(({ who, ...days }) => ({ who: nameOf(who, view), ...days })),
    recurring: topics,
    givenFree: { count: favours.count, ...sumJson(favours) },
  };
}

function datesJson({ kept, keptAsFirst, late, ...counts }: DateFigures): object {
  return {
    keptAsLastAgreed: shareJson(kept),
    keptAsFirstAgreed: shareJson(keptAsFirst),
    ...counts,
    lateByWorkingDays: lengthsJson(late),
  };
}

function paceJson({ inTime, lengths }: PaceFigures, unit: string): object {
  return { inTime: shareJson(inTime), [unit]: lengthsJson(lengths) };
}

function shareJson(share: Share): object {
  const bounds = wilsonInterval(share);
  return {
    count: share.count,
    of: share.of,
    share: share.of === 0 ? null : rounded(share.count / share.of, DECIMALS),
    low: bounds && rounded(bounds.low, DECIMALS),
    high: bounds && rounded(bounds.high, DECIMALS),
  };
}

function lengthsJson({ of, open, median, ninetieth }: LengthFigures): object {
  return { of, open, median: quantileJson(median), ninetieth: quantileJson(ninetieth) };
}

/** `isMore`: it is more than that, because too many are not over yet. */
function quantileJson(quantile: Quantile | null): object | null {
  return quantile && { value: rounded(quantile.length, DECIMALS), isMore: quantile.isMore };
}

function spentJson(
  spent: readonly SpentOn[],
  by: 'client' | 'project' | 'topic',
  view: ViewContext,
): object[] {
  return spentBy(spent, by).map(({ key, ...sum }) => ({
    [by]: by === 'client' ? nameOf(key, view) : key,
    ...sumJson(sum),
  }));
}

const DECIMALS = 4;
