import type { AttentionLine } from '../domain/agenda/attention.ts';
import type { ReminderRun } from '../domain/agenda/no-reminder-since.ts';
import {
  type Reminder,
  type ReminderSettings,
  reachOfReminders,
  remindersFor,
} from '../domain/agenda/reminders.ts';
import { Refusal } from '../domain/base/refusal.ts';
import { addDuration } from '../domain/time/duration.ts';
import { type Db, writingAside } from '../store/db.ts';
import {
  claimMarks,
  confirmMarks,
  newClaimant,
  pruneMarks,
  readSaid,
  recordReminderRun,
  releaseMarks,
} from '../store/reminders.ts';
import { type Agenda, makeAgenda, readAttention } from './agenda.ts';
import type { Context } from './context.ts';

/** What a run of reminders is about to say. It counts as said once it is confirmed. */
export interface Claim {
  /** What is said, in the order of the agenda. */
  readonly lines: readonly AttentionLine[];
  /** Notes that all of it was said. */
  readonly confirm: () => void;
  /** Gives it up, because it could not be said: the next run says it. */
  readonly release: () => void;
}

/**
 * Claims what is to be said now, unless another run is saying it. `run` is noted if it is one by cron. What is due is
 * found in the transaction that claims it, so nothing is said that was settled meanwhile.
 */
export function claimReminders(context: Context, settings: ReminderSettings, run: ReminderRun | null): Claim {
  return claiming(context, run, () => {
    const lines = readAttention(context, reachOfReminders(context, settings));
    const candidates = remindersOf(lines, context, settings);
    return { shown: null, candidates, chosen: candidates.filter(({ isDue }) => isDue) };
  });
}

/** The agenda of the morning, and a claim on all of its lines: whoever reads it has been told of them. */
export function claimMorning(
  context: Context,
  settings: ReminderSettings,
  run: ReminderRun | null,
): Claim & { readonly agenda: Agenda } {
  const { shown: agenda, ...claim } = claiming(context, run, () => {
    const agenda = makeAgenda(context);
    const candidates = remindersOf(agenda.lines, context, settings);
    return { shown: agenda, candidates, chosen: candidates };
  });
  return { ...claim, agenda };
}

/** Notes a run of reminders by cron that has nothing to say. */
export function recordRun({ db }: Context, run: ReminderRun | null): void {
  if (run) writingAside(db, () => recordReminderRun(db, run));
}

/** Everything that can be said now, whatever was said before; nothing of it counts as said. */
export function readAllReminders(context: Context, { ahead }: ReminderSettings): AttentionLine[] {
  const near = addDuration(context.calendar, context.now, ahead);
  const lines = readAttention(context, near);
  return lines.filter(({ severity, due, from = due }) => severity !== 'soon' || from <= near);
}

function remindersOf(
  lines: readonly AttentionLine[],
  context: Context,
  settings: ReminderSettings,
): Reminder[] {
  return remindersFor(lines, context, settings, (key) => readSaid(context.db, key, context.now));
}

/** What a run finds in its transaction, and what of it it chooses to say. */
interface Choice<Shown> {
  readonly shown: Shown;
  readonly candidates: readonly Reminder[];
  readonly chosen: readonly Reminder[];
}

function claiming<Shown>(
  { db, now }: Context,
  run: ReminderRun | null,
  choose: () => Choice<Shown>,
): Claim & { readonly shown: Shown } {
  const claimant = newClaimant();
  return writingAside(db, () => {
    const { shown, candidates, chosen } = choose();
    claimMarks(
      db,
      chosen.map(({ key, kind }) => ({ ...key, kind })),
      claimant,
      now,
    );
    pruneMarks(
      db,
      candidates.map(({ key }) => key),
      now,
    );
    if (run) recordReminderRun(db, run);
    return { shown, lines: chosen.map(({ line }) => line), ...holding(db, claimant) };
  });
}

function holding(db: Db, claimant: string): Pick<Claim, 'confirm' | 'release'> {
  return {
    confirm: () => {
      try {
        writingAside(db, () => confirmMarks(db, claimant));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, message, kind } = error;
        throw new Refusal(
          code,
          `It was said, but that could not be noted: ${message}`,
          'The next run says it again.',
          kind,
        );
      }
    },
    release: () => {
      try {
        writingAside(db, () => releaseMarks(db, claimant));
      } catch {
        // A claim ends with the process that has it.
      }
    },
  };
}
