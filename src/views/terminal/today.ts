import type { AttentionLine } from '../../domain/agenda/attention.ts';
import { type Entry, entriesOf } from '../../domain/agenda/entries.ts';
import type { Question } from '../../domain/agenda/questions.ts';
import type { WorkItem } from '../../domain/planning/work-order.ts';
import type { DayAnswer } from '../../domain/streams/review.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { sayDay, sayTime } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { showGroups } from './entries.ts';
import { showQuestions } from './questions.ts';
import { showWork } from './work.ts';

/** How many entries of a group are shown; a longer list does not help in the morning. */
const SHOWN_ENTRIES = 25;

/** The part of the agenda that `today` shows. */
interface ShownAgenda {
  readonly lines: readonly AttentionLine[];
  readonly questions: readonly Question[];
  readonly answeredToday: ReadonlyMap<number, DayAnswer>;
}

/** The morning review: the entries, the four questions, and the work. */
export function showToday(
  { lines, questions, answeredToday }: ShownAgenda,
  work: readonly WorkItem[],
  view: ViewContext,
  most = SHOWN_ENTRIES,
): string {
  const entries = entriesOf(lines);
  return [
    ...heading(entries, view),
    ...showGroups(entries, view, most),
    ...(entries.length > 0 ? [''] : []),
    ...showQuestions(questions, answeredToday, view),
    ...(work.length > 0 ? [''] : []),
    ...showWork(work, view),
  ].join('\n');
}

/** The date, and how many entries are overdue or for today. */
function heading(entries: readonly Entry[], view: ViewContext): string[] {
  const { now, calendar, style } = view;
  const date = `${sayDay(localDay(calendar, now), calendar)}, ${sayTime(now, calendar)}`;
  const has = ({ lines }: Entry, severity: AttentionLine['severity']) =>
    lines.some((line) => line.severity === severity);
  const late = entries.filter((entry) => has(entry, 'overdue')).length;
  const rest = entries.filter((entry) => !has(entry, 'overdue') && has(entry, 'today')).length;
  const counts = [late && `${late} overdue`, rest && `${rest} for today`].filter(Boolean).join(', ');
  return [
    style.heading(date) + (counts ? ` · ${counts}` : ''),
    ...(entries.length === 0 ? ['', 'Nothing needs you now.', ''] : []),
  ];
}
