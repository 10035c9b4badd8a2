import type { OperationSummary } from '../../domain/streams/history.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayFew } from '../words/few.ts';
import { numbersOf, sayInHistory, sayOperation, sayTitle } from '../words/operation.ts';
import type { Column } from './columns.ts';
import { renderTable } from './table.ts';
import { wrap } from './width.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'When', shrinks: true, least: 17, keepsWords: true },
  { heading: 'Verb', leaves: 1 },
  { heading: 'No', align: 'right' },
  { heading: 'What', shrinks: true, least: 20 },
];

/** How many operations that are undone are named below the table. */
const MOST_UNDONE = 5;

/** Operations as a table, and the ids by which those that are undone can be brought back. */
export async function listHistory(
  operations: readonly OperationSummary[],
  view: ViewContext,
): Promise<string> {
  // Only what undid nothing itself comes back.
  const undone = operations.filter((operation) => operation.undone && operation.undoes === null);
  const named = undone
    .slice(0, MOST_UNDONE)
    .map((operation) => `  ${operation.handle}  ${view.style.quiet(sayTitle(operation, view))}`);
  return [
    await listOperations(operations, view),
    ...(named.length > 0
      ? ['', `To bring one back: ${view.style.command('followup redo ID')}`, ...named]
      : []),
    ...(undone.length > MOST_UNDONE ? ['  The others are in: followup history --json'] : []),
  ].join('\n');
}

/** Operations as a table, one line each. */
async function listOperations(operations: readonly OperationSummary[], view: ViewContext): Promise<string> {
  const rows = operations.map((operation) => {
    const style = operation.undone ? { style: view.style.quiet } : {};
    return [
      { text: sayInstant(operation.recordedAt, view.calendar, view.now), ...style },
      { text: printable(operation.verb), ...style },
      { text: sayFew(numbersOf(operation, view), ',', ' +'), ...style },
      { text: sayInHistory(operation, view), ...style },
    ];
  });
  return renderTable(COLUMNS, rows, view.width, view.style.quiet);
}

/** The operations that were undone or done again. */
export function showReverted(
  what: string,
  operations: readonly OperationSummary[],
  view: ViewContext,
): string {
  return operations
    .flatMap((operation) =>
      wrap(`${what}: ${sayTitle(operation, view)}. ${sayOperation(operation, view)}`, view.width, '  '),
    )
    .join('\n');
}
