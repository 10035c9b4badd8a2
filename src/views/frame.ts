import type { WorkCalendar } from '../domain/calendar.ts';
import type { Instant } from '../domain/moment.ts';
import type { SettingsOf } from '../domain/situation.ts';
import type { Style } from './style.ts';

/** What every view needs besides what it shows: the moment, how to name things, and how much room there is. */
export interface Frame {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly settingsOf: SettingsOf;
  /** Names of clients by uid. */
  readonly names: ReadonlyMap<string, string>;
  /** IANA zones of the clients whose zone is known, by uid. */
  readonly zones: ReadonlyMap<string, string>;
  /** The number of a commitment by its uid. */
  readonly numberOf: (uid: string) => number | null;
  /** Columns of the terminal; a pipe counts as 80. */
  readonly width: number;
  readonly style: Style;
}

/** The name of a client by uid; null stays null. */
export function nameOf(uid: string | null, frame: Frame): string | null {
  return uid === null ? null : (frame.names.get(uid) ?? null);
}
