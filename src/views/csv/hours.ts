import { type Money, minorDigits } from '../../domain/base/money.ts';
import type { MonthSpent } from '../../domain/statistics/spent-by-month.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { sayMoney } from '../words/money.ts';
import type { CellValue, ExportedTable } from './tables.ts';

const COLUMNS = ['client', 'month', 'project', 'hours', 'amount', 'currency', 'price'];

/**
 * What was spent as a table for an invoice: by client, month and project a row with the hours, and a row for each currency in
 * which money was spent, so that both columns can be summed. Work with an approved
 * price of its own has rows of its own with that price, which would be paid twice if its hours were. What belongs to no client comes last.
 */
export function hoursTable(spent: readonly MonthSpent[], view: ViewContext): ExportedTable {
  const named = spent.map((each) => ({ ...each, name: nameOf(each.client, view) }));
  const key = ({ name, month, project, price }: (typeof named)[number]) =>
    [
      name === null ? 1 : 0,
      (name ?? '').toLowerCase(),
      month,
      project?.toLowerCase() ?? '',
      price ? sayMoney(price) : '',
    ] as const;
  named.sort((a, b) => compareInOrder(key(a), key(b)));
  return {
    columns: COLUMNS,
    rows: named.flatMap(({ name, month, project, hours, money, price }): CellValue[][] => {
      const agreed = price ? sayMoney(price) : null;
      return [
        ...(rounded(hours, 2) === 0 ? [] : [[name, month, project, rounded(hours, 2), null, null, agreed]]),
        ...money.map((each) => [name, month, project, null, wholeUnits(each), each.currency, agreed]),
      ];
    }),
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
