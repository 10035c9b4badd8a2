import { type HeldUp, holds, settledAt } from '../../domain/planning/held-up.ts';
import { sayLost } from '../../domain/planning/lateness.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { sayDay } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayDate } from './time.ts';

/** What something of theirs that was late costs, said beside that: "9 working days lost for 1; ...". */
export function sayHoldsUp(held: HeldUp, view: ViewContext): string {
  const lost = `${sayLost(held.lateness)} lost for ${held.commitment.number}${sayFrom(held, view)}`;
  return `${lost}; ${sayIfNow(held, view)}`;
}

/**
 * The same, said beside what waits for it: "waits for 2 assets (Dana): 9 working days lost; ...". Where room is short,
 * without its title. Safe to print.
 */
export function sayHeldUp(held: HeldUp, view: ViewContext, isShort = false): string {
  const { awaiting, lateness } = held;
  const { number, title, who, person, state } = awaiting;
  const { calendar, now } = view;
  const whose = person ?? nameOf(who, view);
  const what = [
    `${number}`,
    ...(isShort ? [] : [printable(title)]),
    ...(whose === null ? [] : [`(${printable(whose)})`]),
  ].join(' ');
  const byDays = isShort ? '' : sayByDaysLost(held, view);
  const lost = `${sayLost(lateness)} lost${sayFrom(held, view)}; ${sayIfNow(held, view)}${byDays}`;
  if (lateness.until === null) return `waits for ${what}: ${lost}`;
  if (state === 'dropped') return `waited for ${what}: ${lost}`;
  return `${what} came on ${sayDay(localDay(calendar, lateness.until), calendar, now)}: ${lost}`;
}

/** Whether it has to be said where little is said: what came late and moves no date is past. */
export function isPressing(held: HeldUp): boolean {
  return held.lateness.until === null || !holds(held);
}

/** The date that it moves to, where that is later because as many days were lost. */
function sayByDaysLost(held: HeldUp, view: ViewContext): string {
  const { ifNow, movesTo } = held;
  if (holds(held) || !movesTo || !ifNow || movesTo.at <= ifNow.at) return '';
  return `, by the days lost ${sayDate(movesTo, view)}`;
}

/** Since when days are counted, where some before that do not count. */
function sayFrom({ commitment, lateness }: HeldUp, { calendar, now }: ViewContext): string {
  return lateness.isPart ? ` since ${sayDay(localDay(calendar, settledAt(commitment)), calendar, now)}` : '';
}

/** What the date would be if they delivered now, or is now that they have. */
function sayIfNow(held: HeldUp, view: ViewContext): string {
  const { ifNow, lateness, commitment } = held;
  if (ifNow === null) return 'its date has passed';
  const date = sayDate(ifNow, view);
  const ifItCame = lateness.until === null ? ' if it came now' : '';
  if (holds(held)) return `${date} can still be kept${ifItCame}`;
  return `a date ${commitment.due === null ? 'to offer' : 'that holds'}${ifItCame}: ${date}`;
}
