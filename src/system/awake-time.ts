import type { ReminderRun } from '../domain/agenda/no-reminder-since.ts';
import { epoch } from '../domain/time/moment.ts';
import { isFrozen } from './clock.ts';
import type { Io } from './io.ts';

/**
 * What is noted of a run of reminders to find out later for how long the machine was awake since. Nothing if
 * FOLLOWUP_NOW holds the clock, with which the machine has nothing to do.
 */
export function markAwake({
  env,
  wakefulness,
}: Pick<Io, 'env' | 'wakefulness'>): Pick<ReminderRun, 'boot' | 'awakeMs'> {
  return (isFrozen(env) ? null : wakefulness.readClock()) ?? { boot: null, awakeMs: null };
}

/**
 * For how many milliseconds the machine was awake since a run of reminders, at least; null if the system does not
 * tell. With a clock that FOLLOWUP_NOW holds, it never sleeps.
 */
export function awakeMsSince(
  { at, boot, awakeMs }: ReminderRun,
  { env, clock, wakefulness }: Pick<Io, 'env' | 'clock' | 'wakefulness'>,
): number | null {
  if (isFrozen(env)) return Number.POSITIVE_INFINITY;
  const present = wakefulness.readClock();
  if (present === null) {
    const woken = wakefulness.readLastWake();
    return woken === null ? null : clock() - Math.max(woken, epoch(at));
  }
  if (boot === null || awakeMs === null) return null;
  return present.boot === boot ? present.awakeMs - awakeMs : present.awakeMs;
}
