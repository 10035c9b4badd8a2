import type { WorkCalendar } from '../domain/calendar.ts';
import type { RulesOf } from '../domain/forecast.ts';
import type { Instant } from '../domain/moment.ts';
import type { SettingsOf } from '../domain/situation.ts';
import type { Db } from '../store/db.ts';

/** What a command works with: the open file, the moment it is given in, and the user's working time and habits. */
export interface Context {
  readonly db: Db;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly settingsOf: SettingsOf;
  readonly rulesOf: RulesOf;
  /** Share of a working day that goes to commitments. */
  readonly focus: number;
}
