import { Refusal } from '../../domain/base/refusal.ts';
import type { CellDates } from './cell-dates.ts';
import type { Column } from './columns.ts';
import { keyOf, keysIn, YES } from './headings.ts';
import type { ForeignItem } from './item.ts';
import type { ForeignProgram } from './programs.ts';

const DONE = keysIn(({ done }) => done);
const DROPPED = keysIn(({ dropped }) => dropped);

/** A tick, which has no letters. */
const TICK = /^[\u2611\u2705\u2713\u2714]\ufe0f?$/u;

/** All of it, in percent. */
const ALL = /^100(?:[.,]0+)? ?%?$/;

/** Whether and how a row ended, by its marks, its status and the date of its end. Throws a Refusal. */
export async function readEnd(
  cells: (column: Column) => readonly string[],
  dates: CellDates,
  program: ForeignProgram | undefined,
): Promise<ForeignItem['end']> {
  const statuses = cells('status');
  const marks = cells('done');
  const ended = await dates.when(cells('end')[0], 'back');
  const marked = ended ? undefined : await dayAmong(marks, dates);
  const at = (ended ?? marked)?.at;
  const says = (words: ReadonlySet<string>, own: readonly string[] = []) =>
    [...statuses, ...marks].some((status) => words.has(keyOf(status)) || own.includes(status));
  if (says(DROPPED, program?.dropped)) return { how: 'deleted', at };
  const isDone =
    at !== undefined ||
    says(DONE, program?.done) ||
    marks.some((mark) => isYes(mark)) ||
    [...marks, ...statuses].some((mark) => TICK.test(mark) || (/%$/.test(mark) && ALL.test(mark))) ||
    cells('percent').some((share) => ALL.test(share));
  if (isDone) return { how: 'done', at };
  return cells('removed').some((mark) => isYes(mark)) ? { how: 'deleted' } : undefined;
}

function isYes(mark: string): boolean {
  return YES.has(keyOf(mark)) || DONE.has(keyOf(mark));
}

/** The first date among marks such as those of a column "done", which may hold the day rather than a tick. */
async function dayAmong(marks: readonly string[], dates: CellDates) {
  for (const mark of marks) {
    // A number alone, or with a percent sign, is no day.
    if (!/\d/.test(mark) || /^\d{1,4} ?%?$/.test(mark)) continue;
    try {
      return await dates.when(mark, 'back');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return undefined;
}
