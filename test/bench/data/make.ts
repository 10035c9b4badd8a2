import { recordOperation } from '../../../src/store/append.ts';
import { writing } from '../../../src/store/db.ts';
import { openForWriting } from '../../../src/store/open.ts';
import { rebuildReadTables } from '../../../src/store/read-tables.ts';
import { type Dataset, ZONE } from './datasets.ts';
import { history, type Subjects, type Task } from './history.ts';
import type { Told } from './stories.ts';

/** The result of making a file. */
export interface Made {
  readonly operations: number;
  readonly events: number;
  readonly commitments: number;
  readonly open: number;
  readonly subjects: Subjects;
}

/** The number of operations written in one transaction. */
const BATCH = 20_000;

/** Writes a made-up journal into a database that does not exist yet, and its read tables. */
export function makeDatabase(file: string, dataset: Dataset): { made: Made; tasks: readonly Task[] } {
  const db = openForWriting(file);
  db.pragma('synchronous = OFF');
  const { told, tasks, subjects } = history(dataset);
  let events = 0;
  let operations = 0;
  for (const batch of inBatches(told)) {
    writing(db, () => {
      for (const { at, verb, changes } of batch) {
        recordOperation(db, { recordedAt: new Date(at).toISOString(), zone: ZONE, verb }, changes);
        events += changes.length;
      }
    });
    operations += batch.length;
  }
  writing(db, () => rebuildReadTables(db));
  const open = Number(db.prepare('SELECT count(*) FROM commitment WHERE closed_at IS NULL').pluck().get());
  db.close();
  return { made: { operations, events, commitments: tasks.length, open, subjects }, tasks };
}

function* inBatches(told: Iterable<Told>): Generator<Told[]> {
  let batch: Told[] = [];
  for (const each of told) {
    batch.push(each);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
