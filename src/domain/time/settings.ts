import type { Cadence } from './cadence.ts';
import type { Duration } from './duration.ts';

/** Settings of the clocks behind attention. */
export interface ClockSettings {
  readonly chaseAfter: Duration;
  readonly updateEvery: Cadence;
  /** How soon an answer is owed, and on which channels that differs. */
  readonly replyWithin: Duration;
  readonly replyWithinBy: Readonly<Partial<Record<string, Duration>>>;
  readonly quietAfter: Duration;
  readonly warnBefore: Duration;
  /** How long after a delivery it is asked whether it works; none if it never is. */
  readonly aftercare: readonly Duration[];
}

/** The clock settings for a client, by uid; null means no particular client. */
export type ClockSettingsOf = (client: string | null) => ClockSettings;

/**
 * The distance from target to offered date: learnt from the track record, a share of the time until the
 * target, or fixed.
 */
export type BufferRule = 'learned' | { readonly share: number } | { readonly duration: Duration };

/** Settings for finding dates. */
export interface PlanningSettings {
  /** The probability that an offered date has to have, and so the share of dates that should be kept. */
  readonly confidence: number;
  readonly buffer: BufferRule;
  /** Hours of work in a request without an estimate, as long as there is no track record. */
  readonly usualHours: number;
}

/** The planning settings for a client, by uid; null means no particular client. */
export type PlanningSettingsOf = (client: string | null) => PlanningSettings;
