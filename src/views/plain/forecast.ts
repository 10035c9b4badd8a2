import type { Forecast } from '../../domain/planning/forecast.ts';
import type { QueuedWork } from '../../domain/planning/queue.ts';
import { currentTarget } from '../../domain/streams/commitment.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';

/** Queued work as fields. */
export function plainForecast(work: QueuedWork, forecast: Forecast, view: ViewContext): string[] {
  const target = currentTarget(work.commitment);
  return [
    String(work.commitment.number),
    nameOf(work.commitment.client, view) ?? '',
    work.commitment.title,
    String(rounded(work.hours, 3)),
    target ? toLocalIso(target.at, view.calendar) : '',
    toLocalIso(work.date.at, view.calendar),
    String(rounded(forecast.chanceOf(work), 3)),
  ];
}
