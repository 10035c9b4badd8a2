import type { Forecast } from '../domain/planning/forecast.ts';
import { canWait, type HeldUp, heldUpBy } from '../domain/planning/held-up.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import { readBlockersOf, readCommitment } from '../store/queries.ts';
import type { Context } from './context.ts';

/** What of theirs holds up a commitment of mine, or what of mine an awaiting holds up, because it is late or came late. */
export function readHeldUp(
  { db, now, calendar }: Pick<Context, 'db' | 'now' | 'calendar'>,
  commitment: Commitment,
  forecast: () => Forecast,
): HeldUp[] {
  const pairs = pairsOf();
  if (pairs.length === 0) return [];
  const reckoned = {
    calendar,
    // Few of those that wait for something wait for it in vain.
    get forecast() {
      return forecast();
    },
  };
  return pairs.flatMap(([mine, theirs]) => heldUpBy(mine, theirs, now, reckoned) ?? []);

  function pairsOf(): readonly (readonly [mine: Commitment, theirs: Commitment])[] {
    if (commitment.kind === 'awaiting') {
      const mine = commitment.blocks === null ? null : readCommitment(db, commitment.blocks);
      return mine ? [[mine, commitment]] : [];
    }
    if (!canWait(commitment) || commitment.closedAt !== null) return [];
    return readBlockersOf(db, commitment.uid).map((theirs) => [commitment, theirs]);
  }
}
