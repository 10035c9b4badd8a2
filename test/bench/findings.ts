import type { DatasetName } from './data/datasets.ts';
import type { Result } from './measure/pairs.ts';
import type { Sample } from './measure/stopwatch.ts';
import type { Import } from './whole-file.ts';

/** The file on which a command was measured, or none. */
export type Subject = DatasetName | 'no file';

/** The name of Taskwarrior among the commands. */
export const TASKWARRIOR = 'task overdue';
/** The commands that have to be faster than Taskwarrior's. */
export const COMPARED_WITH_TASKWARRIOR: readonly string[] = ['today', 'overdue'];

/** All measurements; those not requested are missing. */
export interface Findings {
  readonly results: Map<string, ReadonlyMap<Subject, Result>>;
  import?: Import;
  rebuild?: Sample & { readonly events: number };
}
