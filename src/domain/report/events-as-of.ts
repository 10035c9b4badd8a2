import { defined } from '../base/defined.ts';
import { type Commitment, isBorn, type Unborn, unborn } from '../streams/commitment.ts';
import type { DateCorrection, DetailsChanged, StoryEvent } from '../streams/events.ts';
import { evolveCommitment } from '../streams/evolve-commitment.ts';
import type { Instant } from '../time/moment.ts';

/** A commitment as it was at a time, and the events that made it so. */
export interface CommitmentThen {
  readonly commitment: Commitment;
  readonly events: readonly StoryEvent[];
}

/**
 * A commitment with the number that this machine gave it, from what was said of it up to an instant (null: from all of it); null if
 * there was none then. What was typed wrong is right whenever it was corrected.
 */
export function commitmentAsOf(
  { uid, number }: Pick<Commitment, 'uid' | 'number'>,
  events: readonly StoryEvent[],
  at: Instant | null,
): CommitmentThen | null {
  let state: Commitment | Unborn = { ...unborn(uid), number };
  const then: StoryEvent[] = [];
  let saysOtherWish = false;
  for (const event of events) {
    const isLater = at !== null && event.at > at;
    if (isLater && event.type === 'DateRejected') saysOtherWish = true;
    const counted = !isLater
      ? event
      : event.type === 'DetailsChanged'
        ? correctionOf(event, state, saysOtherWish)
        : null;
    if (counted === null) continue;
    state = evolveCommitment(state, counted);
    then.push(counted);
  }
  return isBorn(state) ? { commitment: state, events: then } : null;
}

/** What a later change corrects of a commitment: what it is called and whose it is, and the dates that it had then. */
function correctionOf(
  { type, at, title, client, who, project, wantedBy, due, offered }: DetailsChanged,
  state: Commitment | Unborn,
  saysOtherWish: boolean,
): DetailsChanged | null {
  if (!isBorn(state)) return null;
  const isOf = (correction: DateCorrection | undefined, date: Instant | undefined) =>
    correction && correction.was.at === date ? correction : undefined;
  return {
    type,
    at,
    ...defined({
      title,
      client,
      who,
      project,
      wantedBy: saysOtherWish ? undefined : wantedBy,
      due: isOf(due, state.due?.at),
      offered: isOf(offered, state.offer?.date.at),
    }),
  };
}
