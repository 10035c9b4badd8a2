import type { DateFigures } from '../../domain/statistics/date-figures.ts';
import type { KeptInMonth } from '../../domain/statistics/groups.ts';
import type { ViewContext } from '../view-context.ts';
import { sayCount } from '../words/amount.ts';
import { monthCalled } from '../words/project.ts';
import { sayLengths, sayShareWithBounds } from '../words/statistics.ts';
import { GAP } from './columns.ts';
import { FIGURES_AT, figureLine } from './figure-lines.ts';
import { sparkline } from './sparkline.ts';
import { pad } from './width.ts';

/** What became of my dates and theirs, under a heading that says whose column is whose. */
export function showDateRecord(
  mine: DateFigures,
  theirs: DateFigures,
  view: ViewContext,
): { readonly heading: string; readonly lines: readonly string[] } {
  const beside = ([name, say]: Row) => ({ name, yours: say(mine), theirs: say(theirs) });
  const late = [
    { whose: 'yours', dates: mine.late },
    { whose: 'theirs', dates: theirs.late },
  ].flatMap(({ whose, dates }) =>
    dates.of === 0 ? [] : [`${whose} ${sayLengths(dates, 'days')} (${dates.of})`],
  );
  const { heading, lines } = showBeside(ROWS.map(beside), view);
  return {
    heading,
    lines: [...lines, ...(late.length > 0 ? figureLine('late by', late.join('; '), view) : [])],
  };
}

type Row = readonly [name: string, say: (figures: DateFigures) => string];

const ROWS: readonly Row[] = [
  ['kept', ({ kept }) => sayShareWithBounds(kept)],
  ['as first agreed', ({ keptAsFirst }) => sayShareWithBounds(keptAsFirst)],
  ['moved', ({ movedBefore, movedAfter }) => `${movedBefore} in time, ${movedAfter} too late`],
];

const HEADING = 'Dates';

/** Figures of both sides in two columns, or one behind the other where there is no room for that. */
function showBeside(
  rows: readonly { readonly name: string; readonly yours: string; readonly theirs: string }[],
  view: ViewContext,
): { heading: string; lines: string[] } {
  const column = Math.max(...rows.map(({ yours }) => yours.length)) + GAP;
  const beside = rows.map(({ name, yours, theirs }) => figureLine(name, pad(yours, column) + theirs, view));
  if (beside.every(({ length }) => length === 1)) {
    return { heading: `${pad(HEADING, FIGURES_AT)}${pad('yours', column)}theirs`, lines: beside.flat() };
  }
  return {
    heading: HEADING,
    lines: rows.flatMap(({ name, yours, theirs }) =>
      figureLine(name, `yours ${yours}; theirs ${theirs}`, view),
    ),
  };
}

/** How many of my dates I kept in the last months: little bars, and the first and last of them in numbers. */
export function showKeptByMonth(months: readonly KeptInMonth[], view: ViewContext): string[] {
  const some = months.filter(({ kept }) => kept.of > 0);
  const [first, last] = [some[0], some.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const bars = sparkline(months.map(({ kept: { count, of } }) => (of === 0 ? null : count / of)));
  const say = ({ month, kept: { count, of } }: KeptInMonth) => `${monthCalled(month)} ${count} of ${of}`;
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
