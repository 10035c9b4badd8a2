import { on } from '../domain/decisions/decision.ts';
import { RECUR, recur } from '../domain/decisions/recur.ts';
import type { Situation } from '../domain/decisions/situation.ts';
import type { Change } from '../domain/streams/events.ts';
import { recordOperation } from '../store/append.ts';
import { type Db, writingAside } from '../store/db.ts';
import { readUndone } from '../store/journal.ts';
import { refreshReadTables } from '../store/read-tables.ts';
import { readOccurrences, readPresentOccurrences, readRunningStandings } from '../store/standings.ts';
import type { Context } from './context.ts';
import { CurrentSituation } from './current-situation.ts';
import { execute, startNew } from './execute.ts';

/**
 * Records what has to be opened or missed of standing promises by now, as one operation; nothing if there is nothing. It is no
 * record of anything that somebody said or did, so nobody is told that it was saved. Throws a Refusal if the file cannot be
 * written.
 */
export function recordRecurring(context: Context): void {
  const { db } = context;
  if (dueChanges(context, new CurrentSituation(context)).length === 0) return;
  writingAside(db, () => {
    // Another process may have done it while this one waited for the lock.
    execute(
      context,
      RECUR,
      startNew((_, __, situation) => dueChanges(context, situation), null),
    );
  });
}

function dueChanges({ db, now }: Context, situation: Situation): readonly Change[] {
  return readRunningStandings(db).flatMap((standing) =>
    recur(standing, readPresentOccurrences(db, standing.uid, now), situation),
  );
}

/** Takes back the times of a standing promise that came by themselves, once it is undone itself. */
export function withdrawOccurrences({ db, now, calendar }: Context, standing: string): void {
  const left = readOccurrences(db, standing);
  if (left.length === 0) return;
  const changes = left.map(({ uid }) => on({ uid }, { type: 'OccurrenceWithdrawn' as const, at: now }));
  recordOperation(db, { recordedAt: now, zone: calendar.zone, verb: RECUR }, changes);
  refresh(db, changes);
}

function refresh(db: Db, changes: readonly Change[]): void {
  const undone = readUndone(db);
  for (const { stream } of changes) refreshReadTables(db, stream, undone);
}
