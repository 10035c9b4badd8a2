import { nextUpdateOf } from '../../domain/agenda/clocks.ts';
import { ballOf, type Commitment, currentTarget } from '../../domain/streams/commitment.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { dateCell, timeCell } from './date-cells.ts';
import { type ColumnsOf, type ExportedTable, tableOf } from './tables.ts';

/** The columns in their order. An import understands those that a commitment can be made from. */
const COLUMNS: ColumnsOf<Commitment> = {
  id: ({ number }) => number,
  uid: ({ uid }) => uid,
  kind: ({ kind }) => kind,
  title: ({ title }) => title,
  client: ({ client }, view) => nameOf(client, view),
  who: ({ who, person }, view) => (who === null ? null : (person ?? nameOf(who, view))),
  project: ({ project }) => project,
  state: ({ state }) => state,
  ball: (commitment) => ballOf(commitment),
  wanted_by: ({ wantedBy }, view) => dateCell(wantedBy, view),
  due: ({ due }, view) => dateCell(due, view),
  target: (commitment, view) => dateCell(currentTarget(commitment), view),
  next_update: (commitment, view) =>
    timeCell(nextUpdateOf(commitment, view.clockSettingsOf, view.calendar), view),
  in_writing: ({ agreement }) => (agreement === null ? null : agreement.inWriting ? 'yes' : 'no'),
  scope: ({ scope }) => scope,
  estimate_hours: ({ estimate }) => estimate && rounded(estimate.hours, 4),
  spent_hours: ({ spentHours }) => rounded(spentHours, 4),
  topic: ({ topic }) => topic,
  created_at: ({ createdAt }, view) => timeCell(createdAt, view),
  closed_at: ({ closedAt }, view) => timeCell(closedAt, view),
};

/** Commitments as a table, a row each. */
export function commitmentTable(commitments: Iterable<Commitment>, view: ViewContext): ExportedTable {
  return tableOf(COLUMNS, commitments, view);
}
