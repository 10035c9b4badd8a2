import type { WorkCalendar } from '../domain/time/calendar.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { ClockSettingsOf, PlanningSettingsOf } from '../domain/time/settings.ts';
import type { EffectContext } from './after-commit.ts';

/** What a command works with: the open database, the current time, and the user's working hours and settings. */
export interface Context extends EffectContext {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
  readonly planningSettingsOf: PlanningSettingsOf;
  /** The share of working time that goes to commitments. */
  readonly focus: number;
}
