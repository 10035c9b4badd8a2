import type { Slot, Spread } from '../../domain/agenda/spread.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { sayDay } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayReason } from '../words/reason.ts';
import { type Column, TITLE } from './columns.ts';
import { renderTable } from './table.ts';
import { wrap } from './width.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'No', align: 'right' },
  { heading: 'Client', shrinks: true, least: 8, leaves: 3 },
  TITLE,
  { heading: 'Late', shrinks: true, least: 20, leaves: 2 },
  { heading: 'What', leaves: 1 },
  { heading: 'When' },
];

const WHAT_TO_DO: Readonly<Record<Slot['kind'], string>> = { update: 'tell', word: 'a word', later: 'look' };

/** Everything late, and the day that it is put off to. */
export async function showSpread(
  { slots, staying }: Spread,
  isDone: boolean,
  view: ViewContext,
): Promise<string> {
  const { style, calendar, now } = view;
  const stays =
    staying === 0 ? [] : [`${staying} ${staying === 1 ? 'stays' : 'stay'} for today, as the worst.`];
  if (slots.length === 0) {
    return [staying === 0 ? 'Nothing is late: there is nothing to spread.' : '', ...stays]
      .filter(Boolean)
      .join('\n');
  }
  const rows = slots.map(({ line, kind, moment }) => [
    { text: line.commitment ? String(line.commitment.number) : '' },
    { text: printable(nameOf(line.counterpart, view) ?? '') },
    { text: printable(line.commitment?.title ?? '') },
    { text: sayReason(line, view), style: style.late },
    { text: WHAT_TO_DO[kind] },
    { text: sayDay(localDay(calendar, moment.at), calendar, now) },
  ]);
  return [
    await renderTable(COLUMNS, rows, view.width, style.quiet),
    '',
    ...stays.flatMap((line) => wrap(line, view.width)),
    ...wrap(
      isDone
        ? 'Done: no due date moved, and nobody was told anything. To take it back: followup undo'
        : 'Nothing is changed yet. To do it: followup spread --apply',
      view.width,
    ),
  ].join('\n');
}
