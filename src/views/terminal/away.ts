import type { QueuedWork } from '../../domain/planning/queue.ts';
import { type Away, covers, dayOfIso, daysAway, evolveAway, isoOfDay } from '../../domain/streams/away.ts';
import type { Change } from '../../domain/streams/events.ts';
import { isWorkingDay, localDay } from '../../domain/time/calendar.ts';
import { sayDay } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayWorkingDays } from '../words/amount.ts';
import { sayDate } from '../words/time.ts';
import { alignRows, type Column } from './columns.ts';
import { labelled } from './labelled.ts';
import { truncate } from './width.ts';

const COLUMNS: readonly Column[] = [{}, {}, { align: 'right' }, { shrinks: true, least: 10 }];

/** Days away, a stretch a line. */
export function listAway(stretches: readonly Away[], view: ViewContext): string {
  const rows = stretches.map((away) => [
    { text: sayFirst(away, view) },
    { text: away.last === away.first ? '' : `to ${sayDay(dayOfIso(away.last), view.calendar)}` },
    { text: sayLength(away, view), style: view.style.quiet },
    { text: printable(away.note ?? '') },
  ]);
  return alignRows(COLUMNS, rows, view.width).join('\n');
}

/** What was planned or cancelled. `known` are the days away before the change. */
export function sayAwayChanges(
  changes: readonly Change[],
  known: readonly Away[],
  view: ViewContext,
): string[] {
  return changes.flatMap((change) => {
    const away = awayOf(change, known);
    if (!away) return [];
    const days = sayStretch(away, view);
    return change.event.type === 'AwayCancelled'
      ? [`Working after all: ${days}.`]
      : [`Away: ${days}, ${sayLength(away, view)}.`];
  });
}

/** The dates of work that lie within days away that were just planned. */
export function sayDatesWithin(
  changes: readonly Change[],
  queue: readonly QueuedWork[],
  view: ViewContext,
): string[] {
  const planned = changes.flatMap(({ event }) => (event.type === 'AwayPlanned' ? [event] : []));
  const within = queue.filter(({ date }) => {
    const day = isoOfDay(localDay(view.calendar, date.at));
    return planned.some((stretch) => covers(stretch, day));
  });
  return within.flatMap(({ commitment, date }) =>
    labelled(
      'due',
      `${commitment.number} ${truncate(printable(commitment.title), 30)}, ${sayDate(date, view)}: while you are away`,
      view,
    ),
  );
}

/** Days away as programs see them after a change. */
export function awayJson(change: Change, known: readonly Away[]): object {
  return { ...awayOf(change, known), cancelled: change.event.type === 'AwayCancelled' };
}

/** Days away for programs that read lines. */
export function plainAway({ first, last, note }: Away): string[] {
  return [first, last, note ?? ''];
}

/** "Mon 21 Dec 2026 to Sat 2 Jan 2027". */
export function sayStretch(away: Pick<Away, 'first' | 'last'>, view: ViewContext): string {
  const last = away.last === away.first ? '' : ` to ${sayDay(dayOfIso(away.last), view.calendar)}`;
  return sayFirst(away, view) + last;
}

function sayFirst({ first }: Pick<Away, 'first'>, { calendar }: ViewContext): string {
  return sayDay(dayOfIso(first), calendar);
}

/** How many working days they take: weekends and holidays among them would have been free anyway. */
function sayLength(away: Away, { calendar }: ViewContext): string {
  const days = [...daysAway([away]).keys()];
  const holidays = new Map([...calendar.daysOff].filter(([, { kind }]) => kind === 'holiday'));
  const count = days.filter((day) => isWorkingDay({ ...calendar, daysOff: holidays }, day)).length;
  return sayWorkingDays(count);
}

function awayOf({ stream, event }: Change, known: readonly Away[]): Away | null {
  return event.type === 'AwayPlanned'
    ? evolveAway(null, event, stream.uid)
    : (known.find(({ uid }) => uid === stream.uid) ?? null);
}
