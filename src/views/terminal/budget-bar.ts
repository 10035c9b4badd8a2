import { type Amount, isMoney } from '../../domain/base/amount.ts';
import type { ProjectCost } from '../../domain/planning/project-cost.ts';
import type { ViewContext } from '../view-context.ts';

/** What the signs of a bar mean, for the line below. */
export const BAR_LEGEND = '# spent  = likely still to come  - perhaps  | budget  ! past it, or in danger';

/**
 * A project as a bar of a width: `#` is spent, `=` likely still to come, `-` up to what it comes to four times out of
 * five. `|` marks the budget, `!` one that is passed or may be.
 */
export function budgetBar(
  { counted, total, window, over, marks }: ProjectCost,
  width: number,
  view: ViewContext,
): string {
  const budget = window ? sizeOf(window.amount) : null;
  const spent = sizeOf(counted);
  const likely = sizeOf(total?.likely ?? counted);
  const most = sizeOf(total?.most ?? counted);
  const longest = Math.max(spent, most, budget ?? 0);
  if (longest <= 0) return '';
  const column = (size: number) => Math.round((Math.max(0, size) / longest) * (width - 1));
  const isInDanger = over !== null || marks.includes('likely');
  const mark = budget === null ? -1 : column(budget);
  const end = Math.max(column(spent), column(most), mark);
  const cells = Array.from({ length: end + 1 }, (_, index) => {
    if (index === mark) return isInDanger ? '!' : '|';
    // What is spent ends where it ends, so that nothing spent is no sign.
    if (index < column(spent) || (index === column(spent) && spent === longest)) return '#';
    if (index < column(likely) || (index === column(likely) && likely === longest && likely > spent))
      return '=';
    return index <= column(most) && most > likely ? '-' : ' ';
  });
  const bar = cells.join('').trimEnd();
  return isInDanger ? view.style.late(bar) : bar;
}

function sizeOf(amount: Amount): number {
  return isMoney(amount) ? amount.minor : amount.hours;
}
