import type { Commitment } from '../domain/streams/commitment.ts';
import type { StoryEvent } from '../domain/streams/events.ts';
import { type Held, heldBy, periodsHeld } from '../domain/streams/held.ts';
import { readBlockersOf } from '../store/queries.ts';
import type { Context } from './context.ts';
import { readEvents } from './history.ts';

/** For how many working days each side had a commitment with these events, until now or until it was closed. */
export function readHeld(
  { db, now, calendar }: Context,
  { uid }: Commitment,
  events: readonly StoryEvent[],
): Held[] {
  const blocking = readBlockersOf(db, uid).flatMap((each) =>
    periodsHeld(readEvents(db, each.uid), now).filter(({ by }) => by !== null),
  );
  return heldBy(periodsHeld(events, now), blocking, calendar);
}
