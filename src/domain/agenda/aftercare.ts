import type { Commitment } from '../streams/commitment.ts';
import type { Delivery } from '../streams/delivery.ts';
import { localDay } from '../time/calendar.ts';
import { addDuration } from '../time/duration.ts';
import { compareInstants, type Instant } from '../time/moment.ts';
import type { ClockSettings } from '../time/settings.ts';
import { DAYS_OF_AFTERCARE } from './aftercare-period.ts';
import type { Ledger } from './ledger.ts';
import { endOfDueSoon, endOfDueToday } from './reach.ts';

type Clocks = Pick<Ledger, 'calendar' | 'clockSettingsOf'>;
type Delivered = Pick<Commitment, 'client' | 'state' | 'delivery'>;

/**
 * When it is to be asked whether what was delivered works, as far as that concerns me now; null if it does not. Each time has a
 * period that ends with the next one, and only that of the present counts. Once I have spoken about it in that period it is the turn
 * of the next one.
 */
export function aftercareDue(
  { client, state, delivery }: Delivered,
  clocks: Clocks & Pick<Ledger, 'now'>,
): Instant | null {
  const { now, calendar, clockSettingsOf } = clocks;
  if (delivery === null || state !== 'done' || isOver(delivery, clocks)) return null;
  const settings = clockSettingsOf(client);
  const times = timesToAsk(delivery, settings, clocks);
  const present = [times.findLast((time) => time <= now), times.find((time) => time > now)];
  const { at, toldAt } = delivery;
  const isToAsk = (due: Instant) =>
    isAsking(now, due, at, settings, calendar) &&
    !(toldAt !== null && isAsking(toldAt, due, at, settings, calendar));
  return present.find((due): due is Instant => due !== undefined && isToAsk(due)) ?? null;
}

/** How far it was asked whether what was delivered is right, which nobody there has said. */
export interface Unanswered {
  /** When I last asked; null if I never did. */
  readonly askedAt: Instant | null;
  /** When they last spoke about it since I asked, or since the delivery if I never did; null if they have not. */
  readonly heardAt: Instant | null;
  /** Whether the last time to ask has passed. */
  readonly isLast: boolean;
}

/** How far asking has come; null if there is nothing to be said of that. */
export function unansweredSince(
  { client, state, delivery }: Delivered,
  clocks: Clocks & Pick<Ledger, 'now'>,
): Unanswered | null {
  const { now, calendar, clockSettingsOf } = clocks;
  if (delivery === null || state !== 'done') return null;
  const settings = clockSettingsOf(client);
  const times = timesToAsk(delivery, settings, clocks);
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined) return null;
  const { at, toldAt, heardAt } = delivery;
  const hasAsked = toldAt !== null && isAsking(toldAt, first, at, settings, calendar);
  const askedAt = hasAsked ? toldAt : null;
  const isHeard = heardAt !== null && heardAt >= (askedAt ?? at);
  return { askedAt, heardAt: isHeard ? heardAt : null, isLast: last <= now };
}

/**
 * Whether a word at some time asks about what was delivered, where that is due at `due`. It does from when its line is shown. A
 * word on the day of the delivery itself ("here it is") asks nothing yet, unless the time to ask is earlier than that.
 */
export function isAsking(
  word: Instant,
  due: Instant,
  deliveredAt: Instant,
  { warnBefore }: Pick<ClockSettings, 'warnBefore'>,
  calendar: Clocks['calendar'],
): boolean {
  if (word >= due) return true;
  const isLater = localDay(calendar, word) > localDay(calendar, deliveredAt);
  return isLater && (due < endOfDueToday(calendar, word) || due < endOfDueSoon(calendar, word, warnBefore));
}

function timesToAsk({ at }: Delivery, { aftercare }: ClockSettings, { calendar }: Clocks): Instant[] {
  return aftercare.map((after) => addDuration(calendar, at, after)).sort(compareInstants);
}

function isOver({ at }: Delivery, { now, calendar }: Clocks & Pick<Ledger, 'now'>): boolean {
  return now > addDuration(calendar, at, { days: DAYS_OF_AFTERCARE });
}
