import { noReminderSince, type ReminderRun } from '../domain/agenda/no-reminder-since.ts';
import { Refusal } from '../domain/base/refusal.ts';
import type { Instant } from '../domain/time/moment.ts';
import { using, writingAside } from '../store/db.ts';
import { isDemo } from '../store/demo.ts';
import { forgetReminderRuns, readReminderRuns } from '../store/reminders.ts';
import type { Context } from './context.ts';

/**
 * Since when no reminder has run although cron should have run some, by the runs that the file remembers; null if all is
 * well. Nobody expects any of a demo, and what is damaged there keeps nobody from reading the rest of the file.
 */
export function readNoReminderSince(
  { db, now, calendar }: Pick<Context, 'db' | 'now' | 'calendar'>,
  awakeMsSince: (run: ReminderRun) => number | null,
): Instant | null {
  try {
    const runs = using(db, () => readReminderRuns(db));
    const since = noReminderSince(runs, { now, calendar }, awakeMsSince);
    return since === null || isDemo(db) ? null : since;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'database') return null;
    throw error;
  }
}

/**
 * Forgets that reminders ran by cron, because no more are to come, and returns whether any did. Throws a Refusal if the file
 * cannot be written.
 */
export function expectNoReminders({ db }: Pick<Context, 'db'>): boolean {
  return writingAside(db, () => forgetReminderRuns(db));
}
