import type { Forecast } from '../../domain/planning/forecast.ts';
import type { QueuedWork } from '../../domain/planning/queue.ts';
import { currentTarget } from '../../domain/streams/commitment.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';

/** Queued work as programs see it. */
export function forecastJson(work: QueuedWork, forecast: Forecast, view: ViewContext): object {
  const { commitment, date, hours, hoursThrough, assumedFrom = null } = work;
  const iso = (at: Instant) => toLocalIso(at, view.calendar);
  const target = currentTarget(commitment);
  return {
    id: commitment.number,
    title: commitment.title,
    client: nameOf(commitment.client, view),
    state: commitment.state,
    hoursLeft: rounded(hours, 3),
    hoursThrough: rounded(hoursThrough, 3),
    assumedFrom,
    target: target && iso(target.at),
    date: iso(date.at),
    likely: iso(forecast.finishedBy(work, 0.5)),
    sure: iso(forecast.finishedBy(work, forecast.confidenceOf(work))),
    chance: rounded(forecast.chanceOf(work), 3),
  };
}
