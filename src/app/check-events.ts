import { Refusal } from '../domain/base/refusal.ts';
import type { ValueChecks } from '../domain/streams/value-checks.ts';
import { type Db, nameOf } from '../store/db.ts';
import { type Operation, readOperations, readStoredChanges } from '../store/journal.ts';
import { findDifferences } from '../store/read-tables.ts';
import { type CheckOperation, faultInUndo, operationCheck } from './check-operation.ts';

/**
 * The refusal of a file that is damaged, to explain an error that the program did not expect; null if the file is
 * sound, and the fault is ours.
 */
export function explainDamage(db: Db, checks: ValueChecks): Refusal | null {
  const why = findDamage(db, checks);
  return why === null
    ? null
    : new Refusal(
        'database-damaged',
        `${nameOf(db)} is damaged: ${why}.`,
        'Nothing was saved. See what is wrong: followup doctor',
        'database',
      );
}

function findDamage(db: Db, checks: ValueChecks): string | null {
  try {
    for (const fault of findFaults(db, checks)) return fault;
    const [differing] = findDifferences(db);
    return differing === undefined ? null : `${differing} differs from its journal`;
  } catch (error) {
    return error instanceof Refusal ? null : 'its journal cannot be read';
  }
}

/** What is wrong in the journal, with its place: operation, event and field. */
export function* findFaults(db: Db, checks: ValueChecks): Generator<string> {
  const check = operationCheck(checks);
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
