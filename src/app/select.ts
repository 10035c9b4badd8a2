import { Refusal } from '../domain/base/refusal.ts';
import { RECUR } from '../domain/decisions/recur.ts';
import { type Commitment, isBorn } from '../domain/streams/commitment.ts';
import { readOperation, readOperationsBackwards, readUndone } from '../store/journal.ts';
import { readUidOfNumber } from '../store/queries.ts';
import { foldStream } from '../store/read-tables.ts';
import type { Context } from './context.ts';

/** Which commitments a verb acts on: those with these numbers, or the one changed last. */
export type Selection = readonly number[] | 'last';

/**
 * The uids of the selected commitments, even if they were undone. Throws a Refusal of kind `missing` for a
 * number that was never given.
 */
export function selectUids({ db }: Context, selection: Selection): string[] {
  const uids =
    selection === 'last' ? [lastChanged(db)] : selection.map((number) => readUidOfNumber(db, number));
  return uids.map((uid, index) => {
    if (uid === null) throw refuseUnknownNumber(selection === 'last' ? null : (selection[index] ?? null));
    return uid;
  });
}

/**
 * The selected commitments. Throws a Refusal of kind `missing` for a number that was never given or whose
 * commitment is gone.
 */
export function selectCommitments(context: Context, selection: Selection): Commitment[] {
  return selectUids(context, selection).map((uid, index) => foldSelected(context, uid, selection, index));
}

/**
 * One of the selected commitments, by its uid and its index in the selection. Throws the same Refusal as
 * `selectCommitments`.
 */
export function foldSelected(
  { db }: Context,
  uid: string,
  selection: Selection | null,
  index: number,
): Commitment {
  const { state } = foldStream(db, { kind: 'commitment', uid });
  if (isBorn(state)) return state;
  throw refuseUndone(selection === null || selection === 'last' ? null : (selection[index] ?? null));
}

function refuseUnknownNumber(number: number | null): Refusal {
  return number === null
    ? new Refusal('no-such-commitment', 'Nothing has been changed yet.', 'See: followup list', 'missing')
    : new Refusal(
        'no-such-commitment',
        `There is no commitment ${number}.`,
        'See: followup list --all',
        'missing',
      );
}

function refuseUndone(number: number | null): Refusal {
  return new Refusal(
    'no-such-commitment',
    `${number} no longer exists: it was undone.`,
    'If that was the last thing you did: followup redo',
    'missing',
  );
}

function lastChanged(db: Context['db']): string | null {
  const undone = readUndone(db);
  for (const operation of readOperationsBackwards(db)) {
    // What came by itself was changed by nobody.
    if (operation.undoes !== null || operation.verb === RECUR || undone.has(operation.id)) continue;
    const touched = readOperation(db, operation.id).flatMap(({ stream }) =>
      stream.kind === 'commitment' ? [stream.uid] : [],
    );
    // What belongs to a complaint that was changed with it only follows from that.
    const last = touched.findLast((uid) => !touched.includes(complaintOf(db, uid) ?? '')) ?? touched.at(-1);
    if (last !== undefined) return last;
  }
  return null;
}

/** The complaint that a commitment belongs to; null if it belongs to none. */
function complaintOf(db: Context['db'], uid: string): string | null {
  const { state } = foldStream(db, { kind: 'commitment', uid });
  return isBorn(state) ? (state.belongsTo?.complaint ?? null) : null;
}
