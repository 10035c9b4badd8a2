import type { FigureGroup, Grouping } from '../../domain/statistics/groups.ts';
import type { Share } from '../../domain/statistics/share.ts';
import { KIND_TRAITS, type Kind } from '../../domain/streams/kinds.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayHours } from '../words/amount.ts';
import { monthCalled } from '../words/project.ts';
import { sayBounds } from '../words/statistics.ts';
import type { Column } from './columns.ts';
import { sparkline } from './sparkline.ts';
import { renderTable } from './table.ts';

const HEADINGS: Readonly<Record<Grouping, string>> = { month: 'Month', client: 'Client', kind: 'Kind' };

/** Figures by month, client or kind, a line each; by month with little bars of the dates that were kept. */
export async function showGroups(
  groups: readonly FigureGroup[],
  by: Grouping,
  view: ViewContext,
): Promise<string> {
  const { style, width } = view;
  const columns: readonly Column[] = [
    { heading: HEADINGS[by], shrinks: true, least: 18 },
    { heading: 'Kept', align: 'right' },
    { heading: 'First date', align: 'right', leaves: 2 },
    { heading: 'Moved late', align: 'right', leaves: 1 },
    { heading: 'They kept', align: 'right', leaves: 4 },
    { heading: 'Replies', align: 'right', leaves: 3 },
    { heading: 'Hours', align: 'right' },
  ];
  const rows = groups.map((group) =>
    [
      nameOfGroup(group, by, view),
      sayBriefly(group.figures.mine.kept),
      sayBriefly(group.figures.mine.keptAsFirst),
      group.figures.mine.movedAfter === 0 ? '' : String(group.figures.mine.movedAfter),
      sayBriefly(group.figures.theirs.kept),
      sayBriefly(group.figures.replies.inTime),
      group.hours === 0 ? '' : sayHours(group.hours),
    ].map((text) => ({ text })),
  );
  // A month in which nothing came due stays, so that the trend has no holes.
  const shown =
    by === 'month' ? rows : rows.filter(([, ...figures]) => figures.some(({ text }) => text !== ''));
  const table = await renderTable(columns, shown, width, style.heading);
  if (by !== 'month') return table;
  const shares = groups.map(({ figures: { mine } }) => mine.kept);
  const bars = sparkline(shares.map(({ count, of }) => (of === 0 ? null : count / of)));
  return `${table}\n\nKept  ${bars.slice(-(width - 'Kept  '.length))}`;
}

/** A month, a client or a kind by its name. Safe to print. */
export function nameOfGroup({ key }: FigureGroup, by: Grouping, view: ViewContext): string {
  if (key === null) return by === 'client' ? 'nobody' : 'other';
  if (by === 'month') return monthCalled(key);
  return by === 'client' ? printable(nameOf(key, view) ?? key) : KIND_TRAITS[key as Kind].plural;
}

/** A share with its bounds: "12 of 14, 60-96%"; of fewer than five only how many. */
function sayBriefly(share: Share): string {
  const { count, of } = share;
  if (of === 0) return '';
  const bounds = sayBounds(share);
  return bounds === null ? `${count} of ${of}` : `${count} of ${of}, ${bounds}`;
}
