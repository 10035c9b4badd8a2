import { type Amount, isMoney } from '../../domain/base/amount.ts';
import type { ProjectCost } from '../../domain/planning/project-cost.ts';
import type { WeekSpent } from '../../domain/planning/spent-by-week.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import type { ProjectEvent } from '../../domain/streams/events.ts';
import { sayDay, sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayMoney } from '../words/money.ts';
import {
  sayAhead,
  sayBudget,
  sayChance,
  sayMissing,
  sayPastOverrun,
  sayPlain,
  saySpentOf,
  sayTotal,
} from '../words/project.ts';
import { stepsOfProject } from '../words/project-steps.ts';
import { sayProjectEvent } from '../words/project-story.ts';
import { BAR_LEGEND, budgetBar } from './budget-bar.ts';
import { alignRows } from './columns.ts';
import { datedLines } from './dated-lines.ts';
import { labelled } from './labelled.ts';
import { listCommitments } from './list.ts';
import { showSteps } from './next-steps.ts';
import { widthOf, wrap } from './width.ts';

/** A project as `project NAME` shows it. */
interface ShownProject {
  readonly cost: ProjectCost;
  readonly events: readonly ProjectEvent[];
  readonly commitments: readonly Commitment[];
  readonly weeks: readonly WeekSpent[];
}

/** How many weeks are shown; all of them are in the JSON. */
const SHOWN_WEEKS = 8;
const INDENT = '   ';

/** What a project costs and will come to, fact by fact: the top of `project NAME`, and the echo of every change. */
export function describeProject(cost: ProjectCost, view: ViewContext): string[] {
  const { project, over, chance, earlier, ahead } = cost;
  const { style } = view;
  const client = nameOf(project.client, view);
  const danger = over || cost.marks.includes('likely') ? style.late : (text: string) => text;
  const total = sayTotal(cost);
  const missing = sayMissing(cost);
  const facts: [string, string | null][] = [
    ['budget', sayBudget(cost, view) ?? 'none yet'],
    ['rate', project.rate && `${sayMoney(project.rate)} an hour`],
    ['spent', danger(saySpentOf(cost))],
    ['left', ahead.tasks > 0 || ahead.later === 0 ? sayAhead(cost) : null],
    ['comes to', total && [total, chance === null ? null : sayChance(cost)].filter(Boolean).join(', ')],
    ['note', missing.length > 0 ? missing.join('; ') : null],
    ['earlier', earlier.length > 0 ? style.late(earlier.map(sayPastOverrun).join(', ')) : null],
    ['closed', project.closedAt && sayInstant(project.closedAt, view.calendar, view.now)],
  ];
  return [
    ...wrap(`${printable(project.name)}${client ? `  for ${printable(client)}` : ''}`, view.width, '  ').map(
      (line) => style.heading(line),
    ),
    ...facts.flatMap(([label, text]) => (text ? labelled(label, text, view) : [])),
  ];
}

/** A project with its bar, what was spent by week, the work in it, and its story. */
export async function showProject(
  { cost, events, commitments, weeks }: ShownProject,
  view: ViewContext,
): Promise<string> {
  const { style, width } = view;
  const steps = stepsOfProject(cost, commitments, view);
  const bar = budgetBar(cost, width - INDENT.length, view);
  return [
    ...describeProject(cost, view),
    ...(bar
      ? [INDENT + bar, ...wrap(BAR_LEGEND, width - INDENT.length).map((line) => INDENT + style.quiet(line))]
      : []),
    ...(weeks.length > 0 ? ['', style.heading('Spent by week'), ...showWeeks(weeks, view)] : []),
    ...(commitments.length > 0
      ? ['', style.heading('Work'), await listCommitments(commitments, view, cost.project.client)]
      : []),
    ...(events.length > 0 ? ['', style.heading('Story'), ...showStory(events, view)] : []),
    ...(steps.length > 0 ? ['', ...showSteps(steps, view)] : []),
  ].join('\n');
}

function showWeeks(weeks: readonly WeekSpent[], { calendar, now, width }: ViewContext): string[] {
  const shown = weeks.slice(-SHOWN_WEEKS);
  const largest = Math.max(...shown.map(({ counted }) => sizeOf(counted)), 0);
  const texts = shown.map(({ counted }) => sayPlain(counted));
  const days = shown.map(({ day }) => sayDay(day, calendar, now));
  const room = width - INDENT.length - Math.max(...texts.map(widthOf)) - Math.max(...days.map(widthOf)) - 4;
  const rows = shown.map(({ counted }, index) => [
    { text: days[index] ?? '' },
    { text: texts[index] ?? '' },
    {
      text: '#'.repeat(
        largest > 0 ? Math.round((Math.max(0, sizeOf(counted)) / largest) * Math.min(room, MOST_BAR)) : 0,
      ),
    },
  ]);
  return alignRows([{}, { align: 'right' }, {}], rows, width - INDENT.length).map(
    (row) => INDENT + row.trimEnd(),
  );
}

/** The most columns of the bar of a week. */
const MOST_BAR = 40;

function showStory(events: readonly ProjectEvent[], view: ViewContext): string[] {
  return datedLines(
    events.map((event) => ({ at: event.at, text: sayProjectEvent(event, view) })),
    view,
  );
}

function sizeOf(amount: Amount): number {
  return isMoney(amount) ? amount.minor : amount.hours;
}
