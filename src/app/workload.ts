import { lazy } from '../domain/base/memo.ts';
import { learnTrackRecord, type Workload } from '../domain/planning/context.ts';
import { type Forecast, forecast } from '../domain/planning/forecast.ts';
import type { Planned } from '../domain/planning/queue.ts';
import { RECENT_TASKS, type TrackRecord } from '../domain/planning/track-record.ts';
import type { FinishedWork } from '../domain/planning/work-history.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import { KIND_TRAITS } from '../domain/streams/kinds.ts';
import type { Instant } from '../domain/time/moment.ts';
import { readFinishedWork, readOpenWork, readOpenWorkSince } from '../store/queries.ts';
import type { Context } from './context.ts';

/** The forecast at this moment. `open` is read from the database unless it is passed. */
export function forecastOf(context: Context, open: readonly Planned[] | null = null): Forecast {
  const finished = lazy(() => readFinishedWork(context.db, RECENT_TASKS));
  return forecast(workloadOf(context, finished, () => undefined, open));
}

/** The workload in the database; each part is read on first use. */
function workloadOf(
  { db, now, calendar, planningSettingsOf, focus }: Context,
  finished: () => readonly FinishedWork[],
  trackRecord: () => TrackRecord | undefined,
  known: readonly Planned[] | null = null,
): Workload {
  const open = lazy(() => known ?? readOpenWork(db));
  return {
    now,
    calendar,
    planningSettingsOf,
    focus,
    get open() {
      return open();
    },
    get finished() {
      return finished();
    },
    get trackRecord() {
      return trackRecord();
    },
  };
}

/** The track record, and what it is learnt from. */
interface Experience {
  readonly finished: readonly FinishedWork[];
  /** When the oldest open work was asked for. */
  readonly openSince: Instant | null;
  readonly trackRecord: () => TrackRecord;
}

/**
 * The forecast while the steps of a write change it. The track record is kept until a step changes what it is
 * learnt from, so that a step that only needs a target costs the same however much is open.
 */
export class ChangingWorkload {
  private experience: Experience | null = null;

  constructor(private readonly context: Context) {}

  /** The current forecast, until the next change. */
  forecast(): Forecast {
    const finished = () => this.learnt().finished;
    const trackRecord = () => this.learnt().trackRecord();
    return forecast(workloadOf(this.context, finished, trackRecord));
  }

  /** Takes account of a commitment that a step has changed; null if it no longer exists. */
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
    if (isOldest) this.experience = this.learn(finished, createdAt);
  }

  private learnt(): Experience {
    const { db } = this.context;
    this.experience ??= this.learn(readFinishedWork(db, RECENT_TASKS), readOpenWorkSince(db));
    return this.experience;
  }

  private learn(finished: readonly FinishedWork[], openSince: Instant | null): Experience {
    const trackRecord = lazy(() => learnTrackRecord(finished, openSince, this.context));
    return { finished, openSince, trackRecord };
  }
}
