import { type Money, minorDigits } from '../../domain/base/money.ts';
import type { MonthSpent } from '../../domain/statistics/spent-by-month.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import type { CellValue, ExportedTable } from './tables.ts';

const COLUMNS = ['client', 'month', 'project', 'hours', 'amount', 'currency'];

/**
 * What was spent as a table for an invoice: by client, month and project a row with the hours, and a row for each currency in
 * which money was spent, so that both columns can be summed. What belongs to no client comes last.
 */
export function hoursTable(spent: readonly MonthSpent[], view: ViewContext): ExportedTable {
  const named = spent.map((each) => ({ ...each, name: nameOf(each.client, view) }));
  const key = ({ name, month, project }: (typeof named)[number]) =>
    [name === null ? 1 : 0, (name ?? '').toLowerCase(), month, project?.toLowerCase() ?? ''] as const;
  named.sort((a, b) => compareInOrder(key(a), key(b)));
  return {
    columns: COLUMNS,
    rows: named.flatMap(({ name, month, project, hours, money }): CellValue[][] => [
      ...(rounded(hours, 2) === 0 ? [] : [[name, month, project, rounded(hours, 2), null, null]]),
      ...money.map((each) => [name, month, project, null, wholeUnits(each), each.currency]),
    ]),
  };
}

/** Money as a number: 1200.5. */
function wholeUnits({ minor, currency }: Money): number {
  const digits = minorDigits(currency);
  return rounded(minor / 10 ** digits, digits);
}

function compareInOrder(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const index = a.findIndex((each, place) => each !== b[place]);
  const [one = 0, other = 0] = index < 0 ? [] : [a[index], b[index]];
  return one < other ? -1 : one > other ? 1 : 0;
}
