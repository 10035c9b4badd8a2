import type { ReminderRun } from '../domain/agenda/no-reminder-since.ts';
import type { MarkKey, ReminderKind, Said } from '../domain/agenda/reminders.ts';
import { epoch, type Instant, instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { isRunning, machine } from './processes.ts';
import { listStatement, statement } from './statement.ts';

/**
 * What reminders said, and when they ran. That is neither in the journal, nor can it be made again, so these tables
 * change by migrations only. After a repair or a restore they are empty, and everything that is due is said anew.
 *
 * A mark is claimed by the run that is about to say something, and counts once that was said (`said_at`).
 */
export const REMINDER_TABLES = `
CREATE TABLE reminder_mark (
  subject TEXT NOT NULL,
  reason TEXT NOT NULL,
  moment TEXT NOT NULL,
  kind TEXT NOT NULL,
  said_at TEXT,
  claimed_by TEXT,
  claimed_at TEXT NOT NULL,
  PRIMARY KEY (subject, reason, moment, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_mark_claimed_at ON reminder_mark (claimed_at);
CREATE INDEX reminder_mark_claimed_by ON reminder_mark (claimed_by) WHERE claimed_by IS NOT NULL;
CREATE TABLE reminder_run (at TEXT PRIMARY KEY, boot TEXT, awake_ms INTEGER) STRICT, WITHOUT ROWID;
`;

/** A mark: which line was said, and why. */
export interface Mark extends MarkKey {
  readonly kind: ReminderKind;
}

/** How long a run may take to say something. After that its claim means nothing, whoever has its process number. */
const MOST_MS = 10 * 60_000;

/** When something was said about a line, and which kinds another run is saying now. */
export function readSaid(db: Db, { subject, reason, moment }: MarkKey, now: Instant): Said {
  const rows = listStatement(
    db,
    `SELECT kind, said_at, claimed_by, claimed_at FROM reminder_mark
     WHERE subject = ? AND reason = ? AND moment = ?`,
  ).all(subject, reason, moment) as [ReminderKind, Instant | null, string | null, Instant][];
  return new Map(
    rows.flatMap(([kind, saidAt, claimedBy, claimedAt]): [ReminderKind, Instant][] => {
      const at = claimedBy !== null && isBeingSaid(claimedBy, claimedAt, now) ? claimedAt : saidAt;
      return at === null ? [] : [[kind, at]];
    }),
  );
}

function isBeingSaid(claimedBy: string, claimedAt: Instant, now: Instant): boolean {
  const [, host, pid] = /^(.*):(\d+):[^:]*$/.exec(claimedBy) ?? [];
  if (Math.abs(epoch(now) - epoch(claimedAt)) > MOST_MS) return false;
  return host !== machine() || isRunning(Number(pid));
}

/** A name for the claims of a run, which no other run has. */
export function newClaimant(): string {
  return `${machine()}:${process.pid}:${performance.timeOrigin + performance.now()}`;
}

/** Claims marks for a run that is about to say what they stand for. Must run inside the transaction that chose them. */
export function claimMarks(db: Db, marks: readonly Mark[], claimant: string, now: Instant): void {
  const claim = statement(
    db,
    `INSERT INTO reminder_mark (subject, reason, moment, kind, claimed_by, claimed_at)
     VALUES (@subject, @reason, @moment, @kind, @claimant, @now)
     ON CONFLICT DO UPDATE SET claimed_by = @claimant, claimed_at = @now`,
  );
  for (const { subject, reason, moment, kind } of marks) {
    claim.run({ subject, reason, moment, kind, claimant, now });
  }
}

/** Notes that everything a run claimed was said. */
export function confirmMarks(db: Db, claimant: string): void {
  statement(db, 'UPDATE reminder_mark SET said_at = claimed_at, claimed_by = NULL WHERE claimed_by = ?').run(
    claimant,
  );
}

/** Gives up what a run claimed and could not say. */
export function releaseMarks(db: Db, claimant: string): void {
  statement(db, 'UPDATE reminder_mark SET claimed_by = NULL WHERE claimed_by = ?').run(claimant);
}

/** Forgets what was said about commitments and clients, by uid, so that it is said anew if it is due. */
export function forgetMarks(db: Db, subjects: Iterable<string>): void {
  for (const subject of subjects) {
    statement(db, 'DELETE FROM reminder_mark WHERE subject = ?').run(subject);
  }
}

/** Forgets all that was said, and every run, in a file that goes back to what it was at another time. */
export function forgetReminders(db: Db): void {
  db.exec('DELETE FROM reminder_mark');
  forgetReminderRuns(db);
}

/** Forgets every run, so that none is missed, and returns whether there was any. */
export function forgetReminderRuns(db: Db): boolean {
  return statement(db, 'DELETE FROM reminder_run').run().changes > 0;
}

/** For how long marks are kept whose line is gone. */
const KEPT_MS = 30 * 24 * 3_600_000;

/** How many old marks one run removes at most. */
const MOST_PRUNED = 1_000;

/** Removes old marks, apart from those of lines that are still there, a number of them at a time. */
export function pruneMarks(db: Db, present: readonly MarkKey[], now: Instant): void {
  const keyOf = ({ subject, reason, moment }: MarkKey) => [subject, reason, moment].join('\n');
  const kept = new Set(present.map(keyOf));
  const old = statement(
    db,
    `SELECT subject, reason, moment, kind FROM reminder_mark INDEXED BY reminder_mark_claimed_at
     WHERE claimed_at < ? ORDER BY claimed_at LIMIT ?`,
    // Each line has a mark of each kind at most, so something is removed even if all of these are kept.
  ).all(instant(epoch(now) - KEPT_MS), MOST_PRUNED + 3 * kept.size) as Mark[];
  const remove = statement(
    db,
    'DELETE FROM reminder_mark WHERE subject = ? AND reason = ? AND moment = ? AND kind = ?',
  );
  for (const mark of old) {
    if (!kept.has(keyOf(mark))) remove.run(mark.subject, mark.reason, mark.moment, mark.kind);
  }
}

/** How many runs are remembered: enough to see how often they come. */
const RUNS_KEPT = 8;

/** Notes a run, and forgets the runs after it, which a clock noted that was wrong. Must run inside a write transaction. */
export function recordReminderRun(db: Db, { at, boot, awakeMs }: ReminderRun): void {
  statement(db, 'DELETE FROM reminder_run WHERE at > ?').run(at);
  statement(db, 'INSERT OR REPLACE INTO reminder_run (at, boot, awake_ms) VALUES (?, ?, ?)').run(
    at,
    boot,
    awakeMs,
  );
  statement(
    db,
    'DELETE FROM reminder_run WHERE at NOT IN (SELECT at FROM reminder_run ORDER BY at DESC LIMIT ?)',
  ).run(RUNS_KEPT);
}

/** The last runs of reminders by cron, latest first. */
export function readReminderRuns(db: Db): ReminderRun[] {
  const runs = statement(db, 'SELECT at, boot, awake_ms AS awakeMs FROM reminder_run ORDER BY at DESC');
  return runs.all() as ReminderRun[];
}
