import type { Away } from '../../domain/streams/away.ts';
import type { Change } from '../../domain/streams/events.ts';
import { awayChangedBy } from '../words/away.ts';

/** Days away that were planned or cancelled, as programs see them. */
export function awayJson(change: Change, known: readonly Away[]): object {
  return { ...awayChangedBy(change, known), cancelled: change.event.type === 'AwayCancelled' };
}
