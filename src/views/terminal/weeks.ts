import { localDay } from '../../domain/time/calendar.ts';
import { sayDay } from '../../domain/time/wording.ts';
import type { PlannedWeek } from '../planned-weeks.ts';
import type { ViewContext } from '../view-context.ts';
import { sayRoundHours } from '../words/amount.ts';
import { sayDaysOff } from './calendar.ts';
import type { Column } from './columns.ts';
import { renderTable } from './table.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'Week of' },
  { heading: 'Load', leaves: 2 },
  { heading: 'Planned', align: 'right' },
  { heading: 'Too much', align: 'right' },
  { heading: 'Off', shrinks: true, least: 10, leaves: 1 },
];

const BAR = 12;

/** How much of each week is taken, a line each. What does not fit is said in words, in the week in which it is due. */
export function showWeeks(weeks: readonly PlannedWeek[], view: ViewContext): Promise<string> {
  const { calendar, now, style, width } = view;
  const today = localDay(calendar, now);
  const rows = weeks.map((week) => {
    const { first, load, free, days, overload } = week;
    const late = overload && { style: style.late };
    return [
      // What is left of this one, since its days that are over have no load and nothing free.
      { text: first <= today ? 'from now' : sayDay(first, calendar, now) },
      { text: bar(week), ...late },
      { text: load + free > 0 ? `${sayRoundHours(load)} of ${sayRoundHours(load + free)}` : 'no work' },
      { text: overload ? sayRoundHours(overload.hours) : '', ...late },
      { text: sayDaysOff(days, view).join('; '), style: style.quiet },
    ];
  });
  return renderTable(COLUMNS, rows, width, style.quiet);
}

/** How much of the time for commitments is taken: "#####.......". */
function bar({ load, free }: PlannedWeek): string {
  if (load + free <= 0) return '';
  const share = Math.round((BAR * load) / (load + free));
  // Some work is never shown as none, nor some free time as none.
  const filled = Math.max(load > 0 ? 1 : 0, Math.min(share, free > 0 ? BAR - 1 : BAR));
  return '#'.repeat(filled) + '.'.repeat(BAR - filled);
}
