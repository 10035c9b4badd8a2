import type { Away } from '../../domain/streams/away.ts';
import type { Change } from '../../domain/streams/events.ts';
import { awayChangedBy } from '../words/away.ts';

/** A period away as programs see it; clock times only if it does not take whole days. */
export function awayJson({ beginsAt, endsAt, note, ...days }: Away): object {
  return { ...days, ...(beginsAt && { beginsAt }), ...(endsAt && { endsAt }), note };
}

/** Days away that were planned or cancelled, as programs see them. */
export function awayChangeJson(change: Change, known: readonly Away[]): object {
  const away = awayChangedBy(change, known);
  return { ...(away && awayJson(away)), cancelled: change.event.type === 'AwayCancelled' };
}
