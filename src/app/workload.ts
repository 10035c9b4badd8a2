import { lazy } from '../domain/base/memo.ts';
import { learnTrackRecord, type Workload } from '../domain/planning/context.ts';
import { type Forecast, forecast } from '../domain/planning/forecast.ts';
import { RECENT_TASKS, type TrackRecord } from '../domain/planning/track-record.ts';
import type { FinishedWork } from '../domain/planning/work-history.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import { KIND_TRAITS } from '../domain/streams/kinds.ts';
import type { Instant } from '../domain/time/moment.ts';
import { readFinishedWork, readOpenCommitments, readOpenWorkSince } from '../store/queries.ts';
import type { Context } from './context.ts';

/** What lies ahead at this moment. `open` is read from the file unless it is at hand. */
export function forecastOf(context: Context, open: readonly Commitment[] | null = null): Forecast {
  return forecast(
    workloadOf(
      context,
      lazy(() => experienceIn(context)),
      open,
    ),
  );
}

/**
 * What lies ahead while the steps of a write change it. The track record is kept until a step changes what it is learnt
 * from, so that a step that only needs a target costs the same however much is open.
 */
export class ChangingWorkload {
  private experience: Experience | null = null;

  constructor(private readonly context: Context) {}

  /** What lies ahead now, until the next change. */
  forecast(): Forecast {
    return forecast(workloadOf(this.context, () => (this.experience ??= experienceIn(this.context))));
  }

  /** Takes note of a commitment that a step has changed; null if nothing is left of it. */
  changed(commitment: Commitment | null): void {
    if (this.experience === null) return;
    const wasNeverClosed = commitment !== null && commitment.closedAt === null && commitment.reopened === 0;
    if (!wasNeverClosed) {
      this.experience = null;
      return;
    }
    const { kind, createdAt } = commitment;
    const { finished, openSince } = this.experience;
    const isOldest = KIND_TRAITS[kind].isWork !== 'never' && (openSince === null || createdAt < openSince);
    if (isOldest) this.experience = experienceOf(finished, createdAt, this.context);
  }
}

/** What the track record is learnt from, and the record itself. */
interface Experience {
  readonly finished: readonly FinishedWork[];
  /** When the oldest open work was asked for. */
  readonly openSince: Instant | null;
  readonly trackRecord: () => TrackRecord;
}

function experienceIn(context: Context): Experience {
  return experienceOf(readFinishedWork(context.db, RECENT_TASKS), readOpenWorkSince(context.db), context);
}

function experienceOf(
  finished: readonly FinishedWork[],
  openSince: Instant | null,
  context: Context,
): Experience {
  return { finished, openSince, trackRecord: lazy(() => learnTrackRecord(finished, openSince, context)) };
}

/** The workload for a forecast, each part of which is read when it is first asked for. */
function workloadOf(
  { db, now, calendar, planningSettingsOf, focus }: Context,
  experience: () => Experience,
  open: readonly Commitment[] | null = null,
): Workload {
  const allOpen = lazy(() => open ?? readOpenCommitments(db));
  return {
    now,
    calendar,
    planningSettingsOf,
    focus,
    get open() {
      return allOpen();
    },
    get finished() {
      return experience().finished;
    },
    get trackRecord() {
      return experience().trackRecord();
    },
  };
}
