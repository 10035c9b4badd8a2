import { type Refusal, refuse } from '../base/refusal.ts';
import { type Commitment, counterpart } from '../streams/commitment.ts';
import { refuseTransition, type TransitionVerb } from '../streams/transitions.ts';
import { localDay } from '../time/calendar.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { sayInstant, sayMoment, sayTime } from '../time/wording.ts';
import type { Saying } from './decision.ts';
import type { Situation } from './situation.ts';

/**
 * The first objection to a date, or null. Words cannot have been said in the future. A date has to lie after
 * the words that set it and after the request. If it is said now, it lies ahead; if it is recorded afterwards
 * (`--at`, `--asked`), it may have passed since.
 */
export function refuseDate(
  date: Moment | undefined,
  saying: Saying,
  situation: Situation,
  askedAt: Instant = saying.at,
): Refusal | null {
  const { now, calendar } = situation;
  if (saying.at > now) {
    return refuse(
      'said-in-future',
      `${sayInstant(saying.at, calendar)} is still ahead: nothing can have been said or done then.`,
      'Give a time that has passed, such as "yesterday 4pm", or leave it out; the default is now.',
    );
  }
  if (!date || (date.at > saying.at && date.at > askedAt)) return null;
  const day = sayMoment(date, calendar);
  if (saying.at === now && date.at <= now) {
    const isToday = date.grain === 'day' && localDay(calendar, date.at) === localDay(calendar, now);
    return refuse(
      'date-past',
      isToday ? `The working hours of today ended at ${sayTime(date.at, calendar)}.` : `${day} has passed.`,
      isToday
        ? 'Say a time, such as "today 8pm", or another day.'
        : 'Give a date that lies ahead. To record something said earlier, add --at or --asked.',
    );
  }
  return (
    refuseBeforeRequest(date, askedAt, situation) ??
    refuse(
      'date-past',
      `${day} had already passed when it was said, ${sayInstant(saying.at, calendar)}.`,
      'Check the date, and --at.',
    )
  );
}

/** Refuses a date that lies before the request; otherwise null. */
export function refuseBeforeRequest(date: Moment, askedAt: Instant, { calendar }: Situation): Refusal | null {
  if (date.at > askedAt) return null;
  return refuse(
    'date-before-request',
    `${sayMoment(date, calendar)} is before the request of ${sayInstant(askedAt, calendar)}.`,
    'Give a later date.',
  );
}

/** The first objection to a verb on a commitment, or null: the transition is checked first, then the dates. */
export function refuseVerb(
  verb: TransitionVerb,
  commitment: Commitment,
  saying: Saying,
  situation: Situation,
  date?: Moment,
): Refusal | null {
  return refuseTransition(verb, commitment) ?? refuseDate(date, saying, situation, commitment.createdAt);
}

/** Refuses what is said to have been finished before it began; otherwise null. */
export function refuseUnbegun(
  { number, createdAt }: Commitment,
  { at }: Saying,
  { now, calendar }: Situation,
): Refusal | null {
  // The clock of the machine may have run backwards, so what happens now is never too early.
  if (at >= createdAt || at === now) return null;
  return refuse(
    'before-request',
    `${number} began on ${sayInstant(createdAt, calendar, now)}, after ${sayInstant(at, calendar, now)}.`,
    'Check --at. If it began earlier, record it again with --asked or --at.',
  );
}

/** Refuses a commitment that does not concern a client; otherwise null. Anybody may speak about one without a client. */
export function refuseAnotherClient(
  commitment: Commitment,
  { uid, name }: { readonly uid: string; readonly name: string },
  hint: string,
): Refusal | null {
  const { number, client } = commitment;
  const other = counterpart(commitment);
  if (other === null || uid === other || uid === client) return null;
  return refuse('about-another-client', `${number} does not concern ${name}.`, hint);
}

/** Refuses words about a date that was settled after they were said; otherwise null. */
export function refuseOvertaken(
  commitment: Commitment,
  { at }: Saying,
  situation: Situation,
): Refusal | null {
  const { number, agreement } = commitment;
  if (agreement === null || at >= agreement.at) return null;
  return refuse(
    'overtaken',
    `The date of ${number} was settled later than that: ${sayInstant(agreement.at, situation.calendar)}.`,
    `Check --at; or keep it as a note: followup note ${number} TEXT`,
  );
}
