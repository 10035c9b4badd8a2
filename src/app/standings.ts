import type { Standing } from '../domain/streams/standing.ts';
import type { StandingEvent } from '../domain/streams/standing-events.ts';
import { outlookOf, type StandingOutlook } from '../domain/streams/standing-outlook.ts';
import { readEffective } from '../store/journal.ts';
import {
  readOccurrences,
  readRecordOf,
  readRunningStandings,
  readStanding,
  readStandings,
} from '../store/standings.ts';
import type { Context } from './context.ts';

/** A standing promise as it stands now. */
export function readOutlook({ db, calendar }: Context, standing: Standing): StandingOutlook {
  return outlookOf(standing, readOccurrences(db, standing.uid), readRecordOf(db, standing.uid), calendar);
}

/** The standing promises that come again, oldest first; with `all` those that were stopped too. */
export function readOutlooks(context: Context, { all = false } = {}): StandingOutlook[] {
  const read = all ? readStandings : readRunningStandings;
  return read(context.db).map((standing) => readOutlook(context, standing));
}

/** The standing promise of this uid; null if there is none any more. */
export function findStanding({ db }: Context, uid: string): Standing | null {
  return readStanding(db, uid);
}

/** What was said about a standing promise, in order, without what was undone. */
export function readStandingStory({ db }: Context, { uid }: Standing): StandingEvent[] {
  return readEffective(db, { kind: 'standing', uid });
}
