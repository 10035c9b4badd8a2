import type { QueuedWork } from '../../domain/planning/queue.ts';
import { type Away, covers } from '../../domain/streams/away.ts';
import type { Change } from '../../domain/streams/events.ts';
import { comingWithin, type StandingOutlook } from '../../domain/streams/standing-outlook.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import { sayDay, sayTime } from '../../domain/time/wording.ts';
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

/** What becomes of what comes again and falls on the days away that were just planned, as its own rule for days off says. */
export function showComingWithin(
  changes: readonly Change[],
  outlooks: readonly StandingOutlook[],
  view: ViewContext,
): string[] {
  const planned = changes.flatMap(({ event }) => (event.type === 'AwayPlanned' ? [event] : []));
  const shifted = new Map(
    changes.flatMap(({ stream, event }) =>
      event.type === 'OccurrenceShifted' ? [[stream.uid, event.due] as const] : [],
    ),
  );
  return outlooks.flatMap((outlook) => [
    ...outlook.open.flatMap((time) => {
      const due = shifted.get(time.uid);
      return due
        ? labelled(
            'again',
            `${time.number} ${truncate(printable(time.title), 30)} comes by ${sayDate(due, view)}`,
            view,
          )
        : [];
    }),
    ...planned.flatMap((period) =>
      comingWithin(outlook, period).flatMap(({ day, due }) => {
        const what = `${truncate(printable(outlook.standing.title), 30)}, ${sayDay(day, view.calendar, view.now)}:`;
        const becomes = due ? `comes by ${sayDate(due, view)}` : 'the one before it stands for it';
        return labelled('again', `${what} ${becomes}`, view);
      }),
    ),
  ]);
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
