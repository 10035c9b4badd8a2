import { type Db, writing } from '../store/db.ts';

const ROLLED_BACK = new Error('The dry run was rolled back.');

/** Runs a write to see its result, and rolls it back. */
export function dryRun<T>(db: Db, write: () => T): T {
  const results: T[] = [];
  try {
    writing(db, () => {
      results.push(write());
      throw ROLLED_BACK;
    });
  } catch (error) {
    if (error !== ROLLED_BACK) throw error;
  }
  return results[0] as T;
}
