import { type Refusal, refuse } from '../base/refusal.ts';
import type { Workable } from '../planning/work-left.ts';
import { type Client, newClient } from '../streams/client.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Change, Channel, CommitmentEvent } from '../streams/events.ts';
import { matchClient } from '../streams/match-client.ts';
import { isSameName } from '../streams/names.ts';
import { refuseTransition, type TransitionVerb } from '../streams/transitions.ts';
import { localDay } from '../time/calendar.ts';
import { addDuration, type Duration } from '../time/duration.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { sayInstant, sayMoment, sayTime } from '../time/wording.ts';
import type { Situation } from './situation.ts';

/** The result of a decision: the events to record (none if nothing changes), or a refusal. */
export type Decision = readonly Change[] | Refusal;

/** A verb that acts on a commitment. */
export type Decide<Input> = (commitment: Commitment, input: Input, situation: Situation) => Decision;

/** A verb that starts something new, perhaps in connection with an existing commitment. */
export type DecideStart<Input> = (about: Commitment | null, input: Input, situation: Situation) => Decision;

/** When and on which channel words were said; `at` may be earlier than now. */
export interface Saying {
  readonly at: Instant;
  readonly via?: Channel | undefined;
}

/** A client's name as typed; `isNew` if the user said that it is a new client. */
export interface ClientMention {
  readonly name: string;
  readonly isNew: boolean;
}

/** Whether the user means themselves. */
export function isMyself({ name, isNew }: ClientMention): boolean {
  return !isNew && /^(?:me|myself)$/i.test(name);
}

/** An event on the stream of a commitment. */
export function on(commitment: { readonly uid: string }, event: CommitmentEvent): Change {
  return { stream: { kind: 'commitment', uid: commitment.uid }, event };
}

/**
 * The first events of a new commitment: its number and how it began. Further events of the same decision go
 * `on` the uid that is returned.
 */
export function begin(
  event: CommitmentEvent,
  situation: Situation,
): { readonly uid: string; readonly changes: readonly Change[] } {
  const uid = situation.newId();
  const number = situation.newNumber();
  return { uid, changes: [on({ uid }, { type: 'NumberGiven', number }), on({ uid }, event)] };
}

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
      'Give a time that has passed, such as "yesterday 4pm", or leave it out for now.',
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
        : 'Give a date that lies ahead. Words that were said earlier are recorded with --at or --asked.',
    );
  }
  if (date.at <= askedAt) {
    return refuse(
      'date-before-request',
      `${day} is before the request of ${sayInstant(askedAt, calendar)}.`,
      'Give a later date.',
    );
  }
  return refuse(
    'date-past',
    `${day} had already passed when it was said, ${sayInstant(saying.at, calendar)}.`,
    'Check the date, and --at.',
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

/** The target for a date; undefined if there is no work to plan. */
export function targetOf(work: Workable, date: Moment, { forecast }: Situation): Moment | undefined {
  return forecast.targetFor(work, date) ?? undefined;
}

/** The moment at a usual interval, such as `reply.within`, after an instant. */
export function dateAfter(at: Instant, habit: Duration, situation: Situation): Moment {
  const { calendar } = situation;
  return { at: addDuration(calendar, at, habit), zone: calendar.zone, grain: 'time' };
}

/**
 * The uids of the mentioned clients, with the events that create new ones. Refused if a name is a near miss
 * of an existing name, or the beginning of several.
 */
export function mentionClients(
  mentions: readonly ClientMention[],
  at: Instant,
  situation: Situation,
): { readonly uids: readonly string[]; readonly changes: readonly Change[] } | Refusal {
  const uids: string[] = [];
  const changes: Change[] = [];
  const clients: Client[] = [...situation.clients];
  for (const { name, isNew } of mentions) {
    const match = matchClient(name, clients);
    // A new client may have the beginning of an existing name as its name, but not the whole name.
    const isKnown = 'found' in match && (!isNew || isSameName(match.found.name, name));
    if (isKnown) {
      uids.push(match.found.uid);
    } else if ('found' in match || 'unknown' in match || isNew) {
      const uid = situation.newId();
      clients.push(newClient(uid, name, at));
      uids.push(uid);
      changes.push({ stream: { kind: 'client', uid }, event: { type: 'ClientAdded', name, at } });
    } else {
      return refuseMatch(name, match);
    }
  }
  return { uids, changes };
}

/** The refusal of a name that is ambiguous or a near miss. */
export function refuseMatch(
  name: string,
  match: { readonly ambiguous: readonly Client[] } | { readonly near: readonly Client[] },
): Refusal {
  const candidates = 'near' in match ? match.near : match.ambiguous;
  const names = candidates.map((client) => client.name).join(', ');
  return 'near' in match
    ? refuse(
        'client-near-miss',
        `There is no client "${name}", but there is ${names}.`,
        'Use that name, or add --new-client if this is someone else.',
      )
    : refuse(
        'client-ambiguous',
        `"${name}" may be ${names}.`,
        'Type more of the name, or the name of the client.',
      );
}
