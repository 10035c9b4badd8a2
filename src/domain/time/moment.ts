import { Refusal } from '../base/refusal.ts';

/**
 * A point in time: ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it, so that instants
 * compare as strings.
 */
export type Instant = string;

/**
 * A point in time as a person meant it. `at` is fixed when it is recorded and never recomputed. `zone` is the
 * IANA zone (or the offset from UTC, such as `+02:00`) in which it was meant. `grain` says whether a clock
 * time or only a day was given. `text` is what was typed.
 */
export interface Moment {
  readonly at: Instant;
  /** The start of a window ("thu 14:00-15:00"); a window is due at its end. */
  readonly from?: Instant;
  readonly zone: string;
  readonly grain: 'day' | 'time';
  readonly text?: string;
}

/**
 * The instant of a number of milliseconds since 1970 (UTC). Throws a RangeError outside the years that ISO
 * 8601 can express.
 */
export function instant(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}

/**
 * Milliseconds since 1970 (UTC) of an instant. Whatever enters as an instant was checked, so anything else comes from
 * a damaged file: throws a Refusal of kind `database`.
 */
export function epoch(at: Instant): number {
  const ms = Date.parse(at);
  if (!Number.isNaN(ms)) return ms;
  throw new Refusal(
    'database-damaged',
    `The database is damaged: it has "${String(at).slice(0, MOST_SHOWN)}" where a time belongs.`,
    'Nothing was saved. See what is wrong: followup doctor',
    'database',
  );
}

/** How much of a damaged value is shown. */
const MOST_SHOWN = 40;

/** Whether a text is an instant, exactly as it is written here, in a year of four digits: only those compare as strings. */
export function isInstant(text: string): text is Instant {
  const ms = /^\d{4}-/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(ms) && instant(ms) === text;
}

/** Sort order for instants, earliest first. */
export function compareInstants(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function latest(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

export function earliest(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

/** An offset from UTC in minutes as ISO 8601 writes it: "+02:00". */
export function isoOffset(offset: number): string {
  const minutes = Math.abs(Math.round(offset));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** All moments in a value, such as the dates in an event or in the input of a decision. */
export function momentsIn(value: unknown): Moment[] {
  if (typeof value !== 'object' || value === null) return [];
  return isMoment(value) ? [value] : Object.values(value).flatMap(momentsIn);
}

function isMoment(value: object): value is Moment {
  return 'at' in value && 'zone' in value && 'grain' in value;
}
