import { RECUR, recur } from '../domain/decisions/recur.ts';
import type { Situation } from '../domain/decisions/situation.ts';
import type { Change } from '../domain/streams/events.ts';
import { writingAside } from '../store/db.ts';
import { readPresentOccurrences, readPresentStandings } from '../store/standings.ts';
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
  const present = readPresentStandings(db).map((standing) => ({
    standing,
    times: readPresentOccurrences(db, standing.uid, now),
  }));
  return recur(present, situation);
}
