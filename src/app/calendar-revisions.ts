import type { CommitmentRevisions } from '../domain/agenda/calendar/of-commitment.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import type { StreamKind } from '../domain/streams/events.ts';
import type { Db } from '../store/db.ts';
import {
  readRevisionOfClocks,
  readRevisions,
  readRevisionsOfStandings,
  type StoredRevision,
} from '../store/revisions.ts';

const NEVER: StoredRevision = { count: 0, at: null };

type RevisionOf = (uid: string) => StoredRevision;

/** How often each of some things was changed, by its uid. */
export function revisionsOf(db: Db, kind: StreamKind, uids: Iterable<string>): RevisionOf {
  const revisions = readRevisions(db, kind, [...new Set(uids)]);
  return (uid) => revisions.get(uid) ?? NEVER;
}

/** How often each of some standing promises was changed, or a time of it, by its uid. */
export function revisionsOfStandings(db: Db, uids: Iterable<string>): RevisionOf {
  const revisions = readRevisionsOfStandings(db, [...new Set(uids)]);
  return (uid) => revisions.get(uid) ?? NEVER;
}

/** What the dates of each of some commitments follow from, as often as it was changed. */
export function revisionsOfCommitments(
  db: Db,
  commitments: readonly Pick<Commitment, 'uid' | 'occurrence'>[],
): (commitment: Pick<Commitment, 'uid' | 'occurrence'>) => CommitmentRevisions {
  const own = revisionsOf(
    db,
    'commitment',
    commitments.map(({ uid }) => uid),
  );
  const ofStanding = revisionsOfStandings(
    db,
    commitments.flatMap(({ occurrence }) => occurrence?.standing ?? []),
  );
  const clocks = readRevisionOfClocks(db);
  return ({ uid, occurrence }) => ({
    own: own(uid),
    standing: occurrence && ofStanding(occurrence.standing),
    clocks,
  });
}
