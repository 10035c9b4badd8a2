import type { Forecast } from '../planning/forecast.ts';
import type { ProjectCost } from '../planning/project-cost.ts';
import type { Client, Fact } from '../streams/client.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { QuestionNumber } from '../streams/events.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import type { Instant } from '../time/moment.ts';
import type { ClockSettingsOf } from '../time/settings.ts';

/** A client, and when they last heard from me. */
export interface ClientContactState {
  readonly client: Pick<Client, 'uid' | 'name' | 'addedAt' | 'keepInTouch' | 'plannedWord' | 'retiredAt'>;
  /** The last word that I gave them, about anything. */
  readonly lastWordAt: Instant | null;
}

/** Something remembered about a client (by uid) that has a day, and its number among all of that, from 1. */
export interface DatedFact {
  readonly client: string;
  readonly number: number;
  readonly fact: Fact;
}

/** Everything that the agenda is made from. */
export interface Ledger {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
  /** Open commitments. */
  readonly open: readonly Commitment[];
  /** Extra work that was delivered without an approved price. */
  readonly deliveredUnpriced: readonly Commitment[];
  /** Times of standing promises that were missed and that nobody has answered for, by standing promise, in order. */
  readonly missed: readonly Commitment[];
  /** What was delivered and not accepted yet: lately, or with a review window. */
  readonly delivered: readonly Commitment[];
  /** What is remembered of clients that has a day ahead. */
  readonly facts: readonly DatedFact[];
  /** When a commitment for each client (null: for nobody) was last closed, if that was lately. */
  readonly lastClosed: ReadonlyMap<string | null, Instant>;
  readonly clients: readonly ClientContactState[];
  /** The projects with a budget that are open or were closed lately, or were closed with an overrun. */
  readonly projects: readonly ProjectCost[];
  readonly forecast: Forecast;
  /** The questions answered today; null if the review does not apply. */
  readonly answered: ReadonlySet<QuestionNumber> | null;
}
