import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../domain/base/refusal.ts';
import { atLocalTime, dateOf, dayOf, type WorkCalendar } from '../domain/time/calendar.ts';
import { type Instant, instant } from '../domain/time/moment.ts';
import type { Environment, Io } from './io.ts';

const FROZEN =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** Whether FOLLOWUP_NOW holds the clock. */
export function isFrozen(env: Environment): boolean {
  return Boolean(frozenTime(env));
}

function frozenTime({ FOLLOWUP_NOW }: Environment): string | undefined {
  return FOLLOWUP_NOW?.trim();
}

/**
 * The current time: FOLLOWUP_NOW (ISO 8601; local time if it has no offset) or the system clock. Throws a
 * Refusal of kind `usage` if FOLLOWUP_NOW is not a valid time.
 */
export function readClock({ env, clock }: Pick<Io, 'env' | 'clock'>, calendar: WorkCalendar): Instant {
  const frozen = frozenTime(env);
  if (!frozen) return instant(clock());
  const parts = FROZEN.exec(frozen);
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] =
    parts?.slice(1, 7).map((part) => Number(part ?? 0)) ?? [];
  const exists = isDeepStrictEqual(dateOf(dayOf(year, month, day)), { year, month, date: day });
  const valid = parts && exists && hours < 24 && minutes < 60 && seconds < 60;
  if (!valid) {
    throw new Refusal(
      'bad-clock',
      `FOLLOWUP_NOW is "${frozen}", which is not a time.`,
      'Write it as 2026-03-05T09:00, with or without an offset.',
      'usage',
    );
  }
  if (parts[8]) return instant(Date.parse(frozen.replace(' ', 'T')));
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number((parts[7] ?? '0').padEnd(3, '0'));
  return atLocalTime(calendar, dayOf(year, month, day), ms);
}
