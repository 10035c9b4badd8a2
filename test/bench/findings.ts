import type { DatasetName } from './data/datasets.ts';
import type { Result } from './measure/pairs.ts';
import type { Sample } from './measure/stopwatch.ts';
import type { Import } from './whole-file.ts';

/** What a command was measured on: one of the files, or none. */
export type Subject = DatasetName | 'no file';

/** The name under which Taskwarrior stands among the commands. */
export const TASKWARRIOR = 'task overdue';
/** The commands that have to be faster than Taskwarrior's. */
export const COMPARED_WITH_TASKWARRIOR: readonly string[] = ['today', 'overdue'];

/** All that was measured; what was not asked for is missing. */
export interface Findings {
  readonly results: Map<string, ReadonlyMap<Subject, Result>>;
  import?: Import;
  rebuild?: Sample & { readonly events: number };
}
