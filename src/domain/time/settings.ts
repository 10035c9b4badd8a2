import type { Cadence } from './cadence.ts';
import type { Duration } from './duration.ts';

/** The settings that the clocks of attention go by (design 4.1). */
export interface ClockSettings {
  readonly chaseAfter: Duration;
  readonly updateEvery: Cadence;
  readonly replyWithin: Duration;
  readonly quietAfter: Duration;
  readonly warnBefore: Duration;
}

/** The clock settings of a client, by uid; null stands for nobody in particular. */
export type ClockSettingsOf = (client: string | null) => ClockSettings;

/** How far an offered date lies behind its target: learnt from the track record, a share of the time until the target, or fixed. */
export type BufferRule = 'learned' | { readonly share: number } | { readonly duration: Duration };

/** The settings that dates are found by (design 4.1). */
export interface PlanningSettings {
  /** How likely an offered date has to be: the share of dates that are to be kept. */
  readonly confidence: number;
  readonly buffer: BufferRule;
  /** Hours of work in a request that nobody has estimated, before there is a track record to go by. */
  readonly usualHours: number;
}

/** The planning settings of a client, by uid; null stands for nobody in particular. */
export type PlanningSettingsOf = (client: string | null) => PlanningSettings;
