import { Refusal } from '../domain/base/refusal.ts';
import type { ValueChecks } from '../domain/streams/value-checks.ts';
import { type Db, nameOf, reading } from '../store/db.ts';
import { findDifferences } from '../store/read-tables.ts';
import { refuseDamaged } from '../store/sqlite-error.ts';
import { findFaults } from './check-events.ts';

/**
 * The refusal of a file that is damaged, to explain an error that the program did not expect; null if the file is
 * sound, and the fault is ours.
 */
export function explainDamage(db: Db, values: ValueChecks): Refusal | null {
  try {
    const why = reading(db, () => findDamage(db, values));
    return why === null ? null : refuseFile(db, why);
  } catch (error) {
    if (!(error instanceof Refusal)) return refuseFile(db, 'its journal cannot be read');
    // What a newer followup has written is sound.
    return error.code === 'newer-file' ? null : error;
  }
}

function findDamage(db: Db, values: ValueChecks): string | null {
  for (const fault of findFaults(db, values)) return fault;
  const [differing] = findDifferences(db);
  return differing === undefined ? null : `${differing} differs from its journal`;
}

function refuseFile(db: Db, why: string): Refusal {
  return refuseDamaged(nameOf(db), why, 'Nothing was saved. See what is wrong: followup doctor');
}
