import type { OperationSummary } from '../../domain/streams/history.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';
import { numbersOf, sayOperation } from '../words/operation.ts';

/** An operation as fields. */
export function plainOperation(operation: OperationSummary, view: ViewContext): string[] {
  return [
    toLocalIso(operation.recordedAt, view.calendar),
    operation.verb,
    numbersOf(operation, view).join(','),
    operation.undone ? 'undone' : '',
    sayOperation(operation, view),
    operation.id,
  ];
}
