import type { Away } from '../../domain/streams/away.ts';

/** Days away as fields. */
export function plainAway({ first, last, note }: Away): string[] {
  return [first, last, note ?? ''];
}
