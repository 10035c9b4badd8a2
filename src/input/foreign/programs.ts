import type { Column } from './columns.ts';
import { keyOf } from './headings.ts';

/** What a row is that is no task. */
export type RowMeaning = 'note of the task above' | 'heading of those below' | 'no task';

/** A program whose tables use some headings or words in a way of their own. */
export interface ForeignProgram {
  readonly name: string;
  /** Headings that only its tables have together; any of these sets. */
  readonly signs: readonly (readonly string[])[];
  /** The headings that a column has in it, in their order, instead of all others. */
  readonly columns?: Readonly<Partial<Record<Column, readonly string[]>>>;
  /** What stands in its status when it is done, and when it will not be. */
  readonly done?: readonly string[];
  readonly dropped?: readonly string[];
  /** What rows are, by the word for their kind. */
  readonly rows?: Readonly<Record<string, RowMeaning>>;
  /** Whether its due dates are words of its own, so that one that cannot be read is left out rather than the row. */
  readonly hasOwnDates?: true;
  /** What midnight means in it; the day, unless it says otherwise. */
  readonly midnight?: 'that time';
}

/** What its documentation and its exports show; everything that is not said here follows from the headings. */
const PROGRAMS: readonly ForeignProgram[] = [
  { name: 'followup', signs: [['uid', 'wanted by', 'in writing', 'next update']], midnight: 'that time' },
  {
    name: 'TickTick',
    signs: [['list name', 'title', 'is all day', 'status']],
    columns: { section: ['list name'], project: ['list name'], notes: ['content'] },
    done: ['1', '2'],
    // A minus is no letter of a key, so this is looked up as it stands.
    dropped: ['-1'],
    rows: { note: 'no task' },
  },
  {
    name: 'Todoist',
    signs: [
      ['type', 'content', 'indent'],
      ['type', 'content', 'date lang'],
    ],
    columns: {
      title: ['content'],
      notes: ['description'],
      due: ['deadline', 'date'],
      minutes: ['duration'],
    },
    rows: { note: 'note of the task above', section: 'heading of those below', meta: 'no task' },
    hasOwnDates: true,
  },
  {
    name: 'Trello',
    signs: [
      ['card name', 'list name'],
      ['card name', 'card id'],
    ],
    columns: { section: ['list name'], project: ['board name'], status: ['list name'] },
  },
  {
    name: 'ClickUp',
    signs: [
      ['task name', 'task id', 'list name'],
      ['task name', 'task id', 'time estimated'],
    ],
    columns: { section: ['list name'], project: ['list name'] },
  },
  {
    name: 'Salesforce',
    signs: [
      ['subject', 'activity date'],
      ['subject', 'company account'],
      ['subject', 'due date only'],
    ],
    columns: { title: ['subject'], who: ['contact', 'name', 'full name'] },
  },
  { name: 'Jira', signs: [['issue key', 'summary']] },
  { name: 'Asana', signs: [['task id', 'name', 'section column']] },
  {
    name: 'Outlook',
    signs: [
      ['subject', '% complete', 'date completed'],
      ['betreff', '% erledigt', 'erledigt am'],
    ],
  },
];

/** The program whose table has these headings; undefined for any other table. */
export function programOf(headings: readonly string[]): ForeignProgram | undefined {
  const keys = new Set(headings.map(keyOf));
  return PROGRAMS.find(({ signs }) => signs.some((set) => set.every((sign) => keys.has(keyOf(sign)))));
}
