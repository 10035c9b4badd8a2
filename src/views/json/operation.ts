import type { OperationSummary } from '../../domain/streams/history.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';
import { numbersOf, sayOperation } from '../words/operation.ts';

/** An operation as programs see it; `ids` are the numbers of the commitments that it touched. */
export function operationJson(operation: OperationSummary, view: ViewContext): object {
  return {
    id: operation.id,
    at: toLocalIso(operation.recordedAt, view.calendar),
    verb: operation.verb,
    ids: numbersOf(operation, view),
    summary: sayOperation(operation, view),
    undoes: operation.undoes,
    undone: operation.undone,
  };
}
