import { lazy } from '../base/memo.ts';
import { type WorkCalendar, workingDayHours } from '../time/calendar.ts';
import type { Instant } from '../time/moment.ts';
import type { PlanningSettingsOf } from '../time/settings.ts';
import { type Overrun, overrunBy } from './overrun.ts';
import { type Planned, type QueuedWork, queueOf } from './queue.ts';
import { type TrackRecord, trackRecordOf } from './track-record.ts';
import { type FinishedWork, finishedTasks, openWorkSince } from './work-history.ts';
import { type Workable, type WorkLeft, workLeftBy } from './work-left.ts';
import { type WorkingDays, workingDaysFrom } from './working-days.ts';

/**
 * Everything that a forecast is made from. The forecast reads a property only when it needs it, so it may be
 * a getter.
 */
export interface Workload {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly planningSettingsOf: PlanningSettingsOf;
  /** Share of a working day that goes to commitments. */
  readonly focus: number;
  readonly open: readonly Planned[];
  /** Recently finished work, oldest first. */
  readonly finished: readonly FinishedWork[];
  /** The track record, if it is already available; otherwise it is learnt from `finished` and `open`. */
  readonly trackRecord?: TrackRecord | undefined;
}

/** The basis of all questions about the work ahead; its parts are computed on first use. */
export interface PlanningContext {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly settingsOf: PlanningSettingsOf;
  readonly focus: number;
  readonly days: WorkingDays;
  readonly workLeft: (work: Workable) => WorkLeft;
  readonly trackRecord: TrackRecord;
  /** How much longer work takes that has outlasted its estimate. */
  readonly overrun: Overrun;
  /** The number of finished tasks in the track record. */
  readonly learntFrom: number;
  /** Work with a date, in order of the dates. */
  readonly queue: readonly QueuedWork[];
  /** The same work, by the uid of its commitment. */
  readonly queued: ReadonlyMap<string, QueuedWork>;
}

export function planningContext(workload: Workload): PlanningContext {
  const { now, calendar, planningSettingsOf: settingsOf, focus } = workload;
  const estimator = lazy(() => workLeftBy(workload.finished, settingsOf));
  const workLeft = (work: Workable) => estimator()(work);
  const trackRecord = lazy(
    () => workload.trackRecord ?? learnTrackRecord(workload.finished, openWorkSince(workload.open), workload),
  );
  const overrun = lazy(() => overrunBy(workload.finished));
  const queue = lazy(() => queueOf(workload.open, now, workLeft));
  const queued = lazy(() => new Map(queue().map((work) => [work.commitment.uid, work])));
  return {
    now,
    calendar,
    settingsOf,
    focus,
    days: workingDaysFrom(calendar, now),
    workLeft,
    get trackRecord() {
      return trackRecord();
    },
    get overrun() {
      return overrun();
    },
    get learntFrom() {
      return workload.finished.length;
    },
    get queue() {
      return queue();
    },
    get queued() {
      return queued();
    },
  };
}

/** Learns the track record from finished work. All it needs of the open work is when the oldest was asked for. */
export function learnTrackRecord(
  finished: readonly FinishedWork[],
  openSince: Instant | null,
  { calendar, focus }: Pick<Workload, 'calendar' | 'focus'>,
): TrackRecord {
  return trackRecordOf(finishedTasks(finished, openSince, calendar), {
    dayHours: workingDayHours(calendar),
    focus,
  });
}
