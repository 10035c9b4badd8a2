import type { ValueChecks } from '../domain/streams/value-checks.ts';
import type { Db } from '../store/db.ts';
import { type Operation, readOperations, readStoredChanges } from '../store/journal.ts';
import { type CheckOperation, faultInUndo, operationCheck } from './check-operation.ts';

/** What is wrong in the journal, with its place: operation, event and field. */
export function* findFaults(db: Db, values: ValueChecks): Generator<string> {
  const check = operationCheck(values);
  const operations = readOperations(db);
  const clocks = new Map(operations.map(({ id, hlc }) => [id, hlc]));
  for (const operation of operations) {
    const fault = faultOf(db, operation, check) ?? faultInUndo(operation, (id) => clocks.get(id));
    if (fault) {
      const { id, verb, recordedAt } = operation;
      yield `operation ${id} (${verb}, ${recordedAt}), ${fault.place} ${fault.why}`;
    }
  }
}

function faultOf(db: Db, operation: Operation, check: CheckOperation) {
  const events = readStoredChanges(db, operation.id);
  const fault = check({ ...operation, events });
  if (fault === 'newer') return { place: 'events', why: 'were written by a newer followup' };
  if (!fault) return null;
  const [, index, field] = /^events\.(\d+)\.?(.*)$/.exec(fault.place) ?? [];
  if (index === undefined) return fault;
  return { ...fault, place: `event ${index} (${events[Number(index)]?.type}): ${field}`.trim() };
}
