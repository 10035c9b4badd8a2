import type { OperationSummary } from '../../domain/streams/history.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { sayFew } from '../words/few.ts';
import { numbersOf, sayInHistory, sayOperation, sayTitle } from '../words/operation.ts';
import { bringBack } from '../words/undone-work.ts';
import type { Column } from './columns.ts';
import { renderTable } from './table.ts';
import { wrap } from './width.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'When', shrinks: true, least: 17, keepsWords: true },
  { heading: 'Verb', leaves: 1 },
  { heading: 'No', align: 'right' },
  { heading: 'What', shrinks: true, least: 20 },
];

/** How many commands that bring something back are shown. */
const MOST_COMMANDS = 5;

/** Operations as a table, and the commands that bring back what is undone. */
export async function listHistory(
  operations: readonly OperationSummary[],
  view: ViewContext,
): Promise<string> {
  // Only what undid nothing itself comes back.
  const undone = operations.filter((operation) => operation.undone && operation.undoes === null);
  const commands = undone
    .slice(0, MOST_COMMANDS)
    .map(
      (operation) =>
        `  ${view.style.command(bringBack(operation))}  ${view.style.quiet(sayTitle(operation, view))}`,
    );
  return [
    await listOperations(operations, view),
    ...(commands.length > 0 ? ['', 'To bring back what was undone:', ...commands] : []),
    ...(undone.length > MOST_COMMANDS ? ['  The others are in: followup history --json'] : []),
  ].join('\n');
}

/** Operations as a table, one line each. */
async function listOperations(operations: readonly OperationSummary[], view: ViewContext): Promise<string> {
  const rows = operations.map((operation) => {
    const style = operation.undone ? { style: view.style.quiet } : {};
    return [
      { text: sayInstant(operation.recordedAt, view.calendar, view.now), ...style },
      { text: operation.verb, ...style },
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
