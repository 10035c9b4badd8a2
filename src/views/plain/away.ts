import type { Away } from '../../domain/streams/away.ts';

/** A period away as fields; clock times only if it does not take whole days. */
export function plainAway({ first, last, beginsAt, endsAt, note }: Away): string[] {
  return [first, last, note ?? '', ...(beginsAt || endsAt ? [beginsAt ?? '', endsAt ?? ''] : [])];
}
