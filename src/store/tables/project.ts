import { type AnsweredMark, BUDGET_MARKS, type BudgetMark } from '../../domain/streams/events.ts';
import { keyOf } from '../../domain/streams/names.ts';
import type { Budget, Project } from '../../domain/streams/project.ts';
import type { Db } from '../db.ts';
import {
  amount,
  boolean,
  type Column,
  group,
  list,
  money,
  moneyList,
  nullable,
  optionalText,
  real,
  text,
  type Value,
} from './column.ts';
import { rowPerStream, type StreamTables } from './stream-tables.ts';
import { table } from './table.ts';

const PROJECTS = table<Project>(
  'project',
  {
    uid: text('PRIMARY KEY'),
    name: text(),
    client: optionalText(),
    startedAt: text(),
    rate: nullable(money()),
    budget: nullable(
      group<Budget>({
        amount: amount(),
        isMonthly: boolean(),
        since: text(),
        until: optionalText(),
        setAt: text(),
        answers: answers(),
      }),
    ),
    closedAt: optionalText(),
    isClosedOver: boolean(),
    merged: list(),
    spentHours: real(),
    spentMoney: moneyList(),
  },
  {
    // Commitments that belong to it have the same key.
    computed: { projectKey: ({ name }) => keyOf(name) },
    indexes: { project_client: '(client) WHERE client IS NOT NULL' },
  },
);

/** The marks that were answered, in one column: "near", "past 2026-05". */
function answers(): Column<readonly AnsweredMark[]> {
  const { define, write, read } = list<string>();
  return {
    define,
    write: (marks) =>
      write(marks.map(({ mark, month }) => (month === undefined ? mark : `${mark} ${month}`))),
    read: (row, place) =>
      read(row, place).flatMap((answer) => {
        const [word, month] = answer.split(' ');
        const mark: BudgetMark | undefined = BUDGET_MARKS.find((each) => each === word);
        return mark === undefined ? [] : [{ mark, ...(month !== undefined && { month }) }];
      }),
  };
}

export const projectTables: StreamTables<'project'> = rowPerStream(PROJECTS);

/** Reads projects; `rest` follows `FROM project`, with a `?` for each value. */
export function selectProjects(db: Db, rest = '', ...values: readonly Value[]): Project[] {
  return PROJECTS.select(db, rest, ...values);
}
