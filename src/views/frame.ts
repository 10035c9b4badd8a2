import type { WorkCalendar } from '../domain/time/calendar.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { ClockSettingsOf } from '../domain/time/settings.ts';
import type { Style } from './terminal/style.ts';

/** What every view needs besides what it shows: the moment, how to name things, and how much room there is. */
export interface Frame {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
  /** Names of clients by uid. */
  readonly names: ReadonlyMap<string, string>;
  /** IANA zones of the clients whose zone is known, by uid. */
  readonly zones: ReadonlyMap<string, string>;
  /** The number of a commitment by its uid. */
  readonly numberOf: (uid: string) => number | null;
  /** Columns of the terminal; a pipe counts as 80. */
  readonly width: number;
  /** Lines of the terminal; a pipe counts as 40. */
  readonly height: number;
  readonly style: Style;
}

/** The name of a client by uid; null stays null. */
export function nameOf(uid: string | null, frame: Frame): string | null {
  return uid === null ? null : (frame.names.get(uid) ?? null);
}
