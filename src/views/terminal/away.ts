import type { QueuedWork } from '../../domain/planning/queue.ts';
import { type Away, covers, isoOfDay } from '../../domain/streams/away.ts';
import type { Change } from '../../domain/streams/events.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { sayTime } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayDaysAway, sayWorkingTimeAway } from '../words/away.ts';
import { sayDate } from '../words/time.ts';
import { alignOrWrap, type Column } from './columns.ts';
import { labelled } from './labelled.ts';
import { truncate } from './width.ts';

const COLUMNS: readonly Column[] = [{}, { align: 'right' }, {}];

/** Days away, one stretch a line if they fit. */
export function listAway(stretches: readonly Away[], view: ViewContext): string {
  const rows = stretches.map((away) => [
    { text: sayDaysAway(away, view) },
    { text: sayWorkingTimeAway(away, view), style: view.style.quiet },
    { text: printable(away.note ?? '') },
  ]);
  return alignOrWrap(COLUMNS, rows, view.width, '  ').join('\n');
}

/** Work that falls due on the days away that were just planned. */
export function showDatesWithin(
  changes: readonly Change[],
  queue: readonly QueuedWork[],
  view: ViewContext,
): string[] {
  const planned = changes.flatMap(({ event }) => (event.type === 'AwayPlanned' ? [event] : []));
  const within = queue.filter(({ date }) => {
    const day = localDay(view.calendar, date.at);
    const time = sayTime(date.at, view.calendar);
    return planned.some((stretch) => covers(stretch, isoOfDay(day), time));
  });
  return within.flatMap(({ commitment, date }) =>
    labelled(
      'due',
      `${commitment.number} ${truncate(printable(commitment.title), 30)}, ${sayDate(date, view)}: while you are away`,
      view,
    ),
  );
}
