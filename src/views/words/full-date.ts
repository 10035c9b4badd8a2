import type { Moment } from '../../domain/time/moment.ts';
import { sayElsewhere, sayMoment, sayTime } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayRelativeDate } from './time.ts';

/**
 * A date in full, and how far away it is: "Thu 5 Mar 2026 15:00, in 3 h". Local times follow in brackets, "(14:00 London)",
 * if the date was given in another zone or the `counterpart` lives in one.
 */
export function sayFully(moment: Moment, view: ViewContext, counterpart: string | null = null): string {
  const { calendar } = view;
  const zones = new Set([moment.zone, (counterpart !== null && view.zones.get(counterpart)) || moment.zone]);
  const here = sayTime(moment.at, calendar);
  const elsewhere = [...zones]
    .filter((zone) => zone !== calendar.zone)
    .map((zone) => printable(sayElsewhere(moment.at, zone, calendar)))
    // If clocks there show the same time, there is nothing to add.
    .filter((there) => !there.startsWith(`${here} `));
  const beside = elsewhere.length > 0 ? ` (${elsewhere.join(', ')})` : '';
  return `${sayMoment(moment, calendar)}, ${sayRelativeDate(moment, view)}${beside}`;
}
