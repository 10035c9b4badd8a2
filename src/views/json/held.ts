import type { Held } from '../../domain/streams/held.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';

/** For how many working days each side had a commitment, as programs see it. */
export function heldJson(held: readonly Held[], view: ViewContext): object[] {
  return held.map(({ by, workingDays }) => ({
    ball: by === null ? 'me' : 'them',
    by: nameOf(by, view),
    workingDays: rounded(workingDays, 2),
  }));
}
