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

/** What a decision comes to: the facts to record (none: nothing changes), or a refusal. */
export type Decision = readonly Change[] | Refusal;

/** A verb that is applied to a commitment. */
export type Decide<Input> = (commitment: Commitment, input: Input, situation: Situation) => Decision;

/** A verb that starts something new, perhaps about a commitment that is there already. */
export type DecideStart<Input> = (about: Commitment | null, input: Input, situation: Situation) => Decision;

/** When and how words were said; `at` may be earlier than now. */
export interface Saying {
  readonly at: Instant;
  readonly via?: Channel | undefined;
}

/** A client as it was typed; `isNew` when the user has said that it is nobody known. */
export interface ClientMention {
  readonly name: string;
  readonly isNew: boolean;
}

/** Whether somebody to whom a promise is made is the one who makes it. */
export function isMyself({ name, isNew }: ClientMention): boolean {
  return !isNew && /^(?:me|myself)$/i.test(name);
}

/** One fact on the stream of a commitment. */
export function on(commitment: { readonly uid: string }, event: CommitmentEvent): Change {
  return { stream: { kind: 'commitment', uid: commitment.uid }, event };
}

/** The facts of a new commitment: its number, and how it began. Any later fact of the same decision goes `on` the returned uid. */
export function begin(
  event: CommitmentEvent,
  situation: Situation,
): { readonly uid: string; readonly changes: readonly Change[] } {
  const uid = situation.newId();
  const number = situation.newNumber();
  return { uid, changes: [on({ uid }, { type: 'NumberGiven', number }), on({ uid }, event)] };
}

/**
 * The first reason against it, or null. Words cannot have been said in the future, and a date lies after the words that
 * set it and after the request: said now, it is ahead; recorded afterwards (`--at`, `--asked`), it may have passed since.
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
      `${day} lies before the request of ${sayInstant(askedAt, calendar)}.`,
      'Give a later date.',
    );
  }
  return refuse(
    'date-past',
    `${day} had passed already when it was said, ${sayInstant(saying.at, calendar)}.`,
    'Check the date, and --at.',
  );
}

/** What stands against a verb on this commitment with this date, or null: first the table of transitions, then the dates. */
export function refuseVerb(
  verb: TransitionVerb,
  commitment: Commitment,
  saying: Saying,
  situation: Situation,
  date?: Moment,
): Refusal | null {
  return refuseTransition(verb, commitment) ?? refuseDate(date, saying, situation, commitment.createdAt);
}

/** Why words about the date cannot count, or null: the date was settled after they were said. */
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

/** The date to work towards so that another one holds; undefined where there is no work to reckon with. */
export function targetOf(work: Workable, date: Moment, { forecast }: Situation): Moment | undefined {
  return forecast.targetFor(work, date) ?? undefined;
}

/** The date that follows from a habit: so long after a moment. */
export function dateAfter(at: Instant, habit: Duration, situation: Situation): Moment {
  const { calendar } = situation;
  return { at: addDuration(calendar, at, habit), zone: calendar.zone, grain: 'time' };
}

/**
 * The uids of the clients that were mentioned, with the facts that create those mentioned for the first time.
 * Refused when a name is a near miss of a known one, or the beginning of several.
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
    // Somebody new may well be called like the beginning of a known name, but not the same.
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

/** The refusal of a name that may mean one of several clients, or is a near miss of one. */
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
        'Type more of the name, or that of the client.',
      );
}
