import type { Estimate } from '../../domain/streams/events.ts';
import type { DateContext } from '../dates.ts';
import { type Column, WORK_UNITS } from './columns.ts';
import { keyOf, unitNamed } from './headings.ts';
import { readEffort } from './item.ts';

const NUMBER = /^\d+(?:[.,]\d+)?$/;

/** The work in a row, or a number that nothing gives a unit. */
interface Work {
  readonly estimate?: Estimate | undefined;
  readonly unmeasured?: string;
}

/**
 * The work that the cells of a row say: the first that says any counts. A number has the unit of its column. Throws a
 * Refusal.
 */
export function readWork(cell: (column: Column) => string | undefined, context: DateContext): Work {
  let unmeasured: string | undefined;
  for (const [column, unit] of Object.entries(WORK_UNITS) as [keyof typeof WORK_UNITS, string | null][]) {
    const text = cell(column);
    const measured = text && withUnit(text, unitIn(cell('unit')) ?? unit);
    if (measured && NUMBER.test(measured)) unmeasured = measured;
    const read = measured && !NUMBER.test(measured) ? readEffort(measured, context) : undefined;
    if (read) return { estimate: read };
  }
  return unmeasured === undefined ? {} : { unmeasured };
}

function unitIn(cell: string | undefined): string | null {
  return cell === undefined ? null : unitNamed(keyOf(cell));
}

function withUnit(text: string, unit: string | null): string {
  if (/^0+(?:[.,]0+)?$/.test(text)) return '0h';
  if (NUMBER.test(text)) {
    if (unit === 's') return `${Number(text) / 3600}h`;
    if (unit === 'ms') return `${Number(text) / 3_600_000}h`;
    return unit === null ? text : `${text} ${unit}`;
  }
  const [, number, word = ''] = /^(\d+(?:[.,]\d+)?)\s*(\p{L}+)$/u.exec(text) ?? [];
  const named = number === undefined ? null : unitNamed(keyOf(word));
  return named === null ? text : `${number} ${named}`;
}
