import type { Column } from '../columns.ts';

/** The words of tables in one language. Letter case, accents, spaces and punctuation do not matter in any of them. */
export interface TableWords {
  /** How this language is called in a sentence. */
  readonly language: string;
  /** The names of the columns. What a column is about comes first; the first name is shown to people. */
  readonly columns: Readonly<Partial<Record<Column, readonly string[]>>>;
  /**
   * Names that count only where no column has one of the names above with anything in it: a date beside a due date is
   * another date.
   */
  readonly otherwise?: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Names that count last of all. */
  readonly atLast?: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** Names that mean what they say only if there are dates in the column. */
  readonly ifDates: readonly string[];
  /** Names that mean what they say unless there are dates in the column. */
  readonly unlessDates: readonly string[];
  /** What stands in a status when it is done, and when it will not be. */
  readonly done: readonly string[];
  readonly dropped: readonly string[];
  /** A mark that something is so. */
  readonly yes: readonly string[];
  /** What people write in an empty cell. */
  readonly nothing: readonly string[];
  /** Names for a task that say nothing about its kind. */
  readonly tasks: readonly string[];
  /** How what comes again begins: "every friday". */
  readonly again: readonly string[];
  /** The months from January on, each with its short forms; none where they are written as in English. */
  readonly months: readonly (readonly string[])[];
  /** Units of work after the name of a column: "effort (hours)". */
  readonly units: Readonly<Partial<Record<'days' | 'hours' | 'minutes', readonly string[]>>>;
}
