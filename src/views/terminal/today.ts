import type { AttentionLine } from '../../domain/agenda/attention.ts';
import { type Entry, entriesOf } from '../../domain/agenda/entries.ts';
import { type First, firstOf } from '../../domain/agenda/first.ts';
import type { Question } from '../../domain/agenda/questions.ts';
import type { Overload, WorkItem } from '../../domain/planning/work-order.ts';
import type { DayAnswer } from '../../domain/streams/review.ts';
import { localDay } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayDay, sayTime } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { sayIfFewTasks, sayOverload } from '../words/forecast.ts';
import { GROUP_HEADINGS } from '../words/group.ts';
import { sayEntrySubject } from '../words/reason.ts';
import { shortCommand } from '../words/short-command.ts';
import { GAP } from './columns.ts';
import { groupsOf, showGroupHeading } from './entries.ts';
import { layOut } from './morning-layout.ts';
import { showNoReminder } from './no-reminder.ts';
import { linesOfPieces } from './pieces.ts';
import { showChecklist, showQuestionsHeading } from './questions.ts';
import { truncate, widthOf, wrap } from './width.ts';
import { showWork, showWorkBriefly } from './work.ts';

/** The part of the agenda that `today` shows. */
interface ShownAgenda {
  readonly lines: readonly AttentionLine[];
  readonly questions: readonly Question[];
  readonly answeredToday: ReadonlyMap<number, DayAnswer>;
}

/** What the forecast says about all work together. */
interface Outlook {
  readonly overload: Overload | null;
  /** The number of finished tasks that the chances are learnt from. */
  readonly learntFrom: number;
}

/** What else it depends on. */
export interface Showing {
  /** Whether all entries are shown, however many lines they take. */
  readonly all?: boolean;
  /** Since when no reminder has run by cron although some should have. */
  readonly noReminderSince?: Instant | null;
}

/** With less room than this, what is to be done first is named by its command alone. */
const LEAST_ABOUT = 12;

/** The most lines that the morning takes, however high the terminal is; more are not read. */
const MOST_LINES = 50;

/** That nothing has to be done now; a complaint is not nothing, also while it is not yet time to speak again. */
function sayNothing(questions: readonly Question[]): string {
  const isComplaintOpen = questions.some(({ evidence }) => evidence.some(({ fact }) => fact === 'complaint'));
  return isComplaintOpen ? 'Nothing is due now, but a complaint is open.' : 'Nothing needs you now.';
}

/** The morning review on one screen: the entries, the four questions, the work, and what to do first. */
export function showToday(
  { lines, questions, answeredToday }: ShownAgenda,
  work: readonly WorkItem[],
  { overload, learntFrom }: Outlook,
  view: ViewContext,
  { all = false, noReminderSince = null }: Showing = {},
): string {
  const entries = entriesOf(lines);
  const endangered = lines.filter(({ reason }) => reason === 'at-risk').length;
  // Each date that would hold assumes that no other moves, so where many are in danger none is true for long.
  const detail = { holds: endangered < 2 || overload === null };
  const isReviewOpen = lines.some(({ reason }) => reason === 'review');
  const first = firstOf(entries, isReviewOpen, work);
  const morning = {
    top: (isCut: boolean) => [
      ...heading(entries, isCut, view),
      ...showNoReminder(noReminderSince, view),
      ...(overload ? wrap(sayOverload(overload, view), view.width).map((line) => view.style.late(line)) : []),
      ...(entries.length === 0 ? ['', sayNothing(questions)] : []),
    ],
    groups: groupsOf(entries, detail, view).map((group) => ({
      ...group,
      heading: (shown: number) =>
        showGroupHeading(group, shown, view, group.group === 'in-danger' ? sayIfFewTasks(learntFrom) : ''),
      inOneLine: truncate(`${GROUP_HEADINGS[group.group]}: ${group.size}`, view.width),
    })),
    questions: {
      heading: showQuestionsHeading(questions, answeredToday, view),
      lines: showChecklist(questions, answeredToday, view),
    },
    work: { full: showWork(work, view), brief: showWorkBriefly(work, view) },
    last: first ? showFirst(first, view) : [],
  };
  // The prompt of the shell takes a line.
  return layOut(morning, all ? Number.POSITIVE_INFINITY : Math.min(MOST_LINES, view.height) - 1).join('\n');
}

/** The date, and how many entries are overdue, for today, or for others to answer. */
function heading(entries: readonly Entry[], isCut: boolean, view: ViewContext): string[] {
  const { now, calendar, style } = view;
  const date = `${sayDay(localDay(calendar, now), calendar)}, ${sayTime(now, calendar)}`;
  const has = ({ lines }: Entry, severity: AttentionLine['severity']) =>
    lines.some((line) => line.severity === severity);
  const mine = entries.filter(({ group }) => group !== 'with-them');
  const late = mine.filter((entry) => has(entry, 'overdue')).length;
  const rest = mine.filter((entry) => !has(entry, 'overdue') && has(entry, 'today')).length;
  const theirs = entries.length - mine.length;
  const counts = [late && `${late} overdue`, rest && `${rest} for today`, theirs && `${theirs} with them`]
    .filter(Boolean)
    .join(', ');
  return linesOfPieces(
    [
      { text: date, style: style.heading },
      ...(counts ? [{ text: counts }] : []),
      ...(isCut ? [{ text: 'all: fup today --all', style: style.quiet }] : []),
    ],
    view.width,
  );
}

/** What to do first, with its command, in a line if they fit. */
function showFirst(first: First, view: ViewContext): string[] {
  const { style, width } = view;
  const { command, about } = sayFirst(first, view);
  const head = 'First: ';
  const room = width - widthOf(head) - widthOf(command) - GAP;
  if (room < LEAST_ABOUT) return [style.heading(head) + style.command(command)];
  return [`${style.heading(head)}${truncate(about, room)}${' '.repeat(GAP)}${style.command(command)}`];
}

function sayFirst(first: First, view: ViewContext): { readonly command: string; readonly about: string } {
  switch (first.kind) {
    case 'entry':
      return {
        command: `fup ${shortCommand(first.entry.line, view)}`,
        about: sayEntrySubject(first.entry, view),
      };
    case 'review':
      return { command: 'fup review', about: 'the four questions' };
    case 'work': {
      const { number, title } = first.item.work.commitment;
      return { command: `fup show ${number}`, about: `work on it: ${title}` };
    }
  }
}
