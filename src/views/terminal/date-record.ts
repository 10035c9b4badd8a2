import type { DateFigures } from '../../domain/statistics/date-figures.ts';
import type { KeptInMonth } from '../../domain/statistics/groups.ts';
import type { ViewContext } from '../view-context.ts';
import { sayCount } from '../words/amount.ts';
import { monthCalled } from '../words/project.ts';
import { sayDays, sayLengths, sayPercent, sayShareWithBounds } from '../words/statistics.ts';
import { alignOrWrap } from './columns.ts';
import { figureLine } from './figure-lines.ts';
import { sparkline } from './sparkline.ts';

const INDENT = '  ';

/** What became of my dates and theirs, beside each other. */
export function showDateRecord(mine: DateFigures, theirs: DateFigures, view: ViewContext): string[] {
  const { style, width } = view;
  const row = (name: string, say: (figures: DateFigures) => string) =>
    [name, say(mine), say(theirs)].map((text) => ({ text }));
  const rows = [
    [{ text: '' }, { text: 'yours', style: style.quiet }, { text: 'theirs', style: style.quiet }],
    row('kept', ({ kept }) => sayShareWithBounds(kept)),
    row('as first agreed', ({ keptAsFirst }) => sayShareWithBounds(keptAsFirst)),
    row('moved', ({ movedBefore, movedAfter }) => `${movedBefore} in time, ${movedAfter} too late`),
  ];
  const late = [
    { whose: 'yours', dates: mine.late },
    { whose: 'theirs', dates: theirs.late },
  ].flatMap(({ whose, dates }) =>
    dates.of === 0 ? [] : [`${whose} ${sayLengths(dates, sayDays)} (${dates.of})`],
  );
  return [
    ...alignOrWrap([{}, {}, {}], rows, width - INDENT.length, INDENT).map((line) =>
      (INDENT + line).trimEnd(),
    ),
    ...(late.length > 0 ? figureLine('late by', late.join('; '), view) : []),
  ];
}

/** How many of my dates I kept in the last months: little bars, and the first and last of them in numbers. */
export function showKeptByMonth(months: readonly KeptInMonth[], view: ViewContext): string[] {
  const some = months.filter(({ kept }) => kept.of > 0);
  const [first, last] = [some[0], some.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const bars = sparkline(months.map(({ kept: { count, of } }) => (of === 0 ? null : count / of)));
  const say = ({ month, kept: { count, of } }: KeptInMonth) =>
    `${monthCalled(month)} ${sayPercent(count / of)} of ${of}`;
  return figureLine('by month', `${bars}  ${say(first)}, ${say(last)}`, view);
}

/** What was dropped does not count, and is said. */
export function showDropped(mine: DateFigures, theirs: DateFigures, view: ViewContext): string[] {
  const dropped = mine.dropped + theirs.dropped;
  if (dropped === 0) return [];
  const late = mine.droppedLate + theirs.droppedLate;
  const after = late === 0 ? '' : `, ${late} of them after the date had passed`;
  return figureLine('not counted', `${sayCount(dropped, 'date')} of what was dropped${after}`, view);
}
