import { type Db, writing } from '../store/db.ts';

const TAKEN_BACK = new Error('It was only a rehearsal.');

/** Runs a write to see its result, and rolls it back. */
export function rehearse<T>(db: Db, write: () => T): T {
  const results: T[] = [];
  try {
    writing(db, () => {
      results.push(write());
      throw TAKEN_BACK;
    });
  } catch (error) {
    if (error !== TAKEN_BACK) throw error;
  }
  return results[0] as T;
}
